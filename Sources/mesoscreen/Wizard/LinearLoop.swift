import Consultation
import Foundation
import IntakeWizard
import Terminal
import TerminalCurses

/// The wizard's loop by lines: say what is new, ask, read one line, perform.
///
/// Nothing is moved or coloured, and nothing is cleared but for the lock. What
/// is said as saved is on the disk by then, as the line is only written after
/// the effects are done.
struct LinearLoop {
  let performer: EffectPerformer
  var wizard: Wizard
  private let input = LineInput()
  private var face = LinearFace()
  private var ending = WizardLoop.Ending.notYet
  /// Whether somebody is there to be asked something.
  private var isHeard = true

  init(performer: EffectPerformer, wizard: Wizard) {
    self.performer = performer
    self.wizard = wizard
  }

  /// Runs until the person, the input or the system ends it, and tells which.
  ///
  /// - Parameter greeting: what is said first, such as why lines are used.
  mutating func run(_ greeting: [String], effects: [Effect]) throws(Failure) -> WizardLoop.Ending {
    defer { input.close() }
    try say(greeting)
    wizard.becomeLines()
    wizard.attend(input.isTyped ? .person : .program, at: performer.now())
    try perform(effects)
    while ending == .notYet {
      try say(face.speak(wizard))
      input.setEcho(!wizard.wantsSecret)
      try ask()
      try take(next())
    }
    input.setEcho(true)
    let leaves = ending == .left || (ending == .otherFace && FaceChoice.ability == .screen)
    if isHeard, input.isTyped, leaves { try offerClearing() }
    return ending
  }

  /// The next line; what time does meanwhile is done.
  private mutating func next() throws(Failure) -> LineInput.Event {
    while true {
      let event = input.next(within: wizard.pause(at: performer.now()))
      guard event == .timedOut else { return event }
      let before = wizard.isWarning
      try perform(wizard.update(.idle(at: performer.now())))
      if wizard.isLocked { return event }
      if wizard.isWarning, !before {
        try say([""] + wizard.spokenWarning)
        try ask()
      }
    }
  }

  private mutating func take(_ event: LineInput.Event) throws(Failure) {
    let now = performer.now()
    switch event {
    case .line(let line): try take(line, at: now)
    case .tooLong: try say(["The line is too long. Nothing of it was taken."])
    case .interrupted:
      try say([""])
      try perform(wizard.update(.key(.control("c"), at: now)))
    case .timedOut: break
    case .toStop: try perform(wizard.update(.key(.control("z"), at: now)))
    case .resumed: try perform(wizard.update(.resumed(at: now)))
    case .ended:
      try perform(wizard.update(.ended))
      let unsaved = wizard.unsavedCount
      guard unsaved == 0 else {
        throw Failure(
          .storage, "the input has ended and \(unsaved) entries could not be saved",
          safe: "everything before them is saved", next: "free some space and start again")
      }
      try say(["", "The input has ended. Everything recorded is saved. Start again to go on."])
      ending = .left
      isHeard = false
    case .signalled(let signal):
      try perform(wizard.update(.ended))
      ending = .signalled(Int(signal))
    }
  }

  private mutating func take(_ line: String, at now: Instant) throws(Failure) {
    let overdue = wizard.lockWhenOverdue(at: now)
    if !overdue.isEmpty { return try perform(overdue) }
    if wizard.isWarning, !LinearFace.isUrgent(line) {
      wizard.stays(at: now)
      return try say(["Still open. The line was not taken: type it again."])
    }
    guard wizard.admitsLine(at: now, input.isTyped ? .typed : .piped) else {
      input.flush()
      return try say([Wizard.tooSoonWords])
    }
    switch face.hear(line, &wizard, at: now) {
    case .say(let lines): try say(lines)
    case .taken(let effects): try perform(effects)
    }
  }

  private mutating func perform(_ effects: [Effect]) throws(Failure) {
    for effect in effects {
      switch effect {
      case .flushInput: input.flush()
      case .cover:
        input.flush()
        face = LinearFace()
        try clear()
      case .repaint: face = LinearFace()
      case .suspend: input.stop()
      case .quit: if ending == .notYet { ending = .left }
      case .switchFace: ending = .otherFace
      case .switchUse: ending = .otherUse
      case .list, .begin, .findEarlier, .findLastVisit, .resume, .save, .export, .staff:
        for action in performer.perform(effect, unsaved: wizard.unsaved) {
          try perform(wizard.update(action))
        }
      }
    }
  }

  /// Clears the window and what scrolled out of it, where a person sits at one.
  private func clear() throws(Failure) {
    guard input.isTyped, isatty(STDOUT_FILENO) == 1 else { return }
    let bytes = TerminalProbe.clearing()
    guard bytes.isEmpty else {
      return try Output.write(String(decoding: bytes, as: UTF8.self))
    }
    try say([String](repeating: "", count: 60))
    try say(["This window cannot be cleared from here: what was said stands further up."])
  }

  /// What was said stands in the window: asks whether to take it away.
  private func offerClearing() throws(Failure) {
    guard !TerminalProbe.clearing().isEmpty, isatty(STDOUT_FILENO) == 1 else {
      return try say(["What was said stands in this window: clear it, or close it."])
    }
    while true {
      try Output.write("Clear this window and its scrollback? Y or N: ")
      switch input.next() {
      case .line(let line):
        switch line.lowercased().filter({ !$0.isWhitespace }) {
        case "y", "yes": return try clear()
        case "n", "no": return
        default: continue
        }
      case .tooLong, .timedOut, .resumed, .interrupted: continue
      case .toStop: input.stop()
      case .ended, .signalled: return
      }
    }
  }

  private func say(_ lines: [String]) throws(Failure) {
    guard !lines.isEmpty else { return }
    try Output.write(lines.joined(separator: "\n") + "\n")
  }

  /// A person's own Enter ends the line of the prompt; without one it is ended
  /// here.
  private func ask() throws(Failure) {
    let prompt = face.prompt(wizard)
    try Output.write(input.isTyped ? prompt : prompt + "\n")
  }
}
