import Terminal

// A paste that the terminal does not mark: more bytes at once than anybody
// types, and an end of line among them. That end must not act as Enter.

extension Keyboard {
  /// Which line ends show that a burst is a paste.
  enum LineEnds {
    /// The Enter key sends a carriage return, so that a line feed is no key.
    /// Terminals that mark pastes mark all others.
    case lineFeed
    /// Pastes are never marked, so that Enter at the end of a burst is one.
    case either
  }

  /// Events read before they were wanted.
  final class ReadAhead {
    var events: [RawEvent] = []
  }

  /// More printable bytes than a person types at once.
  private static let burstMin = 8
  /// How long the next byte of a burst may take.
  private static let burstGapMilliseconds = 5

  /// The paste that begins with this byte, if it is one; else what was read is
  /// kept for later. A single key costs no wait.
  mutating func burst(_ first: UInt8, _ read: Read) -> Input? {
    guard Self.isText(first) else { return nil }
    var bytes = [first]
    var events: [RawEvent] = []
    var end: [RawEvent] = []
    var isPaste = false
    var gap = 0
    reading: while bytes.count < Self.pasteBytesMax {
      let event = read(gap)
      gap = Self.burstGapMilliseconds
      if event == .nothing { break }
      events.append(event)
      end = [event]
      guard case .byte(let byte) = event else { break }
      switch byte {
      case 0x0A, 0x0D:
        let isEnd = byte == 0x0A || lineEnds == .either
        guard isPaste || (isEnd && bytes.count > Self.burstMin) else { break reading }
        isPaste = true
        bytes.append(0x0A)
      case 0x09: bytes.append(byte)
      case let byte where Self.isText(byte): bytes.append(byte)
      default: break reading
      }
      end = []
    }
    guard isPaste else {
      ahead.events = events
      return nil
    }
    // What ended the burst is no part of it.
    ahead.events = end
    return .paste(Self.text(bytes))
  }

  private static func isText(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }
}
