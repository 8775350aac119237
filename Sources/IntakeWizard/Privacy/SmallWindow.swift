import ClinicalModel
import Terminal

// What works in a window that is too small for the pages: the lock and the
// emergency screens.

extension Wizard {
  /// The emergency screens and their list, however small the window is.
  func smallWindow(_ size: GridSize) -> Grid? {
    dialogs.last?.smallFrame(in: surroundings, size)?.grid(size)
  }

  /// Keys for what can be shown in a small window.
  mutating func smallWindowKey(_ key: Key) -> Gate {
    switch dialogs.last {
    case let dialog as EmergenciesDialog: return .taken(press(key, on: dialog))
    case let dialog as EmergencyDialog: return .taken(press(key, on: dialog))
    case let dialog as ActionsDialog:
      switch key {
      case .escape, .character("e"), .character("E"), .character("1"..."9"):
        return .taken(press(key, on: dialog))
      default: dialogs.removeLast()
      }
    default: break
    }
    return .passed
  }
}
