import Summary

extension Typesetter {
  /// A finding: badges and title, then its facts, with a bar along the left
  /// edge that shows how far the card reaches when a page ends within it.
  func cardGroup(_ card: FindingCard) -> Group {
    let margin = 12.0
    var head = Strip(height: 0, spaceAbove: 15, keepsWithNext: true)
    var x = margin
    for each in card.badges {
      let (strip, badgeWidth) = badge(each, x: x)
      head.boxes += strip.boxes
      head.texts += strip.texts
      head.height = max(head.height, strip.height)
      x += badgeWidth + 6
    }
    let title = canvas.text(card.title, .cardTitle, width: width - x - 2)
    let drop = max(0, (head.height - title.bottom(of: 0)) / 2)
    head.texts.append(
      Strip.PlacedText(text: title, lines: 0..<title.lineCount, x: x + 2, y: drop))
    head.height = max(head.height, title.height + drop)
    var strips = [head] + card.facts.flatMap { fact($0, margin: margin, label: 84) }
    // The bar bridges the gap above each strip but the first.
    for index in strips.indices {
      let above = index == 0 ? 0 : strips[index].spaceAbove
      strips[index].boxes.insert(
        Strip.PlacedBox(
          box: Box(x: 0, y: -above, width: 2.5, height: strips[index].height + above),
          look: .filled(grey: barGrey(card))), at: 0)
    }
    return Group(strips: strips, staysWhole: true)
  }

  private func barGrey(_ card: FindingCard) -> Double {
    switch card.badges.first {
    case .doNotTreat: 0
    case .defer: 0.3
    case .caution: 0.5
    default: 0.72
    }
  }

  /// A table: titles repeated on each page, no row cut unless it is very long.
  func tableGroup(_ table: SummaryTable) -> Group {
    let edges = columnEdges(table)
    var header = row(
      table.columns.map(\.title), table, edges, .column, above: 5)
    if let last = header.indices.last {
      header[last].boxes.append(
        Strip.PlacedBox(
          box: Box(x: 0, y: header[last].height + 1.5, width: width, height: 0.8),
          look: .filled(grey: 0.2)))
      header[last].height += 3
      header[last].keepsWithNext = true
    }
    return Group(
      strips: header + table.rows.flatMap { tableRow($0, table, edges) }, repeated: header)
  }

  private func tableRow(_ row: SummaryRow, _ table: SummaryTable, _ edges: [Double]) -> [Strip] {
    var strips = self.row(row.cells, table, edges, style(row.emphasis), above: 3)
    for detail in row.details {
      let text = canvas.text(detail, .quiet, width: width - 12)
      strips += rows([(text, 12)], above: 1)
    }
    // Short details stay with their row.
    for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
    if let last = strips.indices.last {
      strips[last].boxes.append(
        Strip.PlacedBox(
          box: Box(x: 0, y: strips[last].height + 2.5, width: width, height: 0.35),
          look: .filled(grey: 0.7)))
      strips[last].height += 3
    }
    return strips
  }

  private func row(
    _ cells: [String], _ table: SummaryTable, _ edges: [Double], _ style: TextStyle, above: Double
  ) -> [Strip] {
    let texts = zip(cells, zip(edges, edges.dropFirst())).map { words, edge in
      (text: canvas.text(words, style, width: edge.1 - edge.0 - 10), x: edge.0)
    }
    return rows(texts, above: above)
  }

  /// Where each column begins, and where the last one ends.
  func columnEdges(_ table: SummaryTable) -> [Double] {
    let total = Double(max(1, table.columns.reduce(0) { $0 + $1.share }))
    var edges = [0.0]
    for column in table.columns {
      edges.append((edges.last ?? 0) + width * Double(column.share) / total)
    }
    return edges
  }
}
