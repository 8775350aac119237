import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Lines up to the pregnancy question of the small pack.
private func lines() -> LineBench {
  var lines = LineBench()
  lines.type("n", "0", "TESTPATIENT, Maria", "3 mar 1985", "y")
  return lines
}

@Test func `an empty line answers nothing and says so`() {
  var lines = lines()
  let before = lines.bench.entries.count
  for _ in 0..<3 { lines.type("", "   ") }
  #expect(lines.said.contains("An empty line answers nothing."))
  #expect(lines.bench.entries.count == before)
  #expect(lines.wizard.currentQuestion == "pregnancy-status")
}

@Test(arguments: ["yn", "nnnn", "n n", "yes no", "maybe", "1", "é", "0", "ye"])
func `a line that is no answer as a whole is not taken in part`(line: String) {
  var lines = lines()
  let before = lines.bench.entries.count
  lines.type(line)
  #expect(lines.bench.entries.count == before)
  #expect(lines.said.contains("Nothing was taken."))
}

@Test(arguments: ["y", "Y", "yes", " YES "])
func `a line answers by its key or its words`(line: String) {
  var lines = lines()
  lines.type(line)
  #expect(lines.bench.saved["pregnancy-status"] == .known(.choice("yes")))
  #expect(lines.said.contains("Recorded: 2.1 Pregnancy: Yes."))
}

@Test func `each state that is not known keeps its own name`() {
  var unsure = lines()
  unsure.type("u")
  #expect(unsure.bench.saved["pregnancy-status"] == .unknown(.unsure))
  #expect(unsure.said.contains("Recorded: 2.1 Pregnancy: Not sure. This counts as not clear."))
  var declined = lines()
  declined.type("prefers not to say")
  #expect(declined.bench.saved["pregnancy-status"] == .unknown(.declined))
  #expect(declined.said.contains("Declined. This counts as not clear."))
  declined.type("<", "-")
  #expect(declined.bench.saved["pregnancy-status"] == .unknown(.notAsked))
  #expect(declined.said.contains("It is not answered now."))
}

@Test func `after every answer the entry is said to be saved, and findings are told once`() {
  var lines = lines()
  lines.type("y")
  let said = lines.last
  #expect(said.contains { $0.hasPrefix("saved #5 14:30:") })
  #expect(said.contains("DO NOT TREAT: new finding, Pregnant."))
  #expect(said.contains("Findings now: 1 do not treat, 0 defer, 0 caution, 0 not known."))
  lines.type("n")
  #expect(!lines.said.contains("Pregnant"))
  lines.type("<", "<", "n")
  #expect(lines.last.contains("No longer found: DO NOT TREAT, Pregnant."))
}

@Test func `several findings are told with the heaviest first`() {
  var lines = lines()
  lines.type("y", "u", "9")
  lines.type("g")
  let words = lines.last.filter { $0.contains(" Number ") }.map { $0.prefix { $0 != ":" } }
  #expect(words.prefix(3) == ["DO NOT TREAT", "NOT KNOWN", "CAUTION"])
}

@Test func `a date is read back in words and counts only when it is confirmed`() {
  var lines = lines()
  lines.type("n", "4/3/2026")
  #expect(lines.said.contains("4/3/2026 is read as Wednesday 4 Mar 2026, 262 days ago."))
  #expect(lines.bench.saved["filler-date"] == .unknown(.notAsked))
  lines.type("3/4/2026")
  #expect(lines.said.contains("Friday 3 Apr 2026"))
  #expect(lines.bench.saved["filler-date"] == .unknown(.notAsked))
  lines.type("y")
  #expect(
    lines.bench.saved["filler-date"] == .known(.date(PartialDate(iso: "2026-04-03") ?? .year(0))))
}

@Test func `a date that cannot be is refused in words`() {
  var lines = lines()
  lines.type("n", "3/4/2027")
  #expect(lines.said.contains("Error: Last filler must be today or in the past."))
  lines.type("soon")
  #expect(lines.said.contains("Error: Enter Last filler as"))
  #expect(lines.bench.saved["filler-date"] == .unknown(.notAsked))
}

@Test func `a name that is only a letter is taken in quotes alone`() {
  var lines = LineBench()
  lines.type("n", "0", "y")
  #expect(lines.said.contains("in quotes it is"))
  #expect(lines.bench.saved["patient-full-name"] == .unknown(.notAsked))
  lines.type("\"y\"")
  #expect(lines.bench.saved["patient-full-name"] == .known(.text("y")))
}

@Test(arguments: ["n\u{1B}[A", "n\u{7}", "\u{202E}n", "\u{1B}]0;title\u{7}n"])
func `a line with control characters or turned letters is not taken`(line: String) {
  var lines = lines()
  let before = lines.bench.entries.count
  lines.type(line)
  #expect(lines.bench.entries.count == before)
  #expect(lines.said.contains("Nothing of it was taken."))
  #expect(!lines.text.dropFirst(lines.text.count - lines.said.count).contains("\u{1B}"))
}

@Test func `a line that is too long is not taken in part`() {
  var lines = LineBench()
  lines.type("n", "0", String(repeating: "a", count: 201))
  #expect(lines.said.contains("The line has 201 characters and 200 fit."))
  lines.type(String(repeating: "a", count: 5_000))
  #expect(lines.said.contains("longer than 1000 characters"))
  #expect(lines.bench.saved["patient-full-name"] == .unknown(.notAsked))
}

@Test func `names of every script go in and come out whole`() {
  for name in ["Zoë 王芳", "نیلوفر می\u{200C}خواهد", "क्षमा", "José 👩🏽‍⚕️"] {
    var lines = LineBench()
    lines.type("n", "0", name)
    #expect(lines.bench.saved["patient-full-name"] == .known(.text(name)))
    #expect(lines.text.contains("Recorded: 1.2 Name: \(name)."))
  }
}

@Test func `several options are marked by one line, and 0 stands alone`() {
  var lines = LineBench()
  lines.type("n", "1 0")
  #expect(lines.said.contains("0 says none of these and stands alone."))
  lines.type("1 u")
  #expect(lines.said.contains("U and D stand alone."))
  lines.type("1, 2")
  #expect(
    lines.bench.saved["red-flags-now"] == .known(.choices(["breathing", "chest-pain"])))
  lines.type("r", "<", "<", "2")
  #expect(lines.bench.saved["red-flags-now"] == .known(.choices(["chest-pain"])))
}

@Test func `emergency screens open from every place with two keys`() {
  var lines = LineBench()
  for place in ["", "n", "0", "TESTPATIENT, Maria", "x", "c", "f", "m", "q"] {
    if !place.isEmpty { lines.type(place) }
    lines.type("!1")
    #expect(lines.said.contains("EMERGENCY: Trouble breathing."), "at \(place)")
    lines.type("r")
    #expect(!lines.said.contains("EMERGENCY"))
    // What was open below is still there, and is closed before the next place.
    if !lines.wizard.dialogs.isEmpty { lines.type("<") }
    if lines.wizard.openConsultation != nil { #expect(lines.wizard.dialogs.isEmpty) }
  }
}

@Test func `the emergency page is left by R alone`() {
  var lines = LineBench()
  lines.type("n", "1")
  #expect(lines.said.contains("EMERGENCY: Trouble breathing."))
  for line in ["", "n", "<", "q", "y"] {
    lines.type(line)
    #expect(!lines.wizard.dialogs.isEmpty)
  }
  lines.type("r")
  #expect(lines.wizard.dialogs.isEmpty)
}
