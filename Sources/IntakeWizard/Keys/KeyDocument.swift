import Terminal

/// The key table as documents: for the read-me and for the manual page.
public enum KeyDocument {
  /// A group of keys under a heading.
  struct Group {
    let title: String
    let rows: [(key: String, words: String)]
  }

  /// Keys that work in many places, then the letters of the actions menu.
  static var common: [Group] {
    let bound = KeyMap.bindings.filter { !($0.plain + $0.anywhere).isEmpty }
    return [
      Group(
        title: "Outside text fields",
        rows: bound.filter { !$0.plain.isEmpty }.map { (name($0.shown), $0.sentence) }),
      Group(
        title: "Everywhere",
        rows: bound.flatMap { binding in
          binding.anywhere.map { (name($0), binding.sentence) }
        }),
      Group(
        title: "Ctrl-X, then",
        rows: KeyMap.bindings.filter { $0.command != .actions }.map {
          (String($0.letter).uppercased(), "\($0.words): \($0.sentence)")
        } + [("1-9", "that emergency screen")]),
    ]
  }

  /// The keys of each place beside those.
  static var places: [Group] {
    AllScreens.keyTables.compactMap { table in
      guard !table.keys.isEmpty else { return nil }
      return Group(
        title: table.title,
        rows: table.keys.map { (name($0.shown), "\($0.words): \($0.sentence)") })
    }
  }

  /// `Ctrl-X` for what the key line calls `^X`.
  private static func name(_ shown: String) -> String {
    shown.hasPrefix("^") ? "Ctrl-" + shown.dropFirst() : shown
  }

  private static func name(_ key: Key) -> String {
    switch key {
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .function(let number): "F\(number)"
    case .backTab: "Shift-Tab"
    default: "\(key)"
    }
  }

  /// The common keys as tables of the read-me.
  public static var markdown: String {
    common.map { group in
      "| \(group.title) | |\n|---|---|\n"
        + group.rows.map { "| `\($0.key)` | \(escaped($0.words)) |\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func escaped(_ words: String) -> String { words.replacing("|", with: "\\|") }

  /// All keys as sections of a manual page.
  public static var roff: String {
    (common + places).map { group in
      ".SS \(Roff.text(group.title))\n"
        + group.rows.map { ".TP 12\n.B \(Roff.text($0.key))\n\(Roff.line($0.words))\n" }.joined()
    }.joined()
  }
}

/// Text for a manual page.
public enum Roff {
  /// A text that means nothing to the formatter.
  public static func text(_ words: String) -> String {
    words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  /// A line of text; what begins like a request is kept from being one.
  public static func line(_ words: String) -> String {
    words.hasPrefix(".") || words.hasPrefix("'") ? "\\&" + text(words) : text(words)
  }
}
