import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let maria = EarlierVisit(
  id: "c0", patient: "TESTPATIENT, Maria  b. 3 Mar 1985", day: date(2026, 3, 12),
  answers: [
    "patient-full-name": .known(.text("Testpatient,  MARIA")),
    "patient-date-of-birth": .known(.date(.day(date(1985, 3, 3)))),
    "pregnancy-status": .known(.choice("no")), "filler-date": .unknown(.unsure),
  ])

private func bench(_ keys: String) -> Bench {
  var bench = Bench()
  bench.earlier = [maria]
  bench.press("n0<enter>TESTPATIENT, Maria<enter>" + keys)
  return bench
}

@Test func `the last visit's answer is shown for reference and is no answer of today`() {
  let bench = bench("3 mar 1985<enter>")
  #expect(
    bench.screen.contains("Last visit   12 Mar 2026: No   (for reference only, ask again today)"))
  #expect(bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(bench.screen.contains("( ) N  No"))
  #expect(!bench.screen.contains("(*)"))
}

@Test func `what was not sure at the last visit is said to have been so`() {
  let bench = bench("3 mar 1985<enter>n")
  #expect(bench.screen.contains("12 Mar 2026: NOT SURE"))
}

@Test func `nobody else's visit is shown`() {
  #expect(!bench("4 mar 1985<enter>").screen.contains("Last visit"))
  #expect(!bench("mar 1985<enter>").screen.contains("Last visit"))
}

@Test func `another name takes the last visit away`() {
  var bench = bench("3 mar 1985<enter>")
  bench.press("<ctrl-f>name<enter><ctrl-u>EXAMPLE, Li<enter>")
  #expect(bench.screen.contains("Are you pregnant?"))
  #expect(!bench.screen.contains("Last visit"))
}

@Test func `after a restart the last visit is found again`() throws {
  var again = try bench("3 mar 1985<enter>").restarted()
  #expect(!again.screen.contains("Last visit"))
  again.earlier = [maria]
  try again.reopen(on: .bench)
  #expect(again.screen.contains("Last visit   12 Mar 2026: No"))
}

@Test func `by lines the last visit is said with the question`() {
  var bench = bench("3 mar 1985<enter>")
  var face = LinearFace()
  let said = face.speak(bench.wizard).joined(separator: " ")
  #expect(said.contains("Last visit, 12 Mar 2026: No, for reference only, ask again today."))
  bench.press("n")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("no")))
}
