/// Breaks text into lines for a width.
package enum TextWrap {
  /// The lines of a text on screen, each at most `width` columns wide.
  ///
  /// Lines break at blanks and between wide characters; a word wider than a line
  /// breaks between graphemes. A line end in the text is kept, so an empty line
  /// stays one. A grapheme wider than the whole line is left out.
  ///
  /// - Parameter linesMax: no more lines than this are made; the rest of the
  ///   text is left out.
  package static func lines(_ text: String, width: Int, linesMax: Int = 2_000) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd) {
      var line = Line(width: width, medium: .screen)
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        line.add(word, to: &lines)
        if lines.count >= linesMax { return Array(lines.prefix(linesMax)) }
      }
      lines.append(line.finished)
      if lines.count >= linesMax { break }
    }
    return Array(lines.prefix(linesMax))
  }

  /// The lines of a text in a plain-text print, each at most `width` columns
  /// wide by `TextWidth.paperColumns`; one empty line for no text.
  ///
  /// Breaks as on screen, but a line end is a blank, and a grapheme wider than
  /// the line has one of its own: nothing is ever lost on paper.
  package static func paperLines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = Line(width: max(1, width), medium: .paper)
    for word in text.split(
      omittingEmptySubsequences: false, whereSeparator: { isLineEnd($0) || $0 == " " })
    {
      line.add(word, to: &lines)
    }
    let last = line.finished
    return last.isEmpty && !lines.isEmpty ? lines : lines + [last]
  }

  private static func isLineEnd(_ letter: Character) -> Bool { letter == "\n" || letter == "\r\n" }

  private enum Medium { case screen, paper }

  /// A line being filled.
  private struct Line {
    let width: Int
    let medium: Medium
    var text = ""
    var columns = 0
    private var isFirst = true

    init(width: Int, medium: Medium) {
      self.width = width
      self.medium = medium
    }

    var finished: String {
      var line = text
      while line.last == " " { line.removeLast() }
      return line
    }

    /// Adds what stands after a blank.
    mutating func add(_ word: Substring, to lines: inout [String]) {
      for (place, piece) in word.wrappable.enumerated() {
        add(piece, afterBlank: place == 0, to: &lines)
      }
    }

    private func columns(of text: String) -> Int {
      switch medium {
      case .screen: TextWidth.columns(of: text)
      case .paper: TextWidth.paperColumns(of: text)
      }
    }

    private mutating func add(_ piece: Substring, afterBlank: Bool, to lines: inout [String]) {
      let wide = columns(of: String(piece))
      if isFirst {
        isFirst = false
      } else if !afterBlank {
        if columns + wide > width { end(into: &lines) }
      } else if columns + 1 + wide <= width {
        text.append(" ")
        columns += 1
      } else if wide > 0 {
        end(into: &lines)
      }
      if columns + wide <= width {
        text.append(contentsOf: piece)
        columns += wide
      } else {
        addGraphemes(of: piece, to: &lines)
      }
    }

    private mutating func addGraphemes(of piece: Substring, to lines: inout [String]) {
      for letter in piece {
        let wide = columns(of: String(letter))
        if wide > width, medium == .screen { continue }
        if columns > 0, columns + wide > width { end(into: &lines) }
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

extension Substring {
  /// The parts between which a line may break without a blank: each wide
  /// character, and what stands between them.
  fileprivate var wrappable: [Substring] {
    guard unicodeScalars.contains(where: TextWidth.isWide) else { return [self] }
    var pieces: [Substring] = []
    var start = startIndex
    for place in indices where self[place].unicodeScalars.first.map(TextWidth.isWide) == true {
      if start < place { pieces.append(self[start..<place]) }
      start = index(after: place)
      pieces.append(self[place..<start])
    }
    if start < endIndex { pieces.append(self[start...]) }
    return pieces
  }
}
