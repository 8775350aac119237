import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

/// A wizard on a bench: keys go in, whole screens come out, and saving works,
/// fails or waits as the test says.
struct Bench: Sendable {
  var wizard: Wizard
  var size = GridSize.classic
  /// What happens when the wizard asks to save.
  var disk = Disk.works
  /// Every event that became durable.
  private(set) var entries: [Entry] = []
  /// What the records hold of patients who were here before.
  var earlier: [EarlierVisit] = []
  /// How many keys were pressed.
  private(set) var keyCount = 0
  /// Effects that were asked for, apart from saving.
  private(set) var effects: [Effect] = []
  /// Who has a PIN.
  var staff = BenchStaff()
  private(set) var clock: Int64
  private let today: CalendarDate
  private(set) var consultation: Consultation?

  enum Disk: Sendable { case works, isFull }

  init(
    pack: CompiledPack = .small, today: CalendarDate = .bench, use: Setting.Use = .records,
    staff: BenchStaff = BenchStaff()
  ) {
    // 21 Nov 2026, 14:30:00 UTC
    clock = Self.halfPastTwo(on: today)
    self.today = today
    wizard = Wizard(
      setting: Setting(
        pack: pack, clinic: "Demo Clinic",
        localTime: LocalTime(secondsFromUTC: 0), exportFolder: "exports", use: use),
      now: Instant(milliseconds: clock), roster: staff.roster)
    self.staff = staff
    perform(wizard.start)
  }

  /// The screen as text.
  var screen: String { wizard.view(size).text }

  /// The answers that are durable.
  var saved: Answers { consultation?.answers ?? Answers() }

  /// Presses keys, a second apart.
  ///
  /// Words in angle brackets are named keys: `n<enter><ctrl-x>u`. Everything
  /// else is typed as it stands.
  mutating func press(_ script: String) {
    for key in Self.keys(script) {
      clock += 1000
      keyCount += 1
      perform(wizard.update(.key(key, at: Instant(milliseconds: clock))))
    }
  }

  mutating func press(_ key: Key) {
    clock += 1000
    perform(wizard.update(.key(key, at: Instant(milliseconds: clock))))
  }

  /// Presses a key ten milliseconds after the last.
  mutating func type(_ key: Key) {
    clock += 10
    perform(wizard.update(.key(key, at: Instant(milliseconds: clock))))
  }

  /// What came of a typed line.
  enum LineEnd {
    case said([String])
    case taken
  }

  /// Takes one typed line so many milliseconds after the last; one that comes too
  /// soon is refused.
  mutating func hear(
    _ line: String, by face: inout LinearFace, after milliseconds: Int64, _ pace: Wizard.Pace
  ) -> LineEnd {
    let now = Instant(milliseconds: clock + milliseconds)
    guard wizard.admitsLine(at: now, pace) else {
      clock += milliseconds
      return .said([Wizard.tooSoonWords])
    }
    switch face.hear(line, &wizard, at: now) {
    case .say(let lines): return .said(lines)
    case .taken(let effects):
      clock += milliseconds
      perform(effects)
      return .taken
    }
  }

  /// The system asks the program to end.
  mutating func end() { perform(wizard.update(.ended)) }

  /// The window has another size.
  mutating func setWindow(rows: Int, columns: Int) {
    size = GridSize(rows: rows, columns: columns)
    wizard.window = size
  }

  /// Begins anew with another pack in another window.
  mutating func resize(rows: Int, columns: Int, pack: CompiledPack) {
    self = Bench(pack: pack)
    setWindow(rows: rows, columns: columns)
  }

  mutating func paste(_ text: String) {
    clock += 1000
    perform(wizard.update(.pasted(text, at: Instant(milliseconds: clock))))
  }

  mutating func pause() { wait(seconds: 2) }

  /// Nothing is typed for so long; the wizard is told the time at the end.
  mutating func wait(seconds: Int64) {
    clock += seconds * 1000
    perform(wizard.update(.idle(at: Instant(milliseconds: clock))))
  }

  /// So much time passes and nobody tells the wizard, as in a computer that
  /// slept.
  mutating func sleep(seconds: Int64) { clock += seconds * 1000 }

