import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let walk = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>n3d<enter>"

@Test func `the header counts every saved entry`() {
  var bench = Bench()
  bench.press("n")
  #expect(bench.screen.contains("saved #1 "))
  bench.press("0<enter>")
  #expect(bench.screen.contains("saved #2 "))
}

@Test func `an answer that could not be written is shown as NOT SAVED and is not lost`() {
  var bench = Bench()
  bench.press(walk)
  let before = bench.entries.count
  bench.disk = .isFull
  bench.press("2<enter>")
  #expect(bench.screen.contains("XXX NOT SAVED (1)"))
  #expect(bench.screen.contains("The disk is full"))
  bench.press("1")
  #expect(bench.screen.contains("XXX NOT SAVED (2)"))
  #expect(bench.entries.count == before)
  bench.disk = .works
  bench.press("<ctrl-x>a")
  #expect(bench.saved["depth"] == .known(.number(Quantity(2))))
  #expect(bench.saved["device"] == .known(.choice("needle")))
  #expect(bench.screen.contains("saved #"))
}

@Test func `nothing is signed while something is not saved`() {
  var bench = Bench()
  bench.press(walk + "2<enter>1")
  bench.press("<end>r1not today<enter>")
  bench.disk = .isFull
  bench.press("<ctrl-x>cno<esc>")
  bench.press("cspoke with her<enter>")
  bench.press("s")
  #expect(bench.screen.contains("it cannot be signed"))
  #expect(!bench.entries.contains { if case .signedOff = $0.event { true } else { false } })
}

@Test func `leaving while something is not saved asks once more`() {
  var bench = Bench()
  bench.press(walk)
  bench.disk = .isFull
  bench.press("2<enter><ctrl-c>s")
  #expect(!bench.effects.contains(.quit))
  #expect(bench.screen.contains("NOT SAVED: 1 entries"))
  bench.press("x")
  #expect(bench.effects.contains(.quit))
}

@Test func `a text that is being typed is kept when the hand rests`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPAT")
  #expect(bench.wizard.wantsIdle)
  bench.pause()
  #expect(bench.entries.last?.event == .draftKept("patient-full-name", "TESTPAT"))
  #expect(!bench.wizard.wantsIdle)
}

@Test func `a long text is kept every twenty characters`() {
  var bench = Bench()
  bench.press("n0<enter>" + String(repeating: "a", count: 45))
  let drafts = bench.entries.filter { if case .draftKept = $0.event { true } else { false } }
  #expect(drafts.count == 2)
}

@Test
func `after a kill between any two keys the same question comes back with every saved answer`()
  throws
{
  let script = Bench.keys(walk + "2<enter>2y")
  var bench = Bench()
  for key in script {
    bench.press(key)
    guard !bench.entries.isEmpty else { continue }
    let again = try bench.restarted()
    #expect(again.saved == bench.saved)
    if let here = bench.wizard.page as? QuestionScreen {
      let there = try #require(again.wizard.currentQuestion)
      #expect(there == here.question.id)
    } else {
      #expect(again.wizard.currentQuestion == nil)
    }
  }
}

@Test func `a draft comes back into its field after a kill`() throws {
  var bench = Bench()
  bench.press("n0<enter>TESTPAT")
  bench.pause()
  let again = try bench.restarted()
  #expect(again.screen.contains("[ TESTPAT "))
}

@Test func `an ended program keeps the draft first and then leaves`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPAT")
  bench.end()
  #expect(bench.entries.last?.event == .draftKept("patient-full-name", "TESTPAT"))
  #expect(bench.effects.last == .quit)
}

@Test func `Ctrl-C asks and never ends the program by itself`() {
  var bench = Bench()
  bench.press(walk + "<ctrl-c>")
  #expect(bench.screen.contains("Leave? All is saved."))
  #expect(!bench.effects.contains(.quit))
  bench.press("r")
  #expect(bench.screen.contains("Planned depth in mm?"))
  bench.press("<ctrl-c>s")
  #expect(bench.effects.last == .quit)
}
