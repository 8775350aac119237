import ClinicalModel
import Terminal
import Testing

@testable import IntakeWizard

private let wide = GridSize(rows: 40, columns: 120)

/// The question column of a large window, row by row.
private func column(_ bench: Bench) -> [String] {
  let grid = bench.wizard.view(bench.size)
  let left = (bench.size.columns - 120) / 2
  return (2..<bench.size.rows - 2).map { row in
    var text = (left + 38..<left + 118).map { grid[row, $0].text }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}

private func scene(_ name: String) throws -> Scene {
  try #require(Scene.all.first { $0.name == name })
}

@Suite struct WideWindowTests {
  @Test(arguments: [
    "several-options", "text", "yes-or-no", "date-read-back", "single-choice", "group",
    "reconfirm", "review", "result-deferred", "export", "help", "findings",
  ])
  func `beside the side column every line is as wide as in a small window`(name: String) throws {
    let small = try scene(name).bench(GridSize(rows: 60, columns: 80))
    let lines = Set(column(try scene(name).bench(wide)))
    let frame = small.wizard.view(GridSize(rows: 60, columns: 80))
    let head = name == "result-deferred" || name == "export" || name == "review" ? 1 : 3
    let body = (head..<57).map { frame.line($0) }.filter {
      !$0.isEmpty && !$0.hasPrefix("─") && !$0.contains("G opens")
    }
    #expect(body.count > 3)
    // What the pane says of findings it says in its own way.
    for line in body.prefix(name == "findings" ? 20 : 12) where !line.hasPrefix(" /// ") {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func `the side column says how far each section is and what is planned`() throws {
    let screen = try scene("question-with-findings").bench(wide).screen
    #expect(screen.contains(" ok  1 Before anything else      3/3 │"))
    #expect(screen.contains(" >   2 Health                    4/5 │"))
    #expect(screen.contains("     - Result       after the review │"))
    #expect(screen.contains(" Planned depth: 7 mm"))
    #expect(screen.contains("because Last filler = 18 Nov 2026"))
    #expect(screen.contains("Newest change  14:30:39  CAUTION added by answer 2.3"))
    let review = try scene("review-not-finished").bench(wide).screen
    #expect(review.contains(" !   2 Health                    0/4 │"))
    #expect(review.contains(" >   R Review                4 to do │"))
  }

  @Test func `an answer that changes no finding is no newest change`() throws {
    var bench = Bench()
    bench.setWindow(rows: 40, columns: 120)
    bench.press("n0<enter>")
    #expect(!bench.screen.contains("Newest change"))
    bench.press("TESTPATIENT, Maria<enter>3 mar 1985<enter>y")
    #expect(bench.screen.contains("DO NOT TREAT added by answer 2.1"))
    bench.press("<f3>n")
    #expect(bench.screen.contains("DO NOT TREAT ended by answer 2.1"))
  }

  @Test func `notes and the last visit stand in the side column`() throws {
    var bench = listedBench()
    bench.setWindow(rows: 40, columns: 120)
    bench.press("r1<ctrl-x>cin a hurry<enter>")
    #expect(bench.screen.contains(" Last visit 12 Mar 2026"))
    #expect(bench.screen.contains(" Notes (1)"))
    #expect(bench.screen.contains(" in a hurry"))
  }

  @Test(arguments: [
    "home", "home-with-consultations", "returning", "skin-tests-to-read", "emergency",
  ])
  func `home and emergency have no side column`(name: String) throws {
    #expect(!(try scene(name).bench(wide).screen.contains("│")))
  }

  @Test func `one row or column less than a large window is drawn as before`() throws {
    for (size, has) in [
      (GridSize(rows: 32, columns: 118), true), (GridSize(rows: 31, columns: 118), false),
      (GridSize(rows: 32, columns: 117), false),
    ] {
      #expect(try scene("yes-or-no").bench(size).screen.contains("│") == has)
    }
  }

  @Test func `beyond 120 columns margins grow and text does not`() throws {
    let wider = try scene("yes-or-no").bench(GridSize(rows: 40, columns: 160)).screen
    let plain = try scene("yes-or-no").bench(wide).screen
    let shifted = plain.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : String(repeating: " ", count: 20) + $0
    }
    #expect(wider == shifted.joined(separator: "\n"))
  }

  @Test func `none of these is not taken beside the side column before the whole list was shown`() {
    for rows in 32...60 {
      var bench = Bench(pack: .longList)
      bench.setWindow(rows: rows, columns: 120)
      bench.press("n")
      let shown = bench.screen.contains("(more below")
      bench.press("0")
      #expect(bench.screen.contains("Show the whole list first") == shown, "\(rows) rows")
    }
  }
}
