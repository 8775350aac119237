/// Text from outside, without what could disturb a screen, a print or a search.
///
/// Removed, and counted: escape sequences as a whole, control characters,
/// direction overrides and isolates (U+202A–202E, U+2066–2069), invisible
/// format characters (soft hyphen, zero-width space, byte-order mark, tags),
/// noncharacters, and everything beyond the bound. Tabs and line ends become
/// one space, so that two words never become one; they are counted too.
/// U+200C and U+200D stay: Persian and Indic names are written with them.
///
/// ```
/// cleaned("warf\u{202E}arin\n5 mg")   // ("warfarin 5 mg", removed: 2)
/// ```
///
/// - Parameter maximumScalars: the longest result; at most 32 scalars of it
///   make one grapheme.
package func cleaned(_ text: String, maximumScalars: Int = 65_536) -> (text: String, removed: Int) {
  var cleaner = Cleaner(scalars: Array(text.unicodeScalars.prefix(maximumScalars * 2 + 64)))
  cleaner.clean(maximumScalars: maximumScalars)
  let unread = text.unicodeScalars.count - cleaner.scalars.count
  return (String(cleaner.kept), cleaner.removed + unread)
}

/// Whether a character may be part of text that a person typed: no part of it
/// is a control, a direction mark or otherwise invisible.
package func mayBeTyped(_ character: Character) -> Bool {
  character.unicodeScalars.allSatisfy { mayBeTyped($0) }
}

/// Whether one scalar may be part of text that a person typed.
package func mayBeTyped(_ scalar: Unicode.Scalar) -> Bool {
  Cleaner.isKept(scalar)
}

private struct Cleaner {
  /// A grapheme that piles up more marks than this is not a letter.
  static let marksMax = 31

  let scalars: [Unicode.Scalar]
  var kept = String.UnicodeScalarView()
  var removed = 0
  private var marks = 0

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func clean(maximumScalars: Int) {
    var index = 0
    var count = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let skipped = sequenceLength(at: index)
      if skipped > 0 {
        removed += skipped
        index += skipped
        continue
      }
      index += 1
      let kept = Cleaner.isSpacing(scalar) ? " " : scalar
      if kept != scalar { removed += 1 }
      let isMark = scalar.properties.isGraphemeExtend
      marks = isMark ? marks + 1 : 0
      let repeatedSpace = kept != scalar && self.kept.last == " "
      if repeatedSpace { continue }
      guard Cleaner.isKept(kept), marks <= Cleaner.marksMax, count < maximumScalars else {
        removed += 1
        continue
      }
      self.kept.append(kept)
      count += 1
    }
  }

  /// How many scalars an escape sequence takes here; 0 when none begins.
  ///
  /// Only what ends properly is taken whole, so that a stray ESC cannot make
  /// the rest of a text vanish.
  private func sequenceLength(at start: Int) -> Int {
    var index = start
    switch scalars[start].value {
    case 0x1B: index += 1
    case 0x9B: return controlSequenceLength(from: start, parametersAt: start + 1)
    default: return 0
    }
    guard index < scalars.count else { return 1 }
    switch scalars[index].value {
    case 0x5B: return controlSequenceLength(from: start, parametersAt: index + 1)
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: return stringLength(from: start, contentAt: index + 1)
    default: return 1
    }
  }

  private func controlSequenceLength(from start: Int, parametersAt first: Int) -> Int {
    var index = first
    while index < scalars.count, index - start < 64, (0x20...0x3F).contains(scalars[index].value) {
      index += 1
    }
    guard index < scalars.count, (0x40...0x7E).contains(scalars[index].value) else { return 1 }
    return index + 1 - start
  }

  private func stringLength(from start: Int, contentAt first: Int) -> Int {
    var index = first
    while index < scalars.count, index - start < 4096 {
      if scalars[index].value == 0x07 { return index + 1 - start }
      if scalars[index].value == 0x1B {
        let ends = index + 1 < scalars.count && scalars[index + 1].value == 0x5C
        return ends ? index + 2 - start : 1
      }
      if scalars[index].value == 0x0A || scalars[index].value == 0x0D { return 1 }
      index += 1
    }
    return 1
  }

  static func isSpacing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: return true
    case 0xAD, 0x180E, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return false
    default: return !scalar.properties.isNoncharacterCodePoint
    }
  }
}
