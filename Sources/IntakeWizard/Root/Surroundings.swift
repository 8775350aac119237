import ClinicalModel
import Consultation
import Terminal

/// What a kind of screen reads beside its own state.
protocol ScreenSurroundings: AnySurroundings {
  /// `nil` where the screen cannot be: a consultation is needed and none is open.
  init?(_ all: Surroundings)
}

/// What every screen may read. It is a copy: nothing that a screen does to it
/// reaches the wizard.
struct Surroundings: ScreenSurroundings {
  var setting: Setting
  var display: Display
  var openConsultation: Session?
  var notice: Notice
  var part: Part
  var day: CalendarDate
  var now: Instant
  var user: StaffUser
  var roster: Roster
  var face: Preferences.Face
  var window: GridSize
  var home: HomeList
  var readings: [ReadingRow]
  var tries: Tries
  var cover: Cover
  /// The page and the screen on top, which tell of themselves and nothing else.
  fileprivate var screens: Screens?

  fileprivate struct Screens: Sendable {
    let page: any Screen
    let top: any Screen
  }

  var pageFacts: ScreenFacts { screens?.page.facts(in: alone) ?? ScreenFacts() }
  /// What a note on the page is about, and what help says of it.
  var pageNote: NoteTarget? { screens?.page.noteTarget(in: alone) }
  var pageHelp: ScreenHelp? { screens?.page.help(in: alone) }
  var pageKeys: KeyTable {
    screens?.page.keyTable(in: alone) ?? KeyTable(title: "", keys: [])
  }
  var digits: [Character: Character] { screens?.top.digits(in: alone) ?? [:] }

  /// The same for a screen that tells of itself.
  private var alone: Surroundings {
    var all = self
    all.screens = nil
    return all
  }
}

extension Surroundings {
  init(_ all: Surroundings) { self = all }
}

extension Wizard {
  /// What the screens read.
  var surroundings: Surroundings {
    Surroundings(
      setting: setting, display: display, openConsultation: openConsultation, notice: notice,
      part: part, day: day, now: now, user: user, roster: roster, face: face, window: window,
      home: home, readings: readings, tries: tries, cover: cover,
      screens: .init(page: page, top: top))
  }

  var pageFacts: ScreenFacts { surroundings.pageFacts }
  var pageKeys: KeyTable { surroundings.pageKeys }
  var digits: [Character: Character] { surroundings.digits }

  /// What lies over the page.
  var cover: Cover {
    switch dialogs.last {
    case nil: .nothing
    case is EmergencyDialog: .whole
    case .some: .dialog
    }
  }

  /// The keys that work now.
  var keyTable: KeyTable {
    top.keyTable(in: surroundings) ?? HomeScreen.keyboards[0].table
  }
}

/// What a screen of an open consultation reads.
struct ConsultationSurroundings: ScreenSurroundings {
  let all: Surroundings
  /// The open consultation.
  let session: Session

  init?(_ all: Surroundings) {
    guard let session = all.openConsultation else { return nil }
    self.all = all
    self.session = session
  }

  var setting: Setting { all.setting }
  var display: Display { all.display }
  var openConsultation: Session? { session }
  var notice: Notice { all.notice }
  var part: Part { all.part }
  var day: CalendarDate { all.day }
  var now: Instant { all.now }
  var user: StaffUser { all.user }
  var roster: Roster { all.roster }
  var face: Preferences.Face { all.face }
  var window: GridSize { all.window }
  var home: HomeList { all.home }
  var readings: [ReadingRow] { all.readings }
  var tries: Tries { all.tries }
  var pageFacts: ScreenFacts { all.pageFacts }
  var pageKeys: KeyTable { all.pageKeys }
  var cover: Cover { all.cover }
  var digits: [Character: Character] { all.digits }
}
