import ClinicalModel
import Consultation
import Screening
import Terminal

// From a key to an answer, and on to the next question.

extension Wizard {
  /// Records what was said with one key and goes on after a question.
  mutating func record(
    _ events: [Event], after question: Question.ID, then destination: AfterAnswer,
    key: Key
  ) -> [Effect] {
    guard var session = openConsultation else { return [] }
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
    openConsultation = session
    lastAnswer = .answered(at: now, by: .key(key))
    go(after: question, then: destination)
    tellContradictions(since: before)
    return [effect] + openNewEmergency(since: before.report)
  }

  /// Keeps what is being typed, so that a kill loses at most a few letters.
  mutating func keepDraft(_ question: Question, _ text: String, every count: Int) -> [Effect] {
    guard var session = openConsultation, !session.isSigned else { return [] }
    let kept = session.draft(of: question.id)
    guard kept != text, abs(text.count - kept.count) >= count else { return [] }
    let effect = session.record([.draftKept(question.id, text)])
    openConsultation = session
    return [effect]
  }

  /// Goes on after a question that is answered.
  mutating func go(after question: Question.ID, then destination: AfterAnswer) {
    guard let session = openConsultation else { return }
    switch destination {
    case .review: openReview(at: question)
    case .nextOpen: go(to: stopAfterAnswer(to: question, session))
    }
  }

  /// Keeps what the page that is being left wants to be kept.
  mutating func leavePage() -> [Effect] { carryOut(page.leaving(in: surroundings)) }

  /// Shows a stop of the checklist; past the last question comes the review.
  mutating func go(to stop: Stop, then destination: AfterAnswer = .nextOpen) {
    guard let session = openConsultation else { return }
    switch stop {
    case .question(let id):
      guard let question = session.pack.question(id) else { return }
      if case .list = question.kind {
        var shown = session.listScreen(question)
        shown.destination = destination
        page = shown
        return
      }
      var shown = QuestionScreen(
        question, draft: session.draft(of: id), answer: session.answers[id], today: session.day)
      shown.destination = destination
      page = shown
    case .group(let id): page = GroupScreen(group: id)
    case .table(let section, let row):
      let rows = session.tableRows(section)
      guard let row = rows.contains(row) ? row : rows.first else { return openReview(at: nil) }
      page = TableScreen(section: section, row: row, destination: destination)
    case .reconfirm(let section): page = ReconfirmScreen(section: section)
    case .partDone: page = PartDoneScreen()
    case .review: openReview(at: nil)
    }
  }

  /// The first open question of a section, else of what is left.
  mutating func askFirst(of section: Section.ID) {
    guard let session = openConsultation else { return }
    let first = session.checklist.items(in: section).first { $0.isOpen }?.question.id
    go(to: first.map { session.stop(at: $0) } ?? session.firstStop(in: part))
  }

  /// Facts of a section that were read out and confirmed.
  mutating func confirm(
    _ events: [Event], of section: Section.ID, after question: Question.ID
  ) -> [Effect] {
    let effects = record(events, after: question, then: .nextOpen, key: pressing)
    if !effects.isEmpty { openConsultation?.changes.confirmed(section) }
    return effects
  }

  /// An answer that leaves the person where they are.
  mutating func answer(_ events: [Event]) -> [Effect] {
    guard var session = openConsultation else { return [] }
    let isChanged = events.contains { !$0.answersRecorded.isEmpty }
    let before = session
    if case .decided = session.consultation.decision, isChanged {
      notice = .information("An answer was recorded, so the decision is withdrawn. Decide again.")
    }
    let effect = session.record(events)
    openConsultation = session
    if isChanged { tellContradictions(since: before) }
    return [effect] + openNewEmergency(since: before.report)
  }

  /// What was typed for a question is given up.
  mutating func dropDraft(_ question: Question.ID) -> [Effect] {
    guard var session = openConsultation, !session.draft(of: question).isEmpty, !session.isSigned
    else {
      return []
    }
    let effect = session.record([.draftKept(question, "")])
    openConsultation = session
    return [effect]
  }

  /// Shows the emergency that an answer has called for.
  mutating func openNewEmergency(since before: Report) -> [Effect] {
    guard let session = openConsultation,
      let emergency = session.report.emergencies.first(where: { !before.emergencies.contains($0) })
    else { return [] }
    dialogs = [EmergencyDialog(emergency: emergency)]
    return [.flushInput]
  }

  /// Whether a key comes so soon after an answer that nobody can have read the
  /// next question: a held key, a burst or a paste without marks must not
  /// answer it.
  func isTooSoon(_ key: Key) -> Bool {
    guard dialogs.isEmpty, case .answered(let time, _) = lastAnswer else { return false }
    return page.isHasty(key) && now.milliseconds - time.milliseconds < 120
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
