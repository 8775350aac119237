import ClinicalModel
import Terminal

// What works in a window that is too small for the pages: the lock and the
// emergency screens.

extension Wizard {
  /// The emergency screens and their list, however small the window is.
  func smallWindow(_ size: GridSize) -> Grid? {
    var frame = Frame(body: Canvas(width: size.columns))
    switch overlays.last {
    case .emergency(let id, let scroll):
      emergencyBody(id, &frame.body)
      frame.follow = .scroll
      frame.scroll = scroll
      frame.foot = [[Span(" R Return  Down More", .banner)]]
    case .actions, .emergencies:
      for (index, emergency) in emergencies.prefix(9).enumerated() {
        frame.body.add(Span(" \(index + 1) \(emergency.title)"))
      }
      frame.foot = [[Span(" Ctrl-X Lock  Esc Close", .banner)]]
    default: return nil
    }
    return frame.grid(size)
  }

  /// Keys for what can be shown in a small window.
  mutating func smallWindowKey(_ key: Key) -> Gate {
    switch overlays.last {
    case .emergencies, .emergency:
      return .taken(overlays.last.map { overlayKey(key, $0) } ?? [])
    case .actions:
      switch key {
      case .escape, .character("e"), .character("E"), .character("1"..."9"):
        return .taken(overlayKey(key, .actions(.nothing)))
      default: overlays.removeLast()
      }
    default: break
    }
    return .passed
  }
}
