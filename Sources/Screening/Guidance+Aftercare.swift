public import ClinicalModel

/// The aftercare of one plan.
public enum AftercarePlan: Hashable, Sendable {
  /// The answers do not say how treatment is done, or the pack has no sheet
  /// for it.
  case noSheet
  /// The sheets that apply or may apply, put together.
  case lines([AftercareLine], settled: Bool)
}

/// A line of aftercare with the sheet it stands on.
public struct AftercareLine: Hashable, Sendable {
  /// What the patient does.
  public let advice: AftercareAdvice
  /// Its sources: its own, or those of its sheet.
  public let cite: [Source.ID]
}

extension Guidance {
  /// The sheets that apply to a plan, in the pack's order.
  public func sheets(for context: AnswerContext) -> [AftercareSheet] {
    aftercare.filter { context.assess($0.when).truth == .true }
  }

  /// One list for the plan at hand, in the order of the topics.
  ///
  /// A patient gets one list, not one for each part of the plan: of two
  /// sheets on the same skin nobody can say which one counts. On each topic the
  /// longest time wins; equal times and lines that are no matter of time are
  /// all printed, each once. A sheet that may apply, because an answer is
  /// missing, can only make the list stricter.
  public func aftercare(for context: AnswerContext) -> AftercarePlan {
    let weighed = aftercare.map { ($0, context.assess($0.when).truth) }
    guard weighed.contains(where: { $0.1 == .true }) else { return .noSheet }
    let open = weighed.filter { $0.1 != .false }.map(\.0)
    let lines = open.flatMap { sheet in
      sheet.advice.map {
        AftercareLine(advice: $0, cite: $0.cite.isEmpty ? sheet.cite : $0.cite)
      }
    }
    let listed = aftercareTopics + lines.map(\.advice.topic)
    var topics: [String] = []
    for topic in listed where !topics.contains(topic) { topics.append(topic) }
    return .lines(
      topics.flatMap { topic in strictest(lines.filter { $0.advice.topic == topic }) },
      settled: !weighed.contains { $0.1 == .unknown })
  }

  private func strictest(_ lines: [AftercareLine]) -> [AftercareLine] {
    let longest = lines.map(\.advice.hours).max() ?? 0
    var kept: [AftercareLine] = []
    for line in lines where !kept.contains(where: { $0.advice.text == line.advice.text }) {
      switch line.advice.term {
      case .always: kept.append(line)
      case .hours(let hours): if hours == longest { kept.append(line) }
      }
    }
    return kept
  }
}

extension AftercareAdvice {
  fileprivate var hours: Int { if case .hours(let hours) = term { hours } else { 0 } }
}
