import Terminal

/// What is told of the keys of a screen as it is now: by its key line, by help,
/// by the actions menu, by the read-me and by the manual page.
struct KeyTable: Hashable, Sendable {
  /// The screen in words, as a heading.
  let title: String
  /// Whether letters and digits are text here.
  var isText = false
  /// The screen's own keys.
  let keys: [PageKey]
  /// The commands that the key line names beside them.
  var commands: [Command] = []
  /// Whether the key line ends with the actions menu.
  var hintsActions = true
  /// Whether other keys than these answer: those beside the lines.
  var hasAnswerKeys = false
}

extension KeyTable {
  /// How the key line names a command: in a text field by the key that works
  /// there, if there is one.
  func hint(_ command: Command) -> (shown: String, words: String)? {
    guard let binding = KeyMap.binding(command) else { return nil }
    guard isText else { return (binding.shown, binding.words) }
    return switch command {
    case .back: ("Shift-Tab", "Back")
    case .forward: ("Tab", "Next")
    case .help: ("^G", "Help")
    default: binding.shown.hasPrefix("^") ? (binding.shown, binding.words) : nil
    }
  }

  /// The commands with a plain key that the screen does not use itself.
  var usable: [Binding] {
    let own = Set(keys.flatMap(\.keys))
    return KeyMap.bindings.filter { binding in
      let works = isText ? binding.anywhere : binding.plain + binding.anywhere
      return works.isEmpty ? false : !own.isSuperset(of: works)
    }
  }

  /// The command of a key, if it has one here. In a text field Backspace and the
  /// arrows edit, and letters are text.
  func command(for key: Key) -> Command? { KeyMap.command(for: key, isText: isText) }
}
