import TextLayout

/// What a line of a file shows around a place, with a caret below the place.
///
///     23 | - id: pregnant
///        |       ^
struct SourceExcerpt: Hashable {
  /// The line from 1.
  let line: Int
  /// The line, or the part of it around the place, cleaned for a terminal.
  let text: String
  /// The columns of the terminal before the place.
  let caret: Int

  /// The most letters shown, so that a row of a table fits on a screen.
  static let lettersMax = 68
  private static let cut = "..."

  /// The excerpt of a whole line around a column, both counted from 1.
  init(_ whole: String, line: Int, column: Int) {
    let letters = Array(whole.unicodeScalars)
    let place = min(max(column - 1, 0), letters.count)
    var start = 0
    var end = letters.count
    if letters.count > Self.lettersMax {
      let most = Self.lettersMax - 2 * Self.cut.count
      start = max(0, min(place - most / 2, letters.count - most))
      end = start + most
    }
    func clean(_ range: Range<Int>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: letters[range])
      return cleaned(String(text)).text
    }
    let before = (start > 0 ? Self.cut : "") + clean(start..<place)
    self.line = line
    text = before + clean(place..<end) + (end < letters.count ? Self.cut : "")
    caret = TextWidth.columns(of: before)
  }

  /// The line with its number, and the caret below.
  var rows: [String] {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let below = String(repeating: " ", count: margin.count + number.count)
    return [
      "\(margin)\(number) | \(text)", "\(below) | \(String(repeating: " ", count: caret))^",
    ]
  }
}
