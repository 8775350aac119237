import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Lines at which JK sits, who has a PIN.
private func attended(_ lines: String...) -> LineBench {
  var bench = LineBench(Bench(staff: .two))
  for line in ["1", "1234"] + lines { bench.type(line: line, after: 1000, .typed) }
  return bench
}

@Test func `xx locks by lines at any place and says nothing of the patient`() {
  for place in ["", "n", "0", "TESTPATIENT, Maria", "x", "c", "f", "m", "q"] {
    var lines = attended("n", "0", "TESTPATIENT, Maria", "3 mar 1985")
    if !place.isEmpty { lines.type(place) }
    lines.type("xx")
    #expect(lines.wizard.isLocked, "at \(place)")
    #expect(lines.wizard.wantsSecret)
    #expect(!lines.said.contains("TESTPATIENT"))
    #expect(lines.said.contains("Locked."))
    #expect(lines.text.hasSuffix("PIN or passphrase of JK: "))
  }
}

@Test func `the PIN as a line brings the same question back, said whole`() {
  var lines = attended("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y", "xx", "0000")
  #expect(lines.wizard.isLocked)
  #expect(lines.said.contains("This PIN is wrong."))
  lines.type("1234")
  #expect(!lines.wizard.isLocked)
  #expect(lines.said.contains("Are you pregnant?"))
  #expect(!lines.wizard.wantsSecret)
}

@Test func `another user by lines comes to the home page`() {
  var lines = attended("n", "0", "TESTPATIENT, Maria", "xx", "")
  #expect(lines.said.contains("2 AR"))
  lines.type("2", "secret phrase")
  #expect(lines.text.hasSuffix("Home, N R W M Q or a number: "))
  #expect(!lines.wizard.isLocked)
}

@Test func `a user is switched by lines from the list of actions`() {
  var lines = attended("n", "x@")
  #expect(lines.said.contains("2 AR"))
  lines.type("2", "secret phrase")
  #expect(lines.text.hasSuffix("Home, N R W M Q or a number: "))
  lines.type("x@", "n", "LM", "4321", "4321")
  #expect(lines.said.contains("LM has a PIN now."))
}

@Test func `an emergency screen opens at the lock by lines and returns to it`() {
  var lines = attended("n", "0", "xx", "!1")
  #expect(lines.said.contains("EMERGENCY: Trouble breathing."))
  lines.type("r")
  #expect(lines.wizard.isLocked)
  lines.type("!", "1")
  #expect(lines.said.contains("EMERGENCY: Trouble breathing."))
}

@Test func `without a PIN an empty line returns, and x* sets one that is never said`() {
  var lines = LineBench()
  lines.type("n", "xx")
  #expect(lines.said.contains("No PIN is set: an empty line returns."))
  lines.type("")
  #expect(!lines.wizard.isLocked)
  lines.type("x*", "JK", "9876")
  #expect(lines.wizard.wantsSecret)
  lines.type("9876")
  #expect(lines.said.contains("Your PIN is set."))
  #expect(!lines.spoken.joined().contains("9876"))
}

@Test func `a switch of the face is remembered for the user`() {
  var lines = attended("xt")
  #expect(lines.bench.effects.suffix(1) == [.switchFace])
  let kept = lines.bench.staff.roster.members.first?.preferences.face
  #expect(kept == .screen)
  var screen = Bench(staff: .two)
  screen.press("11234<enter><ctrl-x>t")
  #expect(screen.staff.roster.members.first?.preferences.face == .lines)
  #expect(screen.staff.roster.members.last?.preferences.face == .screen)
  lines.type("xx")
}

@Test func `a user who likes lines gets them after the PIN`() {
  var bench = Bench(staff: BenchStaff([("JK", "1234")], face: .lines))
  bench.press("1234<enter>")
  #expect(bench.effects.contains(.switchFace))
}

@Test func `lines that were asked for when the program was started win over what a user likes`() {
  var bench = Bench(staff: .two)
  let setting = Setting(
    pack: .small, clinic: "", localTime: LocalTime(secondsFromUTC: 0), exportFolder: "",
    faceWish: .linesAsked)
  bench.wizard = Wizard(
    setting: setting, now: Instant(milliseconds: bench.clock), roster: bench.staff.roster)
  var lines = LineBench(bench)
  lines.type("1", "1234")
  #expect(!lines.wizard.isLocked)
  #expect(!lines.bench.effects.contains(.switchFace))
  lines.type("xt")
  #expect(lines.bench.effects.contains(.switchFace))
}

@Test func `the warning by lines names a line`() {
  var lines = attended("n")
  lines.bench.wait(seconds: 105)
  #expect(lines.wizard.isWarning)
  #expect(lines.wizard.spokenWarning == ["Locks in 15 seconds. Any line stays."])
  #expect(LinearFace.isUrgent("xx") && LinearFace.isUrgent("!1") && !LinearFace.isUrgent("n"))
}

@Test func `lines from another program never lock by themselves`() {
  var lines = attended("n")
  lines.bench.wizard.attend(.program, at: lines.wizard.now)
  #expect(lines.wizard.wake == .never)
  lines.bench.sleep(seconds: 3_000)
  lines.type("0")
  #expect(!lines.wizard.isLocked)
}
