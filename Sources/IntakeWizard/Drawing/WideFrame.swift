import ClinicalModel
import Terminal

// A large window: banner and keys across its whole width, the side
// column at the left, the findings open below. The question column stays 80
// columns wide, so that lines and habits do not change with the window.
//
//   banner
//   ──────────┬───────────────────
//    sections │ question
//    visit    ├───────────────────
//    notes    │ findings
//   ──────────┴───────────────────
//   keys

/// What stands below the question column.
enum Pane: Hashable {
  case none
  case findings
  case decisions
}

extension Frame {
  /// The smallest window that has a side column.
  static let wide = GridSize(rows: 32, columns: 118)
  /// How wide the side column is.
  static let sideWidth = 37
  /// How wide the whole frame grows; beyond it margins grow.
  static let wideWidth = 120
  /// Banner, keys and a rule each.
  static let wideEdges = 4
  /// How many rows the pane below the question column wants.
  static let paneRows = 10

  /// Rows that a large window has elsewhere.
  var outerRows: Int { outerHead + outerFoot + (hasFootRule ? 1 : 0) }

  /// Whether rule, notice and keys end the frame: the pane has its own rule.
  private var hasFootRule: Bool {
    outerFoot == 1 && foot.count >= 3 && Frame.isRule(foot[foot.count - 3])
  }

  private static func isRule(_ spans: [Span]) -> Bool {
    guard let text = spans.first?.text else { return false }
    return !text.isEmpty && text.allSatisfy { $0 == "─" }
  }

  /// What stands in the question column, without what surrounds it.
  var inner: Frame {
    var inner = self
    inner.head = Array(head.dropFirst(outerHead))
    inner.foot = Array(foot.dropLast(outerFoot))
    if hasFootRule { inner.foot.remove(at: foot.count - 3) }
    return inner
  }

  /// The key line for a row of this width.
  func keyRow(_ width: Int) -> String {
    if !keys.isEmpty { return Canvas.keys(keys, width: width) }
    return Canvas.fill((foot.last ?? []).map(\.text).joined(), to: width)
  }
}

extension AnySurroundings {
  /// Whether the window has room for the side column and the page has one.
  func hasSideColumn(_ size: GridSize) -> Bool {
    isOpen && size.rows >= Frame.wide.rows && size.columns >= Frame.wide.columns
      && cover != .whole && pageFacts.hasSideColumn
  }

  private var pane: Pane { cover == .nothing ? pageFacts.pane : .none }

  /// The window that the question column is like: what fits there fits beside
  /// the side column.
  func columnSize(_ window: GridSize, _ make: (GridSize) -> Frame) -> GridSize {
    guard hasSideColumn(window) else { return window }
    let room = window.rows - Frame.wideEdges - (pane == .none ? 0 : Frame.paneRows)
    let first = make(GridSize(rows: room + 4, columns: 80))
    return GridSize(rows: room + first.outerRows, columns: 80)
  }

  /// The screen with side column and findings pane.
  func wideGrid(_ session: Session, _ size: GridSize, _ make: (GridSize) -> Frame) -> Grid {
    let column = columnSize(size, make)
    let frame = make(column)
    let height = min(column.rows - frame.outerRows, size.rows - Frame.wideEdges)
    let width = min(size.columns, Frame.wideWidth)
    let left = (size.columns - width) / 2
    var grid = Grid(size: size)
    grid.write(wideBanner(session, width: width), row: 0, at: left)
    let edge = left + Frame.sideWidth
    for (row, crossing) in [(1, "┬"), (size.rows - 2, "┴")] {
      grid.write(String(repeating: "─", count: width), row: row, column: left)
      grid.write(crossing, row: row, column: edge)
    }
    for row in 2..<size.rows - 2 { grid.write("│", row: row, column: edge) }
    let side = sideColumn(session, rows: size.rows - Frame.wideEdges)
    for (row, spans) in side.enumerated() {
      grid.write(spans, row: row + 2, at: left)
      if spans.first?.text.first == "─" { grid.write("┤", row: row + 2, column: edge) }
    }
    grid.place(
      frame.inner.grid(GridSize(rows: height, columns: 80)), row: 2, column: edge + 1)
    if pane != .none {
      let top = 2 + height
      let isCrossing = grid[top, edge].text == "┤"
      grid.write(isCrossing ? "┼" : "├", row: top, column: edge)
      grid.write(
        String(repeating: "─", count: width - Frame.sideWidth - 1), row: top, column: edge + 1)
      let lines = paneLines(session, pane, rows: size.rows - 3 - top)
      for (row, spans) in lines.enumerated() {
        grid.write(spans, row: top + 1 + row, at: edge + 1)
      }
    }
    grid.write([Span(frame.keyRow(width), .banner)], row: size.rows - 1, at: left)
    return grid
  }
}

extension Grid {
  fileprivate mutating func write(_ spans: [Span], row: Int, at column: Int) {
    var column = column
    for span in spans { column = write(span.text, row: row, column: column, style: span.style) }
  }

  /// Copies another grid to a place of this one, with its cursor.
  fileprivate mutating func place(_ other: Grid, row top: Int, column left: Int) {
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        self[top + row, left + column] = other[row, column]
      }
    }
    cursor = GridPoint(row: top + other.cursor.row, column: left + other.cursor.column)
  }
}
