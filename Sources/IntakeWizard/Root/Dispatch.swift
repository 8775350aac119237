import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// Between the wizard and the screens on its stack: a key or a line goes to the
// topmost, what it wants comes back and is carried out.

extension Wizard {
  /// The screen on top.
  var top: any Screen { dialogs.last ?? page }

  /// Gives a key to the dialog on top.
  mutating func press(_ key: Key, on dialog: any Screen) -> [Effect] {
    if key == .escape {
      dialogs.removeLast()
      return []
    }
    return take(dialog.pressed(key, in: surroundings))
  }

  /// Puts the screen on top back as it is now, and does what it wants.
  mutating func take(_ turn: Turn?) -> [Effect] {
    guard let turn, !dialogs.isEmpty else { return takePage(turn) }
    dialogs[dialogs.count - 1] = turn.screen
    return carryOut(turn.outcomes)
  }

  /// The same with the page, whatever lies over it.
  mutating func takePage(_ turn: Turn?) -> [Effect] {
    guard let turn else { return [] }
    page = turn.screen
    return carryOut(turn.outcomes)
  }

  /// Carries out what a screen wants, in order.
  mutating func carryOut(_ outcomes: [Outcome]) -> [Effect] {
    outcomes.flatMap { carryOut($0) }
  }

  private mutating func carryOut(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .say(let words): notice = .information(words)
    case .warn(let words): notice = .trouble(words)
    case .effects(let effects): return effects
    case .close: _ = dialogs.popLast()
    case .closeAll: dialogs = []
    case .open(let dialog): dialogs.append(dialog)
    case .emergency(let id):
      if dialogs.last is EmergencyDialog { dialogs.removeLast() }
      dialogs.append(EmergencyDialog(emergency: id))
    case .show(let page): self.page = page
    case .go(let stop, let destination): go(to: stop, then: destination)
    case .visit(let question, let destination): return visit(question, then: destination)
    case .lookUp(let question): return lookUp(question)
    case .goToLastQuestion:
      guard let session = openConsultation, let last = session.checklist.items.last else { break }
      go(to: session.stop(at: last.question.id))
    case .ask(let question):
      if let session = openConsultation { go(to: session.stop(at: question)) }
    case .askFirst(let section): askFirst(of: section)
    case .back(let question): return goBack(from: question)
    case .before(let question): goBefore(question)
    case .forward(let question): return goForward(from: question)
    case .home: page = HomeScreen()
    case .review(let question): openReview(at: question)
    case .result: return openResult()
    case .showResult: if let session = openConsultation { page = ResultScreen(session) }
    case .showSkinTests(let mark):
      if let session = openConsultation { page = session.skinTestScreen(day, mark: mark) }
    case .command(let command): return perform(command)
    case .press(let key): return dispatch(key)
    case .record(let events, let question, let destination):
      return record(events, after: question, then: destination, key: pressing)
    case .confirm(let events, let section, let question):
      return confirm(events, of: section, after: question)
    case .append(let events): return append(events)
    case .answer(let events): return answer(events)
    case .dropDraft(let question): return dropDraft(question)
    case .after(let question, let destination): go(after: question, then: destination)
    case .insert(let text, let paste): return insert(text, of: paste)
    case .keepLines(let paste): return keep(paste)
    case .keepDraft(let question, let text, let count):
      return keepDraft(question, text, every: count)
    case .clear(let question): return clear(question)
    case .mark(let mark): openConsultation?.take(mark)
    case .pause: lastAnswer = .answered(at: now, by: .key(pressing))
    case .choose(let part): return choose(part)
    case .begin(let visit):
      returning = visit.map { .of($0, asked: []) } ?? .none
      return visit == nil ? [.begin] : [.flushInput, .begin]
    case .resume(let id, let page):
      destination = page
      return [.resume(id)]
    case .handOver(let role): return handOver(to: role)
    case .staff(.isHere(let member)): user = .member(member)
    case .staff(.lockFor(let member)): return lock(for: member)
    }
    return []
  }

  private mutating func append(_ events: [Event]) -> [Effect] {
    guard var session = openConsultation else { return [] }
    let effect = session.record(events)
    openConsultation = session
    return [effect]
  }

  /// Locks the screen for somebody who takes over.
  private mutating func lock(for member: StaffMember) -> [Effect] {
    let effects = lock(.switching)
    guard case .locked(var page) = door else { return effects }
    page.step = LockPage.asking(member)
    door = .locked(page)
    return effects
  }
}
