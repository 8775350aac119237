/// How many columns text takes in a terminal or a plain-text print.
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
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return 0
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    // The vowels and finals of Hangul stand inside the syllable's two columns.
    case 0x1160...0x11FF: return 0
    case 0x20..<0x1100: return 1
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Whether a scalar fills two columns; such text may be broken anywhere.
  public static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The text followed by as many spaces as fill `width` columns.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }
}
