import ClinicalModel
import Consultation
import Screening
import Terminal

// Back, forward, clear, not sure, declined and the next open question, on every
// page of the checklist.

extension Wizard {
  mutating func walk(_ command: Command, _ session: Session) -> [Effect] {
    if command == .next {
      let kept = leavePage()
      go(to: session.firstStop(in: part))
      return kept
    }
    let current: QuestionPage
    switch page {
    case .question(let page): current = page
    case .list(let page): return walkList(command, page, session)
    case .table(let page): return leavePage() + walkTable(command, page, session)
    case .group, .reconfirm: return walkGroup(command, session)
    case .home, .returning, .partDone, .review, .result, .skinTests, .worklist, .export:
      if command == .back, let last = session.checklist.items.last {
        go(to: session.stop(at: last.question.id))
      }
      return []
    }
    switch command {
    case .unsure: return record(.unknown(.unsure), current, key: .unrecognised)
    case .declined: return record(.unknown(.declined), current, key: .unrecognised)
    case .clearAnswer: return clear(current.question, session)
    case .back:
      let kept = leavePage()
      goBack(from: current.question.id, session)
      return kept
    default:
      let kept = leavePage()
      go(to: session.neighbour(of: current.question.id, offset: 1))
      return kept
    }
  }

  /// Takes an answer back: the question is open again, which is not a no.
  mutating func clear(_ question: Question, _ session: Session) -> [Effect] {
    guard session.answers[question.id] != .unknown(.notAsked) else {
      notice = .information("This question is not answered yet.")
      return []
    }
    if let words = session.refusal(of: .unknown(.notAsked), to: question) {
      notice = .trouble(words)
      return []
    }
    let clearing = Event.answerRecorded(question.id, .unknown(.notAsked), wording: question.ask)
    guard !session.isSigned else {
      return record([clearing], after: question.id, then: .nextOpen, key: .enter)
    }
    var session = session
    let effect = session.record([clearing])
    // It was opened by itself and stays so, even where its group is open again.
    if let open = session.checklist.openGroup(with: question.id) {
      session.opened.insert(open.group.id)
    }
    desk = .open(session)
    if case .table(let page) = page {
      self.page = .table(TablePage(section: page.section, row: .question(question.id)))
    } else {
      go(to: .question(question.id))
    }
    notice = .information("The answer is cleared. The earlier one stays in the history.")
    return [effect]
  }

  mutating func goBack(from question: Question.ID, _ session: Session) {
    // From the first member of a group that nobody has answered the way back
    // leads to the group, which may then still be denied as one.
    if let open = session.checklist.openGroup(with: question), open.members.first?.id == question,
      session.opened.contains(open.group.id)
    {
      var session = session
      session.opened.remove(open.group.id)
      desk = .open(session)
      go(to: .group(open.group.id))
      return
    }
    switch session.neighbour(of: question, offset: -1) {
    case .review: notice = .information("This is the first question.")
    case let stop: go(to: stop)
    }
  }

  /// Back and forward from a page that holds several questions.
  private mutating func walkGroup(_ command: Command, _ session: Session) -> [Effect] {
    var first: Question.ID?
    var open: Checklist.OpenGroup?
    switch page {
    case .group(let page):
      open = session.openGroup(page.group)
      first = open?.members.first?.id
    case .reconfirm(let page):
      let section = session.pack.sections.first { $0.id == page.section }
      first = section.flatMap { session.factsToConfirm(in: $0).first?.question.id }
    default: break
    }
    switch command {
    case .back: if let first { goBack(from: first, session) }
    case .forward where open == nil, .clearAnswer:
      notice = .information("Nothing is answered here yet.")
    default:
      if let open { return openMembers(open, key: .unrecognised) }
      notice = .information("Y confirms, N asks everything anew, a number marks a change.")
    }
    return []
  }
}
