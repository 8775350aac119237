import ClinicalModel
import Consultation
import Screening
import Terminal

// From a key to an answer, and on to the next question.

extension Wizard {
  /// Records an answer and goes on.
  mutating func record(_ answer: Answer, _ page: QuestionPage, key: Key) -> [Effect] {
    record(answer, to: page.question, then: page.destination, key: key)
  }

  /// Records an answer in the question's own words and goes on.
  mutating func record(
    _ answer: Answer, to question: Question, then destination: QuestionPage.Destination, key: Key
  ) -> [Effect] {
    record(
      [.answerRecorded(question.id, answer, wording: question.ask)], after: question.id,
      then: destination, key: key)
  }

  /// Records what was said with one key and goes on after a question.
  mutating func record(
    _ events: [Event], after question: Question.ID, then destination: QuestionPage.Destination,
    key: Key
  ) -> [Effect] {
    guard var session = opened else { return [] }
    guard !session.isSigned else {
      notice = .trouble("This consultation is signed: answers can no longer be changed.")
      return []
    }
    for (question, answer, _) in events.flatMap(\.answersRecorded) {
      guard let asked = session.pack.question(question),
        let words = session.refusal(of: answer, to: asked)
      else { continue }
      notice = .trouble(words)
      return []
    }
    let before = session
    if case .decided = session.consultation.decision {
      notice = .information("An answer was recorded, so the decision is withdrawn. Decide again.")
    }
    let effect = session.record(events)
    opened = session
    lastAnswer = .answered(at: now, by: .key(key))
    switch destination {
    case .review: openReview(at: question)
    case .nextOpen: go(to: stopAfterAnswer(to: question, session))
    }
    tellContradictions(since: before)
    return [effect] + openNewEmergency(since: before.report)
  }

  /// Keeps what is being typed, so that a kill loses at most a few letters.
  mutating func keepDraft(_ question: Question, _ text: String, every count: Int) -> [Effect] {
    guard var session = opened, !session.isSigned else { return [] }
    let kept = session.draft(of: question.id)
    guard kept != text, abs(text.count - kept.count) >= count else { return [] }
    let effect = session.record([.draftKept(question.id, text)])
    opened = session
    return [effect]
  }

  /// Keeps the draft of the page that is being left.
  mutating func leavePage() -> [Effect] {
    if case .screen(let screen) = page { return carryOut(screen.leaving(in: surroundings)) }
    if case .table(let page) = page, case .field(let field) = page.entry,
      let session = opened, let question = page.question.flatMap(session.pack.question)
    {
      return keepDraft(question, field.text, every: 1)
    }
    if case .list(let page) = page { return recordList(page, wording: page.question.ask) }
    guard case .question(let page) = page, let session = opened else { return [] }
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

  /// Shows a stop of the checklist; past the last question comes the review.
  mutating func go(
    to stop: Stop, then destination: QuestionPage.Destination = .nextOpen
  ) {
    guard let session = opened else { return }
    switch stop {
    case .question(let id):
      guard let question = session.pack.question(id) else { return }
      if case .list = question.kind {
        var shown = session.listPage(question)
        shown.destination = destination
        page = .list(shown)
        return
      }
      var shown = QuestionPage(
        question, draft: session.draft(of: id), answer: session.answers[id],
        today: session.day)
      shown.destination = destination
      page = .question(shown)
    case .group(let id): page = .group(GroupPage(group: id))
    case .table(let section, let row):
      let rows = session.tableRows(section)
      guard let row = rows.contains(row) ? row : rows.first else { return openReview(at: nil) }
      page = .table(TablePage(section: section, row: row, destination: destination))
    case .reconfirm(let section): page = .reconfirm(ReconfirmPage(section: section))
    case .partDone: page = .partDone(PartDonePage())
    case .review: openReview(at: nil)
    }
  }

  /// Whether a key comes so soon after an answer that nobody can have read the
  /// next question: a held key, a burst or a paste without marks must not
  /// answer it (UX §3.6). Text fields take what is typed.
  func isTooSoon(_ key: Key) -> Bool {
    guard dialogs.isEmpty, case .answered(let time, _) = lastAnswer else { return false }
    switch page {
    case .list(let page):
      // A Tab that is held down must not go on to say that the list is complete.
      if key == .tab { return now.milliseconds - time.milliseconds < 120 }
      if page.isTyping { return false }
    case .question(let page):
      if case .field = page.input { return false }
    case .table(let page):
      if case .field = page.entry { return false }
    case .group, .reconfirm, .partDone: break
    case .screen(let screen): return screen.isHasty(key) && now.milliseconds - time.milliseconds < 120
    case .home, .returning, .review, .result, .skinTests, .worklist, .export: return false
    }
    switch key {
    case .character, .enter: return now.milliseconds - time.milliseconds < 120
    default: return false
    }
  }
}

extension Session {
  /// Text typed for a question and not yet an answer, durable or not.
  ///
  /// A word such as `3d` counts from the day on which it was typed. Marks on a
  /// question that speaks of now are not taken over to another day.
  func draft(of question: Question.ID) -> String {
    let kept = keptDraft(of: question)
    let then = day(ofDraft: question)
    guard !kept.isEmpty, then != day, let asked = pack.question(question) else { return kept }
    if asked.kind == .multiple, asked.validFor == .day { return "" }
    return asked.settling(draft: kept, typedOn: then)
  }

  private func keptDraft(of question: Question.ID) -> String {
    var draft = consultation.drafts[question] ?? ""
    for event in unsaved {
      switch event {
      case .draftKept(question, let text): draft = text
      default:
        if event.answersRecorded.contains(where: { $0.question == question }) { draft = "" }
      }
    }
    return draft
  }
}
