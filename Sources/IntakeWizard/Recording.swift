import ClinicalModel
import Consultation
import Screening
import Terminal

// From a key to an answer, and on to the next question.

extension Wizard {
  /// Records an answer and goes on.
  mutating func record(_ answer: Answer, _ page: QuestionPage, key: Key) -> [Effect] {
    guard case .open(var session) = desk else { return [] }
    guard !session.isSigned else {
      notice = .trouble("This consultation is signed: answers can no longer be changed.")
      return []
    }
    let question = page.question
    let before = session.report
    if case .decided = session.consultation.decision {
      notice = .information("An answer was recorded, so the decision is withdrawn. Decide again.")
    }
    var effects = [
      session.record([.answerRecorded(question.id, answer, wording: question.ask)])
    ]
    desk = .open(session)
    lastAnswer = .answered(at: now, by: .key(key))
    switch page.destination {
    case .review: openReview(at: question.id)
    case .nextOpen: go(to: session.checklist.nextOpen(after: question.id))
    }
    let newEmergencies = session.report.emergencies.filter { !before.emergencies.contains($0) }
    if let emergency = newEmergencies.first {
      overlays = [.emergency(emergency)]
      effects.append(.flushInput)
    }
    return effects
  }

  /// Keeps what is being typed, so that a kill loses at most a few letters.
  mutating func keepDraft(_ question: Question, _ text: String, every count: Int) -> [Effect] {
    guard case .open(var session) = desk, !session.isSigned else { return [] }
    let kept = session.draft(of: question.id)
    guard kept != text, abs(text.count - kept.count) >= count else { return [] }
    let effect = session.record([.draftKept(question.id, text)])
    desk = .open(session)
    return [effect]
  }

  /// Keeps the draft of the page that is being left.
  mutating func leavePage() -> [Effect] {
    guard case .question(let page) = page, case .open(let session) = desk else { return [] }
    if case .several(_, let marked) = page.input {
      // Marks that were not confirmed are kept like a text that was begun.
      let ids = page.question.options.map(\.id).filter(marked.contains)
      let recorded = session.answers[page.question.id]
      if recorded == .known(.choices(ids)) || (ids.isEmpty && recorded.isUnknown) { return [] }
      return keepDraft(page.question, ids.map(\.rawValue).joined(separator: ", "), every: 1)
    }
    guard case .field(let field) = page.input else { return [] }
    if case .known(.text(let text)) = session.answers[page.question.id],
      text == field.text, session.draft(of: page.question.id).isEmpty
    {
      return []
    }
    return keepDraft(page.question, field.text, every: 1)
  }

  /// Shows a place of the checklist; past the last question comes the review.
  mutating func go(to place: Checklist.Place) {
    guard case .open(let session) = desk else { return }
    switch place {
    case .question(let id):
      guard let question = session.pack.question(id) else { return }
      page = .question(
        QuestionPage(question, draft: session.draft(of: id), answer: session.answers[id]))
    case .end: openReview(at: nil)
    }
  }

  /// Whether a key comes so soon after an answer that nobody can have read the
  /// next question: a held key, a burst or a paste without marks must not
  /// answer it (UX §3.6). Text fields take what is typed.
  func isTooSoon(_ key: Key) -> Bool {
    guard overlays.isEmpty, case .question(let page) = page,
      case .answered(let time, _) = lastAnswer
    else { return false }
    if case .field = page.input { return false }
    switch key {
    case .character, .enter: return now.milliseconds - time.milliseconds < 120
    default: return false
    }
  }
}

extension Session {
  /// Text typed for a question and not yet an answer, durable or not.
  func draft(of question: Question.ID) -> String {
    var draft = consultation.drafts[question] ?? ""
    for event in unsaved {
      switch event {
      case .draftKept(question, let text): draft = text
      case .answerRecorded(question, _, _): draft = ""
      default: break
      }
    }
    return draft
  }
}
