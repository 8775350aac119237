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
    if hasSideColumn(size), case .open(let session) = desk {
      return wideGrid(session, size) { frame($0) }
    }
    return frame(size).grid(size)
  }

  private func frame(_ size: GridSize) -> Frame {
    let width = Frame.width(size)
    if let overlay = overlays.last { return overlayFrame(overlay, size, width) }
    guard case .open(let session) = desk else {
      if case .returning(let page) = page { return returningFrame(page, width) }
      if case .worklist(let page) = page { return worklistFrame(page, width) }
      return homeFrame(width)
    }
    switch page {
    case .home: return homeFrame(width)
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

  /// Banner, title and rule over an empty body.
  func plainFrame(_ session: Session, title: String, right: String, _ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    frame.head = [
      banner(session, width: width),
      [Span(Canvas.justified(" " + title, right, width: width), .strong)],
      [Span(String(repeating: "─", count: width))],
    ]
    return frame
  }

  /// Rule, notice and key line.
  func foot(_ keys: String, _ width: Int, otherwise: String = "") -> [[Span]] {
    [
      [Span(String(repeating: "─", count: width))],
      noticeLine(otherwise),
      [Span(Canvas.keys(keys, width: width), .banner)],
    ]
  }

  func noticeLine(_ otherwise: String) -> [Span] {
    switch notice {
    case .none: [Span(" " + otherwise)]
    case .information(let text): [Span(" " + text, .strong)]
    case .trouble(let text): [Span(" !!! ", .caution), Span(" " + text, .strong)]
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
