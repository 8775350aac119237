import Terminal

extension AnySurroundings {
  /// A dialog: who the patient is, its body, notice and keys.
  func dialogFrame(
    _ keys: String, _ size: GridSize, _ draw: (inout Canvas) -> Void
  ) -> Frame {
    let width = Frame.width(size)
    var frame = Frame(body: Canvas(width: width))
    if let session = openConsultation {
      frame.head = [banner(session, width: width)]
    } else {
      frame.head = [[Span(Canvas.fill(clinicLine, to: width), .banner)]]
    }
    draw(&frame.body)
    frame.foot = foot(keys, width)
    return frame
  }
}

/// How far a dialog that is only read has been scrolled.
enum Scrolling {
  /// The line after a step. It is measured at the usual width: scrolling past
  /// the end would make Up seem dead afterwards.
  static func line(
    _ line: Int, by step: Int, _ draw: (inout Canvas) -> Void
  ) -> Int {
    var body = Canvas(width: 80)
    draw(&body)
    return min(max(0, body.lines.count - 12), max(0, line + step))
  }

  /// How far a key reads on.
  static func step(_ key: Key) -> Int? {
    switch key {
    case .up: -1
    case .down: 1
    case .pageUp: -15
    case .pageDown, .character(" "): 15
    default: nil
    }
  }

  static let keys = Key.upDown + [.pageUp, .pageDown, .character(" ")]
}
