import Summary

/// Turns blocks into strips: the look of a printed summary.
struct Typesetter {
  let canvas: Canvas
  /// The width of the text in points.
  let width: Double

  /// The tallest strip made from running text; longer texts are cut between
  /// lines, so that nobody's long note leaves a page half empty.
  static let tallest = 180.0

  func opening(_ document: SummaryDocument) -> [Group] {
    let title = canvas.text(SummaryDocument.title, .title, width: width)
    let standing = canvas.text(
      document.standing.sentence, document.standing.mark.isEmpty ? .body : .strong, width: width)
    return [Group(strips: strips(title, above: 0)), Group(strips: strips(standing, above: 2))]
  }

  /// The blocks' groups; words that lead up to a table or list stay with it.
  func groups(_ blocks: [SummaryBlock]) -> [Group] {
    blocks.indices.map { index in
      var group = group(blocks[index])
      if case .paragraph = blocks[index], index + 1 < blocks.count,
        leadsUp(to: blocks[index + 1]), let last = group.strips.indices.last
      {
        group.strips[last].keepsWithNext = true
      }
      return group
    }
  }

  private func leadsUp(to block: SummaryBlock) -> Bool {
    switch block {
    case .table, .form, .list, .subheading, .signatureLines: true
    case .heading, .paragraph, .notice, .callout, .facts, .finding, .newPage: false
    }
  }

  private func group(_ block: SummaryBlock) -> Group {
    switch block {
    case .heading(let words): heading(words)
    case .subheading(let words, let remark): subheading(words, remark)
    case .paragraph(let words, let emphasis):
      Group(strips: strips(canvas.text(words, style(emphasis), width: width), above: 5))
    case .notice(let notice): Group(strips: [noticeStrip(notice)])
    case .callout(let callout): calloutGroup(callout)
    case .facts(let facts): factGroup(facts)
    case .finding(let card): cardGroup(card)
    case .table(let table): tableGroup(table)
    case .form(let table): formGroup(table)
    case .list(let entries): Group(strips: entries.flatMap(listEntry))
    case .newPage: Group(strips: [], startsPage: true)
    case .signatureLines(let labels): signature(labels)
    }
  }

  private func heading(_ words: String) -> Group {
    let text = canvas.text(words, .heading, width: width)
    var strip = strips(text, above: 20)[0]
    strip.boxes.append(
      Strip.PlacedBox(
        box: Box(x: 0, y: strip.height + 2, width: width, height: 0.6), look: .filled(grey: 0.45)))
    strip.height += 5
    strip.keepsWithNext = true
    strip.bookmark = words
    return Group(strips: [strip])
  }

  /// The remark stands at the right margin, or below when there is no room.
  private func subheading(_ words: String, _ remark: String) -> Group {
    let title = canvas.text(words, .subheading, width: width)
    let note = canvas.text(remark, .quiet, width: nil)
    var all = strips(title, above: 13)
    if title.width + note.width + 12 <= width {
      all[0].texts.append(
        Strip.PlacedText(
          text: note, lines: 0..<1, x: width - note.width,
          y: max(0, title.bottom(of: 0) - note.height - 1)))
    } else {
      all += strips(canvas.text(remark, .quiet, width: width), above: 0)
    }
    for index in all.indices { all[index].keepsWithNext = true }
    return Group(strips: all)
  }

  private func factGroup(_ facts: [Fact]) -> Group {
    var strips = facts.flatMap { fact($0, margin: 0, label: 110) }
    if !strips.isEmpty { strips[0].spaceAbove = 8 }
    return Group(strips: strips, staysWhole: true)
  }

  private func listEntry(_ words: String) -> [Strip] {
    let dot = canvas.text("\u{2022}", .body, width: 10)
    let text = canvas.text(words, .body, width: width - 12)
    return rows([(dot, 0), (text, 12)], above: 2.5)
  }

  private func signature(_ labels: [String]) -> Group {
    let strips = labels.map { label in
      let text = canvas.text(label, .label, width: 104)
      var strip = Strip(height: 16, spaceAbove: 16)
      strip.texts = [Strip.PlacedText(text: text, lines: 0..<text.lineCount, x: 0, y: 2)]
      strip.boxes = [
        Strip.PlacedBox(
          box: Box(x: 110, y: 15, width: 260, height: 0.6), look: .filled(grey: 0.2))
      ]
      return strip
    }
    return Group(strips: strips, staysWhole: true)
  }

  func style(_ emphasis: Emphasis) -> TextStyle {
    switch emphasis {
    case .normal: .body
    case .strong: .strong
    case .quiet: .quiet
    }
  }

  /// A name in its column and its value beside it.
  func fact(_ fact: Fact, margin: Double, label labelWidth: Double) -> [Strip] {
    let label = canvas.text(fact.label, .label, width: labelWidth - 8)
    let room = width - margin * 2 - labelWidth
    return fact.lines.enumerated().flatMap { index, words in
      let value = canvas.text(words, .body, width: room)
      let cells = [(value, margin + labelWidth)]
      return rows(index == 0 ? [(label, margin)] + cells : cells, above: index == 0 ? 3.5 : 1)
    }
  }

  func strips(_ text: TextLayout, above: Double) -> [Strip] { rows([(text, 0)], above: above) }

  /// Texts beside each other, cut between lines where they are too tall.
  func rows(_ cells: [(text: TextLayout, x: Double)], above: Double) -> [Strip] {
    var strips: [Strip] = []
    var starts = cells.map { _ in 0 }
    repeat {
      var strip = Strip(height: 0, spaceAbove: strips.isEmpty ? above : 0)
      for (index, cell) in cells.enumerated() {
        var end = starts[index]
        while end < cell.text.lineCount,
          end == starts[index]
            || cell.text.height(of: starts[index]..<end + 1) <= Self.tallest
        { end += 1 }
        let lines = starts[index]..<end
        starts[index] = end
        guard !lines.isEmpty else { continue }
        strip.texts.append(Strip.PlacedText(text: cell.text, lines: lines, x: cell.x, y: 0))
        strip.height = max(strip.height, cell.text.height(of: lines))
      }
      strips.append(strip)
    } while zip(starts, cells).contains { $0 < $1.text.lineCount }
    return strips
  }
}
