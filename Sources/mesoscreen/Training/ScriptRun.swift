import ClinicalModel
import Consultation
import IntakeWizard
import Journal
import ProtocolLibrary
import Staff
import Terminal

/// Replays a script on made-up patients and writes the screens it asks for.
///
/// The journal is forgotten afterwards, the clock begins at half past two and
/// moves one second a key, so that the same script writes the same screens.
final class ScriptRun {
  private let clock: Clock
  private let performer: EffectPerformer
  private(set) var wizard: Wizard
  /// What shows each screen, as the wizard's loop would.
  private let show: (Grid) -> Void
  private var ending = Ending.notYet

  private enum Ending { case notYet, left }

  /// The time of the replay, moved by its steps alone.
  private final class Clock {
    var now: Instant
    var names = 0

    init(_ day: CalendarDate) {
      let epoch = CalendarDate(iso: "1970-01-01")?.dayNumber ?? 0
      let days = Int64(day.dayNumber - epoch)
      now = Instant(milliseconds: (days * 86_400 + 52_200) * 1_000)
    }

    func pass(milliseconds: Int64) {
      now = Instant(milliseconds: now.milliseconds + milliseconds)
    }

    func name() -> Consultation.ID {
      names += 1
      let digits = String(names)
      return Consultation.ID(rawValue: String(repeating: "0", count: 16 - digits.count) + digits)
    }
  }

  init(
    _ options: CommonOptions, show: @escaping (Grid) -> Void = { _ in }
  ) throws(Failure) {
    self.show = show
    let today = try options.today()
    let (pack, archive) = try options.packWithArchive()
    let journal = Journal(store: InMemoryJournalStore(), seal: .plain)
    try MadeUpRecords(journal: journal, pack: pack, archive: archive, today: today).write()
    let clock = Clock(today)
    let setting = Setting(
      pack: pack, clinic: Training.clinic, localTime: LocalTime(secondsFromUTC: 0),
      exportFolder: options.data + "/exports", use: .training)
    performer = EffectPerformer(
      journal: journal, setting: setting, packArchive: archive, now: { clock.now },
      newID: clock.name,
      staff: StaffDesk(store: StaffStore(folder: options.data)))
    wizard = Wizard(setting: setting, now: clock.now)
    self.clock = clock
    perform(wizard.start)
  }

  /// Replays the steps; gives the screens that were asked for, as text.
  func run(_ script: ScriptFile) -> String {
    var written = ""
    for step in script.steps where ending == .notYet {
      switch step {
      case .window(let size): wizard.window = size
      case .press(let script):
        for key in script.keys where ending == .notYet { press(key) }
      case .paste(let text):
        clock.pass(milliseconds: 1_000)
        perform(wizard.update(.pasted(text, at: clock.now)))
      case .wait(let seconds):
        clock.pass(milliseconds: Int64(seconds) * 1_000)
        perform(wizard.update(.idle(at: clock.now)))
      case .screen(let name):
        let size = wizard.window
        written += "== \(name), \(size.rows)x\(size.columns)\n\(wizard.view(size).text)\n"
      }
    }
    return written
  }

  /// Presses one key, a second after the last.
  func press(_ key: Key) {
    clock.pass(milliseconds: 1_000)
    perform(wizard.update(.key(key, at: clock.now)))
    paint()
  }

  /// Shows the screen as it is.
  func paint() { show(wizard.view(wizard.window)) }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit, .switchUse: ending = .left
      case .flushInput, .cover, .repaint, .suspend, .switchFace: break
      case .export:
        perform(wizard.update(.exportFailed("A script writes no files. The record is as it was.")))
      case .staff(.keep): break
      case .staff(.read): perform(wizard.update(.staff(.roster(.empty))))
      case .staff:
        // No script reads or writes who has a PIN on this machine.
        perform(wizard.update(.staff(.failed("A script has no PINs. Nothing was changed."))))
      case .list, .begin, .findEarlier, .findLastVisit, .resume, .save:
        paint()
        for action in performer.perform(effect, unsaved: wizard.unsaved) {
          perform(wizard.update(action))
        }
      }
    }
  }
}
