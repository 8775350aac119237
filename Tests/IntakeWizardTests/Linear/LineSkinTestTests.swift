import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Lines that place the second test, a small area of hyaluronidase, today.
private let placing = ["2", "go", "n", "n", "n", "1", "1", ">", ">", ">", "save"]
/// The same by keys.
private let placingKeys = "<down><enter>nnn11<enter><enter><enter><enter>"
/// Lines that read it after two days, and the same by keys.
private let reading = ["3", "go", "n", "n", "n", "n", ">", "4", "n", ">", "save"]
private let readingKeys = "<down><down><enter>nnnn<enter>4n<enter><enter>"

private func linesAtTests() throws -> LineBench {
  LineBench(try skinTestBench(try ListPack.answers()))
}

extension LineBench {
  /// The row of the form in hand, and its text.
  fileprivate var row: [String] {
    guard let form = (wizard.page as? SkinTestScreen)?.form else {
      return []
    }
    guard case .typed(let field, _) = form.row.entry else { return [form.row.label] }
    return [form.row.label, field.text]
  }

  fileprivate mutating func say(_ lines: [String]) {
    for line in lines { type(line: line, after: 1000, .typed) }
  }
}

/// The two journals, without the times.
private func expectSame(
  _ lines: LineBench, _ screen: Bench, at location: SourceLocation = #_sourceLocation
) {
  #expect(
    lines.bench.entries.map(\.event) == screen.entries.map(\.event), sourceLocation: location)
}

@Test func `a test is planned by lines with the same record as on the screen`() throws {
  var lines = try linesAtTests()
  lines.say(["2", "p"])
  var screen = try skinTestBench(try ListPack.answers())
  screen.press("<down>p")
  expectSame(lines, screen)
  #expect(lines.said.contains("1 test is planned."))
  lines.say(["a"])
  screen.press("a")
  expectSame(lines, screen)
  lines.say(["-"])
  screen.press("-")
  expectSame(lines, screen)
}

@Test func `a test is placed and read by lines with the same record as on the screen`() throws {
  var lines = try linesAtTests()
  lines.say(placing)
  var screen = try skinTestBench(try ListPack.answers())
  screen.press(placingKeys)
  expectSame(lines, screen)
  #expect(lines.bench.entries.count > 1)

  let later = try day("2026-11-23")
  try lines.bench.reopen(on: later)
  lines.say(["xh"] + reading)
  try screen.reopen(on: later)
  screen.press("<ctrl-x>h" + readingKeys)
  expectSame(lines, screen)
  #expect(lines.said.contains("The reading of day 2 is recorded."))
  #expect(lines.said.contains("POSITIVE"))
}

@Test func `what can spoil a test is recorded by lines in the same words`() throws {
  var lines = try linesAtTests()
  lines.say(["2", "go", "y", "n", "u", "1", "1", ">", ">", ">", "save"])
  var screen = try skinTestBench(try ListPack.answers())
  screen.press("<down><enter>ynu11<enter><enter><enter><enter>")
  expectSame(lines, screen)
  #expect(lines.bench.consultation?.notes.count == 1)
}

@Test func `an amount and a day can be typed by lines, twice, and the last counts`() throws {
  var lines = try linesAtTests()
  lines.say(["2", "go", "n", "n", "n", "1", "1", "9"])
  #expect(lines.wizard.linearPage.now.count == 1)
  lines.say(["0.05", "<", "0.1", "20 nov 2026", "JK", "save"])
  var screen = try skinTestBench(try ListPack.answers())
  screen.press("<down><enter>nnn110.1<enter>20 nov 2026<enter>JK<enter><enter>")
  expectSame(lines, screen)
  #expect(lines.bench.entries.count > 1)
}

@Test func `a single letter is never a text of a test, and leaving records nothing`() throws {
  for letter in ["x", "q", "u", "d", "z", "?"] {
    var lines = try linesAtTests()
    lines.say(["2", "go", "n", "n", "n", "1", "1", ">", ">"])
    let (count, row) = (lines.bench.entries.count, lines.row)
    lines.say([letter])
    #expect(lines.row == row, "\(letter)")
    if !lines.wizard.dialogs.isEmpty { lines.say([letter == "q" ? "r" : "<"]) }
    lines.say(["esc"])
    #expect(lines.bench.entries.count == count, "\(letter)")
    #expect(!lines.said.contains("Save this test"))
  }
}

@Test func `symptoms beyond the skin open the emergency screen by lines too`() throws {
  var lines = try linesAtTests()
  lines.say(placing + ["go", "y"])
  var screen = try skinTestBench(try ListPack.answers())
  screen.press(placingKeys + "<enter>y")
  expectSame(lines, screen)
  #expect(lines.said.contains("EMERGENCY: "))
}

@Test func `a test is not saved by lines before every question about it is answered`() throws {
  var lines = try linesAtTests()
  let count = lines.bench.entries.count
  lines.say(["2", "go", ">", ">", ">", ">", ">", ">", ">", ">", "save"])
  #expect(lines.said.contains("Not answered yet: Antihistamine"))
  #expect(lines.bench.entries.count == count)
}

@Test func `the worklist by lines opens a patient by number`() throws {
  var bench = Bench(pack: try ListPack.pack.get())
  bench.happen(
    .readingsListed([
      ReadingRow(
        id: "c1", patient: "TESTPATIENT, Maria", what: "patch test day 2 (3)",
        date: try day("2026-11-18"), overdue: 3)
    ]))
  var lines = LineBench(bench)
  lines.say(["w"])
  #expect(lines.said.contains("1 TESTPATIENT, Maria, patch test day 2 (3), overdue by 3 days"))
  lines.say(["1"])
  #expect(lines.bench.effects.contains(.resume("c1")))
}
