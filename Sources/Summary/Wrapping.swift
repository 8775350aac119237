extension DisplayWidth {
  /// The text in lines of at most `width` columns; one empty line for no text.
  ///
  /// It breaks at spaces, between wide characters, and inside a word only when
  /// the word is longer than a line. A character wider than `width` gets a line
  /// of its own, so that nothing is ever dropped.
  public static func lines(_ text: String, width: Int) -> [String] {
    var wrapping = Wrapping(width: max(1, width))
    for character in text {
      if character == " " || character == "\n" {
        wrapping.endWord()
        wrapping.space()
      } else if character.unicodeScalars.first.map(isWide) == true {
        wrapping.endWord()
        wrapping.word = String(character)
        wrapping.endWord()
      } else {
        wrapping.word.append(character)
      }
    }
    wrapping.endWord()
    return wrapping.finished
  }
}

/// Lines being filled.
private struct Wrapping {
  let width: Int
  var word = ""
  private var lines: [String] = []
  private var line = ""
  private var used = 0
  private var spaces = 0

  init(width: Int) { self.width = width }

  mutating func space() { if used > 0 { spaces += 1 } }

  mutating func endWord() {
    guard !word.isEmpty else { return }
    let needed = DisplayWidth.columns(of: word)
    if used > 0, used + spaces + needed > width { endLine() }
    if used > 0 {
      line += String(repeating: " ", count: spaces)
      used += spaces
    }
    spaces = 0
    if needed > width { breakWord() } else { add(word, needed) }
    word = ""
  }

  private mutating func breakWord() {
    for character in word {
      let needed = DisplayWidth.columns(of: String(character))
      if used > 0, used + needed > width { endLine() }
      add(String(character), needed)
    }
  }

  private mutating func add(_ text: String, _ columns: Int) {
    line += text
    used += columns
  }

  private mutating func endLine() {
    lines.append(line)
    line = ""
    used = 0
    spaces = 0
  }

  var finished: [String] { lines + (line.isEmpty && !lines.isEmpty ? [] : [line]) }
}
