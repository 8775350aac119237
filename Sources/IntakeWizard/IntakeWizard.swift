// The wizard is one value:
//
//   Action ──update──▶ Wizard state ──view──▶ Grid
//                          │
//                          └──▶ Effect (append, list, export, ...)
//
// `update` decides, the program performs. Nothing here waits for a disk, and
// nothing here reads a clock: the time comes with the action.

public import ClinicalModel
public import Consultation
public import Screening
public import Terminal

/// The whole intake wizard as a value.
public struct Wizard: AnySurroundings, Redacted, Sendable {
  /// What stays the same while the program runs.
  public let setting: Setting
  /// What is on the screen.
  var page: any Screen = HomeScreen()
  /// How the screen looks.
  public var display = Display()
  /// What lies over the page, the topmost last.
  var dialogs: [any Screen] = []
  /// The consultations of the home screen.
  var home = HomeList()
  /// The open consultation, if there is one.
  var openConsultation: Session?
  /// One line for the person at the keyboard.
  var notice: Notice = .none
  /// When a question was last answered, so that nobody answers the next one
  /// before it could be read.
  var lastAnswer: LastAnswer = .none
  /// The key that is being taken.
  var pressing = Key.unrecognised
  /// Where a person was before they looked something up.
  var detour = Detour.none
  /// Whose questions are asked.
  var part: Part = .everyone
  /// The clinic's day, on which tests are placed and read.
  var day: CalendarDate
  /// The skin tests that are to be read, the most urgent first.
  var readings: [ReadingRow] = []
  /// Which page the consultation being opened begins with.
  var destination = Destination.whereLeft
  /// The earlier consultation of the patient for whom one is being opened.
  var returning: EarlierFacts = .none
  /// Whether the consultation closes as soon as it is saved.
  var closing: Closing = .notNow
  /// When the last action happened.
  var now: Instant
  /// Whether the screen may be seen.
  var door = Door.open
  /// Who sits here, and among whom.
  var user = StaffUser.nobody
  var roster: Roster
  /// How the person at the terminal likes the program.
  public internal(set) var preferences: Preferences
  /// The face that the wizard has at the moment.
  public internal(set) var face = Preferences.Face.screen
  /// Since when nobody has touched a key, and how often a PIN was wrong.
  var vigil: Vigil
  var tries = Tries()
  /// How large the window is: what was never on screen cannot be answered.
  public var window = GridSize.classic

  /// A wizard at its home screen, locked where anybody has a PIN.
  public init(setting: Setting, now: Instant, roster: Roster = .empty) {
    self.setting = setting
    self.now = now
    self.roster = roster
    preferences = roster.shared
    display = Display(
      theme: setting.theme(liked: roster.shared), letterKeys: roster.shared.letterKeys)
    vigil = Vigil(lastTouch: now)
    day = setting.localTime.date(of: now)
    guard !roster.members.isEmpty else { return }
    door = .locked(LockPage(.started, since: now, holder: .nobody, roster: roster))
  }

  /// What to do first: ask for the list of consultations.
  public var start: [Effect] { [.list] }
}

/// What is to be appended to which consultation, after which entry.
public struct Unsaved: Redacted, Hashable, Sendable {
  /// The consultation.
  public let consultation: Consultation.ID
  /// The events, oldest first.
  public let events: [Event]
  /// The day on which the oldest of them was given.
  public let day: CalendarDate
  /// How many entries are durable.
  public let entryCount: Int
  /// The hash of the last durable entry.
  public let head: String
}

extension Wizard {
  /// What waits to be made durable; nothing when all is saved.
  public var unsaved: Unsaved? {
    guard let session = openConsultation, !session.unsaved.isEmpty else { return nil }
    return Unsaved(
      consultation: session.consultation.id, events: session.unsaved, day: session.unsavedDay,
      entryCount: session.consultation.entryCount, head: session.head)
  }
}

/// What stays the same while the program runs.
public struct Setting: Sendable {
  /// The protocol pack for new consultations.
  public let pack: CompiledPack
  /// The clinic's name, for the home screen and the prints.
  public let clinic: String
  /// The clinic's wall clock.
  public let localTime: LocalTime
  /// Where summaries go unless another folder is named.
  public let exportFolder: String
  /// Whether the patients are real.
  public let use: Use

  /// What the program is used for.
  public enum Use: Hashable, Sendable {
    /// Records of patients.
    case records
    /// Made-up patients, for learning; every screen says so.
    case training
  }

  /// The program's version, as people report it.
  public var programVersion = "not known"
  /// The theme that the command line or the environment asks for; `auto`
  /// where they leave it to the person.
  public var askedTheme = ThemeChoice.auto
  /// How long a screen may stand unattended.
  public let idleLimit: IdleLimit
  /// Whether the face may follow a person's preference.
  public let faceWish: FaceWish

  /// A setting from its parts.
  public init(
    pack: CompiledPack, clinic: String, localTime: LocalTime, exportFolder: String,
    use: Use = .records, idleLimit: IdleLimit = .standard, faceWish: FaceWish = .free
  ) {
    self.pack = pack
    self.clinic = clinic
    self.localTime = localTime
    self.exportFolder = exportFolder
    self.use = use
    self.idleLimit = idleLimit
    self.faceWish = faceWish
  }
}

/// The key pressed last, so that one that is held down is known.
enum LastKey: Hashable, Sendable {
  case another
  case key(Key)
}

/// Whether the consultation closes as soon as it is saved.
enum Closing: Hashable, Sendable {
  case notNow
  case afterSaving
}

/// When a question was last answered.
enum LastAnswer: Hashable, Sendable {
  case none
  case answered(at: Instant, by: LastKey)
}

/// One line for the person at the keyboard.
enum Notice: Hashable, Sendable {
  case none
  /// Something to know.
  case information(String)
  /// Something went wrong.
  case trouble(String)
}
