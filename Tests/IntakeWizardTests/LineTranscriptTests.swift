import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

// Whole conversations, as they would be heard.

@Test func `a short consultation by lines reads as it is on record`() throws {
  var lines = LineBench()
  lines.type("n", "", "0", "?", "TESTPATIENT, Maria", "3/4/85", "3/3/85", "y", "y", "u")
  lines.type("3d", "y", "g", "7", "1", "r", "4", "seen and weighed", "OVERRIDE", "Dr Example")
  lines.type("s", "Dr Example", "2", "w", "h", "q")
  try expectScreen(lines.text, "lines/short-consultation")
}

@Test func `an emergency by lines reads as it is on record`() throws {
  var lines = LineBench()
  lines.type("n", "1", "n", "r", "!", "1", "r", "x", "<")
  try expectScreen(lines.text, "lines/emergency")
}

@Test func `medicines by lines read as they are on record`() throws {
  var lines = LineBench(pack: .listed)
  lines.type("n", "y", "warf", "1", "1", "1", "af", "2d", "y", "warferin", "1", "done")
  lines.type("made-up tonic", "0", "done", "-2", "n", "1", ">", ">", "2", "done", "done")
  try expectScreen(lines.text, "lines/medicines")
}

@Test func `groups and a table by lines read as they are on record`() throws {
  var lines = LineBench(pack: .grouped)
  lines.type("n", "EXAMPLE, Maria", "3 mar 1985", "y", "1", "n", "y", "3w", "y", "n", "n", "n")
  lines.type("n", "1", "n")
  try expectScreen(lines.text, "lines/groups-and-table")
}

@Test func `a returning patient by lines reads as it is on record`() throws {
  var bench = Bench(pack: .grouped)
  bench.earlier = [
    EarlierVisit(
      id: "e1", patient: "EXAMPLE, Maria  b. 3 Mar 1985", day: CalendarDate.bench.adding(days: -9),
      answers: [
        "patient-full-name": .known(.text("EXAMPLE, Maria")),
        "patient-date-of-birth": .known(.date(PartialDate(iso: "1985-03-03") ?? .year(1985))),
        "area": .known(.choice("face")),
      ])
  ]
  var lines = LineBench(bench)
  lines.type("m", "3", "m", "1", "r", "exa", "1", "3", "y", "2")
  try expectScreen(lines.text, "lines/returning")
}
