import ClinicalModel
import Screening
import Testing

@Suite struct DeferralTests {
  @Test func `four weeks after filler the wait is over, a day earlier it is not`() throws {
    let filler = try dated("2026-11-01")
    #expect(try report(["filler-date": filler], on: "2026-11-28").outcome == .defer)
    #expect(try report(["filler-date": filler], on: "2026-11-29").outcome == .proceed)
    let waiting = try report(["filler-date": filler], on: "2026-11-28")
    #expect(waiting.earliestDate == .date(try date("2026-11-29")))
    #expect(waiting.finding("filler-28")?.release == .date(try date("2026-11-29")))
  }

  @Test func `a wait crosses a leap day and the end of a year`() throws {
    let leap = try report(["filler-date": dated("2028-02-10")], on: "2028-02-11")
    #expect(leap.earliestDate == .date(try date("2028-03-09")))
    let newYear = try report(["filler-date": dated("2026-12-20")], on: "2026-12-21")
    #expect(newYear.earliestDate == .date(try date("2027-01-17")))
  }

  @Test func `a month known in part counts from today, not from a day still to come`() throws {
    let report = try report(["filler-date": dated("2026-11")])
    #expect(report.finding("filler-28")?.release == .date(try date("2026-12-19")))
  }

  @Test func `an earlier month counts from its last day`() throws {
    let report = try report(["filler-date": dated("2026-10")], on: "2026-11-21")
    #expect(report.finding("filler-28")?.release == .date(try date("2026-11-28")))
  }

  @Test func `the earliest day is the latest of all waits`() throws {
    let report = try report([
      "filler-date": dated("2026-11-20"), "steroid-end": dated("2026-11-18"),
      "device": .known(.choice("roller")),
    ])
    #expect(report.established.prefix(3) == ["filler-28", "filler-180-roller", "steroid-28"])
    #expect(report.earliestDate == .date(try date("2027-05-19")))
  }

  @Test func `what must happen first is named beside the day`() throws {
    let report = try report([
      "pregnant": .known(.choice("possible")), "filler-date": dated("2026-11-20"),
    ])
    #expect(report.events == ["negative test"])
    #expect(report.earliestDate == .date(try date("2026-12-18")))
  }

  @Test func `a course still going on has no day, only an event`() throws {
    let report = try report(["steroid-end": .known(.current)])
    #expect(report.finding("steroid-28")?.release == .event("28 days after: steroid-end"))
    #expect(report.events == ["28 days after: steroid-end"])
    #expect(report.earliestDate == .notDeferred)
  }

  @Test func `no day is named while something excludes the treatment`() throws {
    let report = try report([
      "pregnant": .known(.choice("yes")), "filler-date": dated("2026-11-20"),
    ])
    #expect(report.earliestDate == .excluded)
  }

  @Test func `an exclusion that is only possible leaves the day standing`() throws {
    let report = try report([
      "red-flags": .unknown(.unsure), "filler-date": dated("2026-11-20"),
    ])
    #expect(report.earliestDate == .date(try date("2026-12-18")))
    #expect(report.couldBecome == .doNotTreat)
  }

  @Test func `a possible wait names no day and no event of the report`() throws {
    let report = try report(["filler-date": .unknown(.unsure)])
    #expect(report.finding("filler-28")?.release == .event("28 days after: filler-date"))
    #expect(report.events.isEmpty)
    #expect(report.earliestDate == .notDeferred)
  }

  @Test func `the same event is named once`() throws {
    let report = try report(["device": .unknown(.unsure), "red-flags": .unknown(.declined)])
    #expect(report.events == ["an answer to: red-flags", "an answer to: device"])
  }

  @Test func `waiting until the named day ends a dated wait`() throws {
    var answers = answers(["filler-date": try dated("2026-11-20")])
    let today = try date("2026-11-21")
    let before = screen(answers, with: SmallPack.pack, on: today)
    guard case .date(let day) = before.earliestDate else {
      Issue.record("no earliest day")
      return
    }
    answers[.plannedTreatmentDate] = .known(.date(.day(day)))
    #expect(screen(answers, with: SmallPack.pack, on: today).outcome == .proceed)
    answers[.plannedTreatmentDate] = .known(.date(.day(day.adding(days: -1))))
    #expect(screen(answers, with: SmallPack.pack, on: today).outcome == .defer)
  }
}
