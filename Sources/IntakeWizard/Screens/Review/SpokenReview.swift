import ClinicalModel
import Consultation
import Screening

extension ReviewScreen {
  /// The review is always said whole: the result may follow only then.
  func spoken(_ around: Around) -> LinearPage {
    let session = around.session
    var spoken = LinearPage(
      place: "review", section: "review", prompt: "R result, a number such as 4.2, E or <")
    spoken.lines.append("Check the answers before the result.")
    for row in ReviewList(session).rows {
      switch row {
      case .rule, .end: break
      case .heading(let text, let right):
        spoken.lines.append(LinearWords.sentence(text))
        if !right.isEmpty { spoken.lines.append("\(right).") }
      case .notApplicable(let words): spoken.lines.append(LinearWords.sentence(words))
      case .note(let words): spoken.lines.append("Note: \(LinearWords.sentence(words))")
      case .contradiction(let words, _, let number):
        spoken.lines.append("\(number) Check: \(words).")
      case .section(let title): spoken.lines.append("Section \(title):")
      case .answer(let item, let number):
        let words = item.answer.words(for: item.question)
        let name = "\(number) \(item.question.label)"
        switch item.answer {
        case .unknown(.notAsked):
          let outdated = session.outdatedWords(item.question).map { ", \($0)" } ?? ""
          spoken.lines.append("\(name): not answered\(outdated)")
        case .unknown: spoken.lines.append("\(name): \(words), counts as not clear")
        case .known(.entries):
          let lines = item.answer.lines(for: item.question, in: session.pack.names)
          spoken.lines += lines.enumerated().map { "\(name), entry \($0 + 1): \($1)" }
        case .known:
          let together =
            if case .together = session.consultation.recordings[item.question.id]?.asked {
              ", asked together with others"
            } else { "" }
          spoken.lines.append("\(name): \(words)\(together)")
        }
        spoken.lines += session.notes(on: .question(item.question.id)).map {
          "Note on \(number): \(LinearWords.sentence($0.text))"
        }
      }
    }
    spoken.lines.append("End of the review.")
    spoken.now = [
      "R Show the result", "E Go to the next question that is not answered",
      "The number of a question, such as 4.2, changes its answer.",
    ]
    return spoken
  }
}
