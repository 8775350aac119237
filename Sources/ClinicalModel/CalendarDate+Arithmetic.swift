extension CalendarDate {
  /// Days since 1 March of year 0; differences are day counts.
  ///
  /// The civil-from-days method of Howard Hinnant ("chrono-Compatible
  /// Low-Level Date Algorithms"), written for positive years.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The day with this number, clamped to the years 1 to 9999.
  public init(dayNumber: Int) {
    let number = min(max(dayNumber, 306), 3_652_364)
    let era = number / 146_097
    let dayOfEra = number % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    // The clamp above keeps every part in range; a fallback keeps it total.
    self = CalendarDate(year: year, month: month, day: day) ?? .last
  }

  /// 31 December 9999, the last day that can be written.
  public static let last: CalendarDate = {
    guard let date = CalendarDate(year: 9999, month: 12, day: 31) else {
      preconditionFailure("the calendar has a last day")
    }
    return date
  }()

  /// The day `days` later, or earlier when negative.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The same day `months` later, or earlier when negative, clamped to the end
  /// of that month and to the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    let wanted = year * 12 + (month - 1) + min(max(months, -120_000), 120_000)
    let count = min(max(wanted, 12), 9999 * 12 + 11)
    let year = count / 12
    let month = count % 12 + 1
    let day = min(day, Self.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: day) ?? .last
  }

  /// How many days this day lies after `other`; negative when before.
  public func days(after other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// Completed years from `birth` to this day.
  ///
  /// Someone born on 29 February turns a year older on 1 March in other years.
  public func completedYears(since birth: CalendarDate) -> Int {
    let years = year - birth.year
    return (month, day) < (birth.month, birth.day) ? years - 1 : years
  }

  /// Monday is 1, Sunday is 7.
  public var weekday: Int { (dayNumber + 2) % 7 + 1 }
}
