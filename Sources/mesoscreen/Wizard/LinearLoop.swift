import Consultation
import Foundation
import IntakeWizard
import Terminal

/// The wizard's loop by lines: say what is new, ask, read one line, perform.
///
/// Nothing is moved, cleared or coloured. What is said as saved is on the disk
/// by then, as the line is only written after the effects are done.
struct LinearLoop {
  let performer: EffectPerformer
  var wizard: Wizard
  private let input = LineInput()
  private var face = LinearFace()
  private var ending = WizardLoop.Ending.notYet

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
    perform(effects)
    while ending == .notYet {
      try say(face.speak(wizard))
      try ask()
      try take(input.next())
    }
    if ending == .left, input.isTyped {
      try say(["What was said stands in this window: clear it, or close it."])
    }
    return ending
  }

  private mutating func take(_ event: LineInput.Event) throws(Failure) {
    let now = performer.now()
    switch event {
    case .line(let line):
      guard wizard.admitsLine(at: now, input.isTyped ? .typed : .piped) else {
        input.flush()
        return try say([Wizard.tooSoonWords])
      }
      switch face.hear(line, wizard) {
      case .say(let lines): try say(lines)
      case .keys(let keys): press(keys, at: now)
      }
    case .tooLong: try say(["The line is too long. Nothing of it was taken."])
    case .interrupted:
      try say([""])
      press([.control("c")], at: now)
    case .ended:
      perform(wizard.update(.ended))
      let unsaved = wizard.unsavedCount
      guard unsaved == 0 else {
        throw Failure(
          .storage, "the input has ended and \(unsaved) entries could not be saved",
          safe: "everything before them is saved", next: "free some space and start again")
      }
      try say(["", "The input has ended. Everything recorded is saved. Start again to go on."])
      ending = .left
    case .signalled(let signal):
      perform(wizard.update(.ended))
      ending = .signalled(Int(signal))
    }
  }

  /// Presses the keys of one line; of these only the last one records.
  private mutating func press(_ keys: [Key], at now: Instant) {
    for key in keys where ending == .notYet {
      perform(wizard.update(.key(key, at: now)))
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .flushInput: input.flush()
      case .repaint: face = LinearFace()
      case .suspend: raise(SIGTSTP)
      case .quit: if ending == .notYet { ending = .left }
      case .switchFace: ending = .otherFace
      case .switchUse: ending = .otherUse
      case .list, .begin, .findEarlier, .findLastVisit, .resume, .save, .export:
        for action in performer.perform(effect, unsaved: wizard.unsaved) {
          perform(wizard.update(action))
        }
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
