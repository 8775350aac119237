public import ClinicalModel

/// The clinic's wall clock: how far it is from UTC.
///
/// It is an argument, so that the same records print the same text in a test
/// and in a clinic.
public struct LocalTime: Hashable, Sendable {
  /// Seconds east of UTC, -50,400 to 50,400.
  public let secondsFromUTC: Int

  /// A wall clock so many seconds east of UTC.
  public init(secondsFromUTC: Int) { self.secondsFromUTC = secondsFromUTC }

  /// The day on this clock.
  public func date(of instant: Instant) -> CalendarDate {
    CalendarDate(dayNumber: Self.epoch + floorDivide(seconds(of: instant), 86_400))
  }

  /// The time of day on this clock as `14:31:07`.
  public func time(of instant: Instant) -> String {
    let second = seconds(of: instant) - floorDivide(seconds(of: instant), 86_400) * 86_400
    return [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
  }

  private static let epoch = CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 0

  private func seconds(of instant: Instant) -> Int {
    floorDivide(Int(instant.milliseconds), 1000) + secondsFromUTC
  }

  private func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

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
