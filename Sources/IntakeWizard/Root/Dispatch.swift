import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

// Between the wizard and the screens on its stack: a key or a line goes to the
// topmost, what it wants comes back and is carried out.

extension Wizard {
  /// What the screens read.
  var surroundings: Surroundings {
    var all = surroundingsWithoutDigits
    all.digits = digits
    return all
  }

  /// The same before it is known what digits stand for.
  var surroundingsWithoutDigits: Surroundings {
    var all = factlessSurroundings
    all.pageFacts = pageFacts
    all.pageKeys = pageKeys
    return all
  }

  /// The same before the page has told of itself.
  var factlessSurroundings: Surroundings {
    Surroundings(
      setting: setting, display: display, opened: opened, notice: notice, part: part, day: day,
      now: now, user: user, roster: roster, face: face, window: window, home: home,
      readings: readings, tries: tries, pageFacts: ScreenFacts(), pageKeys: KeyTable(title: "", keys: []), cover: cover,
      digits: [:])
  }

  /// What lies over the page.
  var cover: Cover {
    switch dialogs.last {
    case nil: .nothing
    case is EmergencyDialog: .whole
    case .some: .dialog
    }
  }

  /// Gives a key to the dialog on top.
  mutating func press(_ key: Key, on dialog: any Screen) -> [Effect] {
    if key == .escape {
      dialogs.removeLast()
      return []
    }
    return take(dialog.pressed(key, in: surroundings))
  }

  /// Puts the topmost dialog back as it is now, and does what it wants.
  mutating func take(_ turn: Turn?) -> [Effect] {
    guard let turn else { return [] }
    if dialogs.isEmpty {
      page = .screen(turn.screen)
    } else {
      dialogs[dialogs.count - 1] = turn.screen
    }
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
    case .close: dialogs.removeLast()
    case .closeAll: dialogs = []
    case .open(let dialog): dialogs.append(dialog)
    case .emergency(let id):
      if dialogs.last is EmergencyDialog { dialogs.removeLast() }
      dialogs.append(EmergencyDialog(emergency: id))
    case .show(let page): self.page = .screen(page)
    case .go(let stop, let destination): go(to: stop, then: destination)
    case .visit(let question, let destination): return visit(question, then: destination)
    case .lookUp(let question): return lookUp(question)
    case .goToLastQuestion:
      guard let session = opened, let last = session.checklist.items.last else { break }
      go(to: session.stop(at: last.question.id))
    case .review(let question): openReview(at: question)
    case .result: return openResult()
    case .command(let command): return perform(command)
    case .press(let key): return dispatch(key)
    case .record(let events, let question, let destination):
      return record(events, after: question, then: destination, key: pressing)
    case .append(let events): return append(events)
    case .insert(let text, let paste): return insert(text, of: paste)
    case .keepLines(let paste):
      return keepAsEntries(paste)
        ?? insert(paste.lines.joined(separator: "; "), of: paste)
    case .keepDraft(let question, let text, let count):
      return keepDraft(question, text, every: count)
    case .clear(let question): return opened.map { clear(question, $0) } ?? []
    case .change(let change): if var session = opened { change(&session); opened = session }
    case .pause: lastAnswer = .answered(at: now, by: .key(pressing))
    case .choose(let part): return choose(part)
    case .staff(.isHere(let member)): user = .member(member)
    case .staff(.lockFor(let member)): return lock(for: member)
    }
    return []
  }

  private mutating func append(_ events: [Event]) -> [Effect] {
    guard var session = opened else { return [] }
    let effect = session.record(events)
    opened = session
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
