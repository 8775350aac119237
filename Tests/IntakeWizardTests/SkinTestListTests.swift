import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// A bench at the empty list of skin tests.
private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .listed)
  bench.press("n<ctrl-f>skin tests<enter>" + keys)
  return bench
}

private func tests(_ bench: Bench) -> [Answers] { bench.saved["skin-tests"].entries }

@Test func `a skin test is asked with its readings, each an entry within it`() {
  var bench = bench("a2lido<down><enter>22w<enter>")
  #expect(bench.screen.contains("A  Add a reading"))
  bench.press("a2<enter>1a7<enter>2<tab>n")
  #expect(
    tests(bench) == [
      [
        "kind": .known(.choice("spot")), "ingredient": .known(.text("Lidocaine")),
        "state": .known(.choice("placed")),
        "placed": .known(.date(.day(CalendarDate.bench.adding(days: -14)))),
        "readings": .known(
          .entries([
            ["day": .known(.number(Quantity(2))), "grade": .known(.choice("-"))],
            ["day": .known(.number(Quantity(7))), "grade": .known(.choice("+"))],
          ])), "late-reaction": .known(.choice("no")),
      ]
    ])
}

@Test func `nothing is recorded of a test of which nothing is known`() {
  let bench = bench("a<tab><tab>")
  #expect(bench.saved["skin-tests"] == .unknown(.notAsked))
  #expect(bench.screen.contains("An empty list is no answer"))
}

@Test func `not sure and declined need one key while no text is typed`() {
  #expect(bench("u").saved["skin-tests"] == .unknown(.unsure))
  #expect(bench("d").saved["skin-tests"] == .unknown(.declined))
}

@Test func `a test that was placed was placed by today`() {
  var bench = bench("a2lido<down><enter>21/12/2026<enter>")
  #expect(bench.screen.contains("Error: Placed on must be today or in the past"))
  // What is planned may lie ahead, and cannot become placed before its day.
  bench.press("<ctrl-u><backtab>1<ctrl-u>1/12/2026<enter><backtab><backtab>2")
  #expect(bench.screen.contains("The day of placing is still to come"))
  bench.press("<esc>")
  #expect(tests(bench).first?["state"] == .known(.choice("planned")))
}

@Test func `a reading is removed within its test, and the test stays`() {
  var bench = bench("a2lido<down><enter>23d<enter>a2<enter>1<up>-y<tab>")
  #expect(tests(bench).first?["readings"] == .unknown(.notAsked))
  bench.press("<esc>")
  #expect(tests(bench).count == 1)
}

@Test func `a date is read back as it will be recorded`() {
  let bench = bench("a2lido<down><enter>22w")
  #expect(bench.screen.contains("read as Saturday 7 Nov 2026, 14 days ago"))
}