  /// What a kill and a new start leave: the durable entries only.
  func restarted() throws -> Bench {
    var again = Bench(pack: wizard.setting.pack, today: today)
    again.clock = max(again.clock, clock)
    again.wizard.stays(at: Instant(milliseconds: again.clock))
    again.size = size
    again.entries = entries
    let consultation = try Consultation(id: "c1", entries: entries)
    again.consultation = consultation
    again.perform(
      again.wizard.update(
        .opened(consultation, head: again.head, pack: wizard.setting.pack)))
    return again
  }

  /// A consultation that was begun on one day is opened on another, with these
  /// events on record.
  mutating func open(
    _ events: [Event], begunOn begun: CalendarDate = .bench, today: CalendarDate = .bench
  ) throws {
    let opening = Opening(
      pack: "small", packVersion: "1", packDigest: "sha256:0", interviewDate: begun)
    clock = Self.halfPastTwo(on: begun)
    entries = ([.opened(opening)] + events).enumerated().map { entry($1, $0) }
    let opened = try Consultation(id: "c1", entries: entries)
    consultation = opened
    begin(today)
    perform(wizard.update(.opened(opened, head: head, pack: wizard.setting.pack)))
  }

  /// The same consultation is opened anew on another day.
  mutating func reopen(on day: CalendarDate) throws {
    guard let consultation else { return }
    begin(day)
    perform(wizard.update(.opened(consultation, head: head, pack: wizard.setting.pack)))
  }

  /// It is half past two on a day, and the wizard is told so.
  mutating func begin(_ day: CalendarDate) {
    clock = Self.halfPastTwo(on: day)
    wizard.stays(at: Instant(milliseconds: clock))
  }

  /// So much time passes with somebody at the keyboard.
  mutating func stay(seconds: Int64) {
    clock += seconds * 1000
    wizard.stays(at: Instant(milliseconds: clock))
  }

  private static func halfPastTwo(on day: CalendarDate) -> Int64 {
    Int64((day.dayNumber - CalendarDate.epochDay) * 86_400 + 52_200) * 1000
  }

  /// Something other than a key happens.
  mutating func happen(_ action: Action) { perform(wizard.update(action)) }

  private var head: String { "head-of-\(entries.count)" }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .list: perform(wizard.update(.listed([])))
      case .begin:
        let opening = Opening(
          pack: "small", packVersion: "1", packDigest: "sha256:0",
          interviewDate: today)
        entries = [entry(.opened(opening), 0)]
        if let first = entries.first, let opened = try? Consultation(id: "c1", first: first) {
          consultation = opened
          perform(
            wizard.update(.opened(opened, head: head, pack: wizard.setting.pack)))
        }
      case .findEarlier: perform(wizard.update(.foundEarlier(earlier)))
      case .findLastVisit(let id):
        let named = consultation?.answers ?? Answers()
        if let visit = earlier.first(where: { $0.answers.namesSamePatient(as: named) }) {
          perform(wizard.update(.foundLastVisit(visit, of: id)))
        }
      case .save: save()
      case .staff(let request):
        self.effects.append(effect)
        for reply in staff.answer(request) { perform(wizard.update(.staff(reply))) }
      default: self.effects.append(effect)
      }
    }
  }

  private mutating func save() {
    guard let unsaved = wizard.unsaved, var next = consultation else { return }
    guard disk == .works else {
      perform(wizard.update(.saveFailed("The disk is full. Free some space.")))
      return
    }
    for event in unsaved.events {
      let entry = entry(event, entries.count)
      entries.append(entry)
      try? next.apply(entry)
    }
    consultation = next
    perform(wizard.update(.saved(next, head: head)))
  }

  private func entry(_ event: Event, _ sequence: Int) -> Entry {
    Entry(sequence: sequence, recordedAt: Instant(milliseconds: clock), event: event)
  }

  static func keys(_ script: String) -> [Key] {
    do throws(KeyScript.Fault) { return try KeyScript(script).keys } catch {
      Issue.record("\(error) in \(script)")
      return []
    }
  }
}

extension CalendarDate {
  /// The day on which every bench stands: 21 November 2026.
  static let bench = CalendarDate(year: 2026, month: 11, day: 21) ?? .last
  static let epochDay = CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 0
}
