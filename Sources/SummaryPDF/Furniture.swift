import Summary

/// What stands on every page: the patient, the standing, the record, the page
/// number.
struct Furniture {
  /// The room left for the content.
  let body: Box
  private let document: SummaryDocument
  private let canvas: Canvas
  private let head: [Placed]
  private let headBottom: Double
  private let footTop: Double

  /// 18 mm at the left, the right and the bottom.
  static let margin = 51.0
  /// Less at the top, where the head is a margin of its own.
  static let top = 36.0
  private static let footHeight = 26.0
  private static let markWidth = 96.0

  init(_ document: SummaryDocument, _ canvas: Canvas, _ paper: PaperSize) {
    self.document = document
    self.canvas = canvas
    let width = paper.width - 2 * Self.margin
    head = Self.head(document, canvas, width)
    headBottom = Self.top + head.reduce(0) { max($0, $1.bottom) } + 6
    footTop = paper.height - Self.margin - Self.footHeight + 6
    body = Box(
      x: Self.margin, y: headBottom + 15, width: width, height: footTop - 8 - headBottom - 15)
  }

  /// A text of the head with its place below `top`.
  private struct Placed {
    let text: TextLayout
    let y: Double
    /// A name of absurd length must not push the content off the page; the
    /// answers hold it all.
    var lines: Range<Int> { 0..<min(3, text.lineCount) }
    var bottom: Double { y + text.height(of: lines) }
  }

  private static func head(_ document: SummaryDocument, _ canvas: Canvas, _ width: Double)
    -> [Placed]
  {
    let room = document.standing.mark.isEmpty ? width : width - markWidth - 12
    let banner = document.banner
    let clinic = document.record.clinic.isEmpty ? SummaryDocument.title : document.record.clinic
    let kind = canvas.text("\(clinic)  |  \(document.audience.words)", .small, width: room)
    // One line stands at the left margin in any script, where readers look for
    // a name; a longer one is set as its script wants.
    let line = canvas.text(banner.name, .name, width: nil)
    let name = line.width <= room ? line : canvas.text(banner.name, .name, width: room)
    let rest = canvas.text(
      "Born \(banner.born)  |  Consultation \(banner.consultation), \(banner.interviewed)",
      .body, width: room)
    let first = Placed(text: kind, y: 0)
    let second = Placed(text: name, y: first.bottom + 2)
    return [first, second, Placed(text: rest, y: second.bottom + 1)]
  }

  func draw(page: Int, of count: Int) {
    for placed in head {
      canvas.draw(placed.text, lines: placed.lines, x: body.x, y: Self.top + placed.y)
    }
    if !document.standing.mark.isEmpty { drawMark() }
    canvas.fill(Box(x: body.x, y: headBottom, width: body.width, height: 1.2), grey: 0)
    drawFoot(page: page, of: count)
  }

  /// The mark has a place of its own in the head, so that it covers nothing.
  private func drawMark() {
    let text = canvas.text(document.standing.mark, TextStyle.badge.withSize(12).white(), width: nil)
    let box = Box(
      x: body.x + body.width - Self.markWidth, y: Self.top + 4, width: Self.markWidth, height: 26)
    canvas.fill(box, grey: 0)
    canvas.draw(
      text, lines: 0..<1, x: box.x + (box.width - text.width) / 2,
      y: box.y + (box.height - text.height) / 2)
  }

  private func drawFoot(page: Int, of count: Int) {
    canvas.fill(Box(x: body.x, y: footTop, width: body.width, height: 0.5), grey: 0.5)
    let number = canvas.text("Page \(page) of \(count)", TextStyle.strong.withSize(8.5), width: nil)
    let room = body.width - number.width - 16
    let hash = canvas.text("Head hash \(document.record.headHash)", .small, width: room)
    let printed = canvas.text(
      "Printed \(document.record.printed). Not a diagnosis and not a decision. "
        + "A clinician decides.", .small, width: room)
    let y = footTop + 4
    canvas.draw(hash, lines: 0..<min(1, hash.lineCount), x: body.x, y: y)
    canvas.draw(printed, lines: 0..<min(1, printed.lineCount), x: body.x, y: y + hash.bottom(of: 0))
    canvas.draw(number, lines: 0..<1, x: body.x + body.width - number.width, y: y)
  }
}
