/// How many columns text takes.
///
/// One table for screen, paper and drawing: a terminal may disagree about a rare
/// character, so the back end places every cell at its own column.
package enum TextWidth {
  /// Columns of one grapheme: 0 for control characters and lone marks, 2 for
  /// East Asian wide letters and emoji, else one for each letter in it.
  ///
  /// A Devanagari conjunct such as `क्ष` is one grapheme of two letters, and
  /// terminals draw both.
  package static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue { return (0x20...0x7E).contains(ascii) ? 1 : 0 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count > 1, isEmoji(scalars, from: first) { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of a text.
  package static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of a text in a plain-text print.
  ///
  /// Scalars are counted, not clusters: a printer or pager that draws one
  /// narrower leaves a gap, one that draws it wider would cut the line short.
  package static func paperColumns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text followed by as many spaces as fill so many columns on paper.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - paperColumns(of: text)))
  }

  /// Columns of one scalar standing alone.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Second and third parts of a Korean syllable.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    // Format characters that are drawn: the Arabic number and verse signs.
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return 0
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Flags, skin tones, families and signs asked to look like pictures.
  private static func isEmoji(_ scalars: Character.UnicodeScalarView, from first: Unicode.Scalar)
    -> Bool
  {
    if isRegionalIndicator(first) { return true }
    guard first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.properties.isEmojiModifier
        || ($0.value == 0x200D && first.value > 0x7F)
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// Whether a scalar fills two columns; such text may be broken anywhere.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: return false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return true
    default: return scalar.properties.isEmojiPresentation && !isRegionalIndicator(scalar)
    }
  }
}
