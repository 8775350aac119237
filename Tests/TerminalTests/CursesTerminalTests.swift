import Terminal
import TerminalCurses
import TerminalTesting
import Testing

/// The real back end on a pseudo-terminal, seen by libvterm.
///
/// Curses keeps its state in globals: every test of it belongs to this one
/// suite, also those in other files.
@Suite(.serialized) struct CursesTerminalTests {
  static let terminals = ["xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color"]

  @Test(arguments: terminals)
  func `every terminal shows the text where the grid has it`(name: String) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    var grid = Grid(size: .classic)
    grid.write("TESTPATIENT, Maria", row: 0, column: 1)
    grid.write("last column", row: 23, column: 69)
    grid.cursor = GridPoint(row: 5, column: 7)
    stage.show(grid)
    #expect(stage.screen.text == grid.text)
    #expect(stage.screen.cursor == (5, 7))
  }

  @Test(arguments: terminals)
  func `a name of any script shows as it is written`(name: String) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    var grid = Grid(size: .classic)
    let names = [
      "TESTPATIENT, Zoë Ångström", "TESTPATIENT, 名前", "TESTPATIENT, Жанна", "TESTPATIENT, مریم",
    ]
    for (row, name) in names.enumerated() { grid.write(name, row: row, column: 0) }
    stage.show(grid)
    for (row, name) in names.enumerated() { #expect(stage.screen.line(row) == name) }
  }

  @Test func `bold and reverse arrive and end where the style ends`() throws {
    let stage = try Stage("xterm-256color", theme: .mono)
    defer { stage.terminal.close() }
    var grid = Grid(size: .classic)
    grid.write("DO NOT TREAT", row: 3, column: 2, style: .exclude)
    stage.show(grid)
    let inside = stage.screen.cell(3, 2)
    #expect(inside.bold && inside.reverse && inside.text == "D")
    let outside = stage.screen.cell(3, 14)
    #expect(!outside.bold && !outside.reverse)
  }

  @Test func `mono sends no colour at all`() throws {
    let stage = try Stage("xterm-256color", theme: .mono)
    defer { stage.terminal.close() }
    stage.show(Stage.everyStyle)
    #expect(stage.terminal.colours == 0)
    #expect(stage.sentColours.isEmpty)
    let coloured = try Stage.colours(of: "xterm-256color", after: stage)
    #expect(!coloured.isEmpty)
  }

  @Test func `do not treat is bold white on red where there are colours`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.show(Stage.everyStyle)
    let row = try #require(Style.allCases.firstIndex(of: .exclude))
    let cell = stage.screen.cell(row, 0)
    #expect(cell.bold && cell.foreground == 7 && cell.background == 1)
  }

  @Test func `caution is reverse on the Linux console, where yellow is brown`() throws {
    let stage = try Stage("linux")
    defer { stage.terminal.close() }
    stage.show(Stage.everyStyle)
    let row = try #require(Style.allCases.firstIndex(of: .caution))
    let cell = stage.screen.cell(row, 0)
    #expect(cell.reverse && cell.background == -1)
  }

  @Test func `a terminal without colours still tells severities apart`() throws {
    let stage = try Stage("vt100")
    defer { stage.terminal.close() }
    #expect(stage.terminal.colours == 0)
    stage.show(Stage.everyStyle)
    let row = try #require(Style.allCases.firstIndex(of: .exclude))
    #expect(stage.screen.cell(row, 0).bold && stage.screen.cell(row, 0).reverse)
  }

  @Test func `one changed letter sends a few bytes`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    var grid = Stage.full
    stage.show(grid)
    grid.write("#", row: 12, column: 40)
    grid.cursor = GridPoint(row: 12, column: 41)
    let sent = stage.show(grid)
    #expect(sent.count < 60)
    #expect(sent.contains(UInt8(ascii: "#")))
    #expect(stage.show(grid).isEmpty)
  }

  @Test(arguments: terminals + ["vt52"])
  func `nothing is sent while nothing changes`(name: String) throws {
    let stage = try Stage(name, theme: .auto)
    defer { stage.terminal.close() }
    #expect(!stage.show(Stage.everyStyle).isEmpty)
    for _ in 0..<3 { #expect(stage.show(Stage.everyStyle).isEmpty) }
    #expect(stage.terminal.nextInput(timeoutMilliseconds: 0) == .timedOut)
    #expect(stage.pty.drain().isEmpty)
  }

  @Test func `a vt52 gets the words and no attribute`() throws {
    let stage = try Stage("vt52", theme: .auto)
    defer { stage.terminal.close() }
    let sent = String(decoding: stage.show(Stage.everyStyle), as: UTF8.self)
    for style in Style.allCases { #expect(sent.contains(style.rawValue)) }
    #expect(!sent.contains("\u{1B}["))
  }

  @Test func `the theme changes while the screen is shown`() throws {
    let stage = try Stage("xterm-256color", theme: .mono)
    defer { stage.terminal.close() }
    let row = try #require(Style.allCases.firstIndex(of: .exclude))
    stage.show(Stage.everyStyle)
    #expect(stage.screen.cell(row, 0).reverse && stage.screen.cell(row, 0).background == -1)
    stage.terminal.setTheme(.colour)
    stage.show(Stage.everyStyle)
    #expect(stage.screen.cell(row, 0).background == 1 && !stage.screen.cell(row, 0).reverse)
    stage.terminal.setTheme(.text)
    stage.show(Stage.everyStyle)
    let plain = stage.screen.cell(row, 0)
    #expect(!plain.bold && !plain.reverse && plain.background == -1)
    #expect(stage.screen.text == Stage.everyStyle.text)
  }

  @Test func `a repaint sends the whole screen again`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.show(Stage.full)
    stage.pty.screen.feed("\u{1B}[2Jnoise on the line".utf8)
    stage.terminal.repaint()
    #expect(stage.show(Stage.full).count > 1_000)
    #expect(stage.screen.text == Stage.full.text)
  }

  @Test func `another window size is told and drawn`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.show(Stage.full)
    stage.pty.resize(rows: 12, columns: 60)
    stage.windowChanged()
    #expect(stage.terminal.nextInput(timeoutMilliseconds: 30_000) == .resized)
    #expect(stage.terminal.size == GridSize(rows: 12, columns: 60))
    var grid = Grid(size: stage.terminal.size)
    grid.write("smaller now", row: 11, column: 49)
    stage.show(grid)
    #expect(stage.screen.text == grid.text)
  }

  @Test func `a wide letter gives way to a narrow one without a trace`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    var grid = Grid(size: .classic)
    grid.write("名前 abc", row: 0, column: 0)
    stage.show(grid)
    var next = Grid(size: .classic)
    next.write("x名 abc", row: 0, column: 0)
    next.write("क्ष|", row: 1, column: 0)
    next.write("👍🏽|", row: 2, column: 0)
    next.write("👩\u{200D}👧|", row: 3, column: 0)
    next.write("\u{1FADC}|", row: 4, column: 0)  // newer than the C library
    stage.show(next)
    #expect(stage.screen.line(0) == "x名 abc")
    #expect(stage.screen.cell(1, 2).text == "|")
    #expect(stage.screen.cell(2, 2).text == "|")
    #expect(stage.screen.line(3) == "👩|")
    #expect(stage.screen.cell(4, 0).text == "\u{FFFD}")
  }
}
