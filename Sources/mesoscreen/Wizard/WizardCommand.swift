import ClinicalModel
import Consultation
import Foundation
import IntakeWizard
import Journal
import JournalSQLite
import ProtocolLibrary
import Screening
import Staff
import Terminal
import TerminalCurses

/// Opens the wizard, on a full screen or by lines, and keeps it open until
/// somebody leaves.
func runWizard(_ options: CommonOptions, linear: Bool, lockAfter: String) throws(Failure) {
  // Everything this program makes is for this account only.
  umask(0o077)
  // With either face.
  TerminalProbe.guardMemory()
  let idleLimit = try idleLimit(lockAfter)
  var options = options
  var isLinear = linear
  let theme = try options.theme()
  while true {
    let staff = StaffDesk(store: StaffStore(folder: options.data))
    let (journal, pack, archive) = try options.records()
    let roster: Roster
    do { roster = try staff.roster() } catch { throw Failure(error) }
    let choice = FaceChoice(linear: isLinear, liked: roster.likedFace)
    var setting = options.setting(pack, idleLimit, choice.wish)
    setting.askedTheme = theme
    let clock = try options.clock()
    let performer = EffectPerformer(
      journal: journal, setting: setting, packArchive: archive, now: clock,
      newID: Consultation.ID.random, staff: staff)
    let wizard = Wizard(setting: setting, now: performer.now(), roster: roster)
    var run = WizardRun(options: options, performer: performer, wizard: wizard)
    let ending = try run.run(from: choice)
    // As a shell would say it, so that whoever sent the signal sees it arrived.
    if case .signalled(let signal) = ending { exit(Int32(clamping: 128 + signal)) }
    guard ending == .otherUse else { return }
    options.training = setting.use == .records
    isLinear = run.face == .lines
  }
}

extension CommonOptions {
  /// The journal of the records, or of training, and the pack for new
  /// consultations.
  fileprivate func records() throws(Failure) -> (Journal, CompiledPack, [UInt8]) {
    let (pack, archive) = try packWithArchive()
    let journal =
      try use == .training ? Training(self).journal(pack, archive, today()) : journal()
    return (journal, pack, archive)
  }

  fileprivate func setting(
    _ pack: CompiledPack, _ idleLimit: IdleLimit, _ faceWish: FaceWish
  ) -> Setting {
    let use = use
    var setting = Setting(
      pack: pack, clinic: use == .training ? Training.clinic : pack.clinic.name,
      localTime: .here,
      exportFolder: data + "/exports", use: use, idleLimit: idleLimit, faceWish: faceWish)
    setting.programVersion = Mesoscreen.version
    return setting
  }
}

/// How long a screen may stand unattended: as named, else two minutes.
private func idleLimit(_ named: String) throws(Failure) -> IdleLimit {
  var text = named
  if text.isEmpty {
    text = ProcessInfo.processInfo.environment["MESOSCREEN_LOCK_AFTER"] ?? ""
  }
  if text.isEmpty { return .standard }
  guard let seconds = Int(text), let limit = IdleLimit(seconds: seconds) else {
    throw Failure(
      .badInput, "the time before the lock is not between 30 and 3600 seconds",
      safe: "nothing was changed", next: "give whole seconds, such as --lock-after 120")
  }
  return limit
}

extension Roster {
  /// The face for the first screen, before anybody is known.
  fileprivate var likedFace: Preferences.Face {
    guard let first = members.first else { return shared.face }
    return members.allSatisfy { $0.preferences.face == first.preferences.face }
      ? first.preferences.face : .screen
  }
}

/// One wizard and the face it has at the moment.
private struct WizardRun {
  let options: CommonOptions
  let performer: EffectPerformer
  var wizard: Wizard
  private(set) var face = FaceChoice.Face.screen

  init(options: CommonOptions, performer: EffectPerformer, wizard: Wizard) {
    self.options = options
    self.performer = performer
    self.wizard = wizard
  }

  /// Shows the wizard with one face after the other; the consultation stays
  /// open as it is.
  mutating func run(from choice: FaceChoice) throws(Failure) -> WizardLoop.Ending {
    var effects = wizard.start
    var greeting = choice.greeting
    face = choice.face
    while true {
      let ending: WizardLoop.Ending
      switch face {
      case .screen: ending = try screen(effects)
      case .lines:
        var loop = LinearLoop(performer: performer, wizard: wizard)
        ending = try loop.run(greeting, effects: effects)
        wizard = loop.wizard
      }
      guard ending == .otherFace else { return ending }
      effects = []
      greeting = ["By lines now. xt shows the screen again."]
      face = face == .lines ? .screen : .lines
      if face == .screen, case .lines(let because) = FaceChoice.ability {
        (face, greeting) = (.lines, ["The screen cannot be shown: \(because)."])
      }
    }
  }

  private mutating func screen(_ effects: [Effect]) throws(Failure) -> WizardLoop.Ending {
    let terminal = try openTerminal(options, wizard.display.theme)
    defer { terminal.close() }
    var loop = WizardLoop(terminal: terminal, performer: performer, wizard: wizard)
    let ending = loop.run(effects)
    wizard = loop.wizard
    return ending
  }
}

private func openTerminal(
  _ options: CommonOptions, _ theme: ThemeChoice
) throws(Failure) -> CursesTerminal {
  do {
    return try CursesTerminal(
      options: .init(
        theme: theme, ascii: options.drawsASCII))
  } catch {
    throw error.failure
  }
}

extension TerminalFailure {
  /// What a person reads when the wizard cannot be shown.
  var failure: Failure {
    let (happened, next) =
      switch self {
      case .noTerminal:
        (
          "the wizard needs a terminal and this is a file or a pipe",
          "start it in a terminal, or screen a file with mesoscreen screen FILE"
        )
      case .dumbTerminal(let name):
        (
          "the terminal \(name) cannot move its cursor",
          "use another terminal, or screen a file with mesoscreen screen FILE"
        )
      case .unknownTerminal(let name):
        (
          name.isEmpty ? "TERM is not set" : "the terminal \(name) is not known here",
          "set TERM, for example TERM=xterm, or install ncurses-term"
        )
      case .alreadyOpen: ("the wizard is open already", "use the screen that is open")
      case .outOfResources: ("the system has no memory or files left", "close other programs")
      }
    return Failure(.badInput, happened, safe: "all records are as they were", next: next)
  }
}

extension CommonOptions {
  /// The journal in the data folder, opened.
  func journal() throws(Failure) -> Journal {
    do {
      return Journal(store: try SQLiteJournalStore(folder: data), seal: .plain)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// What the journal says, as one line.
  init(_ error: JournalError) {
    let sentences = error.description.split(separator: ". ", maxSplits: 2).map(String.init)
    func part(_ index: Int, _ otherwise: String) -> String {
      guard sentences.indices.contains(index) else { return otherwise }
      let text = sentences[index]
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    self.init(
      .storage, part(0, "the records cannot be used"), safe: part(1, "nothing was changed"),
      next: part(2, "try again"))
  }
}

extension Instant {
  /// The machine's clock, read at the edge of the program only.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension Consultation.ID {
  /// A name of 16 characters from the system's random numbers, 80 bits. The
  /// letters that are mistaken for digits are left out.
  static func random() -> Consultation.ID {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var source = SystemRandomNumberGenerator()
    let name = (0..<16).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &source)]
    }
    return Consultation.ID(rawValue: String(name))
  }
}
