import ClinicalModel
import Consultation
import Terminal
import Testing

@testable import IntakeWizard

/// Keys that place the second test, a small area of hyaluronidase, today.
private let place = "<down><enter>nnn11<enter><enter><enter><enter>"
/// Keys that read it from its row, up to the grade.
private let readUpToGrade = "<enter>nnnn<enter>"

extension Bench {
  fileprivate var tests: [Answers] {
    let answers = consultation?.answersWithLatestTests ?? Answers()
    if case .known(.entries(let entries)) = answers["skin-tests"] { return entries }
    return []
  }

  fileprivate var events: [Event] { entries.map(\.event) }
}

@Suite struct SkinTestPageTests {
  @Test func `one key plans every wanted test for the suggested Monday`() throws {
    var bench = try skinTestBench(try ListPack.answers())
    bench.press("a")
    #expect(bench.tests.count == 5)
    let monday = try day("2026-11-23")
    for test in bench.tests {
      #expect(test["state"] == .known(.choice("planned")))
      #expect(test["placed"] == .known(.date(.day(monday))))
    }
    bench.press("-")
    #expect(bench.tests.count == 4)
  }

  @Test func `a test is not saved before every question about it is answered`() throws {
    var bench = try skinTestBench(try ListPack.answers())
    bench.press("<down><enter><down><down><down><down><down><down><down><down><enter>")
    #expect(bench.screen.contains("Not answered yet: Antihistamine"))
    #expect(bench.tests.isEmpty)
  }

  @Test func `what can spoil a test is recorded in words when it is placed`() throws {
    var bench = try skinTestBench(try ListPack.answers())
    bench.press("<down><enter>ynu11<enter><enter><enter><enter>")
    #expect(bench.tests.count == 1)
    let notes = bench.consultation?.notes ?? []
    #expect(notes.map(\.subject) == [.question("skin-tests")])
    let text = notes.first?.text ?? ""
    #expect(text.hasPrefix("Placed 21 Nov 2026, small test area of hyaluronidase: "))
    #expect(text.contains("in the last 7 days? YES"))
    #expect(text.contains("where the test goes? no"))
    #expect(text.contains("not part of the plan? NOT SURE"))
  }

  @Test func `a positive reading turns the outcome and names the plan without it`() throws {
    var bench = try skinTestBench(try ListPack.answers())
    bench.press(place)
    #expect(bench.tests.first?["state"] == .known(.choice("placed")))
    #expect(bench.tests.first?["site"] == .known(.text("Behind the ear")))
    #expect(bench.tests.first?["lot"] == .known(.text("L1")))
    try bench.reopen(on: try day("2026-11-23"))
    bench.press("<ctrl-x>h<down><down>")
    #expect(bench.screen.contains("read day 2 now"))
    bench.press(readUpToGrade + "4n<enter><enter>")
    #expect(bench.screen.contains("The reading of day 2 is recorded."))
    #expect(bench.screen.contains("POSITIVE"))
    bench.press("<ctrl-r><end>r")
    #expect(bench.screen.contains("DO NOT TREAT"))
    bench.press("<pgdn><pgdn><pgdn>")
    var seen = ""
    for _ in 0..<12 {
      seen += bench.screen
      bench.press("<up><up><up>")
    }
    #expect(seen.contains("without hyaluronidase:"))
    #expect(seen.contains("instead of DO NOT TREAT"))
    #expect(seen.contains("Nothing is changed by itself"))
  }

  @Test func `symptoms beyond the skin are recorded and open the emergency screen`() throws {
    var bench = try skinTestBench(try ListPack.answers())
    bench.press(place + "<enter>y")
    guard let shown = bench.wizard.dialogs.last as? EmergencyDialog else {
      Issue.record("no emergency screen:\n\(bench.screen)")
      return
    }
    #expect(shown.emergency == "anaphylaxis")
    guard case .known(.entries(let readings))? = bench.tests.first?["readings"] else {
      Issue.record("the reading was lost")
      return
    }
    #expect(readings.first?["systemic"] == .known(.choice("yes")))
    bench.press("r")
    #expect(bench.screen.contains("REACTION BEYOND THE SITE"))
  }

  @Test func `a medicine that forbids the prick test refuses its form and says why`() throws {
    let medicines = #""medicines-any": "yes", "medicines": ["propranolol"]"#
    var bench = try skinTestBench(try ListPack.answers(medicines: medicines))
    #expect(bench.screen.contains("NOT HERE"))
    #expect(bench.screen.contains("The medicine stays as it"))
    bench.press("<enter>")
    #expect(bench.screen.contains("No prick test here"))
    bench.press("p")
    #expect(bench.tests.isEmpty)
  }

  @Test func `a reading that is recorded after signing leaves the signed answers as they are`()
    throws
  {
    let placed = """
      , "skin-tests": [{"kind": "spot", "ingredient": "hyaluronidase", "lot": "L1",
      "state": "placed", "placed": "2026-11-21"}]
      """
    let answers = try ListPack.answers(others: placed)
    var bench = try skinTestBench(answers, signed: true, today: try day("2026-11-23"))
    bench.press("<down>" + readUpToGrade + "3n<enter><enter>")
    let signed = try #require(bench.consultation)
    #expect(signed.answers["skin-tests"] == answers["skin-tests"])
    #expect(signed.answersWithLatestTests["skin-tests"] != answers["skin-tests"])
    #expect(bench.screen.contains("Signed: PATCH TEST FIRST. With the tests since signing: DO NOT"))
    guard case .addendumAdded(let note)? = bench.events.last else {
      Issue.record("what was asked before reading was lost")
      return
    }
    #expect(note.text.hasPrefix("Read 23 Nov 2026"))
    let again = try bench.restarted()
    #expect(again.consultation == signed)
  }

