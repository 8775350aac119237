/// A date as well as somebody remembers it: a day, a month or a year.
public enum PartialDate: Hashable, Sendable {
  /// The day is known.
  case day(CalendarDate)
  /// Only the month is known; the month runs from 1 to 12.
  case month(year: Int, month: Int)
  /// Only the year is known.
  case year(Int)

  /// Reads `2026-11-21`, `2026-11` or `2026`, or nothing.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 3:
      guard let date = CalendarDate(iso: text) else { return nil }
      self = .day(date)
    case 2:
      guard parts[0].utf8.count == 4, parts[1].utf8.count == 2,
        let date = CalendarDate(iso: text + "-01")
      else { return nil }
      self = .month(year: date.year, month: date.month)
    default:
      guard text.utf8.count == 4, let date = CalendarDate(iso: text + "-01-01") else { return nil }
      self = .year(date.year)
    }
  }

  /// The first day it can be.
  public var earliest: CalendarDate {
    switch self {
    case .day(let date): date
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 1) ?? .last
    case .year(let year): CalendarDate(year: year, month: 1, day: 1) ?? .last
    }
  }

  /// The last day it can be.
  public var latest: CalendarDate {
    switch self {
    case .day(let date): date
    case .month(let year, let month):
      CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
        ?? .last
    case .year(let year): CalendarDate(year: year, month: 12, day: 31) ?? .last
    }
  }

  /// Whether the day itself is known.
  public var isExact: Bool {
    if case .day = self { true } else { false }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The known part in ISO form: `2026-11-21`, `2026-11` or `2026`.
  public var description: String {
    switch self {
    case .day(let date): date.description
    case .month: String(earliest.description.prefix(7))
    case .year: String(earliest.description.prefix(4))
    }
  }
}
