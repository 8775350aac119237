import TextLayout

extension TextField {
  /// The part of a field that a screen has room for.
  public struct Window: Hashable, Sendable {
    /// What is shown, at most as wide as the window.
    public var text: String
    /// Where the cursor stands, in columns from the window's left edge.
    public var cursorColumn: Int
    /// Whether text is hidden at the left.
    public var hidesLeft: Bool
    /// Whether text is hidden at the right.
    public var hidesRight: Bool
  }

  /// The part around the cursor for a window of some columns.
  ///
  /// The cursor and the grapheme it stands on are always inside; a quarter of
  /// the window shows what follows, so that moving left shows where one is.
  public func window(width: Int) -> Window {
    let letters = text.map { (letter: $0, width: TextWidth.columns(of: $0)) }
    let widths = letters.map(\.width) + [1]  // behind the text stands the cursor
    guard width > 0 else {
      return Window(text: "", cursorColumn: 0, hidesLeft: cursor > 0, hidesRight: !text.isEmpty)
    }
    let whole = widths.reduce(0, +)
    var start = 0
    if whole > width {
      var seen = widths[cursor]
      var lookahead = cursor + 1
      while lookahead < widths.count, seen + widths[lookahead] <= max(widths[cursor], width / 4) {
        seen += widths[lookahead]
        lookahead += 1
      }
      start = cursor
      while start > 0, seen + widths[start - 1] <= width {
        start -= 1
        seen += widths[start]
      }
    }
    var shown = ""
    var columns = 0
    var index = start
    while index < letters.count, columns + letters[index].width <= width {
      shown.append(letters[index].letter)
      columns += letters[index].width
      index += 1
    }
    let cursorColumn = widths[start..<cursor].reduce(0, +)
    return Window(
      text: shown, cursorColumn: min(cursorColumn, width - 1), hidesLeft: start > 0,
      hidesRight: index < letters.count)
  }
}
