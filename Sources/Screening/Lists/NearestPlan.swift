public import ClinicalModel

/// The plan without some of its ingredients, and what would then be found.
///
/// It is proposed, never applied: leaving something out is the clinician's
/// decision.
public struct PlanProposal: Hashable, Sendable {
  /// The planned entries to leave out, as they were named.
  public let without: [String]
  /// What the outcome would be.
  public let outcome: Severity
  /// How bad it could still become.
  public let couldBecome: Severity

  /// A proposal from its parts.
  public init(without: [String], outcome: Severity, couldBecome: Severity) {
    self.without = without
    self.outcome = outcome
    self.couldBecome = couldBecome
  }
}

/// The nearest plans with a milder outcome: as few entries left out as
/// possible, the mildest outcome first; none when leaving out does not help.
///
/// At least one ingredient stays: a plan without any is no treatment.
public func nearestPlans(
  to answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> [PlanProposal] {
  let list = ListSubject.plannedIngredients.question
  guard case .known(.entries(let entries)) = answers[list], entries.count > 1 else { return [] }
  let now = WeighedPack(AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate))
  for count in 1...min(leftOutMax, entries.count - 1) {
    let proposals = choices(of: count, from: entries.count).compactMap { places -> PlanProposal? in
      let then = WeighedPack(
        AnswerContext(
          pack: pack, answers: answers.planning(entries, without: places),
          interviewDate: interviewDate))
      guard then.outcome < now.outcome else { return nil }
      return PlanProposal(
        without: places.map { entries[$0].ingredientName }, outcome: then.outcome,
        couldBecome: then.couldBecome)
    }
    if let mildest = proposals.map(\.outcome).min() {
      return proposals.filter { $0.outcome == mildest }
    }
  }
  return []
}

/// The planned entries, as they were named, of which each alone, left out, ends
/// a finding of `screen(answers, with: pack, on:)`; screening again has shown
/// it. None when the plan has one entry only: without it nothing is planned.
public func plannedEntries(
  ending finding: Finding, in answers: Answers, with pack: CompiledPack,
  on interviewDate: CalendarDate
) -> [String] {
  let list = ListSubject.plannedIngredients.question
  // What a test says may bear on the plan without the plan being named.
  let bearing: Set<Question.ID> = [list, ListSubject.skinTests.question]
  guard finding.because.contains(where: { bearing.contains($0.question) }),
    case .known(.entries(let entries)) = answers[list], entries.count > 1
  else { return [] }
  return entries.indices.filter { place in
    let then = WeighedPack(
      AnswerContext(
        pack: pack, answers: answers.planning(entries, without: [place]),
        interviewDate: interviewDate))
    return !then.says(finding.rule)
  }.map { entries[$0].ingredientName }
}

extension Answers {
  /// The answers with some entries of the plan left out.
  fileprivate func planning(_ entries: [Answers], without places: [Int]) -> Answers {
    var other = self
    other[ListSubject.plannedIngredients.question] = .known(
      .entries(entries.enumerated().filter { !places.contains($0.offset) }.map(\.element)))
    return other
  }
}

extension WeighedPack {
  /// Whether a rule, of the pack or of its tables, holds or may hold.
  fileprivate func says(_ rule: Rule.ID) -> Bool {
    sayings.contains { saying in
      if case .unknownAnswer = saying.source { false } else { self.rule(of: saying) == rule }
    }
  }
}

/// More than three left out is another plan, not a near one.
private let leftOutMax = 3

/// Every set of so many places, in order.
private func choices(of count: Int, from total: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return (0..<total).flatMap { last in
    choices(of: count - 1, from: last).map { $0 + [last] }
  }
}
