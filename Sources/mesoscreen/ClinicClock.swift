import ClinicalModel
import Consultation
import Foundation

extension CommonOptions {
  /// The clock by which everything is recorded: the machine's, and with a day
  /// given the machine's time of that day, so that what is recorded belongs to
  /// it.
  func clock() throws(Failure) -> () -> Instant {
    let days = try today().days(after: LocalTime.here.date(of: .now()))
    guard days != 0 else { return Instant.now }
    return { Instant(milliseconds: Instant.now().milliseconds + Int64(days) * 86_400_000) }
  }
}

extension LocalTime {
  /// The machine's time zone, with every change of its clock from ten years ago
  /// to two years ahead.
  static let here: LocalTime = {
    let zone = TimeZone.current
    let year: TimeInterval = 365 * 86_400
    var moment = Date(timeIntervalSinceNow: -10 * year)
    let first = zone.secondsFromGMT(for: moment)
    var changes: [Change] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: moment),
      next > moment, next < Date(timeIntervalSinceNow: 2 * year)
    {
      changes.append(
        Change(
          from: Instant(milliseconds: Int64(next.timeIntervalSince1970 * 1000)),
          secondsFromUTC: zone.secondsFromGMT(for: next)))
      moment = next
    }
    return LocalTime(secondsFromUTC: first, changes: changes)
  }()
}
