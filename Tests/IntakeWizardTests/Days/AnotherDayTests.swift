import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

// A consultation that is opened on 20 November and gone on with on the 30th.

private let opened = CalendarDate(year: 2026, month: 11, day: 20) ?? .last
private let later = CalendarDate(year: 2026, month: 11, day: 30) ?? .last
private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"
private let finished = arrival + "nn2<enter>1"

private func bench(_ keys: String) -> Bench {
  var bench = Bench(today: opened)
  bench.press(keys)
  return bench
}

/// Begun with these keys on the 20th, opened again on the 30th.
private func reopened(_ keys: String) throws -> Bench {
  var bench = bench(keys)
  bench.press("<ctrl-x>s")
  try bench.reopen(on: later)
  return bench
}

private func day(_ month: Int, _ day: Int) -> Answer {
  .known(.date(.day(CalendarDate(year: 2026, month: month, day: day) ?? .last)))
}

@Test(arguments: [
  ("3d", 11, 27), ("today", 11, 30), ("yesterday", 11, 29), ("27 nov 2026", 11, 27),
])
func `what is typed on the 30th counts from the 30th`(typed: String, month: Int, of: Int) throws {
  var bench = try reopened(arrival + "n")
  bench.press("<ctrl-f>filler<enter>y\(typed)<enter>")
  #expect(bench.saved["filler-date"] == day(month, of))
}

@Test func `what speaks of now is asked again, with the earlier answer beside it`() throws {
  let bench = try reopened(finished)
  #expect(bench.screen.contains("Right now, do you have any of these?"))
  #expect(bench.screen.contains("Earlier      20 Nov 2026: None of these"))
  #expect(bench.screen.contains("2 answers speak of another day and are asked again."))
}

@Test func `the review lists what is asked again, and nobody is treated before`() throws {
  var bench = try reopened(finished)
  bench.press("<ctrl-r>")
  #expect(bench.screen.contains("There are 2 things to do: 2 not answered"))
  #expect(bench.screen.contains("20 Nov 2026: No"))
  bench.press("<end>r4")
  #expect(bench.screen.contains("Not available: 2 questions are not answered."))
  bench.press("<ctrl-r><home><enter>0<enter>n<end>r4")
  #expect(bench.entries.last?.event == .decided(.treat))
}

@Test func `an earlier yes does not grow milder with time, and a new answer ends it`() throws {
  var bench = try reopened(arrival + "yn2<enter>1")
  #expect(bench.screen.contains("XXX DO NOT TREAT"))
  bench.press("<ctrl-f>preg<enter>n")
  #expect(!bench.screen.contains("XXX DO NOT TREAT"))
}

@Test func `what does not speak of now is not asked again`() throws {
  var bench = try reopened(arrival + "n3d<enter>2<enter>1")
  bench.press("<ctrl-f>filler<enter>")
  #expect(bench.screen.contains("17 Nov 2026"))
  bench.press("<ctrl-r>")
  #expect(bench.screen.contains("There are 2 things to do"))
}

@Test func `a word that was being typed counts from the day on which it was typed`() throws {
  var bench = try reopened(arrival + "ny3d<ctrl-g><esc>")
  bench.press("<ctrl-f>filler<enter><enter>")
  #expect(bench.saved["filler-date"] == day(11, 17))
}

@Test func `marks on a question that speaks of now are not taken over to another day`() throws {
  var bench = try reopened("n0<ctrl-g><esc>")
  bench.press("<enter>")
  #expect(bench.saved["red-flags-now"] == .unknown(.notAsked))
}

@Test func `undo brings an earlier answer back as one of its own day`() throws {
  var bench = try reopened(arrival + "y")
  bench.press("<ctrl-f>preg<enter>n")
  #expect(!bench.screen.contains("XXX DO NOT TREAT"))
  bench.press("<ctrl-x>z")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  #expect(bench.screen.contains("XXX DO NOT TREAT"))
  #expect(bench.screen.contains("Earlier      20 Nov 2026: Yes"))
  let again = try bench.restarted()
  #expect(again.wizard.openConsultation?.outdatedCount == 2)
}

