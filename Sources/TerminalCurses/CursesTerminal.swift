import CNcurses
package import Terminal

/// The real terminal, through ncursesw; the only code that knows curses.
///
/// It belongs to one thread, and only one can be open in a process. Grids are
/// compared here, so that one changed cell sends a few bytes; every grapheme
/// is placed at its own column, so that no disagreement about widths moves
/// the text behind it.
///
/// ```swift
/// let terminal = try CursesTerminal(options: .init(theme: .mono))
/// defer { terminal.close() }
/// terminal.show(grid)
/// let input = terminal.nextInput(timeoutMilliseconds: -1)
/// ```
package final class CursesTerminal: TerminalBackend {
  private var console: OpaquePointer?
  private var keyboard = Keyboard()
  private var palette: Palette
  private let painter = CellPainter()
  private let isASCII: Bool
  private var shown: Grid?

  /// How many colours are used: 0 while the theme has none.
  package var colours: Int { console.map { Int(console_colours($0)) } ?? 0 }

  /// Takes the terminal.
  package init(options: Options = Options()) throws(TerminalFailure) {
    let opened = try options.open()
    let name = TerminalProbe.name(of: options.terminalName)
    console = opened
    palette = Palette(
      theme: options.theme.theme(colours: Int(console_colours(opened))), terminalName: name)
    isASCII = options.ascii || !console_writes_unicode(opened)
    if Self.neverMarks(name) { keyboard.lineEnds = .either }
  }

  deinit { close() }

  /// Erases the screen and gives the terminal back as it was found; again is
  /// harmless.
  package func close() {
    guard let open = console else { return }
    console = nil
    console_close(open)
  }

  /// Rows and columns, as they are now; none once closed.
  package var size: GridSize {
    guard let console else { return GridSize(rows: 0, columns: 0) }
    var rows: CInt = 0
    var columns: CInt = 0
    console_size(console, &rows, &columns)
    return GridSize(rows: Int(rows), columns: Int(columns))
  }

  /// Shows a grid; only what differs from the last one is sent.
  package func show(_ grid: Grid) {
    guard let console else { return }
    let grid = isASCII ? grid.inASCII : grid
    let before = shown.flatMap { $0.size == grid.size ? $0 : nil }
    if before == nil { console_erase(console) }
    for row in 0..<min(grid.size.rows, size.rows) {
      painter.paint(row: row, of: grid, over: before) { column, scalars, style in
        let look = palette.look(of: style, console: console)
        console_put(
          console, CInt(row), CInt(column), scalars, scalars.count, look.attributes, look.pair)
      }
    }
    console_flush(console, CInt(clamping: grid.cursor.row), CInt(clamping: grid.cursor.column))
    shown = grid
  }

  /// Waits for the next input; nothing when the time runs out.
  ///
  /// Ctrl-C and Ctrl-Z arrive as keys, also when another process sent their
  /// signals. A terminal that is gone ends with SIGHUP.
  package func nextInput(timeoutMilliseconds: Int) -> Input {
    guard let console else { return .ended(signal: Keyboard.hangUp) }
    let input = keyboard.next(timeoutMilliseconds: timeoutMilliseconds) { milliseconds in
      RawEvent(console_read(console, CInt(clamping: milliseconds)))
    }
    if input == .resized || input == .resumed { repaint() }
    return input
  }

  /// Throws away what was typed and not yet read; signals are kept.
  package func flushInput() {
    guard let console else { return }
    keyboard.forgetKeys()
    console_flush_input(console)
  }

  /// Sends the whole screen anew with the next `show`.
  package func repaint() {
    guard let console else { return }
    shown = nil
    console_redraw(console)
  }

  /// Erases the screen, gives the terminal back, stops the process, and takes
  /// it again; the next input is `.resumed`, also where nothing can stop it.
  package func suspend() {
    guard let console else { return }
    console_suspend(console)
    shown = nil
  }

  /// Shows everything in another theme from the next `show` on.
  package func setTheme(_ choice: ThemeChoice) {
    guard let console else { return }
    let colours = choice.wantsColour ? Int(console_want_colours(console)) : 0
    palette.theme = choice.theme(colours: colours)
    repaint()
  }

  /// Terminals of the old kind, which know nothing of marking a paste.
  private static func neverMarks(_ name: String) -> Bool {
    ["vt", "linux", "ansi", "cons", "sun", "wyse"].contains { name.hasPrefix($0) }
  }

  /// Asks the terminal to mark pastes, or to stop doing so.
  package func setPasteMarking(_ on: Bool) {
    guard let console else { return }
    console_mark_pastes(console, on)
  }
}
