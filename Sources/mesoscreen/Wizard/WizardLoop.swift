import Consultation
import IntakeWizard
import Terminal

/// The wizard's loop: one thread, one terminal.
///
/// Read a key, update, paint, then perform the effects (append and sync), paint
/// "saved", and only then read the next key. The paint never waits for the
/// disk, and nothing is called saved before it is.
struct WizardLoop {
  let terminal: any TerminalBackend
  let performer: EffectPerformer
  var wizard: Wizard
  private var ending = Ending.notYet
  private var theme: ThemeChoice

  /// How the wizard ends.
  enum Ending: Hashable {
    case notYet
    /// The person left.
    case left
    /// The system asked, by SIGTERM or SIGHUP.
    case signalled(Int)
    /// The person goes on with the other face: lines, or the screen.
    case otherFace
    /// The person goes from the records to training, or back.
    case otherUse
  }

  init(terminal: any TerminalBackend, performer: EffectPerformer, wizard: Wizard) {
    self.terminal = terminal
    self.performer = performer
    self.wizard = wizard
    theme = wizard.display.theme
  }

  /// Runs until the person or the system ends it, and tells which.
  mutating func run(_ effects: [Effect]) -> Ending {
    // Pastes are marked on every page: one that lands on a question must not be
    // read as keys that answer it.
    terminal.setPasteMarking(true)
    wizard.becomeScreen(terminal.size)
    wizard.attend(.person, at: performer.now())
    perform(effects)
    while ending == .notYet {
      paint()
      take(terminal.nextInput(timeoutMilliseconds: wizard.pause(at: performer.now())))
    }
    return ending
  }

  private mutating func take(_ input: Terminal.Input) {
    wizard.window = terminal.size
    let now = performer.now()
    switch input {
    case .key(let key): perform(wizard.update(.key(key, at: now)))
    case .paste(let text): perform(wizard.update(.pasted(text, at: now)))
    case .timedOut: perform(wizard.update(.idle(at: now)))
    case .resized: break
    case .resumed:
      terminal.repaint()
      perform(wizard.update(.resumed(at: now)))
    case .ended(let signal):
      perform(wizard.update(.ended))
      ending = .signalled(signal)
    }
  }

  /// Performs effects in order, and what follows from each before the next.
  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .flushInput: terminal.flushInput()
      case .cover:
        // Covered first; what is kept and what follows comes after.
        terminal.flushInput()
        terminal.repaint()
        paint()
      case .repaint: terminal.repaint()
      case .suspend:
        terminal.suspend()
        terminal.repaint()
      case .quit: ending = .left
      case .switchFace: ending = .otherFace
      case .switchUse: ending = .otherUse
      case .list, .begin, .findEarlier, .findLastVisit, .resume, .save, .export, .staff:
        // The answer is on the screen before the disk is asked.
        paint()
        for action in performer.perform(effect, unsaved: wizard.unsaved) {
          perform(wizard.update(action))
        }
      }
    }
  }

  private mutating func paint() {
    if theme != wizard.display.theme {
      theme = wizard.display.theme
      terminal.setTheme(theme)
    }
    terminal.show(wizard.view(terminal.size))
  }
}
