import ClinicalModel
import Testing

/// A day that a test writes down; a slip of the pen fails the test.
func day(_ iso: String, at location: SourceLocation = #_sourceLocation) throws -> CalendarDate {
  try #require(CalendarDate(iso: iso), sourceLocation: location)
}

@Suite struct CalendarTests {
  @Test func `every day from 1900 to 2100 follows the one before and comes back from its number`()
    throws
  {
    var expected = try day("1900-01-01")
    var count = 0
    let first = expected.dayNumber
    let last = try day("2100-12-31")
    while expected <= last {
      #expect(expected.dayNumber == first + count)
      #expect(CalendarDate(dayNumber: first + count) == expected)
      // The next day worked out by carrying, independently of day numbers.
      let next =
        CalendarDate(year: expected.year, month: expected.month, day: expected.day + 1)
        ?? CalendarDate(year: expected.year, month: expected.month + 1, day: 1)
        ?? CalendarDate(year: expected.year + 1, month: 1, day: 1)
      expected = try #require(next)
      count += 1
    }
    #expect(count == 73_414)
  }

  @Test(arguments: [
    ("1900-01-01", 1), ("1969-07-20", 7), ("1970-01-01", 4), ("2000-02-29", 2), ("2024-02-29", 4),
    ("2026-11-21", 6), ("2026-12-01", 2), ("2100-03-01", 1),
  ])
  func `the weekday of a known day is right`(iso: String, weekday: Int) throws {
    #expect(try day(iso).weekday == weekday)
  }

  @Test(arguments: [(2000, 29), (2024, 29), (2026, 28), (1900, 28), (2100, 28), (2400, 29)])
  func `February is as long as the year says`(year: Int, days: Int) {
    #expect(CalendarDate.days(inMonth: 2, of: year) == days)
  }

  @Test(arguments: [
    "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
    "0000-01-01",
    "2026-1-01", "26-01-01", "2026-01-1", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01Z",
    "+026-01-01", "٢٠٢٦-01-01", "", "yesterday", "2026-01-01-01", "2026--01-1",
  ])
  func `what is not a day of the calendar is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-08-31", 1, "2026-09-30"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"),
    ("2026-12-15", 12, "2027-12-15"), ("2026-05-20", 0, "2026-05-20"),
  ])
  func `months are added up to the end of a shorter month`(from: String, months: Int, to: String)
    throws
  {
    #expect(try day(from).adding(months: months) == day(to))
  }

  @Test func `adding never leaves the calendar`() throws {
    let early = try day("0001-01-01")
    #expect(try day("2026-11-21").adding(months: -100_000) == day("0001-01-21"))
    #expect(try day("2026-11-21").adding(months: .max) == day("9999-12-21"))
    #expect(early.adding(days: -1) == early)
    #expect(early.adding(days: .min) == early)
    #expect(CalendarDate.last.adding(days: 1) == .last)
    #expect(try day("2026-11-21").adding(days: .max) == .last)
  }

  @Test(arguments: [
    ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"),
    ("2026-12-31", 1, "2027-01-01"),
    ("2026-11-21", 14, "2026-12-05"), ("2026-03-01", -1, "2026-02-28"),
  ])
  func `days are added across months and leap days`(from: String, days: Int, to: String) throws {
    #expect(try day(from).adding(days: days) == day(to))
    #expect(try day(to).days(after: day(from)) == days)
  }

  @Test(arguments: [
    ("2008-11-21", "2026-11-20", 17), ("2008-11-21", "2026-11-21", 18),
    ("2008-02-29", "2026-02-28", 17),
    ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2028-02-29", 20),
    ("2026-11-21", "2026-11-21", 0),
  ])
  func `a patient is a year older on the birthday and not before`(
    birth: String, on: String, years: Int
  ) throws {
    #expect(try day(on).completedYears(since: day(birth)) == years)
  }

  @Test(arguments: ["2026-11-21", "2026-11", "2026"])
  func `a date known in part is kept as it was said`(text: String) throws {
    #expect(try #require(PartialDate(iso: text)).description == text)
  }

  @Test func `a month runs from its first to its last day`() throws {
    let month = try #require(PartialDate(iso: "2024-02"))
    #expect(month.earliest == (try day("2024-02-01")))
    #expect(month.latest == (try day("2024-02-29")))
    let year = try #require(PartialDate(iso: "2026"))
    #expect(year.earliest == (try day("2026-01-01")))
    #expect(year.latest == (try day("2026-12-31")))
    #expect(!month.isExact && !year.isExact)
  }

  @Test(arguments: [
    "2026-13", "2026-0", "2026-1", "026", "20260", "0000", "", "-", "2026-", "2026-02-30",
  ])
  func `what is no part of a date is refused`(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }
}
