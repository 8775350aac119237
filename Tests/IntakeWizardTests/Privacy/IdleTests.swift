import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let toPregnancy = "n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>"

@Test func `a warning comes after 105 seconds and the lock after 120`() {
  var bench = Bench()
  bench.press(toPregnancy)
  let touched = bench.clock
  #expect(bench.wizard.wake == .at(Instant(milliseconds: touched + 105_000)))
  bench.wait(seconds: 105)
  #expect(bench.screen.contains("Locks in 15 seconds. Any key stays."))
  #expect(bench.wizard.wake == .at(Instant(milliseconds: touched + 120_000)))
  bench.wait(seconds: 15)
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("TESTPATIENT"))
  #expect(bench.screen.contains("as nobody pressed a key"))
  #expect(bench.wizard.wake == .never)
}

@Test func `the key that ends the warning answers nothing`() {
  var bench = Bench()
  bench.press(toPregnancy)
  let count = bench.entries.count
  bench.wait(seconds: 105)
  bench.press("n")
  #expect(bench.entries.count == count)
  #expect(!bench.screen.contains("Locks in"))
  bench.press("n")
  #expect(bench.entries.count == count + 1)
}

@Test func `a key after the time has passed unseen finds the screen locked`() {
  var bench = Bench()
  bench.press(toPregnancy)
  let count = bench.entries.count
  bench.sleep(seconds: 3_000)
  bench.press("n")
  #expect(bench.wizard.isLocked)
  #expect(bench.entries.count == count)
}

@Test func `a draft is kept after two seconds and the warning comes at its own time`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPAT")
  let touched = bench.clock
  #expect(bench.wizard.wake == .at(Instant(milliseconds: touched + 2_000)))
  bench.pause()
  #expect(bench.wizard.wake == .at(Instant(milliseconds: touched + 105_000)))
}

@Test func `a clock that is set back makes no wait longer than the limit`() {
  var bench = Bench()
  bench.press(toPregnancy)
  let earlier = Instant(milliseconds: bench.clock - 86_400_000)
  #expect(bench.wizard.pause(at: earlier) == 120_000)
  bench.happen(.idle(at: earlier))
  #expect(bench.wizard.wake == .at(Instant(milliseconds: earlier.milliseconds + 105_000)))
}

@Test func `an emergency screen that nobody touches loses the name and keeps its steps`() {
  var bench = Bench()
  bench.press(toPregnancy + "<ctrl-x>1")
  #expect(bench.screen.contains("TESTPATIENT"))
  bench.wait(seconds: 120)
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("TESTPATIENT"))
  #expect(bench.screen.contains("STOP. Call the doctor"))
  bench.press("r")
  #expect(bench.screen.contains("Screen locked"))
}

@Test(arguments: [0, 29, 3_601, -5])
func `a lock that would come never, too soon or too late cannot be chosen`(seconds: Int) {
  #expect(IdleLimit(seconds: seconds) == nil)
}

@Test func `the clinic's own time before the lock is kept`() throws {
  let limit = try #require(IdleLimit(seconds: 30))
  var bench = Bench()
  let setting = Setting(
    pack: .small, clinic: "", localTime: LocalTime(secondsFromUTC: 0), exportFolder: "",
    idleLimit: limit)
  bench.wizard = Wizard(setting: setting, now: Instant(milliseconds: bench.clock))
  #expect(bench.wizard.pause(at: Instant(milliseconds: bench.clock)) == 15_000)
  bench.wait(seconds: 30)
  #expect(bench.wizard.isLocked)
}
