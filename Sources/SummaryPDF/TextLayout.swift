import CPangoCairo

/// Words set in lines, measured and ready to be drawn.
///
/// A layout that could not be made has no lines: the C layer reports the want
/// of memory when the document is finished.
final class TextLayout {
  let layout: OpaquePointer?
  let grey: Double
  let tag: StructureTag
  let lineCount: Int
  // The C layout must be freed before its document is closed.
  private let owner: Canvas

  init(_ layout: OpaquePointer?, grey: Double, tag: StructureTag, owner: Canvas) {
    self.layout = layout
    self.grey = grey
    self.tag = tag
    self.owner = owner
    lineCount = layout.map { Int(pc_text_lines($0)) } ?? 0
  }

  deinit { pc_text_free(layout) }

  var missingGlyphs: Int { layout.map { Int(pc_text_missing($0)) } ?? 0 }
  var width: Double { layout.map(pc_text_width) ?? 0 }
  var height: Double { bottom(of: lineCount - 1) }

  /// The distance from the top to a line's bottom; 0 above the first line.
  func bottom(of line: Int) -> Double {
    guard let layout, line >= 0 else { return 0 }
    return pc_text_bottom(layout, Int32(line))
  }

  /// The height of some of its lines.
  func height(of lines: Range<Int>) -> Double {
    bottom(of: lines.upperBound - 1) - bottom(of: lines.lowerBound - 1)
  }
}

/// The structure element that readers of a tagged PDF see.
enum StructureTag: String {
  case title = "H1"
  case heading = "H2"
  case subheading = "H3"
  case paragraph = "P"
}

/// How words look.
struct TextStyle {
  var size: Double
  var bold = false
  var italic = false
  var grey = 0.0
  var tag = StructureTag.paragraph

  static let body = TextStyle(size: 9.5)
  static let strong = TextStyle(size: 9.5, bold: true)
  static let quiet = TextStyle(size: 8.5, grey: 0.33)
  static let label = TextStyle(size: 9.5, grey: 0.4)
  static let column = TextStyle(size: 8, bold: true, grey: 0.33)
  static let badge = TextStyle(size: 9, bold: true)
  static let title = TextStyle(size: 17, bold: true, tag: .title)
  static let heading = TextStyle(size: 13, bold: true, tag: .heading)
  static let subheading = TextStyle(size: 10.5, bold: true, tag: .subheading)
  static let cardTitle = TextStyle(size: 10.5, bold: true, tag: .subheading)
  static let calloutTitle = TextStyle(size: 15, bold: true, tag: .subheading)
  static let calloutLine = TextStyle(size: 13, bold: true)
  static let calloutEntry = TextStyle(size: 13)
  static let outcome = TextStyle(size: 15, bold: true)
  static let statement = TextStyle(size: 11)
  static let name = TextStyle(size: 11.5, bold: true)
  static let small = TextStyle(size: 7.5, grey: 0.33)

  func white() -> TextStyle {
    var style = self
    style.grey = 1
    return style
  }

  func withSize(_ size: Double) -> TextStyle {
    var style = self
    style.size = size
    return style
  }
}
