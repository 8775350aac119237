import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// What a screen may read beside its own state, and what is drawn and said from
/// it alike on every screen.
protocol AnySurroundings: Sendable {
  /// What stays the same while the program runs.
  var setting: Setting { get }
  /// How the screen looks.
  var display: Display { get }
  /// The open consultation, if there is one.
  var openConsultation: Session? { get }
  /// One line for the person at the keyboard.
  var notice: Notice { get }
  /// Whose questions are asked.
  var part: Part { get }
  /// The clinic's day, and when the last action happened.
  var day: CalendarDate { get }
  var now: Instant { get }
  /// Who sits here, and among whom.
  var user: StaffUser { get }
  var roster: Roster { get }
  /// The face that the wizard has, and how large the window is.
  var face: Preferences.Face { get }
  var window: GridSize { get }
  /// The consultations of the home screen.
  var home: HomeList { get }
  /// The skin tests that are to be read, the most urgent first.
  var readings: [ReadingRow] { get }
  /// How often a PIN was wrong.
  var tries: Tries { get }
  /// The page, which a dialog may cover, and its keys.
  var pageFacts: ScreenFacts { get }
  var pageKeys: KeyTable { get }
  /// What lies over the page.
  var cover: Cover { get }
  /// The letters that digits stand for where the next key is pressed.
  var digits: [Character: Character] { get }
}

/// What lies over a page.
enum Cover: Hashable, Sendable {
  case nothing
  case dialog
  /// A dialog that leaves nothing of the page: a large window shows it alone.
  case whole
}

extension AnySurroundings {
  /// Whether the wizard is spoken by lines.
  var isSpoken: Bool { face == .lines }

  /// Whether a consultation is open.
  var isOpen: Bool { openConsultation != nil }

  /// The question on the page, if it is one.
  var currentQuestion: Question.ID? { pageFacts.question }
}
