import ClinicalModel
import Consultation
import Screening
import Terminal

// The list's page in the wizard: keys go in, answers are recorded.

extension Wizard {
  mutating func listKey(_ key: Key, _ page: ListPage) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    let before = page
    var page = page
    let outcome = page.press(key, session.surroundings)
    guard !session.isSigned || page.entries == before.entries else {
      notice = .trouble("This consultation is signed: the list can no longer be changed.")
      return []
    }
    self.page = .list(page)
    // What is asked next must be read before a key answers it.
    if page.place != before.place { lastAnswer = .answered(at: now, by: .key(key)) }
    if case .removing = page.level.input {
      if case .removing = before.level.input {} else { return [.flushInput] }
    }
    switch outcome {
    case .nothing: return keepLongDraft(page, session)
    case .said(let words):
      notice = .information(words)
      return []
    case .settled(let words):
      if !words.isEmpty { notice = .information(words) }
      return recordList(page, wording: page.question.ask)
    case .reread(let count, let words):
      var session = session
      session.reread[page.question.id] = count
      desk = .open(session)
      return words.isEmpty ? [] : recordList(page, wording: words)
    case .complete: return completeList(page, session, key: key)
    case .command(let command): return perform(command)
    }
  }

  /// Appends the list as it stands, and where it is being gone on with.
  mutating func recordList(_ page: ListPage, wording: String) -> [Effect] {
    guard case .open(var session) = desk, !session.isSigned else { return [] }
    let id = page.question.id
    var events: [Event] = []
    if page.entries != session.answers[id].entries {
      events.append(.answerRecorded(id, page.answer, wording: wording))
    }
    let isChanged = !events.isEmpty
    // An answer takes the draft away, so that one is kept anew behind it.
    if page.draft != (isChanged ? "" : session.draft(of: id)) {
      events.append(.draftKept(id, page.draft))
    }
    guard !events.isEmpty else { return [] }
    let before = session
    if case .decided = session.consultation.decision, isChanged {
      notice = .information("An answer was recorded, so the decision is withdrawn. Decide again.")
    }
    let effect = session.record(events)
    desk = .open(session)
    if isChanged { tellContradictions(since: before) }
    return [effect] + openNewEmergency(since: before.report)
  }

  private mutating func keepLongDraft(_ page: ListPage, _ session: Session) -> [Effect] {
    guard page.isTyping, !session.isSigned else { return [] }
    let kept = session.draft(of: page.question.id)
    guard abs(page.draft.count - kept.count) >= 20 else { return [] }
    return recordList(page, wording: page.question.ask)
  }

  /// Says that the list is complete; an empty one is no answer.
  private mutating func completeList(
    _ page: ListPage, _ session: Session, key: Key
  ) -> [Effect] {
    guard !page.entries.isEmpty else {
      notice = .information(emptyListWords(page, session))
      return []
    }
    var effects = recordList(page, wording: page.question.ask)
    if case .open(var session) = desk, !session.draft(of: page.question.id).isEmpty,
      !session.isSigned
    {
      effects = [session.record([.draftKept(page.question.id, "")])]
      desk = .open(session)
    }
    lastAnswer = .answered(at: now, by: .key(key))
    guard case .open(let session) = desk else { return effects }
    switch page.destination {
    case .review: openReview(at: page.question.id)
    case .nextOpen: go(to: stopAfterAnswer(to: page.question.id, session))
    }
    return effects
  }

  private func emptyListWords(_ page: ListPage, _ session: Session) -> String {
    guard let gate = page.question.when.questions.first.flatMap(session.pack.question) else {
      return "An empty list is no answer: add an entry, or not sure, or declined."
    }
    return "If none: No to \(gate.label). An empty list is no answer."
  }

  /// The commands of a list: the whole list's answer, and back and forward.
  mutating func walkList(
    _ command: Command, _ page: ListPage, _ session: Session
  ) -> [Effect] {
    var page = page
    var outcome = ListOutcome.nothing
    let isForm = if case .form = page.level.input { true } else { false }
    switch command {
    case .unsure where isForm: outcome = page.fieldUnsure(session.surroundings)
    case .declined where isForm:
      outcome = .said("Inside an entry: U not sure. Declined is said of the whole list.")
    case .clearAnswer where isForm: outcome = page.clearField(session.surroundings)
    case .unsure, .declined, .clearAnswer:
      guard page.entries.isEmpty else {
        notice = .information("Entries are on file. Mark one, then - removes it, one by one.")
        return []
      }
      guard page.draft.isEmpty else {
        notice = .information("Something is typed: Ctrl-U clears it first.")
        return []
      }
      if command == .clearAnswer { return clear(page.question, session) }
      let reason: UnknownReason = command == .unsure ? .unsure : .declined
      return record(
        .unknown(reason), to: page.question, then: page.destination, key: .unrecognised)
    case .back:
      let kept = leavePage()
      goBack(from: page.question.id, session)
      return kept
    default:
      let kept = leavePage()
      go(to: session.neighbour(of: page.question.id, offset: 1))
      return kept
    }
    self.page = .list(page)
    if case .said(let words) = outcome { notice = .information(words) }
    if case .settled = outcome { return recordList(page, wording: page.question.ask) }
    return []
  }

  /// Shows the emergency that an answer has called for.
  mutating func openNewEmergency(since before: Report) -> [Effect] {
    guard case .open(let session) = desk,
      let emergency = session.report.emergencies.first(where: { !before.emergencies.contains($0) })
    else { return [] }
    overlays = [.emergency(emergency, scroll: 0)]
    return [.flushInput]
  }
}

extension Session {
  var surroundings: ListSurroundings {
    ListSurroundings(pack: pack, answers: answers, today: day)
  }

  /// The page of a list, with what an earlier consultation holds of it.
  func listPage(_ question: Question) -> ListPage {
    var page = ListPage(
      question, answer: answers[question.id], draft: draft(of: question.id), tables: pack.names)
    if case .of(let visit, _) = earlier, question.admits(visit.answers[question.id]),
      case .known(.entries(let entries)) = visit.answers[question.id]
    {
      page.beginRereading(entries, from: visit.day, at: reread[question.id] ?? 0)
    }
    return page
  }
}

extension Answer {
  /// The entries of a list; none of any other answer.
  var entries: [Answers] {
    if case .known(.entries(let entries)) = self { entries } else { [] }
  }
}
