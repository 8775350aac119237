import Summary
import TextLayout

/// Lines of text for a terminal of 80 columns.
enum PageText {
  /// The width of every page, in columns.
  static let width = 80
  /// The furthest column at which wrapped text begins.
  private static let edgeMax = 50

  /// A title with a line below it.
  static func heading(_ title: String) -> [String] {
    let lines = TextWrap.paperLines(Printable.line(title), width: width)
    let widest = lines.map(TextWidth.paperColumns).max() ?? 0
    return lines + [String(repeating: "-", count: widest)]
  }

  /// A text after a lead that stands once; its further lines begin below the
  /// first. A lead that leaves no room for text stands on a line of its own.
  static func hanging(_ lead: String, _ text: String) -> [String] {
    let edge = TextWidth.paperColumns(of: lead)
    guard edge <= edgeMax else { return [lead] + hanging("    ", text) }
    let blank = String(repeating: " ", count: edge)
    return TextWrap.paperLines(Printable.line(text), width: width - edge).enumerated()
      .map { $0 == 0 ? lead + $1 : blank + $1 }
  }

  /// Parts with an empty line between them; each line ends in a line feed.
  static func joined(_ parts: [[String]]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }
}
