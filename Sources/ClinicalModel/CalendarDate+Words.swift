extension CalendarDate {
  /// The day as people read it, with the month's name: `21 Nov 2026`.
  public var spelled: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

  /// Short English month names, January first.
  public static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// English weekday names, Monday first.
  public static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

extension PartialDate {
  /// The date as people read it: `21 Nov 2026`, `Nov 2026` or `2026`.
  public var spelled: String {
    switch self {
    case .day(let date): date.spelled
    case .month(let year, let month): "\(CalendarDate.monthNames[month - 1]) \(year)"
    case .year(let year): String(year)
    }
  }
}
