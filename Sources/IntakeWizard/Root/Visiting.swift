import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// Goes to a question from a list.
  mutating func visit(
    _ question: Question.ID, then destination: AfterAnswer
  ) -> [Effect] {
    let kept = leavePage()
    guard let session = openConsultation, session.item(question) != nil else {
      notice = .information("This question does not apply to this patient now.")
      return kept
    }
    if session.pack.section(of: question)?.form == .table,
      let section = session.pack.section(of: question)
    {
      go(to: .table(section.id, .question(question)), then: destination)
    } else {
      go(to: .question(question), then: destination)
    }
    return kept
  }
}
