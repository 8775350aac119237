import ClinicalModel
import Consultation
import Screening
import TextLayout

/// A question whose answer is not known.
struct UnknownAnswer: Hashable {
  let question: Question.ID
  let reason: UnknownReason
  let state: String
}

extension SummaryMaterial {
  /// Every question that applies, or may apply, and has no answer, in the
  /// checklist's order.
  ///
  /// It is worked out from the answers as well as taken from the report, so
  /// that a gap in one cannot hide a missing answer.
  var unknowns: [UnknownAnswer] {
    pack.questions.compactMap { question in
      let id = question.id
      let listed = report.unanswered.contains(id) || report.offered.contains(id)
      guard listed || context.applies(id) != .false else { return nil }
      guard case .unknown(let reason) = context.answer(id) else { return nil }
      let isOutdated = context.earlier(id) != .none
      guard question.whenNotAsked == .notKnown || reason != .notAsked || isOutdated else {
        return nil
      }
      let offered = context.applies(id) == .unknown
      return UnknownAnswer(
        question: id, reason: reason, state: reason.words + (offered ? ", may not apply" : ""))
    }
  }

  /// The sentence that every print carries while an answer is missing, with the
  /// screen's own numbers.
  var unknownSentence: String? {
    guard !unknowns.isEmpty else { return nil }
    let counts = report.counts
    let asked = unknowns.count { $0.reason != .notAsked }
    let parts = [
      counts.openWords,
      asked > 0 ? "\(counted(asked, "answer")) unsure or declined" : "",
    ].filter { !$0.isEmpty }
    let words = parts.isEmpty ? "\(counts.mayApply) may apply" : parts.joined(separator: "; ")
    return "Questions: \(words); unknown is not clear."
  }

  var unknownBlocks: [SummaryBlock] {
    guard let sentence = unknownSentence else {
      return [
        .heading("Not known"),
        .paragraph("Every question that applies has an answer.", .normal),
      ]
    }
    let rows = unknowns.map { unknown in
      SummaryRow(
        cells: [label(unknown.question), unknown.state, consequence(of: unknown.question)],
        details: draftDetails(unknown.question), emphasis: .normal)
    }
    let table = SummaryTable(
      columns: [
        SummaryColumn(title: "Question", share: 28),
        SummaryColumn(title: "State", share: 16),
        SummaryColumn(title: "What depends on it", share: 28),
      ], rows: rows)
    return [.heading("Not known"), .paragraph(sentence, .strong), .table(table)]
  }

  /// The weight not knowing has by itself, the findings it leaves open, and
  /// the questions that may have to be asked after it.
  private func consequence(of question: Question.ID) -> String {
    var parts: [String] = []
    let own = report.findings.first { $0.rule == .unknown(question) }
    if let own { parts.append("\(own.severity.word) while not known") }
    let open = possible.filter {
      if case .possible(let missing) = $0.certainty { missing.contains(question) } else { false }
    }
    if let worst = open.map(\.severity).max() {
      parts.append("\(counted(open.count, "finding")) open, up to \(worst.word)")
    }
    let gated = pack.questions.map(\.id).filter {
      context.applies($0) == .unknown && gateMisses(question, of: $0)
    }
    if !gated.isEmpty {
      parts.append("whether to ask: \(gated.map(label).joined(separator: ", "))")
    }
    return parts.isEmpty ? "no finding" : parts.joined(separator: "; ")
  }

  private func gateMisses(_ question: Question.ID, of gated: Question.ID) -> Bool {
    guard let gate = pack.question(gated)?.when else { return false }
    return context.assess(gate).missing.contains(question)
  }

  /// Words that were typed and are not an answer yet.
  func draftDetails(_ question: Question.ID) -> [String] {
    guard let draft = consultation.drafts[question] else { return [] }
    return ["Typed, not yet an answer: \(Printable.line(draft))"]
  }
}