@Test func `across midnight with the program open what speaks of now is asked again`() throws {
  var bench = bench(finished + "<end>r4")
  #expect(bench.screen.contains("Decision: Treat as planned"))
  bench.stay(seconds: 10 * 3_600)
  #expect(bench.screen.contains("There are 2 things to do: 2 not answered"))
  bench.press("<end>rs")
  #expect(bench.screen.contains("Not signed: decided on 20 Nov 2026. Decide again, then sign."))
}

@Test func `a date typed before midnight and entered after it stays of the day before`() {
  var bench = bench(arrival + "n")
  bench.stay(seconds: 9 * 3_600 + 28 * 60)
  bench.press("<ctrl-f>filler<enter>ytoday")
  bench.stay(seconds: 120)
  bench.press("<enter>")
  #expect(bench.saved["filler-date"] == day(11, 20))
  bench.press("<ctrl-f>filler<enter>ytoday<enter>")
  #expect(bench.saved["filler-date"] == day(11, 21))
}

@Test func `the wizard asks to be woken at midnight`() {
  var bench = bench(arrival)
  bench.stay(seconds: 9 * 3_600 + 28 * 60 + 30)
  let midnight = Int64((opened.dayNumber + 1 - CalendarDate.epochDay) * 86_400) * 1000
  guard case .at(let wake) = bench.wizard.wake else {
    Issue.record("never woken")
    return
  }
  #expect(wake.milliseconds <= midnight)
}

@Test func `a clock that is set back asks again rather than trusting an answer to come`() throws {
  var bench = bench(finished)
  bench.press("<ctrl-x>s")
  try bench.reopen(on: opened.adding(days: -1))
  #expect(bench.screen.contains("2 answers speak of another day and are asked again."))
}

@Test func `a restart on the same day asks nothing again`() throws {
  let bench = try bench(finished).restarted()
  #expect(!bench.screen.contains("asked again"))
}

@Test func `by lines the same is asked again, with the same words`() throws {
  var lines = LineBench(bench(finished + "<ctrl-x>s"))
  try lines.bench.reopen(on: later)
  lines.type(".")
  #expect(lines.said.contains("Right now, do you have any of these?"))
  #expect(
    lines.text.contains(
      "Answered earlier, 20 Nov 2026: None of these, for reference only, ask again\ntoday."))
  lines.type("r")
  #expect(lines.text.contains("Red flags now: not answered, 20 Nov 2026: None of these"))
}

@Test func `the signature says for which day the answers were judged`() throws {
  var bench = try reopened(finished)
  bench.press("0<enter>n<end>r4sDr Example<enter>")
  guard case .signedOff(let signature)? = bench.entries.last?.event else {
    Issue.record("not signed")
    return
  }
  #expect(signature.day == .on(later))
  // On no later day is a signed record judged anew.
  try bench.reopen(on: later.adding(days: 30))
  #expect(bench.wizard.openConsultation?.outdatedCount == 0)
  #expect(bench.wizard.openConsultation?.report.unanswered == [])
}

@Test func `by the clock of a clinic that is put back an answer keeps its day`() {
  // Europe/London, 25 October 2026, 01:00 UTC: from +01:00 to UTC.
  let back = Instant(milliseconds: 1_792_890_000_000)
  let clock = LocalTime(
    secondsFromUTC: 3600, changes: [LocalTime.Change(from: back, secondsFromUTC: 0)])
  let answered = Instant(milliseconds: back.milliseconds - 90 * 60_000)
  #expect(clock.date(of: answered).description == "2026-10-25")
  #expect(clock.time(of: answered) == "00:30:00")
  #expect(clock.time(of: back) == "01:00:00")
}
