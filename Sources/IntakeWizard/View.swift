public import Terminal
import TextLayout

extension Wizard {
  /// The smallest window in which every screen is complete.
  public static let smallest = GridSize(rows: 16, columns: 60)

  /// The screen as it is now.
  public func view(_ size: GridSize) -> Grid {
    if case .locked(let page) = door { return lockGrid(page, size) }
    guard size.rows >= Self.smallest.rows, size.columns >= Self.smallest.columns else {
      return tooSmall(size)
    }
    if hasSideColumn(size), let session = openConsultation {
      return wideGrid(session, size) { frame($0) }
    }
    return frame(size).grid(size)
  }

  private func frame(_ size: GridSize) -> Frame {
    top.frame(in: surroundings, size)
      ?? HomeScreen().view(surroundings, size)
  }

  private func tooSmall(_ size: GridSize) -> Grid {
    if let urgent = smallWindow(size) { return urgent }
    var grid = Grid(size: size)
    let short =
      size.columns < Self.smallest.columns
      ? "wider: \(size.columns) of \(Self.smallest.columns) columns"
      : "taller: \(size.rows) of \(Self.smallest.rows) rows"
    let lines = TextWrap.lines(
      "Make the window \(short). Nothing is lost. L goes on by lines instead.",
      width: max(1, size.columns - 1))
    for (row, line) in lines.enumerated() { grid.write(line, row: row, column: 0) }
    return grid
  }
}