  @Test func `a repeated test takes the place of one that says nothing, and a note tells it`()
    throws
  {
    let other = """
      , "skin-tests": [{"kind": "spot", "ingredient": "hyaluronidase", "lot": "L9",
      "state": "placed", "placed": "2026-11-10", "readings": [{"day": 2, "grade": "-"},
      {"day": 7, "grade": "-"}]}]
      """
    var bench = try skinTestBench(try ListPack.answers(others: other))
    bench.press("<down>")
    #expect(bench.screen.contains("other lot"))
    bench.press("<enter>nnn11<enter><enter><enter><enter>")
    #expect(bench.tests.count == 1)
    #expect(bench.tests.first?["lot"] == .known(.text("L1")))
    #expect(bench.consultation?.notes.first?.text.hasPrefix("Repeated: ") == true)
  }

  @Test func `a test whose reading was missed is placed anew and says so`() throws {
    let placed = """
      , "skin-tests": [{"kind": "spot", "ingredient": "hyaluronidase", "lot": "L1",
      "state": "placed", "placed": "2026-11-16"}]
      """
    var bench = try skinTestBench(try ListPack.answers(others: placed))
    bench.press("<down>")
    #expect(bench.screen.contains("day 2 OVERDUE by 2 days"))
    #expect(bench.screen.contains("N places it anew"))
    bench.press("nnnn11<enter><enter><enter><enter>")
    #expect(bench.tests.count == 1)
    #expect(bench.tests.first?["placed"] == .known(.date(.day(.bench))))
    #expect(bench.consultation?.notes.first?.text.hasPrefix("Repeated: ") == true)
  }

  @Test func `a test of what is planned no more can still be read`() throws {
    let placed = """
      , "skin-tests": [{"kind": "spot", "ingredient": "vitamin-k", "lot": "K1", "state": "placed",
      "placed": "2026-11-19"}]
      """
    var bench = try skinTestBench(try ListPack.answers(others: placed))
    #expect(bench.screen.contains("not in the plan; read day 2 now"))
    bench.press("<end><enter>nnnn<enter>3n<enter><enter>")
    #expect(bench.screen.contains("not in the plan; POSITIVE"))
  }

  @Test func `the clinic's own tests of a returning patient are taken over by one key`() throws {
    let answers = try ListPack.answers(
      others: """
        , "skin-tests": [{"kind": "spot", "ingredient": "hyaluronidase", "lot": "L1",
        "state": "placed", "placed": "2026-11-10", "readings": [{"day": 2, "grade": "-"},
        {"day": 7, "grade": "-"}]}]
        """)
    var bench = Bench(pack: try ListPack.pack.get())
    bench.wizard.returning = .of(
      EarlierVisit(
        id: "e1", patient: "TESTPATIENT, Maria", day: try day("2026-11-10"), answers: answers),
      asked: [])
    try bench.open(try ListPack.events(try ListPack.answers()))
    bench.press("<ctrl-x>h")
    #expect(bench.screen.contains("T takes over 1 from this clinic's record of 10 Nov 2026"))
    bench.press("t")
    #expect(bench.tests.count == 1)
    #expect(bench.screen.contains("negative, valid"))
    #expect(!bench.screen.contains("T takes over"))
    #expect(bench.consultation?.notes.first?.text.contains("10 Nov 2026") == true)
  }

  @Test func `the actions menu has every action beside skin tests in each window`() throws {
    for (rows, columns) in [(24, 80), (16, 60), (40, 120)] {
      var bench = Bench(pack: try ListPack.pack.get())
      bench.setWindow(rows: rows, columns: columns)
      bench.press("n<ctrl-x>")
      for binding in KeyMap.bindings where binding.command != .actions {
        #expect(bench.screen.contains(binding.words), "\(binding.words) at \(rows) rows")
      }
    }
  }

  @Test func `a pack without skin tests offers none`() {
    var bench = Bench()
    bench.press("n0<enter><ctrl-x>h")
    #expect(bench.screen.contains("this pack asks for no skin tests."))
  }
}

@Suite struct WorklistTests {
  private func row(_ name: String, _ day: String, overdue: Int = 0) throws -> ReadingRow {
    ReadingRow(
      id: "c1", patient: name, what: "patch test day 2 (3)",
      date: try #require(CalendarDate(iso: day)), overdue: overdue)
  }

  private func worklist() throws -> Bench {
    var bench = Bench(pack: try ListPack.pack.get())
    bench.happen(
      .readingsListed([
        try row("TESTPATIENT, Maria  b. 14 May 1990", "2026-11-18", overdue: 3),
        try row("SAMPLE, Jon  b. 3 Mar 1985", "2026-11-21"),
        try row("EXAMPLE, Li  b. 2 Jan 1971", "2026-11-25"),
      ]))
    return bench
  }

  @Test func `the home screen counts what is due and W lists it`() throws {
    var bench = try worklist()
    #expect(bench.screen.contains("W  Skin tests to read (2 due today)"))
    bench.press("w")
    #expect(bench.screen.contains("OVERDUE by 3"))
    #expect(bench.screen.contains("TODAY"))
    bench.press("<enter>")
    #expect(bench.screen.contains("Mark a line"))
    bench.press("<down><enter>")
    #expect(bench.effects.contains(.resume("c1")))
    try bench.open(try ListPack.events(try ListPack.answers()) + ListPack.signature)
    #expect(bench.screen.contains("Skin tests"))
    #expect(bench.screen.contains("small test area"))
  }
}
