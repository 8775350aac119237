// A summary as pages:
//
//   SummaryDocument ──Typesetter──▶ strips ──Paginator──▶ pages ──Canvas──▶ bytes
//
//   Strip      what is never cut in two: a few lines beside each other
//   Group      strips that belong together: a card, a table, a paragraph
//
// Everything is measured before anything is drawn, so that the first page can
// say how many there are.

package import Summary

/// A paper format.
package enum PaperSize: String, CaseIterable, Sendable {
  /// 210 by 297 mm.
  case a4
  /// 8.5 by 11 inches.
  case letter

  /// Its width in points, 1/72 inch.
  package var width: Double { self == .a4 ? 595.276 : 612 }
  /// Its height in points.
  package var height: Double { self == .a4 ? 841.89 : 792 }
}

/// A finished PDF.
package struct PDFResult: Hashable, Sendable {
  /// The file's bytes; equal documents give equal bytes on one machine.
  package let bytes: [UInt8]
  /// How many pages it has.
  package let pageCount: Int
  /// How many boxes stand on the pages for characters that no font on this
  /// machine can draw; a print that has any needs the text summary beside it.
  package let missingGlyphs: Int
}

/// Why a PDF could not be made. The record is untouched in each case, and the
/// text summary needs nothing that can be missing.
package enum PDFFailure: Error, Hashable, Sendable {
  /// Pango or Cairo is not installed on this machine.
  case libraryMissing
  /// There was not enough memory.
  case outOfMemory
  /// Cairo refused to draw, which is a defect of ours.
  case drawingFailed
}

/// Whether this machine has the libraries that a PDF needs.
package func canRenderPDF() -> Bool { Canvas.isAvailable }

/// A summary as a PDF: any script, the patient, head hash and page number on
/// every page, UNSIGNED on every page until it is signed.
package func renderPDF(_ document: SummaryDocument, paper: PaperSize = .a4) throws(PDFFailure)
  -> PDFResult
{
  let canvas = try Canvas(
    width: paper.width, height: paper.height, title: SummaryDocument.title,
    created: document.record.printedISO)
  let furniture = Furniture(document, canvas, paper)
  let typesetter = Typesetter(canvas: canvas, width: furniture.body.width)
  let groups = typesetter.opening(document) + typesetter.groups(document.blocks)
  let pages = Paginator(height: furniture.body.height).pages(of: groups)
  for (index, page) in pages.enumerated() {
    if index > 0 { canvas.nextPage() }
    furniture.draw(page: index + 1, of: pages.count)
    page.draw(on: canvas, x: furniture.body.x, y: furniture.body.y, pageNumber: index + 1)
  }
  return PDFResult(
    bytes: try canvas.finish(), pageCount: pages.count, missingGlyphs: canvas.missingGlyphs)
}
