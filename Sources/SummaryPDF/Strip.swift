/// What is never cut in two: a few lines of text beside each other, and the
/// boxes around them.
struct Strip {
  /// Some lines of a text, placed within the strip.
  struct PlacedText {
    let text: TextLayout
    let lines: Range<Int>
    let x: Double
    let y: Double
  }

  /// A box, placed within the strip.
  struct PlacedBox {
    let box: Box
    let look: Look
  }

  /// How a box is drawn; each look differs without colour.
  enum Look {
    case filled(grey: Double)
    case outlined(thickness: Double)
    case dashed(thickness: Double)
  }

  /// Its height in points.
  var height: Double
  /// Room above it, left out at the top of a page.
  var spaceAbove = 0.0
  /// Whether it makes no sense without the strip after it.
  var keepsWithNext = false
  /// Its boxes, drawn first, in order.
  var boxes: [PlacedBox] = []
  /// Its texts.
  var texts: [PlacedText] = []
  /// The entry of the table of contents that leads here.
  var bookmark: String?

  func draw(on canvas: Canvas, x: Double, y: Double, page: Int) {
    if let bookmark { canvas.bookmark(bookmark, page: page, y: y) }
    for placed in boxes {
      let box = Box(
        x: x + placed.box.x, y: y + placed.box.y, width: placed.box.width,
        height: placed.box.height)
      switch placed.look {
      case .filled(let grey): canvas.fill(box, grey: grey)
      case .outlined(let thickness): canvas.stroke(box, thickness: thickness)
      case .dashed(let thickness): canvas.stroke(box, thickness: thickness, dashed: true)
      }
    }
    for placed in texts {
      canvas.draw(placed.text, lines: placed.lines, x: x + placed.x, y: y + placed.y)
    }
  }
}

/// Strips that belong together.
struct Group {
  /// The strips, from top to bottom.
  var strips: [Strip]
  /// Repeated at the top of each further page, such as column titles.
  var repeated: [Strip] = []
  /// Whether it starts a new page rather than be cut, when a page can hold it.
  var staysWhole = false
  /// Whether it begins a page of its own.
  var startsPage = false
}
