import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  var answerBlocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = [
      .heading("All answers"),
      .paragraph(
        "Times are the clinic's (UTC\(localTime.offset(at: consultation.openedAt))); without a day they are of "
          + "\(localTime.date(of: consultation.openedAt).spelled).", .quiet),
    ]
    for section in pack.sections where !section.questions.isEmpty {
      blocks.append(
        .subheading(Printable.line(section.title), remark: Printable.line(section.askedBy)))
      blocks.append(.table(table(section)))
    }
    return blocks
  }

  private func table(_ section: Section) -> SummaryTable {
    SummaryTable(
      columns: [
        SummaryColumn(title: "Question", share: 30), SummaryColumn(title: "Answer", share: 30),
        SummaryColumn(title: "Asked", share: 12),
      ], rows: section.questions.map(row))
  }

  private func row(_ question: Question) -> SummaryRow {
    let id = question.id
    guard context.applies(id) != .false else {
      return SummaryRow(
        cells: [label(id), "not applicable", ""], details: [gate(question)] + notes(on: id),
        emphasis: .quiet)
    }
    let recording = consultation.recordings[id]
    let asked = recording.map { self.asked($0.at) } ?? ""
    let details = details(question, recording)
    switch context.answer(id) {
    case .known:
      return SummaryRow(
        cells: [label(id), words(for: id), asked], details: details, emphasis: .normal)
    case .unknown(let reason):
      if reason == .notAsked, case .settled(let words) = question.whenNotAsked {
        return SummaryRow(
          cells: [label(id), words, asked], details: details, emphasis: .normal)
      }
      return SummaryRow(
        cells: [label(id), "\(reason.words), counts as not clear", asked],
        details: details, emphasis: .strong)
    }
  }

  /// Which answers make the question not apply.
  private func gate(_ question: Question) -> String {
    let because = context.assess(question.when).because
    guard !because.isEmpty else { return "because of the checklist's order" }
    let causes = because.map { "\(label($0)): \(words(for: $0))" }
    return "because \(causes.joined(separator: "; "))"
  }

  private func details(_ question: Question, _ recording: Recording?) -> [String] {
    var details: [String] = []
    if let recording, !recording.wording.isEmpty, recording.wording != question.ask {
      let asked = recording.asked == .alone ? "Asked as" : "Asked together"
      details.append("\(asked): \(Printable.line(recording.wording))")
    }
    if context.answer(question.id) == .known(.choices([Option.none])) {
      // "None" is worth only as much as the list that was shown.
      let listed = question.options.filter { $0.id != Option.none }
      details.append("Listed: " + listed.map { Printable.line($0.label) }.joined(separator: "; "))
    }
    let stored = consultation.answers[question.id]
    if case .given(let answer, let then) = context.earlier(question.id) {
      details.append(outdatedWords(answer, then, question))
    } else if stored != context.answer(question.id) {
      // It says nothing to this pack, but nobody may think it was never said.
      details.append(
        "Recorded, but not an answer this pack takes: "
          + Printable.line(stored.words(for: question)))
    }
    return details + notes(on: question.id) + draftDetails(question.id)
  }

  /// An answer of another day, which counts as not asked.
  private func outdatedWords(_ answer: Answer, _ then: AnswerDay, _ question: Question) -> String {
    let words = Printable.line(answer.words(for: question, in: pack.names))
    if question.id == .plannedTreatmentDate { return "Was planned for \(words), which has gone by" }
    guard case .on(let day) = then else { return "Answered earlier: \(words)" }
    return "Answered on \(day.spelled): \(words). It speaks of that day and is asked again."
  }

  /// What staff wrote on a question, also where it does not apply any more.
  private func notes(on question: Question.ID) -> [String] {
    consultation.notes.filter { $0.subject == .question(question) }.map {
      "Note: \(Printable.line($0.text))"
    }
  }
}
