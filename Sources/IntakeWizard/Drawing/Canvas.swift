import Terminal
import TextLayout

/// A piece of a line: text and what it means.
struct Span: Hashable {
  let text: String
  let style: Style

  init(_ text: String, _ style: Style = .normal) {
    self.text = text
    self.style = style
  }
}

/// Lines of a page before they have a place on the screen.
///
/// Screens add lines; the frame decides which part of them is visible.
struct Canvas {
  /// How wide a line may be.
  let width: Int
  private(set) var lines: [[Span]] = []
  /// Where the hardware cursor belongs: the line and the column.
  private(set) var cursor: Cursor = .nowhere

  /// Where the hardware cursor belongs.
  enum Cursor: Hashable {
    case nowhere
    case at(line: Int, column: Int)
  }

  init(width: Int) { self.width = width }

  /// Adds one line; what is too long is cut by the frame.
  mutating func add(_ spans: Span...) { lines.append(spans) }

  /// Adds one line from pieces.
  mutating func add(spans: [Span]) { lines.append(spans) }

  /// Adds a text, wrapped at words, every line indented.
  ///
  /// With `hanging` the text begins with a label that fills the columns from
  /// `indent` to `hanging`; the lines after the first stand below the text.
  mutating func wrap(
    _ text: String, indent: Int = 1, hanging: Int? = nil, style: Style = .normal
  ) {
    let edge = max(indent, hanging ?? indent)
    let label = Canvas.cut(text, to: edge - indent)
    let words = String(text.dropFirst(label.count))
    let wrapped = TextWrap.lines(words, width: max(8, width - edge - 1))
    for (number, line) in (wrapped.isEmpty ? [""] : wrapped).enumerated() {
      let start =
        number == 0
        ? String(repeating: " ", count: indent) + label : String(repeating: " ", count: edge)
      lines.append([
        Span(start, number == 0 && !label.isEmpty ? style : .normal), Span(line, style),
      ])
    }
  }

  /// Adds an empty line.
  mutating func gap() { lines.append([]) }

  /// Adds a rule across the page.
  mutating func rule() { lines.append([Span(String(repeating: "─", count: width))]) }

  /// Adds a line with text at its left and right ends.
  mutating func ends(_ left: String, _ right: String, style: Style = .normal) {
    lines.append([Span(Canvas.justified(left, right, width: width), style)])
  }

  /// Puts the cursor into the last line.
  mutating func placeCursor(column: Int) {
    cursor = .at(line: max(0, lines.count - 1), column: column)
  }

  /// Puts the cursor into a line that is there already.
  mutating func placeCursor(line: Int, column: Int) { cursor = .at(line: line, column: column) }

  /// Left and right text in one line; the left is cut when both do not fit.
  static func justified(_ left: String, _ right: String, width: Int) -> String {
    let room = width - TextWidth.columns(of: right) - 2
    let start = cut(left, to: max(0, room))
    let gap = max(1, width - TextWidth.columns(of: start) - TextWidth.columns(of: right) - 1)
    return start + String(repeating: " ", count: gap) + right + " "
  }

  /// A key line: whole hints only. The first and the last always stay, as the
  /// last leads to all the others.
  static func keys(_ line: String, width: Int) -> String {
    var hints = line.split(separator: " ", omittingEmptySubsequences: false)
      .split(separator: "").map { $0.joined(separator: " ") }
    while hints.count > 2, hints.joined(separator: "  ").count > width - 2 {
      hints.remove(at: hints.count - 2)
    }
    return fill(" " + hints.joined(separator: "  "), to: width)
  }

  /// The text, at most so wide.
  static func cut(_ text: String, to width: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      used += TextWidth.columns(of: character)
      if used > width { break }
      result.append(character)
    }
    return result
  }

  /// The text, filled with blanks to exactly this width.
  static func fill(_ text: String, to width: Int) -> String {
    let part = cut(text, to: width)
    return part + String(repeating: " ", count: max(0, width - TextWidth.columns(of: part)))
  }
}
