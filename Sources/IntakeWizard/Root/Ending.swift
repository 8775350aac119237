import ClinicalModel
import Consultation
import Screening
import Terminal

// The end of a consultation or of a part of it.

extension Wizard {
  mutating func openReview(at question: Question.ID?) {
    guard var session = openConsultation else { return }
    let review = ReviewScreen(session, at: question)
    page = review
    // The result opens only after the last line of the review was on screen.
    if review.isAtEnd(ReviewList(session)) { session.reviewed = .toItsEnd }
    openConsultation = session
  }

  mutating func openResult() -> [Effect] {
    guard let session = openConsultation else { return [] }
    if session.isSigned {
      page = ExportScreen(folder: setting.exportFolder)
      return []
    }
    guard session.reviewed == .toItsEnd else {
      if page is ReviewScreen {
        notice = .information("The result stays closed until the review was shown to its end.")
        return []
      }
      openReview(at: nil)
      notice = .information("First the review: End or PgDn goes to its last line, then R.")
      return leavePage()
    }
    page = ResultScreen(session)
    return [.flushInput]
  }

  /// Opens the page of skin tests.
  mutating func openSkinTests() -> [Effect] {
    guard let session = openConsultation else { return [] }
    guard session.skinTestQuestion != nil else {
      notice = .information("This pack asks for no skin tests.")
      return []
    }
    let kept = leavePage()
    page = session.skinTestScreen(day)
    return kept
  }

  /// Leaves the rest to somebody: recorded, saved and closed.
  mutating func handOver(to role: StaffRole) -> [Effect] {
    guard var session = openConsultation, !session.isSigned else { return closeConsultation() }
    let effect = session.record([.handedOver(to: role)])
    openConsultation = session
    closing = .afterSaving
    return [effect]
  }

  /// Chooses whose part is walked through.
  mutating func choose(_ part: Part) -> [Effect] {
    let kept = leavePage()
    self.part = part
    notice = .information(
      part == .everyone
        ? "Every question is asked." : "Only the \(part.words)'s questions are asked now.")
    guard let session = openConsultation, !session.isSigned else { return kept }
    go(to: session.firstStop(in: part))
    return kept
  }

  /// A summary was written.
  mutating func exported(_ path: String, _ note: String) -> [Effect] {
    let told = takePage(page.took(.exported(path), in: surroundings))
    notice = note.isEmpty ? .information("Written.") : .trouble(note)
    guard var session = openConsultation else { return told }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let format = name.hasSuffix(".pdf") ? "pdf" : "text"
    let effect = session.record([.exported(Export(format: format, fileName: name))])
    openConsultation = session
    return told + [effect]
  }
}
