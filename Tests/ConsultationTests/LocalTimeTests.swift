import ClinicalModel
import Consultation
import Testing

@Suite struct `The clinic's clock` {
  /// 21 November 2026, 23:30:07 UTC.
  private let lateEvening = Instant(milliseconds: 1_795_303_807_999)

  @Test func `shows the time of day and the day in UTC`() {
    let clock = LocalTime(secondsFromUTC: 0)
    #expect(clock.time(of: lateEvening) == "23:30:07")
    #expect(clock.date(of: lateEvening).description == "2026-11-21")
  }

  @Test func `shows the next day east of UTC when it is past midnight there`() {
    let clock = LocalTime(secondsFromUTC: 3600)
    #expect(clock.time(of: lateEvening) == "00:30:07")
    #expect(clock.date(of: lateEvening).description == "2026-11-22")
  }

  @Test func `shows the day before west of UTC`() {
    let clock = LocalTime(secondsFromUTC: -5 * 3600)
    let early = Instant(milliseconds: lateEvening.milliseconds + 3_600_000)
    #expect(clock.time(of: early) == "19:30:07")
    #expect(clock.date(of: early).description == "2026-11-21")
  }

  @Test func `keeps half hours and quarter hours`() {
    #expect(LocalTime(secondsFromUTC: 20_700).time(of: lateEvening) == "05:15:07")
  }

  @Test func `rounds down before 1970 as after it`() {
    let clock = LocalTime(secondsFromUTC: 0)
    #expect(clock.time(of: Instant(milliseconds: -1)) == "23:59:59")
    #expect(clock.date(of: Instant(milliseconds: -1)).description == "1969-12-31")
    #expect(clock.date(of: Instant(milliseconds: -86_400_000)).description == "1969-12-31")
    #expect(clock.date(of: Instant(milliseconds: -86_400_001)).description == "1969-12-30")
  }

  @Test func `spells dates with the month's name so that no day is taken for a month`() throws {
    let date = try #require(CalendarDate(iso: "2026-03-04"))
    #expect(date.spelled == "4 Mar 2026")
    #expect(PartialDate.day(date).spelled == "4 Mar 2026")
    #expect(PartialDate.month(year: 2026, month: 3).spelled == "Mar 2026")
    #expect(PartialDate.year(2026).spelled == "2026")
  }
}
