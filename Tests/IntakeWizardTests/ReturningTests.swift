import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let day = CalendarDate.bench.adding(days: -254)

private func visit(_ name: String, _ answers: Answers = Answers()) -> EarlierVisit {
  var answers = answers
  answers["patient-full-name"] = .known(.text(name))
  return EarlierVisit(
    id: Consultation.ID(rawValue: name), patient: name, day: day, answers: answers)
}

private func bench(_ visits: [EarlierVisit], _ keys: String) -> Bench {
  var bench = Bench(pack: .grouped)
  bench.earlier = visits
  bench.press(keys)
  return bench
}

private let maria = visit(
  "EXAMPLE, Maria",
  [
    "patient-date-of-birth": .known(.date(.year(1985))), "area": .known(.choice("face")),
    "latex": .known(.choice("no")), "alcohol": .known(.choice("no")),
  ])

@Test func `facts of an earlier consultation are confirmed with one key, as entries of today`() {
  var bench = bench([maria], "r1")
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Name not recorded yet"))
  bench.press("y")
  #expect(bench.saved["patient-full-name"] == .known(.text("EXAMPLE, Maria")))
  #expect(bench.saved["area"] == .known(.choice("face")))
  #expect(bench.entries.count == 4)
  #expect(
    bench.consultation?.recordings["area"]?.wording
      == "Read out from 12 Mar 2026 and confirmed: Which part of the body?")
}

@Test func `a no of another day is never taken over`() {
  let bench = bench([maria], "r1y")
  #expect(bench.saved["latex"] == .unknown(.notAsked))
  #expect(bench.saved["alcohol"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Does latex give you a rash?"))
}

@Test(arguments: [
  Answer.unknown(.unsure), .unknown(.declined), .unknown(.notAsked), .known(.choice("gone")),
  .known(.text("face")),
])
func `what was not known, or no longer fits its question, is asked anew`(answer: Answer) {
  let bench = bench([visit("EXAMPLE, Maria", ["area": answer])], "r1")
  #expect(bench.screen.contains("1  Name"))
  #expect(!bench.screen.contains("Area"))
}

@Test func `a fact that has changed is asked and the others are confirmed`() {
  var bench = bench([maria], "r13")
  #expect(bench.screen.contains("[changed] 3  Area"))
  bench.press("y")
  #expect(bench.saved["patient-full-name"] == .known(.text("EXAMPLE, Maria")))
  #expect(bench.saved["area"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Which part of the body?"))
}

@Test func `nothing is taken over when everything is asked anew`() {
  let bench = bench([maria], "r1n")
  #expect(bench.entries.count == 1)
  #expect(bench.screen.contains("What is your full name?"))
}

@Test func `Enter confirms no fact`() {
  var bench = bench([maria], "r1")
  bench.press("<enter><enter>")
  #expect(bench.entries.count == 1)
}

@Test func `facts below the edge of the window are not confirmed unread`() {
  let long = String(repeating: "Example ", count: 24)
  var bench = Bench(pack: .grouped)
  bench.earlier = [visit(long, ["patient-date-of-birth": .known(.date(.year(1985)))])]
  bench.setWindow(rows: 16, columns: 60)
  bench.press("r1y")
  #expect(bench.entries.count == 1)
  #expect(bench.screen.contains("make the window larger"))
}

@Test func `a patient is found by a part of the name and begun by number or Enter`() {
  let visits = [maria, visit("SAMPLE, Jon"), visit("SAMPLE, Joan")]
  var bench = bench(visits, "rsample")
  #expect(!bench.screen.contains("EXAMPLE"))
  bench.press("<enter>")
  #expect(bench.screen.contains("Type more of the name"))
  bench.press("2y")
  #expect(bench.saved["patient-full-name"] == .known(.text("SAMPLE, Joan")))
}

@Test func `a signed consultation leads to the same patient's next`() {
  var bench = Bench(pack: .grouped)
  bench.press("nEXAMPLE, Maria<enter>3 mar 1985<enter>1nnnn1ny<end>r1made up<enter>sDr Ex<enter>")
  bench.press("n")
  #expect(bench.entries.count == 1)
  #expect(bench.screen.contains("Read each line aloud."))
  #expect(bench.screen.contains("EXAMPLE, Maria"))
}

@Test func `the next new patient is offered nothing of the one before`() {
  var bench = bench([maria], "r1y")
  bench.press("<ctrl-x>s")
  bench.press("n")
  #expect(bench.screen.contains("What is your full name?"))
}

@Test func `Esc leaves the search and the home screen stands as before`() {
  let bench = bench([maria], "rex<esc>")
  #expect(bench.screen.contains("N  New consultation"))
}
