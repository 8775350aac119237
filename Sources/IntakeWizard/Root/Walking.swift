import ClinicalModel
import Consultation
import Terminal

// Back, forward, clear and the next open question, from any page of the
// checklist.

extension Wizard {
  /// What the page does with back, forward, clear, not sure and declined.
  mutating func walk(_ step: Command) -> [Effect] {
    takePage(page.walked(step, in: surroundings))
  }

  /// Takes an answer back: the question is open again, which is not a no.
  mutating func clear(_ question: Question) -> [Effect] {
    guard var session = openConsultation else { return [] }
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
    let effect = session.record([clearing])
    // It was opened by itself and stays so, even where its group is open again.
    if let open = session.checklist.openGroup(with: question.id) {
      session.opened.insert(open.group.id)
    }
    openConsultation = session
    if let table = page as? TableScreen {
      page = TableScreen(section: table.section, row: .question(question.id))
    } else {
      go(to: .question(question.id))
    }
    notice = .information("The answer is cleared. The earlier one stays in the history.")
    return [effect]
  }

  /// The question before, with what is typed kept.
  mutating func goBack(from question: Question.ID) -> [Effect] {
    let kept = leavePage()
    guard var session = openConsultation else { return kept }
    // From the first member of a group that nobody has answered the way back
    // leads to the group, which may then still be denied as one.
    if let open = session.checklist.openGroup(with: question), open.members.first?.id == question,
      session.opened.contains(open.group.id)
    {
      session.opened.remove(open.group.id)
      openConsultation = session
      go(to: .group(open.group.id))
      return kept
    }
    goBefore(question)
    return kept
  }

  /// The question before in the checklist.
  mutating func goBefore(_ question: Question.ID) {
    guard let session = openConsultation else { return }
    switch session.neighbour(of: question, offset: -1) {
    case .review: notice = .information("This is the first question.")
    case let stop: go(to: stop)
    }
  }

  mutating func goForward(from question: Question.ID) -> [Effect] {
    let kept = leavePage()
    if let session = openConsultation { go(to: session.neighbour(of: question, offset: 1)) }
    return kept
  }
}
