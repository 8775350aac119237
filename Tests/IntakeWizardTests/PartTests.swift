import ClinicalModel
import Consultation
import Screening
import Terminal
import Testing

@testable import IntakeWizard

private let identity = "EXAMPLE, Maria<enter>3 mar 1985<enter>1n"

private func bench(_ keys: String) -> Bench {
  var bench = Bench(pack: .grouped)
  bench.press(keys)
  return bench
}

@Test func `the front desk is asked only its own questions and told what is left for whom`() {
  let bench = bench("m2n" + identity)
  #expect(bench.screen.contains("The front desk's part is done. Left: nurse 9, clinician 1."))
  #expect(bench.saved["filler-date"] == .unknown(.notAsked))
}

@Test func `a part that is done leaves the result as incomplete as before`() {
  var bench = bench("m2n" + identity + "<ctrl-r><end>r")
  #expect(bench.screen.contains("NOT FINISHED: 10 not answered"))
  bench.press("4")
  #expect(bench.screen.contains("Not available"))
}

@Test func `handing over is recorded, saved and closes the consultation`() {
  var bench = bench("m2n" + identity)
  bench.press("1")
  #expect(bench.entries.last?.event == .handedOver(to: .nurse))
  guard case .to(.nurse, _)? = bench.consultation?.handover else {
    Issue.record("not handed over")
    return
  }
  #expect(bench.screen.contains("Open consultations"))
}

@Test func `a handover that cannot be saved keeps the consultation open`() {
  var bench = bench("m2n" + identity)
  bench.disk = .isFull
  bench.press("1")
  #expect(bench.screen.contains("NOT SAVED"))
  #expect(bench.screen.contains("The front desk's part is done"))
}

@Test func `all questions can be gone on with after a part`() {
  let bench = bench("m2n" + identity + "a")
  #expect(bench.screen.contains("Have you ever had filler, PRP"))
}

@Test func `another part's sections stand in brackets`() {
  let bench = bench("m3n")
  #expect(bench.wizard.view(.classic).line(1) == " (1)|[2 Recent 0/5]|3|(4)")
}

@Test func `the part can be chosen in the middle of a consultation and asks nothing away`() {
  var bench = bench("n")
  bench.press("<ctrl-x>v4")
  #expect(bench.screen.contains("Is consent signed?"))
  bench.press("y")
  #expect(bench.screen.contains("The clinician's part is done. Left: front desk 4, nurse 8."))
  bench.press("<ctrl-x>v1")
  #expect(bench.screen.contains("What is your full name?"))
}

@Test func `whoever does the last part goes straight to the review`() {
  var bench = bench("m4ny<ctrl-x>v1" + identity + "n")
  bench.press("<ctrl-x>v3nn1n")
  #expect(bench.screen.contains("Check the answers before the result"))
}

@Test func `back and forward reach every question, whoever asks it`() {
  let bench = bench("m3n<")
  #expect(bench.screen.contains("Does latex give you a rash?"))
}

@Test func `a section of which nobody has asked anything is never called ok`() throws {
  var bench = Bench(pack: try ListPack.pack.get())
  bench.press("n0<enter>")
  bench.setWindow(rows: 24, columns: 200)
  guard let session = bench.wizard.openConsultation else {
    Issue.record("nothing is open")
    return
  }
  // Details wait for their gates: such a section counts nothing and is not done.
  #expect(session.pack.sections.contains { session.counted(in: $0.id).isEmpty })
  #expect(!bench.wizard.view(bench.size).text.contains(" ok"))
}
