public import ClinicalModel
public import Consultation

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

extension AnySurroundings {
  /// Readings that are due or overdue on the day.
  var readingsDue: [ReadingRow] { readings.filter { $0.date <= day } }
}

/// Which page an opened consultation begins with.
enum Destination: Hashable, Sendable {
  /// Where it was left.
  case whereLeft
  case skinTests
}
