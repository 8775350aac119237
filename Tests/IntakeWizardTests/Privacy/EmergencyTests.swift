import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Every page, field and overlay of the scenes, with a bench that is there.
private func everywhere() -> [(name: String, bench: Bench)] {
  var places: [(String, Bench)] = []
  for scene in Scene.all {
    guard let there = try? scene.bench() else {
      Issue.record("\(scene.name)")
      continue
    }
    // From the lock the way is another one, and has tests of its own.
    if !there.wizard.isLocked { places.append((scene.name, there)) }
  }
  var folder = Bench()
  folder.press("n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>nn2<enter>1<end>r4")
  folder.press("sDr Example<enter>f")
  places.append(("a folder that is typed", folder))
  var pin = Bench()
  pin.press("<ctrl-x>*JK<enter>12")
  places.append(("a PIN that is typed", pin))
  return places
}

@Test func `two keys show an emergency screen from every page, field and overlay`() {
  for (name, there) in everywhere() {
    var bench = there
    // On the menu itself one key is enough; Ctrl-X would lock.
    bench.press(name.hasPrefix("actions") ? "1" : "<ctrl-x>1")
    #expect(bench.screen.contains("STOP."), "\(name)\n\(bench.screen)")
    var listed = there
    listed.press("<f2>e")
    #expect(listed.screen.contains("Emergency screens"), "\(name)")
    // A list that is left is recorded with what is half typed in it.
    #expect(bench.entries.count - there.entries.count <= 2, "\(name)")
  }
}

@Test func `two keys lock from every page, field and overlay`() {
  for (name, there) in everywhere() {
    var bench = there
    bench.press("<ctrl-x><ctrl-x>")
    #expect(bench.wizard.isLocked, "\(name)")
    #expect(bench.effects.contains(.cover), "\(name)")
    #expect(!bench.screen.contains("TESTPAT") && !bench.screen.contains("EXAMPLE"), "\(name)")
  }
}

@Test func `the warning is read on every page, field and overlay`() {
  for (name, there) in everywhere() {
    var bench = there
    bench.wait(seconds: 105)
    #expect(
      bench.screen.contains("Locks in 15 seconds. Any key stays."), "\(name)\n\(bench.screen)")
    let (count, answers) = (bench.entries.count, bench.saved)
    bench.press("y")
    #expect(!bench.screen.contains("Locks in"), "\(name)")
    #expect(bench.entries.count == count && bench.saved == answers, "\(name)")
  }
}

@Test func `Ctrl-C asks and Ctrl-Z stops from every page, field and overlay`() {
  for (name, there) in everywhere() {
    var bench = there
    bench.press("<ctrl-c>")
    #expect(bench.screen.contains("Leave?") || bench.screen.contains("R  Return, then"), "\(name)")
    bench = there
    bench.press("<ctrl-z>")
    #expect(bench.effects.last == .suspend, "\(name)")
    #expect(bench.wizard.isLocked, "\(name)")
  }
}

@Test func `locking and returning leaves every page as it was`() {
  // A PIN is not left half typed, and from the menu Ctrl-X itself locks.
  let others = everywhere().filter { name, _ in
    !["a PIN that is typed", "my-pin"].contains(name) && !name.hasPrefix("actions")
  }
  for (name, there) in others {
    // What is typed is kept first, so that the header's number stands still.
    var before = there
    before.press("<ctrl-x><esc>")
    var bench = before
    bench.press("<ctrl-x><ctrl-x>")
    bench.press(bench.screen.contains("PIN or passphrase of") ? "1234<enter>" : "<enter>")
    #expect(bench.screen == before.screen, "\(name)")
  }
}

@Test func `two keys that come at once after an answer still show the emergency screen`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>n")
  bench.type(.control("x"))
  bench.type(.character("1"))
  #expect(bench.screen.contains("STOP. Call the doctor"))
}

@Test func `the lock shows an emergency screen with two keys and nothing of the patient`() {
  var bench = Bench(staff: .two)
  bench.press("11234<enter>n0<enter>TESTPATIENT, Maria<enter><ctrl-x><ctrl-x><ctrl-x>1")
  #expect(bench.screen.contains("STOP. Call the doctor"))
  #expect(!bench.screen.contains("TESTPAT"))
  bench.press("r")
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("PIN or passphrase of JK"))
}

@Test func `an emergency screen is left to what was being typed below it`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPATIENT, Maria<enter>3 mar 1985<enter>cspoke<ctrl-x>1")
  bench.press("r")
  #expect(bench.screen.contains("[ spoke "))
}

@Test func `a window of ten rows still shows emergency screens and the lock`() {
  var bench = Bench(staff: .two)
  bench.press("11234<enter>n0<enter>TESTPATIENT, Maria<enter>")
  bench.setWindow(rows: 10, columns: 40)
  bench.press("<ctrl-x>1")
  #expect(bench.screen.contains("STOP. Call the doctor"))
  bench.press("r<ctrl-x><ctrl-x>")
  #expect(bench.wizard.isLocked)
  #expect(bench.screen.contains("Screen locked"))
  bench.press("1234<enter>")
  #expect(!bench.wizard.isLocked)
}
