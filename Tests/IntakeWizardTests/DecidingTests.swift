import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import Testing

@testable import IntakeWizard

private let arrival = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"
/// Nothing is found.
private let clear = arrival + "nn2<enter>1"
/// A filler three days ago defers.
private let deferred = arrival + "n3d<enter>2<enter>1"
/// Pregnant.
private let excluded = arrival + "yn2<enter>1"
private let toResult = "<end>r"

private func bench(_ keys: String) -> Bench {
  var bench = Bench()
  bench.press(keys)
  return bench
}

@Test func `the result stays closed until the review was shown to its end`() {
  var bench = bench(clear)
  bench.press("r")
  #expect(bench.screen.contains("The result stays closed until the review was shown to its end."))
  bench.press("<ctrl-x>o")
  #expect(bench.screen.contains("The result stays closed until the review was shown to its end."))
  bench.press("<end>r")
  #expect(bench.screen.contains("Decision by the clinician"))
}

@Test func `with nothing found the mildest words are that the clinician decides`() {
  let bench = bench(clear + toResult)
  #expect(bench.screen.contains("Nothing was found in the answers. The clinician decides."))
  #expect(!bench.screen.lowercased().contains("safe"))
  #expect(!bench.screen.lowercased().contains("cleared"))
}

@Test func `a patient with unanswered questions cannot be treated, and the result says so`() {
  var bench = bench(arrival + "n<ctrl-r><end>r")
  #expect(bench.screen.contains("NOT FINISHED: 3 not answered"))
  bench.press("4")
  #expect(bench.screen.contains("Not available: 3 questions are not answered."))
}

private let against = "42<enter>seen by the specialist<enter>OVERRIDE<enter>Dr Example<enter>"

@Test func `treating against advice needs a code, own words, OVERRIDE and two names`() {
  var bench = bench(excluded + toResult)
  #expect(bench.screen.contains("XXX DO NOT TREAT"))
  #expect(bench.screen.contains("Treat against advice: needs reasons"))
  bench.press("4")
  #expect(bench.screen.contains("1  A specialist knows of it and agreed"))
  bench.press("9<enter>")
  #expect(bench.screen.contains("Enter the number of a reason"))
  bench.press("<ctrl-u>2<enter><enter>")
  #expect(bench.screen.contains("Enter the reason"))
  bench.press("seen by the specialist<enter>yes<enter>")
  #expect(bench.screen.contains("Type the word OVERRIDE in capitals"))
  bench.press("<ctrl-u>OVERRIDE<enter>Dr Example<enter>example<enter>")
  #expect(bench.screen.contains("another person than Dr Example"))
  bench.press("<ctrl-u>Nurse Sample<enter>")
  let expected = AgainstAdvice(
    rules: ["pregnant"], because: .doesNotFit, reason: "seen by the specialist",
    clinician: "Dr Example", second: "Nurse Sample")
  #expect(
    bench.entries.map(\.event).suffix(2)
      == [expected.map(Event.treatedAgainstAdvice), .decided(.treat)])
  #expect(bench.screen.contains("XXX DO NOT TREAT"))
  #expect(bench.screen.contains("Treat AGAINST ADVICE"))
}

@Test func `the second person of a treatment against advice does not sign it`() {
  var bench = bench(excluded + toResult + against + "Nurse Sample<enter>")
  bench.press("s<ctrl-u>Nurse Sample<enter>")
  #expect(bench.screen.contains("Not signed: Nurse Sample stands for it as the second person."))
  bench.press("<ctrl-u>Dr Example<enter>")
  guard case .signedOff(let signature)? = bench.entries.last?.event else {
    Issue.record("not signed")
    return
  }
  #expect(signature.outcome == .doNotTreat)
}

@Test func `an answer changed after it withdraws a treatment against advice`() {
  var bench = bench(excluded + toResult + against + "Nurse Sample<enter>")
  bench.press("<ctrl-f>filler<enter>3d<enter>")
  #expect(bench.consultation?.againstAdvice == .no)
  #expect(bench.consultation?.decision == .undecided)
}

@Test func `one override names every excluding finding, and the others with their own`() {
  var bench = bench(arrival + "y3d<enter>2<enter>1" + toResult + against + "Nurse Sample<enter>")
  let events = bench.entries.map(\.event).suffix(3)
  guard case .treatedAgainstAdvice(let against)? = events.first else {
    Issue.record("not against advice")
    return
  }
  #expect(against.rules == ["pregnant"])
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  bench.press("g")
  #expect(bench.consultation?.overrides.map(\.rule) == ["filler-28-days"])
}

