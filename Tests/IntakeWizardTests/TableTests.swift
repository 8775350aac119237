import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

private let toTable = "nEXAMPLE, Maria<enter>3 mar 1985<enter>1n"

private func bench(_ keys: String = "") -> Bench {
  var bench = Bench(pack: .grouped)
  bench.press(toTable + keys)
  return bench
}

/// The row that the next key acts on.
private func focused(_ bench: Bench) -> String {
  let row = bench.wizard.view(bench.size).cursor.row
  return bench.wizard.view(bench.size).line(row)
}

@Test func `No answers the line at once, as its own entry, and goes to the next open line`() {
  var bench = bench("y")
  let before = bench.entries.count
  bench.press("n")
  #expect(bench.entries.count == before + 1)
  #expect(bench.saved["filler-date"] == .known(.never))
  #expect(focused(bench).contains("Date of last PRP"))
  #expect(bench.screen.contains("When did you last have PRP?"))
}

@Test func `the question of the line is read from above the table, whole`() {
  let bench = bench("n")
  #expect(focused(bench).contains("> 2.2   Date of last peel"))
  #expect(bench.screen.contains("When was your last peel?"))
  #expect(bench.screen.contains("Y Yes: date   N No   U Not sure   D Declines"))
}

@Test(arguments: [
  ("y3w<enter>", "2026-10-31"), ("3w<enter>", "2026-10-31"), ("2019<enter>", "2019"),
])
func `a date is typed in its line and read back before it is recorded`(
  keys: String, stored: String
) {
  var bench = bench("n")
  bench.press(keys.replacing("<enter>", with: ""))
  #expect(bench.screen.contains("read as "))
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  bench.press("<enter>")
  #expect(bench.saved["peel-date"] == PartialDate(iso: stored).map { .known(.date($0)) })
  #expect(focused(bench).contains("Vaccine booked"))
}

@Test func `a date that cannot be is refused and what was typed is kept`() {
  let bench = bench("n30 feb 2026<enter>")
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Error: "))
  #expect(focused(bench).contains("[ 30 feb 2026"))
}

@Test func `Enter never answers a line`() {
  var bench = bench("n")
  let before = bench.entries.count
  bench.press("<enter><enter>")
  #expect(bench.entries.count == before)
  #expect(bench.screen.contains("Enter answers nothing here."))
}

@Test func `Up and Down move without answering, and any line can be answered`() {
  var bench = bench("n")
  bench.press("<down><down>")
  #expect(focused(bench).contains("Tablets"))
  bench.press("1")
  #expect(bench.saved["tablets"] == .known(.choice("never")))
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  // What was passed over is asked before the table is left.
  #expect(focused(bench).contains("Date of last peel"))
}

@Test func `after the last open line the walk goes on`() {
  let bench = bench("nnn1")
  #expect(bench.screen.contains("( ) N  No to each of them:"))
}

@Test func `not sure and declined are kept apart from no, from the key or the menu`() {
  var bench = bench("nu")
  #expect(bench.saved["peel-date"] == .unknown(.unsure))
  bench.press("d")
  #expect(bench.saved["vaccine-booked"] == .unknown(.declined))
  bench.press("<ctrl-x>u")
  #expect(bench.saved["tablets"] == .unknown(.unsure))
}

@Test func `a detail has a line as soon as it applies, and not before`() {
  var bench = bench("nnn")
  #expect(!bench.screen.contains("Date of last tablet"))
  bench.press("2")
  #expect(focused(bench).contains("Date of last tablet"))
  bench.press("5w<enter>")
  #expect(bench.saved["tablets-end"].isPositive)
}

@Test func `a detail whose question is not known is asked, for it may apply`() {
  let bench = bench("nnnu")
  #expect(focused(bench).contains("Date of last tablet"))
  #expect(bench.screen.contains("Asked because an earlier answer is not known."))
}

@Test func `a line is cleared to not answered, which is not no`() {
  var bench = bench("nn<up>-")
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  #expect(focused(bench).contains("Date of last peel"))
  bench.press("n")
  #expect(bench.saved["peel-date"] == .known(.never))
}

@Test func `three deliberate No answer three lines, a held No one`() {
  var bench = bench("yn")
  bench.press("nn")
  #expect(bench.saved["dental-date"] == .known(.never))
  var held = Bench(pack: .grouped)
  held.press(toTable + "y")
  held.press("n")
  for _ in 0..<40 { held.type(.character("n")) }
  #expect(held.saved["filler-date"] == .known(.never))
  #expect(held.saved["prp-date"] == .unknown(.notAsked))
  #expect(held.screen.contains("Key held: answer one question at a time."))
}

@Test func `leaving a line while typing keeps what was typed, and it is not an answer`() {
  var bench = bench("ny12")
  bench.press("<esc>")
  #expect(focused(bench).contains("not recorded"))
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  bench.press("<down><up>y")
  #expect(focused(bench).contains("[ 12 "))
}

@Test func `a paste goes into the open field of a line and nowhere else`() {
  var bench = bench("n")
  bench.paste("nnn")
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
  #expect(bench.screen.contains("Nothing was pasted"))
  bench.press("y")
  bench.paste("3\u{1B}[31mw")
  #expect(focused(bench).contains("[ 3[31mw") || focused(bench).contains("[ 3w"))
  #expect(bench.saved["peel-date"] == .unknown(.notAsked))
}

@Test func `going back and forward passes the table line by line and is never blocked`() {
  var bench = bench()
  bench.press("<")
  #expect(bench.screen.contains("Does latex give you a rash?"))
  bench.press(">")
  #expect(focused(bench).contains("Together: "))
  bench.press("<end>>")
  #expect(bench.screen.contains("( ) N  No to each of them:"))
}

@Test func `an answer changed from the review returns to the review`() {
  var bench = bench("nnn1nn")
  while !focused(bench).contains("Date of last peel") { bench.press("<down>") }
  bench.press("<enter>u")
  #expect(bench.saved["peel-date"] == .unknown(.unsure))
  #expect(bench.screen.contains("Check the answers before the result"))
}

@Test func `the focused line is on screen in the smallest window, wherever it is`() {
  var bench = Bench(pack: .grouped)
  bench.setWindow(rows: 16, columns: 60)
  bench.press(toTable)
  for label in ["Together", "Date of last filler", "Date of last PRP", "Date of last dental"] {
    #expect(focused(bench).contains(label))
    bench.press("<down>")
  }
  bench.press("<end>")
  #expect(focused(bench).contains("Tablets"))
  #expect(bench.screen.contains("Have you ever taken the made-up tablets?"))
  bench.press("1")
  #expect(bench.saved["tablets"] == .known(.choice("never")))
}

@Test func `a kill in the middle of the table comes back to the next open line`() throws {
  let again = try bench("yn").restarted()
  #expect(focused(again).contains("Date of last PRP"))
}

@Test func `help of a line tells why its question is asked`() {
  let bench = bench("n?")
  #expect(bench.screen.contains("Help: Date of last peel"))
}
