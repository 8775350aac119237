import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

@Test func `lines that were pasted or sent ahead answer no question that was not heard`() {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y")
  lines.type("n")
  let before = lines.bench.entries.count
  for _ in 0..<5 { lines.type(line: "n", after: 20, .typed) }
  #expect(lines.said.contains("Too fast: hear the question first"))
  #expect(lines.bench.entries.count == before)
  lines.type("n")
  #expect(lines.bench.entries.count == before + 1)
}

@Test func `lines from a file come as fast as they can be read`() {
  var lines = LineBench()
  for line in ["n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y", "n", "n", "2", "1"] {
    lines.type(line: line, after: 0, .piped)
  }
  #expect(lines.bench.saved["device"] == .known(.choice("needle")))
}

@Test func `what could not be saved is told, and signing is refused until it is`() {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y", "n", "n", "2")
  lines.bench.disk = .isFull
  lines.type("1")
  #expect(lines.said.contains("NOT SAVED: 1 entry is not on the disk. Signing is not possible."))
  #expect(lines.said.contains("The disk is full. Free some space."))
  #expect(!lines.said.contains("saved #"))
  #expect(lines.text.hasSuffix("NOT SAVED. R result, a number such as 4.2, E or <: "))
  lines.type("r", "4", "s")
  #expect(lines.wizard.unsavedCount == 2)
  #expect(!lines.text.contains("Sign: the clinician's name."))
  lines.type("x")
  #expect(lines.said.contains("S Save and close: not now, not everything is saved"))
  lines.bench.disk = .works
  lines.type("a")
  #expect(lines.last.contains { $0.hasPrefix("saved #") })
  #expect(lines.wizard.unsavedCount == 0)
  lines.type("s", "Dr Example")
  #expect(lines.said.contains("by Dr Example."))
}

@Test func `the result follows only a review that was said whole`() {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y", "xo")
  #expect(lines.said.contains("Result: not now, the review comes first."))
  lines.type("n", "n", "2", "1")
  for label in ["Red flags now", "Name", "Date of birth", "Pregnancy", "Last filler", "Device"] {
    #expect(lines.said.contains(label))
  }
  #expect(lines.said.contains("End of the review."))
  lines.type("2.1", "y")
  #expect(lines.said.contains("2.1 Pregnancy: Yes"))
  #expect(lines.said.contains("End of the review."))
  lines.type("r")
  #expect(lines.said.contains("Result. DO NOT TREAT: "))
  #expect(lines.said.contains("4 Treat against advice: needs reasons"))
}

@Test func `an override needs the typed word`() {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y", "n", "3d", "y", "2", "1", "r")
  lines.type("4", "seen and weighed", "override")
  #expect(lines.said.contains("Type the word OVERRIDE in capitals, or < to decide otherwise."))
  lines.type("OVERRIDE", "Dr Example")
  #expect(lines.said.contains("Decided: Treat in spite of 1 finding."))
}

@Test func `every action is listed, and one that cannot be taken says why`() {
  var lines = LineBench()
  lines.type("x")
  for binding in KeyMap.bindings where binding.command != .actions {
    #expect(lines.said.contains(" \(binding.words): "), "\(binding.words)")
  }
  #expect(lines.said.contains("R Review: not now, no consultation is open"))
  lines.type("r")
  #expect(lines.said.contains("Not now: no consultation is open."))
}

@Test func `the face changes at any place and nothing is lost`() {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "xt")
  #expect(lines.bench.effects.contains(.switchFace))
  lines.bench.setWindow(rows: 24, columns: 80)
  #expect(lines.bench.screen.contains("read as Sunday 3 Mar 1985"))
  lines.bench.press("<enter><ctrl-x>t")
  #expect(lines.bench.effects.last == .switchFace)
  var again = LineBench(lines.bench)
  #expect(again.said.contains("Are you pregnant?"))
  #expect(again.said.contains("Patient: TESTPATIENT, Maria b. 3 Mar 1985 (41)."))
  again.type("n")
  #expect(again.bench.saved["pregnancy-status"] == .known(.choice("no")))
}

@Test func `a window that is too small offers lines with L and answers nothing else`() {
  var bench = Bench()
  bench.press("n")
  bench.setWindow(rows: 10, columns: 40)
  #expect(bench.screen.contains("L goes on by"))
  bench.press("0<enter>u")
  #expect(bench.entries.count == 1)
  bench.press("l")
  #expect(bench.effects.last == .switchFace)
}

@Test func `a consultation with one key to an answer never records what was not said`() {
  // Every printable key as a line of its own, at every question of the pack.
  for character in (33...126).map({ String(UnicodeScalar($0)) }) {
    var lines = LineBench()
    lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y")
    lines.type(character)
    let said = lines.bench.saved["pregnancy-status"]
    switch character.lowercased() {
    case "y": #expect(said == .known(.choice("yes")))
    case "n": #expect(said == .known(.choice("no")))
    case "u": #expect(said == .unknown(.unsure))
    case "d": #expect(said == .unknown(.declined))
    default: #expect(said == .unknown(.notAsked), "\(character)")
    }
  }
}
