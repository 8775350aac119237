import CPangoCairo
import Summary
import TextLayout

/// Pages being drawn; the only place that touches the C layer.
///
/// It is a class because the C document has an identity and must be closed.
final class Canvas {
  private let document: OpaquePointer
  /// Characters drawn so far that no font had, a box for each on the paper.
  private(set) var missingGlyphs = 0

  static var isAvailable: Bool { pc_is_available() }

  init(width: Double, height: Double, title: String, created: String) throws(PDFFailure) {
    var status = PC_OK
    // Noto covers nearly every script; Pango looks through the machine's other
    // fonts for what it lacks.
    let opened = pc_open(
      width, height, title, created, "Noto Sans, sans-serif", &status)
    guard let opened else { throw PDFFailure(status) }
    document = opened
  }

  deinit { pc_close(document) }

  func nextPage() { pc_next_page(document) }

  func finish() throws(PDFFailure) -> [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    let status = pc_finish(document, &bytes, &count)
    guard status == PC_OK else { throw PDFFailure(status) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Sets a text in lines; `width` nil sets one line of any length.
  func text(_ words: String, _ style: TextStyle, width: Double?, atRight: Bool = false)
    -> TextLayout
  {
    var printable = Printable.line(words)
    let layout = printable.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        pc_text_make(
          document, characters.baseAddress, characters.count, width ?? -1, style.size, style.bold,
          style.italic, atRight)
      }
    }
    return TextLayout(layout, grey: style.grey, tag: style.tag, owner: self)
  }

  func draw(_ text: TextLayout, lines: Range<Int>, x: Double, y: Double) {
    guard let layout = text.layout, !lines.isEmpty else { return }
    if lines.lowerBound == 0 { missingGlyphs += text.missingGlyphs }
    pc_draw_text(
      document, layout, Int32(lines.lowerBound), Int32(lines.count), x, y, text.grey,
      text.tag.rawValue)
  }

  func fill(_ box: Box, grey: Double) {
    pc_fill(document, box.x, box.y, box.width, box.height, grey)
  }

  func stroke(_ box: Box, thickness: Double, dashed: Bool = false, grey: Double = 0) {
    pc_stroke(document, box.x, box.y, box.width, box.height, thickness, dashed, grey)
  }

  func bookmark(_ title: String, page: Int, y: Double) {
    pc_bookmark(document, title, Int32(page), y)
  }
}

/// A rectangle in points from the page's upper left corner.
struct Box: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
}

extension PDFFailure {
  init(_ status: pc_status) {
    switch status {
    case PC_LIBRARY_MISSING: self = .libraryMissing
    case PC_OUT_OF_MEMORY: self = .outOfMemory
    default: self = .drawingFailed
    }
  }
}
