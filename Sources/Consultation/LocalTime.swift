public import ClinicalModel

/// The clinic's wall clock: how far it is from UTC.
///
/// It is an argument, so that the same records print the same text in a test
/// and in a clinic. Where the clock is put forward and back it knows when: an
/// answer stays on the day on which it was given.
public struct LocalTime: Hashable, Sendable {
  /// Seconds east of UTC, -50,400 to 50,400, before the first change.
  public let secondsFromUTC: Int
  /// When the clock is put forward or back, earliest first.
  public let changes: [Change]

  /// The clock is put forward or back.
  public struct Change: Hashable, Sendable {
    /// The first instant with the new offset.
    public let from: Instant
    /// Seconds east of UTC from then on.
    public let secondsFromUTC: Int

    /// A change from its parts.
    public init(from: Instant, secondsFromUTC: Int) {
      self.from = from
      self.secondsFromUTC = secondsFromUTC
    }
  }

  /// A wall clock so many seconds east of UTC, put forward and back.
  public init(secondsFromUTC: Int, changes: [Change] = []) {
    self.secondsFromUTC = secondsFromUTC
    self.changes = changes
  }

  /// Seconds east of UTC at an instant.
  public func secondsFromUTC(at instant: Instant) -> Int {
    changes.last { $0.from <= instant }?.secondsFromUTC ?? secondsFromUTC
  }

  /// Milliseconds from an instant to the first one of the next day.
  public func millisecondsToMidnight(from instant: Instant) -> Int {
    let second = seconds(of: instant)
    let left = 86_400 - (second - floorDivide(second, 86_400) * 86_400)
    return left * 1000 - Int(instant.milliseconds - instant.milliseconds / 1000 * 1000)
  }

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
    floorDivide(Int(instant.milliseconds), 1000) + secondsFromUTC(at: instant)
  }

  private func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
