import Glibc
import Terminal
import TerminalCurses
import TerminalTesting

/// A back end on a pseudo-terminal of this process.
final class Stage {
  let pty: PseudoTerminal
  let terminal: CursesTerminal
  var screen: VirtualTerminal { pty.screen }

  init(
    _ name: String, theme: ThemeChoice = .colour, ascii: Bool = false, escapeMilliseconds: Int = 50
  ) throws {
    pty = try PseudoTerminal()
    terminal = try CursesTerminal(
      options: .init(
        input: pty.terminal, output: pty.terminal, terminalName: name, theme: theme, ascii: ascii,
        diagnostics: .untouched, guardsProcess: false, escapeMilliseconds: escapeMilliseconds))
  }

  /// Shows a grid and gives the bytes that were sent for it.
  @discardableResult
  func show(_ grid: Grid) -> [UInt8] {
    terminal.show(grid)
    return pty.drain()
  }

  /// Types and gives what the back end makes of it, until nothing comes.
  func inputs(typing text: String, count: Int) -> [Input] {
    pty.type(text)
    return (0..<count).map { _ in terminal.nextInput(timeoutMilliseconds: 30_000) }
  }

  /// The next input of what is typed already; nothing when there is none.
  var leftOver: Input { terminal.nextInput(timeoutMilliseconds: 0) }

  /// The next input, however long it takes.
  var awaited: Input { terminal.nextInput(timeoutMilliseconds: 30_000) }

  /// The colour numbers in what was sent: `ESC [ 1 ; 37 ; 41 m` has two.
  var sentColours: [Int] {
    let sent = String(decoding: pty.received, as: UTF8.self)
    return sent.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { match in
      match.1.split(separator: ";").compactMap { Int($0) }.filter { (30...49).contains($0) }
    }
  }

  /// The colour numbers that the same grids give with colours, for comparison.
  static func colours(of name: String, after stage: Stage) throws -> [Int] {
    stage.terminal.close()
    let coloured = try Stage(name)
    defer { coloured.terminal.close() }
    coloured.show(everyStyle)
    return coloured.sentColours
  }

  /// A pseudo-terminal that controls no process sends no SIGWINCH itself.
  func windowChanged() { kill(getpid(), SIGWINCH) }

  static var everyStyle: Grid {
    var grid = Grid(size: .classic)
    for (row, style) in Style.allCases.enumerated() {
      grid.write(style.rawValue, row: row, column: 0, style: style)
    }
    return grid
  }

  static var full: Grid {
    var grid = Grid(size: .classic)
    for row in 0..<24 {
      grid.write(String(repeating: "answer \(row % 10) ", count: 9), row: row, column: 0)
    }
    return grid
  }
}
