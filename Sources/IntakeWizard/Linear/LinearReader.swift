import ClinicalModel
import Consultation
import Terminal
import TextLayout

/// Turns a typed line into the keys it stands for.
///
/// It only reads the wizard; what a key does is decided where all keys are.
struct LinearReader {
  let wizard: Wizard

  init(_ wizard: Wizard) { self.wizard = wizard }

  /// The longest line that is taken, in characters.
  static let lengthMax = 1_000

  /// What a line asks for.
  enum Heard: Hashable {
    /// Keys for the wizard, in order.
    case keys([Key])
    /// It is for the screen on top.
    case line(String)
    /// Lines to say; nothing changes.
    case say([String])
  }

  func hear(_ line: String) -> Heard {
    guard line.unicodeScalars.count <= Self.lengthMax else {
      return .say([
        "The line is longer than \(Self.lengthMax) characters. Nothing of it was taken."
      ])
    }
    let (clean, removed) = cleaned(line, maximumScalars: Self.lengthMax)
    let typed = clean.trimmed
    guard removed == 0 else {
      return .say(["The line holds keys that mean nothing here. Nothing of it was taken."])
    }
    if case .locked(let page) = wizard.door { return locked(typed, page) }
    if typed.isEmpty {
      return .say(["An empty line answers nothing. . says the page again, ? helps."])
    }
    if typed == "." { return .say(again) }
    if let keys = emergencyKeys(typed) { return .keys(keys) }
    if typed.lowercased() == "xx" {
      // On the list of actions the first of the two has been pressed.
      if wizard.dialogs.last is ActionsDialog { return .keys([.control("x")]) }
      return .keys([.control("x"), .control("x")])
    }
    if let dialog = wizard.dialogs.last {
      if typed == "<", !(dialog is EmergencyDialog) { return .keys([.escape]) }
      return .line(typed)
    }
    return .line(typed)
  }

  /// A line that is nothing of the screen's own.
  func general(_ typed: String, isText: Bool, otherwise: String) -> Heard {
    if isText { return beside(typed) ?? action(typed) ?? .say([otherwise]) }
    return common(typed) ?? .say([otherwise + " Nothing was taken."])
  }

  /// The page once more, whole.
  private var again: [String] {
    let page = wizard.linearPage
    return (page.lines + page.now).flatMap(LinearWords.lines)
  }

  /// `!`, `!1`, `emergency`, `emergency 1`: from every place.
  private func emergencyKeys(_ typed: String) -> [Key]? {
    var rest = Substring(typed.lowercased())
    if rest.hasPrefix("!") {
      rest = rest.dropFirst()
    } else if rest == "emergency" || rest.hasPrefix("emergency ") {
      rest = rest.dropFirst("emergency".count)
    } else {
      return nil
    }
    let number = String(rest).trimmed
    guard number.isEmpty || (number.count == 1 && number.allSatisfy { ("1"..."9").contains($0) })
    else { return nil }
    var keys: [Key] = []
    switch wizard.dialogs.last {
    case is ActionsDialog: break
    case is EmergencyDialog: keys = [.character("r"), .control("x")]
    default: keys.append(.control("x"))
    }
    return keys + [.character(number.first ?? "e")]
  }

  // MARK: - What many pages share

  /// What can be typed on every page without a text field.
  func common(_ typed: String) -> Heard? {
    switch typed.lowercased() {
    case ">", "next": .keys([.character(">")])
    case "-", "clear": .keys([.character("-")])
    default: everywhere(typed) ?? action(typed)
    }
  }

  /// Whether a line means the same on every page without a text field.
  static func isCommon(_ line: String) -> Bool {
    let parts = line.lowercased().split(separator: " ", maxSplits: 1).map(String.init)
    switch parts.first {
    case ">", "next", "-", "clear": return parts.count == 1
    case "?", "help", "why", "<", "back", "r", "review", "x", "menu", "actions", "q", "quit",
      "leave":
      return parts.count == 1 || isAction(line)
    case "g", "findings": return parts.count == 1 || Int(parts[1]) != nil
    case "c", "note", "f", "find": return true
    default: return isAction(line)
    }
  }

  /// Whether it is an action with its letter: `xu`.
  static func isAction(_ line: String) -> Bool {
    let lower = line.lowercased().filter { $0 != " " }
    return lower.count == 2 && lower.first == "x"
  }

  /// Whether it is a sign or letter that is no text in a field either.
  static func isBeside(_ line: String) -> Bool {
    line.count == 1 && ">-ud?g<rxqcf".contains(line.lowercased())
  }

  /// What can be typed where words are taken too: single signs and letters, so
  /// that no name is ever mistaken for one.
  func beside(_ typed: String) -> Heard? {
    switch typed.lowercased() {
    case ">": .keys([.tab])
    case "-": menu("-")
    case "u": menu("u")
    case "d": menu("d")
    default: typed.count == 1 ? everywhere(typed) : nil
    }
  }

  private func everywhere(_ typed: String) -> Heard? {
    let parts = typed.lowercased().split(separator: " ", maxSplits: 1).map(String.init)
    let rest = typed.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    switch parts.first {
    case "?", "help", "why": return rest.isEmpty ? .say(said(wizard.surroundings.spokenHelp)) : nil
    case "g", "findings":
      guard rest.isEmpty || Int(rest) != nil else { return nil }
      return .say(said(wizard.surroundings.spokenFindings(Int(rest) ?? 0)))
    case "<", "back":
      return rest.isEmpty ? .keys([wizard.isAtDetour ? .escape : .function(3)]) : nil
    case "r", "review": return rest.isEmpty ? .keys([.control("r")]) : nil
    case "x", "menu", "actions": return rest.isEmpty ? .keys([.control("x")]) : nil
    case "q", "quit", "leave": return rest.isEmpty ? .keys([.control("c")]) : nil
    case "c", "note":
      guard wizard.isOpen else { return menu("c") }
      return rest.isEmpty
        ? menu("c") : .keys([.control("x"), .character("c")] + Self.keys(rest) + [.enter])
    case "f", "find":
      guard wizard.isOpen else { return menu("f") }
      return .keys([.control("f")] + Self.keys(rest))
    default: return nil
    }
  }

  /// `xu`: an action with its letter in one line.
  func action(_ typed: String) -> Heard? {
    let lower = typed.lowercased().filter { $0 != " " }
    guard lower.count == 2, lower.first == "x", let letter = lower.last else { return nil }
    return menu(letter)
  }

  /// An action of the menu; where it cannot be taken, why.
  func menu(_ letter: Character) -> Heard {
    if let command = KeyMap.command(forMenuLetter: letter),
      case .not(let because) = wizard.standing(of: command),
      let words = KeyMap.binding(command)?.words
    {
      return .say(["\(words): not now, \(because)."])
    }
    return .keys([.control("x"), .character(letter)])
  }

  private func said(_ lines: [String]) -> [String] { lines.flatMap(LinearWords.lines) }

  // MARK: - Text

  /// Keys that type a text, grapheme by grapheme.
  static func keys(_ text: String) -> [Key] { text.map { .character($0) } }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
