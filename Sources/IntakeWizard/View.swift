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
    if hasSideColumn(size), let session = opened {
      return wideGrid(session, size) { frame($0) }
    }
    return frame(size).grid(size)
  }

  private func frame(_ size: GridSize) -> Frame {
    let width = Frame.width(size)
    if let frame = dialogs.last?.frame(in: surroundings, size) { return frame }
    if case .screen(let screen) = page, let frame = screen.frame(in: surroundings, size) {
      return frame
    }
    guard let session = opened else {
      if case .returning(let page) = page { return returningFrame(page, width) }
      if case .worklist(let page) = page { return worklistFrame(page, width) }
      return homeFrame(width)
    }
    switch page {
    case .screen, .home: return homeFrame(width)
    case .returning(let page): return returningFrame(page, width)
    case .question(let page): return questionFrame(page, session, size, width)
    case .list(let page): return listFrame(page, session, size, width)
    case .group(let page): return groupFrame(page, session, size, width)
    case .table(let page): return tableFrame(page, session, size, width)
    case .reconfirm(let page): return reconfirmFrame(page, session, size, width)
    case .partDone: return partDoneFrame(session, width)
    case .review(let page): return reviewFrame(page, session, size, width)
    case .result(let page): return resultFrame(page, session, width)
    case .skinTests(let page): return skinTestFrame(page, session, size, width)
    case .worklist(let page): return worklistFrame(page, width)
    case .export(let page): return exportFrame(page, session, width)
    }
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
