/// Text made fit for paper and for a terminal.
public enum Printable {
  /// The most characters of one answer or note that are printed, 4,000.
  public static let limit = 4_000

  /// The text in one line, without anything that could steer a terminal or
  /// reorder other words.
  ///
  /// Control characters, escape sequences' introducers, bidirectional
  /// overrides, isolates and invisible tags go; line breaks become spaces. The
  /// joiners U+200C and U+200D stay, since Persian and Hindi need them. A text
  /// over `limit` is cut, and says so.
  public static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    var isCut = false
    for scalar in text.unicodeScalars {
      guard count < limit else {
        isCut = true
        break
      }
      guard let kept = printable(scalar) else { continue }
      // Runs of space, from line breaks above all, become one.
      if kept == " ", line.last == " " || line.isEmpty { continue }
      line.append(kept)
      count += 1
    }
    while line.last == " " { line.removeLast() }
    return String(line) + (isCut ? " [cut here; the record holds it all]" : "")
  }

  static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: return " "
    case 0x202A...0x202E, 0x2066...0x2069, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate: return nil
    default: return scalar
    }
  }
}
