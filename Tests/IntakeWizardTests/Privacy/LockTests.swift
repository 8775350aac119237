import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let toName = "n0<enter>TESTPATIENT, Mar"
private let lock = "<ctrl-x><ctrl-x>"

/// A bench at which JK sits, who has a PIN.
private func attended(_ keys: String) -> Bench {
  var bench = Bench(staff: .two)
  bench.press("11234<enter>" + keys)
  return bench
}

@Test func `Ctrl-X twice covers the patient, keeps what was typed, and Enter alone brings nothing`()
{
  var bench = attended(toName + lock)
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("TESTPAT"))
  #expect(bench.screen.contains("Screen locked"))
  #expect(bench.screen.contains("by JK. All work is saved."))
  #expect(bench.effects.contains(.cover))
  #expect(bench.entries.last?.event == .draftKept("patient-full-name", "TESTPATIENT, Mar"))
  bench.press("<enter>")
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("TESTPAT"))
}

@Test func `the right PIN brings the page back where it was, and typing goes on`() {
  var bench = attended(toName + lock + "1234<enter>")
  #expect(!bench.wizard.isLocked)
  #expect(bench.screen.contains("[ TESTPATIENT, Mar "))
  bench.press("ia<enter>")
  #expect(bench.saved["patient-full-name"] == .known(.text("TESTPATIENT, Maria")))
}

@Test func `a PIN is shown as dots and stands in no word of the wizard`() {
  var bench = attended(toName + lock + "9876")
  #expect(bench.screen.contains("••••"))
  #expect(!bench.screen.contains("9876"))
  bench.press("<enter>")
  #expect(bench.screen.contains("This PIN is wrong."))
  #expect(!bench.screen.contains("9876"))
  let told = bench.effects.map { String(reflecting: $0) }.joined()
  #expect(!told.contains("9876"))
  #expect(told.contains("redacted"))
}

@Test func `a note that was being written is still there after the lock`() {
  var bench = attended(toName + "<enter>3 mar 1985<enter>cspoke with" + lock)
  #expect(!bench.screen.contains("spoke with"))
  bench.press("1234<enter>")
  #expect(bench.screen.contains("[ spoke with "))
  bench.press(" her<enter>")
  #expect(
    bench.entries.contains { entry in
      if case .noteAdded(let note) = entry.event { note.text == "spoke with her" } else { false }
    })
}

@Test func `after five wrong PINs no other is looked at for thirty seconds`() {
  var bench = attended(toName + lock)
  for _ in 0..<5 { bench.press("0000<enter>") }
  #expect(bench.screen.contains("Wrong 5 times: wait until"))
  let looked = bench.effects.count
  bench.press("1234<enter>")
  #expect(bench.wizard.isLocked)
  #expect(bench.effects.count == looked)
  bench.sleep(seconds: 30)
  bench.press("1234<enter>")
  #expect(!bench.wizard.isLocked)
}

@Test func `without a PIN the lock covers the screen and says that Enter returns`() {
  var bench = Bench()
  bench.press(toName + lock)
  #expect(!bench.screen.contains("TESTPAT"))
  #expect(bench.screen.contains("Press Enter to return"))
  #expect(bench.screen.contains("Ctrl-X * sets your PIN"))
  bench.press("n")
  #expect(bench.wizard.isLocked)
  bench.press("<enter>")
  #expect(bench.screen.contains("[ TESTPATIENT, Mar "))
}

@Test func `a PIN that another terminal has set meanwhile is asked for`() {
  var bench = Bench()
  bench.press(toName + lock)
  bench.staff = .two
  bench.press("<enter>")
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("TESTPAT"))
  // Nobody knows whose page it was: it is not shown, and it is not lost.
  bench.press("11234<enter>")
  #expect(bench.screen.contains("is saved and waits in the list"))
}

@Test func `a forgotten PIN that was taken away no longer locks, and others still have theirs`() {
  var bench = attended(toName + lock)
  bench.staff.remove("JK")
  bench.press("9999<enter>")
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("This PIN was taken away."))
  #expect(bench.screen.contains("1  AR"))
  bench.staff.remove("AR")
  bench.press("1secret phrase<enter>")
  #expect(bench.screen.contains("Press Enter to return"))
  bench.press("<enter>")
  #expect(bench.screen.contains("[ TESTPATIENT, Mar "))
}

