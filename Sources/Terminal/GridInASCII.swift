extension Grid {
  /// The same screen for a line that carries nothing beyond ASCII.
  ///
  /// Rules become `-`, `|` and `+`; a Latin letter with a mark becomes the
  /// letter, so that a name stays readable; whatever else is not ASCII becomes
  /// `?`. Every place keeps its column. What is stored is not touched.
  ///
  /// ```
  /// TESTPATIENT, Zoë  ──────     TESTPATIENT, Zoe  ------
  /// ```
  public var inASCII: Grid {
    var folded = self
    for row in 0..<size.rows {
      var sign: Character = " "
      for column in 0..<size.columns {
        let cell = self[row, column]
        // The further columns of a wide letter repeat its sign.
        if let letter = cell.text.first {
          sign = letter.inASCII
          if cell.text == String(sign) { continue }
        }
        folded[row, column].text = String(sign)
      }
    }
    return folded
  }
}

extension Character {
  /// The sign that stands for this one where only ASCII can be shown.
  var inASCII: Character {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return " " }
    let isMarked = scalars.dropFirst().allSatisfy {
      $0.properties.canonicalCombiningClass.rawValue > 0
    }
    if (0x20...0x7E).contains(first.value) { return isMarked ? Character(first) : "?" }
    switch self {
    case "─", "━", "═", "–", "—", "‑", "−": return "-"
    case "│", "┃", "║": return "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": return "+"
    case "‘", "’": return "'"
    case "“", "”", "„", "«", "»": return "\""
    case "•", "·": return "*"
    case "░": return "."
    case "▒": return ":"
    case "▓": return "%"
    case "█": return "#"
    case "×": return "x"
    case "→": return ">"
    case "←": return "<"
    case "\u{A0}", "\u{2007}", "\u{202F}": return " "
    default: return isMarked ? first.latinLetter : "?"
    }
  }
}

extension Unicode.Scalar {
  /// The letter without its marks, told by its name in Unicode: `E` for
  /// `LATIN CAPITAL LETTER E WITH ACUTE`; `?` for what is no marked letter.
  fileprivate var latinLetter: Character {
    let words = (properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return "?" }
    let isDotless = words.count == 5 && words[3] == "DOTLESS"
    guard let letter = words[isDotless ? 4 : 3].first, words[isDotless ? 4 : 3].count == 1,
      words.count == 4 || isDotless || words[4] == "WITH"
    else { return "?" }
    return words[1] == "SMALL" ? Character(letter.lowercased()) : letter
  }
}
