import Terminal

/// A key of one place, beside the commands that work in many.
struct PageKey: Hashable, Sendable {
  let keys: [Key]
  /// How the key line names it, and the words beside it.
  let shown: String
  let words: String
  /// A sentence for help and the documents.
  let sentence: String
  /// Whether the key line has it; help has all of them.
  var isHinted = true
}

extension PageKey {
  static func key(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String
  ) -> PageKey {
    PageKey(keys: keys, shown: shown, words: words, sentence: sentence)
  }

  /// A key that help tells and the key line has no room for.
  static func quiet(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String
  ) -> PageKey {
    PageKey(keys: keys, shown: shown, words: words, sentence: sentence, isHinted: false)
  }

  /// A letter, small or capital.
  static func letter(_ small: Character, _ words: String, _ sentence: String) -> PageKey {
    key(Key.letter(small), small.uppercased(), words, sentence)
  }

  static let clear = key([.control("u")], "^U", "Clear", "clear the field")
}

extension Key {
  /// A letter, small and capital.
  static func letter(_ small: Character) -> [Key] {
    [.character(small), .character(Character(small.uppercased()))]
  }

  /// The digits from 1 on.
  static func digits(_ last: Int) -> [Key] {
    (1...last).map { .character(Character(String($0))) }
  }

  static let upDown: [Key] = [.up, .down]
  static let paging: [Key] = [.pageUp, .pageDown, .home, .end]
}