@Test func `a wrong PIN is told in a window of ten rows too`() {
  var bench = attended(toName + lock)
  bench.setWindow(rows: 10, columns: 40)
  bench.press("0000<enter>")
  #expect(bench.screen.contains("This PIN is wrong."))
  #expect(bench.screen.contains("PIN or passphrase of JK:"))
}

@Test func `a staff file that cannot be read opens nothing`() {
  var bench = attended(toName + lock)
  bench.staff.isReadable = false
  bench.press("1234<enter>")
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("The file with the PINs is damaged."))
}

@Test func `the program starts locked where anybody has a PIN`() {
  var bench = Bench(staff: .two)
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("Who is there?"))
  bench.press("n")
  #expect(bench.entries.isEmpty)
  bench.press("2secret phrase<enter>")
  #expect(bench.screen.contains("New consultation"))
  #expect(bench.screen.contains(" AR  "))
}

@Test func `another user comes to the home screen, never to the first one's page`() {
  let bench = attended(toName + lock + "<enter>2secret phrase<enter>")
  #expect(!bench.wizard.isLocked)
  #expect(bench.screen.contains("New consultation"))
  #expect(!bench.screen.contains("TESTPATIENT, Mar"))
  #expect(bench.screen.contains("is saved and waits in the list"))
  #expect(bench.entries.last?.event == .draftKept("patient-full-name", "TESTPATIENT, Mar"))
}

@Test func `while something is not saved only the one who locked can unlock`() {
  var bench = attended(toName)
  bench.disk = .isFull
  bench.press(lock)
  #expect(bench.screen.contains("NOT SAVED: 1 entries"))
  bench.press("<enter>2secret phrase<enter>")
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("They are tried again"))
  bench.press("<enter>11234<enter>")
  #expect(bench.screen.contains("[ TESTPATIENT, Mar "))
}

@Test func `a user can be switched from the menu, and a new one is added there`() {
  var bench = attended("<ctrl-x>@")
  #expect(bench.screen.contains("Now: JK"))
  bench.press("nLM<enter>4321<enter>4321<enter>")
  #expect(bench.screen.contains("LM has a PIN now."))
  bench.press("<ctrl-x>@3")
  #expect(bench.screen.contains("PIN or passphrase of LM"))
  bench.press("4321<enter>")
  #expect(bench.screen.contains(" LM  "))
}

@Test func `my PIN asks for the old one, and for the new one twice`() {
  var bench = attended("<ctrl-x>*0000<enter>5678<enter>5678<enter>")
  #expect(bench.screen.contains("The old PIN is wrong. Nothing was changed."))
  bench.press("1234<enter>567<enter>")
  #expect(bench.screen.contains("A PIN has 4 to 64 characters."))
  bench.press("5678<enter>5679<enter>")
  #expect(bench.screen.contains("The two are not the same."))
  bench.press("5678<enter>5678<enter>")
  #expect(bench.screen.contains("Your PIN is changed."))
  bench.press(lock + "1234<enter>")
  #expect(bench.wizard.isLocked)
  bench.press("5678<enter>")
  #expect(!bench.wizard.isLocked)
}

@Test func `the first PIN is set with a name, and the lock asks for it from then on`() {
  var bench = Bench()
  bench.press("<ctrl-x>*JK<enter>1234<enter>1234<enter>")
  #expect(bench.screen.contains("Your PIN is set."))
  #expect(bench.screen.contains(" JK  "))
  bench.press(lock + "<enter>")
  #expect(bench.wizard.isLocked)
  bench.press("11234<enter>")
  #expect(!bench.wizard.isLocked)
}

@Test func `a stop and a signal to go on leave the screen locked`() {
  var bench = attended(toName + "<ctrl-z>")
  #expect(bench.effects.suffix(2) == [.cover, .suspend])
  #expect(bench.wizard.isLocked)
  bench.press("1234<enter>")
  bench.happen(.resumed(at: bench.wizard.now))
  #expect(bench.wizard.isLocked)
}

@Test func `leaving is possible at the lock and leaves nothing unsaved behind`() {
  var bench = attended(toName + lock + "<ctrl-c>s")
  #expect(bench.effects.last == .quit)
  bench = attended(toName)
  bench.disk = .isFull
  bench.press(lock + "<ctrl-c>s")
  #expect(!bench.effects.contains(.quit))
}
