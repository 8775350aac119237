import ClinicalModel
import Terminal
import Testing

@testable import IntakeWizard

@Test func `printing the wizard shows nothing that was typed`() throws {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria")
  try #require(bench.screen.contains("TESTPATIENT"))
  var text = "\(bench.wizard) \(String(reflecting: bench.wizard)) "
  dump(bench.wizard, to: &text)
  dump(bench.wizard.page, to: &text)
  dump(Action.pasted("TESTPATIENT", at: bench.wizard.now), to: &text)
  dump(TextField(text: "TESTPATIENT", lengthMax: 40), to: &text)
  dump(bench.wizard.unsaved as Any, to: &text)
  #expect(!text.contains("TESTPATIENT"))
  #expect(text.contains("redacted"))
}
