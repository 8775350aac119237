import ClinicalModel
import Consultation
import Terminal

// A screen is one value that stands alone:
//
//   key ──keys──▶ Act ──update──▶ its new state, outcomes
//   line ──hear──▶ Act ─┘              │
//                                      ▼
//   surroundings (read only)      the wizard carries them out
//
// It sees its own state and its surroundings, never another screen. What it
// wants of the rest of the program goes out as outcomes.

/// A page or a dialog: its state, its keys, what they do, how it looks and how
/// it sounds.
protocol Screen: Redacted, Sendable {
  /// What a person can do here, in the words of the clinic.
  associatedtype Act: Sendable
  /// What it reads: with an open consultation, or without.
  associatedtype Around: ScreenSurroundings

  /// Its keys, one board for each way in which it can be answered. The key
  /// line, help, the menu, the read-me and the manual page are made from them.
  static var keyboards: [Keyboard<Self>] { get }
  /// The board that works now; the first, where it has only one.
  func keyboard(_ around: Around) -> Keyboard<Self>

  /// Does what a person did.
  mutating func update(_ act: Act, _ around: Around) -> [Outcome]
  /// How it looks in a window of this size.
  func view(_ around: Around, _ size: GridSize) -> Frame
  /// How it sounds.
  func spoken(_ around: Around) -> LinearPage
  /// What a typed line says.
  func hear(_ line: String, _ around: Around) -> Heard<Act>

  // What few screens need; each has a plain answer below.

  /// Whether it lies over a page, and Esc closes it.
  static var isDialog: Bool { get }
  /// What the frame, the actions and a dialog over it may know.
  func facts(_ around: Around) -> ScreenFacts
  /// What a note written now is about, where group or question do not say it.
  func noteTarget(_ around: Around) -> NoteTarget?
  /// What help says of it before anything else.
  func help(_ around: Around) -> ScreenHelp?
  /// The text that is typed into, if letters are text here.
  var field: TextField? { get set }
  /// The field took a key, or did not.
  mutating func typed(_ key: Key, _ handled: TextField.Handled, _ around: Around) -> [Outcome]
  /// A key that means nothing here.
  mutating func unused(_ key: Key, _ around: Around) -> [Outcome]
  /// Whether a key of the wizard works here too.
  func takes(_ command: Command, by key: Key) -> Bool
  /// Back, forward, clear, not sure and declined, as far as they are its own.
  mutating func walk(_ step: Command, _ around: Around) -> [Outcome]
  /// The letters that digits stand for.
  func digits(_ around: Around) -> [Character: Character]
  /// Whether a key that comes right after an answer may be one that was held
  /// down: nobody answers what could not be read.
  func isHasty(_ key: Key) -> Bool
  /// What is to be kept when something else comes on the screen.
  func leaving(_ around: Around) -> [Outcome]
  /// Whether that differs from what is kept.
  func holdsDraft(_ around: Around) -> Bool
  /// Takes pasted text into its field; gives how much found no room, `nil`
  /// where it has no field.
  mutating func paste(_ text: String, _ around: Around) -> (left: Int, outcomes: [Outcome])?
  /// Takes pasted lines as entries of their own; `nil` where they are a text.
  mutating func take(lines: [String], _ around: Around) -> [Outcome]?
  /// What was asked of the program has come.
  mutating func take(_ reply: Reply, _ around: Around) -> [Outcome]
  /// Another day has begun since this one.
  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome]
  /// What a window that is too small shows of it; `nil` for nothing.
  func smallView(_ around: Around, _ size: GridSize) -> Frame?
  /// Whether it stays when the wizard goes on by lines.
  var staysByLines: Bool { get }
  /// Whether what is typed must not be seen.
  var isSecret: Bool { get }
  /// Whether a paste goes into its field as it is, unseen.
  var takesPasteWhole: Bool { get }
}

extension Screen {
  func keyboard(_ around: Around) -> Keyboard<Self> { Self.keyboards[0] }
  static var isDialog: Bool { false }
  func facts(_ around: Around) -> ScreenFacts { ScreenFacts() }
  func noteTarget(_ around: Around) -> NoteTarget? { nil }
  func help(_ around: Around) -> ScreenHelp? { nil }
  var field: TextField? {
    get { nil }
    set {}
  }
  mutating func typed(
    _ key: Key, _ handled: TextField.Handled, _ around: Around
  ) -> [Outcome] { [] }
  func unused(_ key: Key, _ around: Around) -> [Outcome] { [] }
  func takes(_ command: Command, by key: Key) -> Bool { !Self.isDialog }
  mutating func walk(_ step: Command, _ around: Around) -> [Outcome] {
    step == .back ? [.goToLastQuestion] : []
  }
  func digits(_ around: Around) -> [Character: Character] { [:] }
  func isHasty(_ key: Key) -> Bool { false }
  func leaving(_ around: Around) -> [Outcome] { [] }
  func holdsDraft(_ around: Around) -> Bool { false }
  mutating func paste(_ text: String, _ around: Around) -> (left: Int, outcomes: [Outcome])? {
    guard var field else { return nil }
    let left = field.insert(pasted: text).left
    self.field = field
    return (left, typed(.unrecognised, .changed, around))
  }
  mutating func take(lines: [String], _ around: Around) -> [Outcome]? { nil }
  mutating func take(_ reply: Reply, _ around: Around) -> [Outcome] { [] }
  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] { [] }
  func smallView(_ around: Around, _ size: GridSize) -> Frame? { nil }
  var staysByLines: Bool { true }
  var isSecret: Bool { false }
  var takesPasteWhole: Bool { false }
}

/// What came back for the screen that asked for it.
enum Reply: Sendable {
  /// The consultations of the home screen were read again.
  case listed
  /// The signed consultations, the latest of each patient.
  case foundEarlier([EarlierVisit])
  case findFailed(String)
  /// A file was written there.
  case exported(String)
  /// The staff file says something.
  case staff(StaffReply)
}

/// What a typed line says to a screen.
enum Heard<Act: Sendable>: Sendable {
  /// This is what the person did.
  case act(Act)
  /// These, one after the other.
  case acts([Act])
  case outcomes([Outcome])
  /// Nothing changes; these words answer.
  case say([String])
  /// It means nothing here; the words for such a key answer.
  case unused
  /// Nothing of the screen's own: `beside` a text field only single signs and
  /// letters mean something, else every word of the lines does.
  case general(otherwise: String)
}
