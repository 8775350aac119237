import Terminal

/// Turns raw events into keys and pastes.
///
/// An unknown sequence is swallowed whole: read as ESC and letters, it would
/// press keys nobody pressed.
struct Keyboard {
  /// Waits some milliseconds for the next raw event.
  typealias Read = (_ milliseconds: Int) -> RawEvent

  /// The signal of a terminal that is gone.
  static let hangUp = 1

  /// How long the next byte of a sequence may take.
  private static let gapMilliseconds = 100
  /// How long the rest of a letter may take on a slow line.
  private static let letterGapMilliseconds = 1_000
  /// How long a paste may pause before it counts as ended.
  private static let pasteGapMilliseconds = 1_000
  /// The longest paste that is kept, in bytes; the rest is thrown away.
  static let pasteBytesMax = 65_536

  /// Events that came in the middle of something else.
  private var waiting: [RawEvent] = []
  /// The rest of a sequence may still come, late.
  private var interrupted = false
  /// What was read to see whether it is a paste, and is not.
  let ahead = ReadAhead()
  /// Which line ends show that a burst is a paste.
  var lineEnds = LineEnds.lineFeed

  mutating func next(timeoutMilliseconds: Int, read terminal: Read) -> Input {
    let isFresh = waiting.isEmpty && ahead.events.isEmpty
    let ahead = ahead
    func read(_ milliseconds: Int) -> RawEvent {
      ahead.events.isEmpty ? terminal(milliseconds) : ahead.events.removeFirst()
    }
    let event = waiting.isEmpty ? read(timeoutMilliseconds) : waiting.removeFirst()
    let wasInterrupted = interrupted
    interrupted = false
    switch event {
    case .nothing: return .timedOut
    case .resized: return .resized
    case .closed: return .ended(signal: Self.hangUp)
    case .signal(let number): return Self.input(for: number)
    case .key(.pasteBegin): return paste(read)
    case .key(let key): return .key(Self.key(for: key))
    case .byte(0x1B): return .key(escape(read))
    case .byte(let byte) where wasInterrupted: return .key(lateRest(byte, read))
    case .byte(let byte):
      if isFresh, let paste = burst(byte, terminal) { return paste }
      return .key(character(byte, read))
    }
  }

  mutating func forgetKeys() {
    waiting.removeAll { event in
      switch event {
      case .byte, .key: true
      default: false
      }
    }
    ahead.events.removeAll()
    interrupted = false
  }

  private static func input(for signal: Int) -> Input {
    switch signal {
    case 2: .key(.control("c"))  // SIGINT that another process sent
    case 18: .resumed  // SIGCONT
    case 20: .key(.control("z"))  // SIGTSTP that another process sent
    default: .ended(signal: signal)
    }
  }

  private static func key(for key: RawKey) -> Key {
    switch key {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .home: .home
    case .end: .end
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .delete: .delete
    case .backspace: .backspace
    case .enter: .enter
    case .backTab: .backTab
    case .function(let number): .function(number)
    case .pasteBegin, .pasteEnd, .other: .unrecognised
    }
  }

  /// The next byte or key, if it comes soon; signals are kept for later.
  private mutating func soon(_ read: Read, within milliseconds: Int) -> RawEvent {
    while true {
      let event = read(milliseconds)
      switch event {
      case .nothing, .byte, .key: return event
      case .closed:
        waiting.append(event)
        return .nothing
      case .resized, .signal: waiting.append(event)
      }
    }
  }
}

// Characters.
extension Keyboard {
  private mutating func character(_ first: UInt8, _ read: Read) -> Key {
    switch first {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(first + 0x60)))
    case 0x20...0x7E: .character(Character(Unicode.Scalar(first)))
    case 0xC2...0xF4: letter(first, read)
    default: .unrecognised
    }
  }

  /// A letter of two to four bytes, which may come in pieces.
  private mutating func letter(_ first: UInt8, _ read: Read) -> Key {
    var bytes = [first]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    while bytes.count < length {
      let event = soon(read, within: Self.letterGapMilliseconds)
      guard case .byte(let byte) = event, byte & 0xC0 == 0x80 else {
        if event != .nothing { waiting.append(event) }
        return .unrecognised
      }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, !(0x80...0x9F).contains(scalar.value)
    else { return .unrecognised }
    return .character(Character(scalar))
  }
}

