import Terminal
import Testing

@testable import IntakeWizard

@Suite struct SceneTests {
  @Test func `every page and everything that lies over one is on record`() throws {
    let shown = Set(
      try Scene.all.map { scene in
        let wizard = try scene.bench().wizard
        return wizard.isLocked ? "locked" : "\(type(of: wizard.top))"
      })
    for kind in AllScreens.kinds { #expect(shown.contains("\(kind)"), "\(kind)") }
    #expect(shown.contains("locked"))
    #expect(Set(Scene.all.map(\.name)).count == Scene.all.count)
  }

  @Test(arguments: Scene.all.map(\.name), Scene.sizes.keys.sorted())
  func `the cursor stands on what the next key acts on`(name: String, window: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let bench = try scene.bench(try #require(Scene.sizes[window]))
    let grid = bench.wizard.view(bench.size)
    // Never on the key line or the banner.
    #expect(grid.cursor.row > 0 && grid.cursor.row < bench.size.rows - 1)
    let focused = Picture(grid).runs().filter { $0.style == .focus || $0.style == .field }
    let rows = Set(focused.map(\.row))
    #expect(
      rows.isEmpty || rows.contains(grid.cursor.row), "cursor at \(grid.cursor), focus in \(rows)")
    if let field = focused.first(where: { $0.style == .field }),
      !focused.contains(where: { $0.style == .focus })
    {
      #expect(field.columns.contains(grid.cursor.column))
    }
  }

  @Test(arguments: Scene.all.map(\.name))
  func `severity is told by word or mark where there is no colour`(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let said: [Style: [String]] = [
      .exclude: ["DO NOT TREAT", "XXX", "NOT SAVED", "EMERGENCY", "POSITIVE"],
      .deferral: ["DEFER", "///", "NOT HERE", "NEVER"],
      .caution: ["CAUTION", "!!!", "OVERDUE", "MISSED", "YES", "NOT SURE"],
      .patchTest: ["PATCH TEST"],
      .notKnown: ["NOT KNOWN", "NOT SURE", "DECLINED", "NOT CHECKED", "not answered"],
    ]
    for size in Scene.sizes.values {
      let bench = try scene.bench(size)
      for run in Picture(bench.wizard.view(size)).runs() {
        guard let words = said[run.style] else { continue }
        let text = run.text.uppercased()
        if text.allSatisfy({ $0 == " " }) { continue }
        #expect(words.contains { text.contains($0.uppercased()) }, "\(run.style): \(run.text)")
      }
    }
  }

  @Test(arguments: Scene.all.map(\.name))
  func `every theme says the same, and ASCII says it too`(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    for size in Scene.sizes.values {
      var bench = try scene.bench(size)
      let plain = bench.wizard.view(size)
      for theme in ThemeChoice.allCases {
        bench.wizard.display.theme = theme
        #expect(bench.wizard.view(size) == plain)
      }
      let ascii = plain.inASCII
      #expect(ascii.text.allSatisfy { $0.isASCII })
      #expect(ascii.cursor == plain.cursor)
      for row in 0..<size.rows {
        for column in 0..<size.columns where plain[row, column].text.allSatisfy(\.isASCII) {
          guard !plain[row, column].text.isEmpty else { continue }
          #expect(ascii[row, column] == plain[row, column])
        }
      }
    }
  }
}
