import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let toResult =
  "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>n3d<enter>2<enter>1<end>r"

/// How often what was typed ahead was thrown away, after each of these keys.
private func flushes(_ bench: inout Bench, _ keys: String) -> Int {
  let before = bench.effects.count { $0 == .flushInput }
  bench.press(keys)
  return bench.effects.count { $0 == .flushInput } - before
}

@Test func `what was typed ahead is thrown away before signing and before an override`() {
  var bench = Bench()
  #expect(flushes(&bench, toResult) == 1)
  // The reason, the word and the name each begin with nothing typed ahead.
  #expect(flushes(&bench, "4") == 1)
  #expect(flushes(&bench, "seen<enter>") == 1)
  #expect(flushes(&bench, "OVERRIDE<enter>") == 1)
  bench.press("Dr Example<enter>")
  #expect(flushes(&bench, "s") == 1)
  #expect(flushes(&bench, "Dr Example<enter>") == 1)
}

@Test func `what was typed ahead is thrown away before an entry is removed`() {
  var bench = Bench(pack: .listed)
  bench.press("nywarf<down><enter><esc><up>")
  #expect(flushes(&bench, "-") == 1)
  #expect(bench.screen.contains("Remove 1"))
  #expect(flushes(&bench, "n") == 0)
}

@Test func `what was typed ahead is thrown away before another patient and another folder`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria<enter>")
  #expect(flushes(&bench, "<ctrl-x>s") == 1)
  bench.press("n<ctrl-x>p")
  #expect(flushes(&bench, "f<ctrl-u>/media/stick<enter>") == 1)
  #expect(bench.screen.contains("what is written there leaves the clinic"))
}
