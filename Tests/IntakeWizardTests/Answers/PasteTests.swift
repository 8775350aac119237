import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private func bench(_ keys: String) -> Bench {
  var bench = Bench()
  bench.press(keys)
  return bench
}

@Test func `several pasted lines are shown before anything of them is taken`() {
  var bench = bench("n0<enter>")
  bench.paste("TESTPATIENT, Maria\nwarfarin 5 mg\n")
  #expect(bench.screen.contains("2 lines pasted. Nothing of them is taken yet."))
  #expect(bench.screen.contains("line 2   warfarin 5 mg"))
  bench.press("<enter>")
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
  bench.press("3<enter>")
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
}

@Test(arguments: [("1", "warfarin; aspirin"), ("2", "warfarin aspirin")])
func `pasted lines are kept as a list or joined, and Enter still records them`(
  key: String, stored: String
) {
  var bench = bench("n0<enter>")
  bench.paste("warfarin\r\n\r\naspirin")
  bench.press(key)
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
  bench.press("<enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text(stored)))
}

@Test func `pasted lines on a list become one entry each`() {
  var bench = Bench(pack: .listed)
  bench.press("ny")
  bench.paste("warfarin\nwhite tablet\n")
  bench.press("1")
  #expect(
    bench.saved["medicines"].entries.map { $0["medicine"] } == [
      .known(.text("warfarin")), .known(.text("white tablet")),
    ])
  #expect(bench.screen.contains("2 entries added. Open each and complete it."))
}

@Test func `one pasted line with its line end goes into the field and is not recorded`() {
  var bench = bench("n0<enter>")
  bench.paste("TESTPATIENT, Maria\n")
  #expect(bench.screen.contains("TESTPATIENT, Maria"))
  #expect(bench.saved["patient-full-name"] == .unknown(.notAsked))
}

@Test func `what a paste may not hold is left out and said in words`() {
  var bench = bench("n0<enter>")
  bench.paste("Ma\u{202E}ria\u{2066}\u{07} نیم\u{200C}فاصله")
  #expect(
    bench.screen.contains(
      "2 direction marks and 1 control or invisible character were left out."))
  bench.press("<enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text("Maria نیم\u{200C}فاصله")))
}

@Test func `a typed direction mark is left out and said to be`() {
  var bench = bench("n0<enter>Ma")
  bench.press(.character("\u{202E}"))
  #expect(bench.screen.contains("A control or direction mark was left out."))
  bench.press("ria<enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text("Maria")))
}

@Test func `the emergency screens are two keys away from a paste that is being looked at`() {
  var bench = bench("n0<enter>")
  bench.paste("a\nb")
  bench.press("<ctrl-x>1")
  #expect(bench.screen.contains("Note the time. Stay with the patient."))
}

@Test func `a held key blocks neither the menu nor leaving`() {
  var bench = bench("n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>n")
  bench.type(.character("n"))
  #expect(bench.screen.contains("Key held: answer one question at a time."))
  bench.type(.control("x"))
  #expect(bench.screen.contains("Actions: press a letter"))
  bench.press("<esc>n")
  bench.type(.control("c"))
  #expect(bench.screen.contains("Leave? All is saved."))
}
