/// Breaks text into lines for a width.
public enum TextWrap {
  /// The lines of a text, each at most `width` columns wide.
  ///
  /// Lines break at blanks; a word wider than a line breaks between graphemes.
  /// A line end in the text is kept, so an empty line stays one. A grapheme
  /// wider than the whole line is left out.
  ///
  /// - Parameter linesMax: no more lines than this are made; the rest of the
  ///   text is left out.
  public static func lines(_ text: String, width: Int, linesMax: Int = 2_000) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    let isLineEnd = { (letter: Character) in letter == "\n" || letter == "\r\n" }
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      var line = Line(width: width)
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        line.add(word, to: &lines)
        if lines.count >= linesMax { return Array(lines.prefix(linesMax)) }
      }
      lines.append(line.finished)
      if lines.count >= linesMax { break }
    }
    return Array(lines.prefix(linesMax))
  }

  private struct Line {
    let width: Int
    var text = ""
    var columns = 0
    var isEmpty = true

    init(width: Int) {
      self.width = width
    }

    var finished: String {
      var line = text
      while line.last == " " { line.removeLast() }
      return line
    }

    mutating func add(_ word: Substring, to lines: inout [String]) {
      let wide = TextWidth.columns(of: String(word))
      if isEmpty {
        isEmpty = false
      } else if columns + 1 + wide <= width {
        text.append(" ")
        columns += 1
      } else if wide > 0 {
        end(into: &lines)
      }
      if columns + wide <= width {
        text.append(contentsOf: word)
        columns += wide
      } else {
        addPieces(of: word, to: &lines)
      }
    }

    private mutating func addPieces(of word: Substring, to lines: inout [String]) {
      for letter in word {
        let wide = TextWidth.columns(of: letter)
        guard wide <= width else { continue }
        if columns + wide > width { end(into: &lines) }
        text.append(letter)
        columns += wide
      }
    }

    private mutating func end(into lines: inout [String]) {
      lines.append(finished)
      text = ""
      columns = 0
    }
  }
}
