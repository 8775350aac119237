import Terminal
import Testing

@testable import IntakeWizard

@Test(arguments: Scene.all.map(\.name), Scene.sizes.keys.sorted())
func `each screen looks as it is on record`(scene name: String, window: String) throws {
  let scene = try #require(Scene.all.first { $0.name == name })
  let bench = try scene.bench(try #require(Scene.sizes[window]))
  try expectScreen(Picture(bench.wizard.view(bench.size)).text, "\(window)/\(name)")
}

@Test(arguments: Scene.all.map(\.name))
func `no screen writes outside its window and the cursor is always inside`(name: String) throws {
  let scene = try #require(Scene.all.first { $0.name == name })
  let bench = try scene.bench()
  for (rows, columns) in [(24, 80), (16, 60), (50, 200), (5, 20), (1, 1), (0, 0)] {
    let size = GridSize(rows: rows, columns: columns)
    let grid = bench.wizard.view(size)
    #expect(grid.size == size)
    #expect(grid.cursor.row < max(1, rows) && grid.cursor.column < max(1, columns))
  }
}

@Test func `a window that is too small says so and loses nothing`() {
  var bench = Bench()
  bench.press(smallArrival + "n")
  bench.size = GridSize(rows: 10, columns: 40)
  #expect(bench.screen.contains("Make the window wider: 40 of 60"))
  bench.size = .classic
  #expect(bench.screen.contains("When was your last filler?"))
}

@Test func `a resize in the middle of typing keeps what was typed`() {
  var bench = Bench()
  bench.press("n0<enter>TESTPA")
  bench.size = GridSize(rows: 30, columns: 100)
  #expect(bench.screen.contains("[ TESTPA "))
  bench.press("TIENT")
  bench.size = GridSize(rows: 16, columns: 60)
  #expect(bench.screen.contains("[ TESTPATIENT "))
}
