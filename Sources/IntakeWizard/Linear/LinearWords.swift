import Terminal
import TextLayout

/// Words for a line: plain punctuation, single blanks, a bounded width.
enum LinearWords {
  /// The lines of a text. Signs that a screen reader spells out or a teletype
  /// cannot print become plain ones; letters of every script stay.
  static func lines(_ text: String) -> [String] {
    if text.isEmpty { return [""] }
    return TextWrap.lines(plain(text), width: LinearFace.width)
  }

  /// The text with plain punctuation and single blanks.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      let piece = signs[character] ?? String(character)
      if piece == " ", result.last == " " { continue }
      result += piece
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  private static let signs: [Character: String] = [
    "–": "-", "—": "-", "‑": "-", "−": "-", "─": "-", "│": " ", "•": "-", "·": "-",
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "…": "...",
    "×": "x", "≥": ">=", "≤": "<=", "→": "->", "←": "<-", "\u{A0}": " ", "\u{202F}": " ",
  ]

  /// The wizard's words with the keys of lines in place of those of the screen.
  static func withoutScreenKeys(_ words: String) -> String {
    var result = words
    for (screen, line) in [
      ("Press ? for the keys.", "? says what can be typed."),
      ("Ctrl-X shows", "x shows"), ("Ctrl-X ", "x then "), ("Ctrl-U clears", "< clears"),
      ("Esc", "<"), ("Tab:", "done:"), ("Tab ", "done "), (" on screen", ""),
      ("Press Enter again", "Type Y"), ("Down marks it", "type its number"),
      ("Down marks a line, then Enter goes there.", ""),
    ] {
      result = result.replacing(screen, with: line)
    }
    return result
  }

  /// `1 entry`, `2 entries`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// A sentence: with an end mark, if it has none.
  static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!:".contains(last) else { return text }
    return text + "."
  }
}
