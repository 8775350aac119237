import Summary

extension Typesetter {
  /// A callout: a title in a band, then lines and entries in large type, with
  /// an edge that shows how far it reaches.
  ///
  /// The band of an urgent one is black, so that it is found first on a
  /// photocopy as well. It is a group and not one strip: a long one is cut
  /// between pages rather than run over the edge.
  func calloutGroup(_ callout: Callout) -> Group {
    let inset = 10.0
    let isUrgent = callout.urgency == .urgent
    let room = width - 2 * inset
    let titleStyle = isUrgent ? TextStyle.calloutTitle.white() : .calloutTitle
    let title = canvas.text(callout.title, titleStyle, width: room)
    var band = Strip(height: title.height + 8, spaceAbove: 10, keepsWithNext: true)
    band.texts = [
      Strip.PlacedText(text: title, lines: 0..<title.lineCount, x: inset, y: 4)
    ]
    var strips = [band]
    for line in callout.lines {
      strips += rows([(canvas.text(line, .calloutLine, width: room), inset)], above: 4)
    }
    for entry in callout.entries {
      let dot = canvas.text("\u{2022}", .calloutEntry, width: 12)
      let text = canvas.text(entry, .calloutEntry, width: room - 14)
      strips += rows([(dot, inset), (text, inset + 14)], above: 1.5)
    }
    if let last = strips.indices.dropFirst().last { strips[last].height += 5 }
    for index in strips.indices {
      // The edge bridges the gap above each strip but the first.
      let above = index == 0 ? 0 : strips[index].spaceAbove
      let box = Box(x: 0, y: -above, width: width, height: strips[index].height + above)
      strips[index].boxes = edges(of: box)
      if index < strips.count - 1 { strips[index].keepsWithNext = true }
    }
    if let last = strips.indices.dropFirst().last {
      let bottom = Box(x: 0, y: strips[last].height - 1.2, width: width, height: 1.2)
      strips[last].boxes.append(Strip.PlacedBox(box: bottom, look: .filled(grey: 0)))
    }
    let whole = Box(x: 0, y: 0, width: width, height: band.height)
    strips[0].boxes.append(
      Strip.PlacedBox(
        box: whole, look: isUrgent ? .filled(grey: 0) : .outlined(thickness: 1.2)))
    return Group(strips: strips, staysWhole: true)
  }

  private func edges(of box: Box) -> [Strip.PlacedBox] {
    let left = Box(x: box.x, y: box.y, width: 1.2, height: box.height)
    let right = Box(x: box.width - 1.2, y: box.y, width: 1.2, height: box.height)
    return [left, right].map { Strip.PlacedBox(box: $0, look: .filled(grey: 0)) }
  }
}
