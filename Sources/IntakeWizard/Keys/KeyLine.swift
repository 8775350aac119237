import Terminal

// The key line of a screen, made from its key table.

extension AnySurroundings {
  /// The key line of a screen.
  ///
  /// - Parameters:
  ///   - lead: Keys that the page in hand has, such as `Y N U D Answer`.
  ///   - without: What cannot be done now, by its key.
  ///   - words: Other words for some of the keys.
  func keyLine(
    _ table: KeyTable, lead: String = "", without: Set<String> = [], words: [String: String] = [:]
  ) -> String {
    var hints = lead.isEmpty ? [] : [lead]
    for key in table.keys where key.isHinted && !without.contains(key.shown) {
      hints.append("\(key.shown) \(words[key.shown] ?? key.words)")
    }
    for command in table.commands where !without.contains(KeyMap.binding(command)?.shown ?? "") {
      if let hint = table.hint(command) { hints.append("\(hint.shown) \(hint.words)") }
    }
    if table.hintsActions { hints.append(KeyMap.line([.actions])) }
    return hints.compactMap(adapted).joined(separator: "  ")
  }

  /// A hint where letter keys are off: the digit in place of the letter, or
  /// nothing where there is none.
  private func adapted(_ hint: String) -> String? {
    guard display.letterKeys == .off else { return hint }
    var words = hint.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < words.count, words[index].count == 1 {
      if let letter = words[index].first, letter.isLetter {
        words[index] = shownKey(letter)
        if words[index] == " " {
          words.remove(at: index)
          continue
        }
      }
      index += 1
    }
    return index == 0 && hint.first?.isLetter == true && hint.prefix(2).last == " "
      ? nil : words.joined(separator: " ")
  }

  /// How a page names a key: by its digit where letter keys are off, by nothing
  /// where it has none.
  func shownKey(_ key: Character) -> String {
    guard display.letterKeys == .off, !isSpoken, key.isLetter else { return key.uppercased() }
    let small = Character(key.lowercased())
    return digits.first { $0.value == small }.map { String($0.key) } ?? " "
  }
}
