import Terminal

/// A whole screen before it is laid out: head, body, findings, keys.
struct Frame {
  /// Rows above the body, usually banner, sections and a rule.
  var head: [[Span]] = []
  /// The page itself; scrolled when it is taller than the room for it.
  var body: Canvas
  /// Rows below the body.
  var foot: [[Span]] = []
  /// How many rows of the head a large window has elsewhere: the banner, and
  /// the sections with their rule.
  var outerHead = 1
  /// How many rows of the foot a large window has elsewhere: the findings and
  /// the key line.
  var outerFoot = 1
  /// The whole key line, where the foot may have left some of it out.
  var keys = ""
  /// The first visible line of the body, unless the cursor is elsewhere.
  var scroll = 0
  /// How the body follows what is being done in it.
  var follow: Follow = .cursor

  /// How the body is scrolled.
  enum Follow {
    /// The cursor's line is always visible.
    case cursor
    /// The person scrolls.
    case scroll
  }

  /// Lays the screen out. Head and foot always stay; the body gives way.
  func grid(_ size: GridSize) -> Grid {
    var grid = Grid(size: size)
    let left = Self.leftMargin(size)
    let width = body.width
    for (row, spans) in head.enumerated() { write(spans, row: row, at: left, width, &grid) }
    let footStart = max(head.count, size.rows - foot.count)
    for (row, spans) in foot.enumerated() {
      write(spans, row: footStart + row, at: left, width, &grid)
    }
    let room = footStart - head.count
    let first = firstLine(room: room)
    let isCut = first + room < body.lines.count && room > 1
    let shown = body.lines.dropFirst(first).prefix(max(0, isCut ? room - 1 : room))
    for (row, spans) in shown.enumerated() {
      write(spans, row: head.count + row, at: left, width, &grid)
    }
    if isCut {
      grid.write(" (more below: Down or PgDn)", row: footStart - 1, column: left, style: .strong)
    }
    // Where nothing has the focus the cursor stands where reading begins.
    var cursor = GridPoint(row: head.count, column: left)
    if case .at(let line, let column) = body.cursor, (first..<first + shown.count).contains(line) {
      cursor = GridPoint(row: head.count + line - first, column: left + column)
    }
    grid.cursor = GridPoint(
      row: min(cursor.row, max(0, size.rows - 1)),
      column: min(cursor.column, max(0, size.columns - 1)))
    return grid
  }

  /// Columns stay 80 wide in a larger window, so that line lengths and habits
  /// do not change with its size.
  static func width(_ size: GridSize) -> Int { min(80, size.columns) }

  private static func leftMargin(_ size: GridSize) -> Int { max(0, (size.columns - 80) / 2) }

  private func firstLine(room: Int) -> Int {
    let last = max(0, body.lines.count - room)
    guard follow == .cursor, case .at(let line, _) = body.cursor else {
      return min(max(0, scroll), last)
    }
    // One line of what follows stays visible beside the line that says there
    // is more, so that a list does not seem to end where the window does.
    return min(max(0, line + 3 - room), last)
  }

  private func write(
    _ spans: [Span], row: Int, at left: Int, _ width: Int, _ grid: inout Grid
  ) {
    var column = left
    for span in spans {
      column = grid.write(
        span.text, row: row, column: column, style: span.style, width: left + width - column)
    }
  }
}
