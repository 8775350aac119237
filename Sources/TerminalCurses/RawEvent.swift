import CNcurses

/// What the console delivers, before it means anything.
enum RawEvent: Hashable {
  case nothing
  case byte(UInt8)
  case key(RawKey)
  case resized
  case signal(Int)
  case closed

  init(_ event: console_event) {
    self =
      switch Int(event.kind) {
      case Int(CONSOLE_BYTE): .byte(UInt8(truncatingIfNeeded: event.value))
      case Int(CONSOLE_KEY): .key(RawKey(Int(event.value)))
      case Int(CONSOLE_RESIZED): .resized
      case Int(CONSOLE_SIGNAL): .signal(Int(event.value))
      case Int(CONSOLE_CLOSED): .closed
      default: .nothing
      }
  }
}

/// A key that curses knows by its sequence.
enum RawKey: Hashable {
  case up, down, left, right, home, end, pageUp, pageDown
  case delete, backspace, enter, backTab
  case function(Int)
  case pasteBegin, pasteEnd
  case other

  init(_ code: Int) {
    self =
      switch code {
      case Int(CONSOLE_KEY_UP): .up
      case Int(CONSOLE_KEY_DOWN): .down
      case Int(CONSOLE_KEY_LEFT): .left
      case Int(CONSOLE_KEY_RIGHT): .right
      case Int(CONSOLE_KEY_HOME): .home
      case Int(CONSOLE_KEY_END): .end
      case Int(CONSOLE_KEY_PAGE_UP): .pageUp
      case Int(CONSOLE_KEY_PAGE_DOWN): .pageDown
      case Int(CONSOLE_KEY_DELETE): .delete
      case Int(CONSOLE_KEY_BACKSPACE): .backspace
      case Int(CONSOLE_KEY_ENTER): .enter
      case Int(CONSOLE_KEY_BACKTAB): .backTab
      case Int(CONSOLE_KEY_PASTE_BEGIN): .pasteBegin
      case Int(CONSOLE_KEY_PASTE_END): .pasteEnd
      case Int(CONSOLE_KEY_F0) + 1...Int(CONSOLE_KEY_F0) + 12: .function(code - Int(CONSOLE_KEY_F0))
      default: .other
      }
  }
}
