import ClinicalModel
import Consultation
import Screening
import Terminal

// Keys while something lies over the page. Esc closes every overlay.

extension Wizard {
  mutating func overlayKey(_ key: Key, _ overlay: Overlay) -> [Effect] {
    if key == .escape {
      overlays.removeLast()
      return []
    }
    switch overlay {
    case .help(let scroll): scrollKey(key, scroll, helpBody) { .help(scroll: $0) }
    case .about(let scroll): scrollKey(key, scroll, aboutBody) { .about(scroll: $0) }
    case .findings(let selected, _): return findingsKey(key, selected)
    case .jump(let field, let mark): return jumpKey(key, field, mark)
    case .note(let field): return noteKey(key, field)
    case .paste(let paste): return pasteKey(key, paste)
    case .actions(let mark): return actionsKey(key, mark)
    case .parts: return partsKey(key)
    case .leave: return leaveKey(key)
    case .emergencies: return emergenciesKey(key)
    case .passphrase(let form): return passphraseKey(key, form)
    case .people: return peopleKey(key)
    case .emergency(let id, let scroll):
      let step = [.up, .pageUp].contains(key) ? -1 : [.down, .pageDown].contains(key) ? 1 : 0
      if step != 0 {
        replaceTop(.emergency(id, scroll: min(max(0, scroll + step), 12)))
        return []
      }
      // What was being typed below is still there.
      if key == .character("r") || key == .character("R") {
        overlays.removeLast()
        return []
      }
      let key = shownKey("r") == " " ? "Esc" : "R"
      notice = .information("\(key) returns to the record. Nothing is lost.")
    }
    return []
  }

  mutating func replaceTop(_ overlay: Overlay) { overlays[overlays.count - 1] = overlay }

  private mutating func scrollKey(
    _ key: Key, _ scroll: Int, _ draw: (inout Canvas) -> Void, _ make: (Int) -> Overlay
  ) {
    // Measured at the usual width: scrolling past the end would make Up seem
    // dead afterwards.
    var body = Canvas(width: 80)
    draw(&body)
    let last = max(0, body.lines.count - 12)
    switch key {
    case .up: replaceTop(make(max(0, scroll - 1)))
    case .down: replaceTop(make(min(last, scroll + 1)))
    case .pageUp: replaceTop(make(max(0, scroll - 15)))
    case .pageDown, .character(" "): replaceTop(make(min(last, scroll + 15)))
    case .character("?"), .enter: overlays.removeLast()
    case .control("c"): _ = perform(.leave)
    default: notice = .information("Esc closes this.")
    }
  }

  private mutating func findingsKey(_ key: Key, _ selected: Int) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    let findings = session.lines
    switch key {
    case .up: replaceTop(.findings(selected: max(0, selected - 1), scroll: 0))
    case .down:
      replaceTop(.findings(selected: min(selected + 1, max(0, findings.count - 1)), scroll: 0))
    case .character("g"), .character("G"): overlays.removeLast()
    case .enter:
      guard findings.indices.contains(selected) else { return [] }
      let line = findings[selected]
      guard let question = (line.because.map(\.question) + line.missing).first else { return [] }
      overlays = []
      return visit(question, then: .nextOpen)
    case .control("c"): return perform(.leave)
    default: notice = .information("Enter goes to the answer. Esc closes the findings.")
    }
    return []
  }

  /// Goes to a question from a list.
  mutating func visit(
    _ question: Question.ID, then destination: QuestionPage.Destination
  ) -> [Effect] {
    let kept = leavePage()
    guard case .open(let session) = desk, session.item(question) != nil else {
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

  private mutating func leaveKey(_ key: Key) -> [Effect] {
    switch key {
    case .character("s"), .character("S"):
      if case .open(let session) = desk, case .failed = session.saving {
        notice = .trouble(
          "\(session.unsaved.count) entries are not saved. X leaves without them; R returns.")
        return []
      }
      return [.quit]
    case .character("x"), .character("X"):
      guard case .open(let session) = desk, case .failed = session.saving else { return [] }
      return [.quit]
    case .character("r"), .character("R"):
      overlays.removeLast()
      return []
    default:
      notice = .information("\(shownKey("s")) saves and leaves, \(shownKey("r")) returns.")
      return []
    }
  }

  private mutating func emergenciesKey(_ key: Key) -> [Effect] {
    guard case .character(let character) = key, let number = character.wholeNumberValue,
      emergencies.indices.contains(number - 1)
    else {
      notice = .information("Press the number of a screen. Esc closes.")
      return []
    }
    replaceTop(.emergency(emergencies[number - 1].id, scroll: 0))
    return []
  }

  /// The screens of the pack in hand; before a consultation is open, those of
  /// the pack for new ones.
  var emergencies: [Emergency] {
    if case .open(let session) = desk { session.pack.emergencies } else { setting.pack.emergencies }
  }
}
