import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import TextLayout

/// Text that was pasted, line by line, before anything of it is taken.
struct PastedLines: Redacted, Hashable, Sendable {
  /// The lines that hold something, cleaned, in order.
  let lines: [String]
  /// How many direction marks were left out.
  let directions: Int
  /// How many other characters no text may hold were left out.
  let others: Int

  /// More lines than this are no list that anybody reads before keeping it.
  static let linesMax = 200

  init(_ text: String) {
    let pieces = text.unicodeScalars.split(whereSeparator: Self.endsLine)
    var lines: [String] = []
    var removed = 0
    for piece in pieces.prefix(Self.linesMax) {
      let (clean, count) = cleaned(String(String.UnicodeScalarView(piece)))
      removed += count
      if !clean.trimmed.isEmpty { lines.append(clean.trimmed) }
    }
    directions = text.unicodeScalars.count(where: Self.turns)
    others = max(0, removed - directions)
    self.lines = lines
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  /// Direction overrides and isolates: they make a text read otherwise than it
  /// is stored.
  private static func turns(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// What was left out, in words; empty when nothing was.
  func leftOut(without room: Int = 0) -> String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
    }
    add(directions, "direction mark", "direction marks")
    add(others, "control or invisible character", "control or invisible characters")
    add(room, "character without room", "characters without room")
    guard let last = parts.popLast() else { return "" }
    let all = parts.isEmpty ? last : "\(parts.joined(separator: ", ")) and \(last)"
    let isOne = directions + others + room == 1
    return "\(all) \(isOne ? "was" : "were") left out."
  }
}
