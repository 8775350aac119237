public import ClinicalModel
public import Consultation
import Summary
import Terminal

/// A skin test somebody should read: one line of the worklist.
public struct ReadingRow: Redacted, Hashable, Sendable {
  /// Which consultation.
  public let id: Consultation.ID
  /// Name and birth date, as far as they are recorded.
  public let patient: String
  /// What is to be read: `patch test day 2 (3)` for three products.
  public let what: String
  /// The day on which it is or was due.
  public let date: CalendarDate
  /// By how many days its window is over; 0 while it can still be made.
  public let overdue: Int

  /// A row from its parts.
  public init(
    id: Consultation.ID, patient: String, what: String, date: CalendarDate, overdue: Int
  ) {
    self.id = id
    self.patient = patient
    self.what = what
    self.date = date
    self.overdue = overdue
  }
}

/// The skin tests of all patients that are to be read.
struct WorklistPage: Sendable {
  var mark: ListMark = .nothing
}

extension Around {
  /// Readings that are due or overdue on the day.
  var readingsDue: [ReadingRow] { readings.filter { $0.date <= day } }
}

extension Wizard {
  mutating func worklistKey(_ key: Key, _ page: WorklistPage) -> [Effect] {
    var page = page
    switch key {
    case .up, .down:
      page.mark = page.mark.moved(by: key == .up ? -1 : 1, of: readings.count)
      self.page = .worklist(page)
    case .enter:
      guard case .line(let line) = page.mark, readings.indices.contains(line) else {
        notice = .information("Mark a line with Down or press its number.")
        return []
      }
      return openTests(of: readings[line])
    case .character(let character):
      if let number = character.wholeNumberValue, readings.indices.contains(number - 1) {
        return openTests(of: readings[number - 1])
      }
      if character == "<" {
        self.page = .home
      } else {
        notice = .information("A number opens a patient's skin tests, Esc goes home.")
      }
    case .escape, .backspace, .left, .function(3): self.page = .home
    default:
      if let command = KeyMap.command(for: key, in: .other) { return perform(command) }
    }
    return []
  }

  private mutating func openTests(of row: ReadingRow) -> [Effect] {
    destination = .skinTests
    return [.resume(row.id)]
  }

  func worklistFrame(_ page: WorklistPage, _ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    frame.head = [
      [
        Span(
          Canvas.justified(
            clinicLine, "\(day.weekdayName) \(day.spelled)", width: width),
          .banner)
      ],
      [Span(String(repeating: "─", count: width))],
    ]
    var body = Canvas(width: width)
    body.add(Span(" Skin tests to read (\(readingsDue.count) due today or before)", .strong))
    body.gap()
    if readings.isEmpty { body.add(Span("   No placed test waits for a reading.")) }
    for (place, row) in readings.enumerated() {
      let here = page.mark.marks(place)
      let number = place < 9 ? "\(place + 1)" : " "
      let when =
        row.overdue > 0
        ? "OVERDUE by \(row.overdue)" : row.date <= day ? "TODAY" : row.date.weekdayName
      // A narrow window shows what is read on a line of its own.
      let isNarrow = width < 80
      let room = width - 6 - 14 - (isNarrow ? 0 : 27)
      let what = isNarrow ? "" : " \(Canvas.fill(row.what, to: 26))"
      body.add(
        Span(here ? " > " : "   "),
        Span("\(number)  \(Canvas.fill(row.patient, to: room))\(what)", here ? .focus : .normal),
        Span(" "), Span(when, row.overdue > 0 ? .caution : .normal))
      if here { body.placeCursor(column: 1) }
      if isNarrow { body.add(Span("      \(row.what), \(row.date.spelled)")) }
    }
    if body.cursor == .nowhere { body.placeCursor(column: 1) }
    frame.body = body
    frame.foot = foot(
      keyLine(.worklist), width,
      otherwise: "Open and signed consultations. Opening one shows its skin tests.")
    return frame
  }
}

/// Which page an opened consultation begins with.
enum Destination: Hashable, Sendable {
  /// Where it was left.
  case whereLeft
  case skinTests
}
