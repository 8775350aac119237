import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

// Small faults that nothing noticed once, each with its neighbours.

@Test func `an answer is called saved only once it is on the disk`() {
  var bench = Bench()
  bench.press("n")
  bench.press("0")
  let before = bench.entries.count
  var wizard = bench.wizard
  let effects = wizard.update(.key(.enter, at: bench.now))
  #expect(effects.contains(.save))
  let waiting = wizard.view(bench.size).text
  #expect(waiting.contains(" saving"))
  #expect(!waiting.contains("saved #"))
  bench.press("<enter>")
  #expect(bench.entries.count == before + 1)
  #expect(bench.screen.contains("saved #\(bench.entries.count)"))
}

@Test func `an answer that cannot be saved is never called saved`() {
  var bench = Bench()
  bench.press("n")
  bench.disk = .isFull
  bench.press("0<enter>")
  #expect(bench.screen.contains("NOT SAVED (1)"))
  #expect(!bench.screen.contains("saved #"))
}

@Test func `a paste onto a page that should be locked is not taken and locks it`() {
  var bench = Bench()
  bench.press("n0<enter>Asha")
  let typed = bench.wizard.page.field?.text
  #expect(typed == "Asha")
  bench.sleep(seconds: 200)
  bench.paste(" Rao")
  #expect(bench.wizard.isLocked)
  #expect(!bench.screen.contains("Asha"))
  #expect(bench.wizard.page.field?.text == "Asha")
}

@Test(arguments: ["<ctrl-x>c", "<ctrl-x>f", "<ctrl-x>*"])
func `a paste over a dialog of a page that should be locked is not taken`(opening: String) {
  var bench = Bench()
  bench.press("n0<enter>" + opening)
  let kind = "\(type(of: bench.wizard.top))"
  bench.sleep(seconds: 200)
  bench.paste("1234")
  #expect(bench.wizard.isLocked, "\(kind)")
  #expect(bench.wizard.dialogs.allSatisfy { $0.field?.text.isEmpty ?? true }, "\(kind)")
}

@Test func `a line for a page that should be locked is not taken and locks it`() {
  var lines = LineBench()
  lines.type("n", "0")
  lines.bench.sleep(seconds: 200)
  lines.type("Asha Rao")
  #expect(lines.wizard.isLocked)
  #expect(lines.bench.saved["patient-full-name"] == .unknown(.notAsked))
}

@Test func `a paste that ends the warning is not taken, and the next one is`() {
  var bench = Bench()
  bench.press("n0<enter>Asha")
  bench.wait(seconds: 110)
  bench.paste(" Rao")
  #expect(!bench.wizard.isLocked)
  #expect(bench.wizard.page.field?.text == "Asha")
  bench.paste("Rao")
  #expect(bench.wizard.page.field?.text == "AshaRao")
}

@Test func `by lines the marks of a line are what is recorded, whatever was recorded before`() {
  var lines = LineBench()
  lines.type("n", "0")
  #expect(lines.bench.saved["red-flags-now"] == .known(.choices(["none"])))
  lines.answerAgain("1 2")
  let two = lines.bench.saved["red-flags-now"]
  #expect(two.options.count == 2)
  #expect(!two.options.contains("none"))
  lines.answerAgain("2")
  #expect(lines.bench.saved["red-flags-now"].options == Array(two.options.suffix(1)))
  lines.answerAgain("0")
  #expect(lines.bench.saved["red-flags-now"] == .known(.choices(["none"])))
}

@Test func `the program that is asked to end tries once more to save what failed`() {
  var bench = Bench()
  bench.press("n")
  bench.disk = .isFull
  bench.press("0<enter>")
  let before = bench.entries.count
  bench.disk = .works
  bench.end()
  #expect(bench.entries.count == before + 1)
  #expect(bench.effects.last == .quit)
}

extension Answer {
  fileprivate var options: [Option.ID] {
    if case .known(.choices(let options)) = self { options } else { [] }
  }
}

extension Bench {
  fileprivate var now: Instant { Instant(milliseconds: clock + 1000) }
}

extension LineBench {
  /// Goes back and answers with another line; an emergency screen is left.
  fileprivate mutating func answerAgain(_ line: String) {
    type("<", line)
    if wizard.dialogs.last is EmergencyDialog { type("r") }
  }
}