@Test func `against an emergency nobody decides here, and the result says why`() {
  var bench = bench("n1<enter>rTESTPATIENT, Maria<enter>3 mar 1985<enter>nn2<enter>1" + toResult)
  bench.press("4")
  #expect(bench.screen.contains("an emergency stays closed (Red flag today)"))
}

@Test func `the result does not ask for another answer as the way out`() {
  let bench = bench(excluded + toResult)
  #expect(!bench.screen.contains("change the plan or an answer"))
}

@Test func `by lines a treatment against advice asks the same`() {
  var lines = LineBench(bench(excluded + toResult))
  lines.type("4")
  #expect(lines.said.contains("2 The finding does not fit this patient"))
  lines.type("2", "seen by the specialist", "OVERRIDE", "Dr Example", "Nurse Sample")
  #expect(lines.bench.consultation?.againstAdvice != .no)
  #expect(lines.text.contains("Treat AGAINST ADVICE"))
}

@Test func `treating against a deferral needs a reason, the word OVERRIDE and a name`() {
  var bench = bench(deferred + toResult)
  bench.press("4")
  bench.press("<enter>")
  #expect(bench.screen.contains("Enter the reason"))
  bench.press("seen and discussed<enter>override<enter>")
  #expect(bench.screen.contains("Type the word OVERRIDE in capitals"))
  bench.press("<ctrl-u>OVERRIDE<enter>Dr Example<enter>")
  let override = Override(
    rule: "filler-28-days", reason: "seen and discussed", clinician: "Dr Example")
  #expect(bench.entries.map(\.event).suffix(2) == [.overridden(override), .decided(.treat)])
}

@Test func `treating before the patch test that comes first needs a reason and a name`() {
  var bench = Bench(pack: .small(weighingDepth: .proceedAfterPatchTest))
  bench.press(arrival + "nn5<enter>1" + toResult)
  #expect(bench.screen.contains("PATCH TEST FIRST"))
  #expect(bench.screen.contains("4  Treat anyway: needs a reason"))
  bench.press("4")
  bench.press("<enter>")
  #expect(bench.screen.contains("Enter the reason"))
  bench.press("tested elsewhere<enter>Dr Example<enter>")
  let override = Override(rule: "deep", reason: "tested elsewhere", clinician: "Dr Example")
  #expect(bench.entries.map(\.event).suffix(2) == [.overridden(override), .decided(.treat)])
}

@Test func `a deferral proposes the earliest date`() {
  var bench = bench(deferred + toResult)
  #expect(bench.screen.contains("Earliest date   16 Dec 2026"))
  bench.press("2<enter>too soon after a filler<enter>")
  let decision = Decision.deferred(
    until: .date(date(2026, 12, 16)), reason: "too soon after a filler")
  #expect(bench.entries.last?.event == .decided(decision))
}

@Test func `signing seals the head that was on screen and closes the answers`() throws {
  var bench = bench(excluded + toResult)
  bench.press("1pregnant<enter>")
  let head = "head-of-\(bench.entries.count)"
  bench.press("sDr Example<enter>")
  guard case .signedOff(let signature)? = bench.entries.last?.event else {
    Issue.record("not signed")
    return
  }
  #expect(signature.clinician == "Dr Example")
  #expect(signature.headHash == head)
  #expect(signature.outcome == .doNotTreat)
  #expect(bench.screen.contains("Print or export"))
  #expect(bench.screen.contains("by Dr Example"))
  bench.press("<ctrl-f>preg<enter>n")
  #expect(bench.saved["pregnancy-status"] == .known(.choice("yes")))
  #expect(bench.screen.contains("answers can no longer be changed"))
}

@Test func `nobody signs without a decision or without a name`() {
  var bench = bench(clear + toResult)
  bench.press("s")
  #expect(bench.screen.contains("Decide first"))
  bench.press("4s<enter>")
  #expect(bench.screen.contains("Enter the clinician's name"))
}

@Test func `an answer changed after the decision withdraws it`() {
  var bench = bench(clear + toResult)
  bench.press("4")
  #expect(bench.screen.contains("Decision: Treat as planned"))
  bench.press("<ctrl-f>preg<enter>y")
  bench.press("<end>r<pgdn><pgdn>")
  #expect(bench.screen.contains("Decision: _   not decided yet"))
}

