/// How many columns text takes in a plain-text print.
///
/// Scalar for scalar it is the table of the wizard's screens, which a test
/// compares; the two stand apart because neither module may know the other, and
/// because paper must never be cut short where a screen may place a cluster
/// narrower.
public enum DisplayWidth {
  /// Columns of a text: 2 for each East Asian wide character, 0 for a mark that
  /// combines with the one before it, else 1.
  public static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one scalar.
  ///
  /// Scalars are counted, not characters: a terminal that draws a cluster
  /// narrower leaves a gap, one that draws it wider would cut a line short.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // The vowels and finals of Hangul stand inside the syllable's two columns.
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

  /// Whether a scalar fills two columns; such text may be broken anywhere.
  public static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      true
    // The letters of flags are pictures only in pairs.
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
  }

  /// The text followed by as many spaces as fill `width` columns.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }
}
