import Terminal

// What surrounds a screen that belongs to no section: banner, title, notice, keys.

extension AnySurroundings {
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
}
