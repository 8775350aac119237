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
    return hear(typed, on: wizard.page)
  }

  /// The page once more, whole.
  private var again: [String] {
    let page = wizard.linearPage
    return (page.lines + page.now).flatMap(LinearWords.lines)
  }

  private func hear(_ typed: String, on page: Page) -> Heard {
    if case .screen(let screen) = page {
      guard case .general(let isText, let otherwise)? = screen.heard(typed, in: wizard.surroundings)
      else { return .line(typed) }
      if isText { return beside(typed) ?? .say([otherwise]) }
      return common(typed) ?? .say([otherwise + " Nothing was taken."])
    }
    guard let session = wizard.opened else {
      if case .returning(let page) = page { return returning(typed, page) }
      if case .worklist = page { return worklist(typed) }
      return home(typed)
    }
    switch page {
    case .screen, .home: return home(typed)
    case .returning(let page): return returning(typed, page)
    case .question(let page): return question(typed, page, session)
    case .list(let page): return list(typed, page, session)
    case .group: return letters(typed, "nyud", otherwise: "N says no to each, Y asks one by one.")
    case .table(let page): return table(typed, page, session)
    case .reconfirm(let page): return reconfirm(typed, page, session)
    case .partDone:
      return letters(typed, "a123456789", otherwise: "A number hands over, A goes on.")
    case .review(let page): return review(typed, page, session)
    case .result(let page): return result(typed, page, session)
    case .skinTests(let page): return skinTests(typed, page)
    case .worklist: return worklist(typed)
    case .export(let page): return export(typed, page)
    }
  }

  /// `!`, `!1`, `emergency`, `emergency 1`: from every place (UX §3.5).
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

  /// One key of a page, or what can be typed everywhere.
  func letters(_ typed: String, _ keys: String, otherwise: String) -> Heard {
    let lower = typed.lowercased()
    if lower.count == 1, keys.contains(lower) { return .keys([.character(Character(lower))]) }
    return common(typed) ?? .say([otherwise + " Nothing was taken."])
  }

  /// What can be typed on every page without a text field.
  func common(_ typed: String) -> Heard? {
    switch typed.lowercased() {
    case ">", "next": .keys([.character(">")])
    case "-", "clear": .keys([.character("-")])
    default: everywhere(typed) ?? action(typed)
    }
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

  /// Keys that put a text into a field in place of what stands there.
  func replace(_ field: TextField, with text: String) -> [Key] {
    // Ctrl-U on an empty field would bring the text before it back.
    (field.text.isEmpty ? [] : [.control("u")]) + Self.keys(text)
  }

  /// A whole text for a field, ended with Enter; one that does not fit is not
  /// taken in part.
  func words(_ typed: String, into field: TextField) -> Heard {
    var text = typed
    if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = String(text.dropFirst().dropLast())
    }
    // Who answers letter by letter must not write one into a name.
    if typed.count == 1, typed.allSatisfy({ $0.isASCII && $0.isLetter }) {
      return .say(["A letter alone is no words here; in quotes it is. Nothing was taken."])
    }
    guard text.count <= field.lengthMax else {
      return .say([
        "The line has \(text.count) characters and \(field.lengthMax) fit. Nothing was taken."
      ])
    }
    return .keys(replace(field, with: text) + [.enter])
  }

  /// A date for a field: read back first where it can be read, else refused by
  /// the field in its own words.
  func date(
    _ typed: String, into field: TextField, opening: [Key] = [], _ entry: DateEntry
  ) -> Heard {
    guard typed.count <= 30 else {
      return .say(["A date is shorter than this. Nothing was taken."])
    }
    if field.isBlank == false, opening.isEmpty {
      if ["y", "yes", "="].contains(typed.lowercased()) { return .keys([.enter]) }
    }
    let keys = opening + replace(field, with: typed)
    if case .date = entry.read(typed, label: "") { return .keys(keys) }
    return .keys(keys + [.enter])
  }

  /// Keys that move a mark to a line, counted from zero.
  func mark(_ line: Int, from mark: ListMark) -> [Key] {
    switch mark {
    case .nothing: Array(repeating: .down, count: line + 1)
    case .line(let here):
      Array(repeating: line < here ? .up : .down, count: abs(line - here))
    }
  }
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
