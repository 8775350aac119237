import Summary

extension Typesetter {
  /// A table to be filled in by hand: ruled cells, rows tall enough for a pen.
  func formGroup(_ table: SummaryTable) -> Group {
    let edges = columnEdges(table)
    let header = cells(
      table.columns.map(\.title), edges, .column, tallest: 16, above: 8, grey: 0.92)
    let rows = table.rows.map {
      cells($0.cells, edges, style($0.emphasis), tallest: Self.penRow, above: 0, grey: 1)
    }
    var first = header
    first.keepsWithNext = true
    return Group(strips: [first] + rows, repeated: [first])
  }

  /// The height of a row in points: about 12 mm.
  private static let penRow = 35.0

  private func cells(
    _ words: [String], _ edges: [Double], _ style: TextStyle, tallest: Double, above: Double,
    grey: Double
  ) -> Strip {
    let texts = zip(words, zip(edges, edges.dropFirst())).map { words, edge in
      (text: canvas.text(words, style, width: edge.1 - edge.0 - 8), from: edge.0, to: edge.1)
    }
    let height = max(tallest, (texts.map(\.text.height).max() ?? 0) + 8)
    var strip = Strip(height: height, spaceAbove: above)
    for cell in texts {
      let box = Box(x: cell.from, y: 0, width: cell.to - cell.from, height: height)
      if grey < 1 { strip.boxes.append(Strip.PlacedBox(box: box, look: .filled(grey: grey))) }
      strip.boxes.append(Strip.PlacedBox(box: box, look: .outlined(thickness: 0.6)))
      strip.texts.append(
        Strip.PlacedText(
          text: cell.text, lines: 0..<cell.text.lineCount, x: cell.from + 4, y: 3))
    }
    return strip
  }
}