@Test func `a red flag opens the emergency screen at once and the record can be reached again`() {
  var bench = bench("n")
  bench.press("1<enter>")
  #expect(bench.screen.contains("STOP. Call the doctor in the clinic now."))
  bench.press("n<enter>")
  #expect(bench.screen.contains("STOP."))
  bench.press("r")
  #expect(bench.screen.contains("What is your full name?"))
  #expect(bench.screen.contains("XXX DO NOT TREAT"))
}

@Test func `the emergency screens are two keys away from any question`() {
  var bench = bench(arrival)
  bench.press("<ctrl-x>e")
  #expect(bench.screen.contains("1  Trouble breathing"))
}

@Test(arguments: [
  "", "m", "<ctrl-x>", "n", "n0<enter>TEST", arrival + "?", arrival + "g", arrival + "cnote",
  arrival + "<ctrl-f>x", arrival + "<ctrl-c>", clear, clear + toResult, clear + toResult + "1",
  clear + toResult + "4sDr Example<enter>",
])
func `an emergency screen is two keys away from everywhere`(place: String) {
  var bench = bench(place)
  bench.press(place.hasSuffix("<ctrl-x>") ? "1" : "<ctrl-x>1")
  #expect(bench.screen.contains("STOP. Call the doctor in the clinic now."))
}

@Test func `what to do first is on screen in the smallest window, and the rest by scrolling`() {
  let steps = ["STOP. Call."] + (1...9).map { "Step \($0) of a long list that needs two lines." }
  let small = CompiledPack.small
  let long = CompiledPack(
    ProtocolPack(
      id: "long", version: "1", digest: "sha256:0", title: "", jurisdiction: "", approval: "",
      intendedUse: "", sections: small.sections, rules: [],
      emergencies: [
        Emergency(id: "e", title: "Emergency", when: .isAny("none", []), steps: steps, cite: [])
      ]))
  var bench = Bench(pack: long)
  bench.setWindow(rows: 16, columns: 60)
  bench.press("n<ctrl-x>1")
  #expect(bench.screen.contains("STOP. Call."))
  for _ in 0..<20 { bench.press("<down>") }
  #expect(bench.screen.contains("Step 9"))
}

@Test(arguments: ["nEXAMPLE<enter>", "r", "m2n", "r1", "m4ny"])
func `an emergency screen is two keys away from groups, tables, parts and searches`(keys: String) {
  var bench = Bench(pack: .grouped)
  bench.earlier = [
    EarlierVisit(
      id: "e1", patient: "EXAMPLE", day: .bench,
      answers: ["patient-full-name": .known(.text("EXAMPLE"))])
  ]
  bench.press(keys + "<ctrl-x>1")
  #expect(bench.screen.contains("STOP. Call the doctor in the clinic now."))
}

@Test func `findings follow the answers in the same frame`() {
  var bench = bench(arrival + "n")
  #expect(bench.screen.contains("Findings: 0 do not treat"))
  bench.press("3d<enter>")
  #expect(bench.screen.contains("1 defer"))
  #expect(bench.screen.contains("/// DEFER            Filler less than 28 days ago"))
  bench.press("<n")
  #expect(bench.screen.contains("0 defer"))
}

@Test func `what is not known is told once per cause`() {
  let bench = bench(arrival + "u")
  #expect(bench.screen.contains("0 do not treat, 0 defer, 0 caution, 1 not known"))
  #expect(bench.screen.contains("??? NOT KNOWN        Pregnancy: not sure"))
}

@Test func `the result tells what would change each finding`() {
  let bench = bench(arrival + "n3d<enter>5<enter>2n" + toResult)
  #expect(bench.screen.contains("Ends on 16 Dec 2026"))
  #expect(bench.screen.contains("Ends with: pen cleaned"))
  #expect(bench.screen.contains("Would not hold with Planned depth: 4 mm"))
}

@Test func `the papers that are marked are written: the record and the patient's sheet at once`() {
  var bench = bench(clear + toResult)
  bench.press("4sDr Example<enter>")
  bench.press("<enter>")
  #expect(
    bench.effects.suffix(2) == [
      .export(.recordPDF, "c1", folder: "exports"), .export(.patientPDF, "c1", folder: "exports"),
    ])
  bench.press("23<enter>")
  #expect(
    bench.effects.suffix(2) == [
      .export(.recordPDF, "c1", folder: "exports"), .export(.recordText, "c1", folder: "exports"),
    ])
}