// Escape sequences. Curses has waited for the first byte after ESC already.
extension Keyboard {
  private mutating func escape(_ read: Read) -> Key {
    switch soon(read, within: 0) {
    case .nothing:
      interrupted = true
      return .escape
    case .byte(0x1B):
      // ESC twice: the first is a key, the second may begin another.
      waiting.append(.byte(0x1B))
      return .escape
    case .byte(0x5B):
      swallowControlSequence(read)
    case .byte(0x4F):
      _ = rest(read)
    case .byte(0x5D), .byte(0x50), .byte(0x58), .byte(0x5E), .byte(0x5F):
      swallowString(read)
    case .byte(let byte):
      if byte >= 0xC2 { _ = character(byte, read) }
    case .key(.pasteBegin):
      waiting.append(.key(.pasteBegin))
      return .escape
    default: break
    }
    return .unrecognised
  }

  /// After a lone ESC, a slow line may bring the rest of its sequence late.
  private mutating func lateRest(_ byte: UInt8, _ read: Read) -> Key {
    guard byte == 0x5B || byte == 0x4F else { return character(byte, read) }
    let next = soon(read, within: Self.gapMilliseconds)
    guard case .byte(let following) = next else {
      if next != .nothing { waiting.append(next) }
      return character(byte, read)
    }
    if byte == 0x5B {
      if !(0x40...0x7E).contains(following) { swallowControlSequence(read) }
      return .unrecognised
    }
    if (0x41...0x44).contains(following) || (0x50...0x53).contains(following) {
      return .unrecognised
    }
    waiting.append(next)
    return character(byte, read)
  }

  private mutating func swallowControlSequence(_ read: Read) {
    for _ in 0..<64 {
      guard let byte = rest(read) else { return }
      if (0x40...0x7E).contains(byte) { return }
    }
  }

  /// The next byte of a sequence; a whole key in its place is kept for later.
  private mutating func rest(_ read: Read) -> UInt8? {
    let event = soon(read, within: Self.gapMilliseconds)
    if case .byte(let byte) = event { return byte }
    if event != .nothing { waiting.append(event) }
    return nil
  }

  private mutating func swallowString(_ read: Read) {
    for _ in 0..<4_096 {
      guard let byte = rest(read) else { return }
      if byte == 0x07 { return }
      if byte == 0x1B {
        _ = rest(read)
        return
      }
    }
  }
}

// Pastes.
extension Keyboard {
  /// Everything up to the end marker. Its loss costs a pause, no more: keys
  /// inside a paste press nothing.
  private mutating func paste(_ read: Read) -> Input {
    var bytes: [UInt8] = []
    var seen = 0
    while seen < Self.pasteBytesMax * 16 {
      seen += 1
      switch soon(read, within: Self.pasteGapMilliseconds) {
      case .byte(let byte):
        if bytes.count < Self.pasteBytesMax { bytes.append(byte == 0x0D ? 0x0A : byte) }
      case .key(.enter): bytes.append(0x0A)
      case .key(.backspace), .key(.pasteBegin): continue
      case .key(.pasteEnd), .nothing: return .paste(Self.text(bytes))
      default: continue
      }
    }
    return .paste(Self.text(bytes))
  }

  /// The letter that the bound cut in two is left out.
  static func text(_ bytes: [UInt8]) -> String {
    var whole = bytes[...]
    if bytes.count >= pasteBytesMax {
      while let last = whole.last, last & 0xC0 == 0x80 { whole.removeLast() }
      if let last = whole.last, last >= 0xC2 { whole.removeLast() }
    }
    return String(decoding: whole, as: UTF8.self)
  }
}
