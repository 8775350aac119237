import ClinicalModel
import Terminal

// The keys of a list: its entries, a name being typed, an entry to be removed,
// an entry of the last visit.

extension ListScreen {
  static let keyboards = [
    entries, typingName, removing, rereading, choosing, typingText, typingFieldName, innerList,
  ]

  static let entries = Keyboard<Self>(
    "List, its entries",
    [
      .letter("a", "Add", "a new entry; 0 does the same", .add),
      .key(Key.digits(9), "1-9", "Change", "change that entry") { screen, key, _ in
        screen.entry(of: key)
      },
      .key(
        [.character("-"), .delete], "-", "Remove", "remove the marked entry; asks first",
        .askToRemove),
      .key([.tab], "Tab", "List is complete", "go on; an empty list is no answer", .complete),
      .quiet(Key.upDown + Key.paging, "Up/Down", "Mark", "mark an entry") { screen, key, _ in
        screen.step(key)
      },
      .quiet([.enter], "Enter", "Change", "change the marked entry", .openMarked),
      .told(.quiet(Key.letter("u"), "U", "Not sure", "of an empty list")) { screen, _, _ in
        .outcomes(screen.levels.count > 1 ? [] : [.command(.unsure)])
      },
      .told(.quiet(Key.letter("d"), "D", "Declines", "of an empty list")) { screen, _, _ in
        .outcomes(screen.levels.count > 1 ? [] : [.command(.declined)])
      },
      .untold([.escape]) { _, _, _ in .act(.leaveList) },
      .untold(backKeys) { screen, _, _ in screen.levels.count > 1 ? .act(.complete) : nil },
    ], commands: [.back, .help, .note])

  static let typingName = Keyboard<Self>(
    "List, a name being typed", isText: true,
    [
      .told(
        .key([.tab], "Tab", "List is complete", "go on; an empty list is no answer")
      ) { screen, _, _ in
        screen.isBlank
          ? .act(.complete)
          : .outcomes([
            .say("What is typed is not in the list yet: take a line, or Ctrl-U clears it.")
          ])
      },
      .told(
        .key(Key.upDown, "Down/Up", "Mark", "mark a line, or an entry while nothing is typed")
      ) { $0.mark($1, $2) },
      .told(
        .key(
          [.enter], "Enter", "Take marked line", "take the marked line; with none it does nothing")
      ) { screen, _, _ in .act(screen.isBlank ? .openMarked : .takeMarkedName) },
      .clear, .untold(Key.paging) { $0.mark($1, $2) }, blankKeys, digitOfLine, unmark,
      .untold([.escape]) { screen, _, _ in
        screen.isBlank
          ? .act(.leaveList)
          : .outcomes([.say("Ctrl-U clears the line. Tab: the list is complete.")])
      },
    ], commands: [.help, .back])

  static let removing = Keyboard<Self>(
    "List, an entry to be removed",
    [.letter("y", "Remove it", "any other key keeps the entry; 1 does the same", .remove)])

  static let rereading = Keyboard<Self>(
    "List of the last visit",
    [
      .letter("y", "Still right", "take the entry over; 1 does the same", .confirmEarlier),
      .letter("e", "Changed", "take it over and change it; 2 does the same", .changeEarlier),
      .letter("n", "Not any more", "leave it out; 3 does the same", .dropEarlier),
      .letter("s", "Ask anew", "ask for all of them anew; 4 does the same", .askAnew),
      .untold([.enter, .escape, .tab]) { _, _, _ in
        .outcomes([.say("Read the entry aloud, then Y, E or N; S asks for all of them anew.")])
      },
    ])

  static let backKeys: [Key] = [.character("<"), .backspace, .left, .function(3), .backTab]

  /// While nothing is typed some keys act on the entries.
  private static let blankKeys = ScreenKey<Self>.untold(
    "?<>-0123456789".map { .character($0) } + [.backspace, .delete]
  ) { screen, key, _ in
    guard screen.isBlank else { return nil }
    switch key {
    case .character("?"): return .outcomes([.command(.help)])
    case .character("<"), .backspace: return .outcomes([.command(.back)])
    case .character(">"): return .outcomes([.command(.forward)])
    case .character("-"), .delete: return .act(.askToRemove)
    default:
      // As with the lines of the picker: a digit is text until an entry is
      // marked.
      guard screen.level.mark != .nothing else { return nil }
      return screen.entry(of: key).map { .act($0) }
    }
  }

  static let digitOfLine = ScreenKey<Self>.untold(
    "0123456789".map { .character($0) }
  ) { screen, key, _ in
    guard case .character(let digit) = key else { return nil }
    return screen.picker?.line(takenBy: digit).map { .act(.takeName($0)) }
  }

  static let unmark = ScreenKey<Self>.untold([.escape]) { screen, _, _ in
    screen.picker.map { $0.mark != .nothing } == true ? .act(.unmarkName) : nil
  }

  /// Whether no name is begun where one could be.
  var isBlank: Bool { picker?.isBlank ?? true }

  private func entry(of key: Key) -> Act? {
    guard let digit = key.digit, level.entries.indices.contains(digit - 1) else { return nil }
    return .open(digit - 1)
  }

  private func step(_ key: Key) -> Act {
    let count = level.entries.count
    return .move(
      [Key.up: -1, .down: 1, .pageUp: -5, .pageDown: 5, .home: -count][key] ?? count)
  }

  /// Marks a line of the names, or an entry while nothing is typed.
  private func mark(_ key: Key, _ around: Around) -> ScreenKey<Self>.Meaning? {
    if isBlank { return .act(step(key)) }
    return [Key.up: -1, .down: 1, .pageUp: -5, .pageDown: 5][key].map { .act(.markName($0)) }
  }

  func takes(_ command: Command, by key: Key) -> Bool {
    if case .removing = level.input { false } else { true }
  }

  mutating func unused(_ key: Key, _ around: Around) -> [Outcome] {
    switch level.input {
    case .browsing:
      guard case .character = key else { return [] }
      return [.say("A adds an entry, a number opens one, Tab: the list is complete.")]
    case .removing: return update(.keep, around)
    case .rereading:
      guard case .character = key else { return [] }
      return [.say("Y still right, E changed, N not any more, S asks for all of them anew.")]
    case .adding: return []
    case .form(let form):
      switch form.input {
      case .choice, .list: return [.say("That key does nothing here. Press ? for the keys.")]
      case .text, .name, .names: return []
      }
    }
  }
}
