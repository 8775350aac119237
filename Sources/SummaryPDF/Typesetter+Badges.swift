import Summary

extension Typesetter {
  /// A badge: a small box with mark and word.
  ///
  /// Black, grey, white with a thick edge, white with a thin edge, dashed: the
  /// five can be told apart on any printer, and the words say the same.
  func badge(_ badge: Badge, x: Double, style: TextStyle = .badge) -> (Strip, width: Double) {
    let isBlack = badge == .doNotTreat
    let text = canvas.text(
      badge.words, isBlack ? style.white() : style, width: nil)
    let inset = style.size * 0.65
    let box = Box(x: x, y: 0, width: text.width + 2 * inset, height: text.height + inset * 0.7)
    var strip = Strip(height: box.height)
    strip.boxes = look(badge).map { Strip.PlacedBox(box: box, look: $0) }
    strip.texts = [
      Strip.PlacedText(text: text, lines: 0..<1, x: x + inset, y: inset * 0.35)
    ]
    return (strip, box.width)
  }

  private func look(_ badge: Badge) -> [Strip.Look] {
    switch badge {
    case .doNotTreat: [.filled(grey: 0)]
    case .defer: [.filled(grey: 0.82), .outlined(thickness: 1)]
    case .caution: [.outlined(thickness: 1.6)]
    case .patchTestFirst: [.outlined(thickness: 0.8)]
    case .note, .noFinding: [.outlined(thickness: 0.4)]
    case .notKnown: [.dashed(thickness: 1)]
    }
  }

  /// The result: a framed box that is never cut.
  func noticeStrip(_ notice: Notice) -> Strip {
    let inset = 12.0
    let (badge, _) = badge(notice.badge, x: inset, style: .outcome)
    let room = width - 2 * inset
    let texts =
      [canvas.text(notice.statement, .statement, width: room)]
      + notice.lines.map { canvas.text($0, .strong, width: room) }
    var strip = Strip(height: 0, spaceAbove: 9)
    var y = inset
    strip.boxes = badge.boxes.map { moved($0, by: y) }
    strip.texts = badge.texts.map { moved($0, by: y) }
    y += badge.height + 8
    for text in texts {
      strip.texts.append(
        Strip.PlacedText(text: text, lines: 0..<text.lineCount, x: inset, y: y))
      y += text.height + 3
    }
    strip.height = y + inset - 3
    let frame = Box(x: 0.6, y: 0.6, width: width - 1.2, height: strip.height - 1.2)
    strip.boxes.insert(
      Strip.PlacedBox(
        box: frame,
        look: notice.badge == .notKnown ? .dashed(thickness: 1.2) : .outlined(thickness: 1.2)),
      at: 0)
    return strip
  }

  func moved(_ placed: Strip.PlacedBox, by y: Double) -> Strip.PlacedBox {
    var box = placed.box
    box.y += y
    return Strip.PlacedBox(box: box, look: placed.look)
  }

  func moved(_ placed: Strip.PlacedText, by y: Double) -> Strip.PlacedText {
    Strip.PlacedText(text: placed.text, lines: placed.lines, x: placed.x, y: placed.y + y)
  }
}
