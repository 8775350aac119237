import ClinicalModel
import Terminal

// The keys while an entry's fields are asked, one at a time.
//
//   1-9, Y, N, U   answer a choice and go on
//   Enter          goes on; an empty text, number or date stays not recorded
//   Shift-Tab      the field before
//   Tab            the entry is done; what was not asked stays not recorded
//   Esc            back to the list; the entry is kept as it stands

extension ListScreen {
  private static let done = ScreenKey<Self>.key(
    [.tab], "Tab", "Entry is done", "the rest of the entry is left as it is", .endEntry)
  private static let toList = ScreenKey<Self>.key(
    [.escape], "Esc", "List", "back to the list; the entry is kept as it stands", .leaveEntry)
  private static let before = ScreenKey<Self>.untold([.backTab, .function(3)]) { _, _, _ in
    .act(.previousField)
  }
  private static let beforeWhenEmpty = ScreenKey<Self>.untold([.backspace]) { screen, _, _ in
    screen.field?.text.isEmpty == true ? .act(.previousField) : nil
  }

  /// Keys of a field without text.
  private static let walking: [ScreenKey<Self>] = [
    before,
    .untold([.character("<"), .backspace, .left]) { _, _, _ in .act(.previousField) },
    .untold([.character(">"), .right]) { _, _, _ in .act(.nextField) },
    .untold([.character("-")]) { _, _, _ in .act(.clearField) },
  ]

  static let choosing = Keyboard<Self>(
    "Entry, a choice",
    [
      done, toList,
      .quiet(
        Key.digits(9) + ([.character("0")] + "ynu".flatMap { Key.letter($0) }), "1-9", "Answer",
        "choose a line by its place"
      ) { screen, key, _ in
        guard case .form(let form) = screen.level.input, let letter = key.letter else {
          return nil
        }
        let choice = form.choices.first { $0.key == letter } ?? form.numbered(letter)
        return choice.map { .choose([$0]) }
      },
      .quiet(Key.upDown, "Up/Down", "Mark", "mark a line") { _, key, _ in .moveChoice(key) },
      .quiet([.enter], "Enter", "Answer", "choose the marked line, else go on", .takeChoice),
      .untold(Key.paging) { _, key, _ in .act(.moveChoice(key)) },
    ] + walking, commands: [.back, .forward, .help], hasAnswerKeys: true)

  static let typingText = Keyboard<Self>(
    "Entry, a text field", isText: true,
    [
      .key([.enter], "Enter", "Go on", "what is left empty is not recorded", .take), done,
      .clear, toList, before, beforeWhenEmpty,
      .untold([.down]) { _, _, _ in .act(.take) },
      .untold([.up]) { _, _, _ in .act(.previousField) },
      .untold(Key.letter("u") + [.character("?")]) { screen, key, _ in
        guard case .form(let form) = screen.level.input, case .number = form.field.kind else {
          return nil
        }
        return key == .character("?") ? .outcomes([.command(.help)]) : .act(.unsure)
      },
    ], commands: [.help, .back])

  static let typingFieldName = Keyboard<Self>(
    "Entry, a name", isText: true,
    [
      .told(.key(Key.upDown, "Down/Up", "Mark", "mark a name")) { $0.markInEntry($1, $2) },
      .told(
        .key([.enter], "Enter", "Take, go on", "take the marked name, or go on")
      ) { screen, _, _ in screen.goesOn ? .act(.nextField) : .act(.takeMarkedName) },
      done, .clear, unmark, toList, before, digitOfLine, beforeWhenEmpty,
      .untold([.pageUp, .pageDown]) { $0.markInEntry($1, $2) },
      .untold([.delete, .character("-"), .backspace]) { screen, key, _ in
        guard screen.holdsNames, screen.isBlank else { return nil }
        return .act(key == .backspace ? .previousField : .dropMarked)
      },
    ], commands: [.help, .back])

  static let innerList = Keyboard<Self>(
    "Entry, a list of its own",
    [
      .letter("a", "Add", "add or change; 0 does the same", .openInner),
      .key([.enter], "Enter", "Go on", "to the next field", .nextField), done, toList,
      .untold([.down]) { _, _, _ in .act(.nextField) },
      .untold([.up]) { _, _, _ in .act(.previousField) },
    ] + walking, commands: [.back])

  /// Whether the field in hand holds several names.
  private var holdsNames: Bool {
    if case .form(let form) = level.input, case .names = form.input { true } else { false }
  }

  /// Whether Enter leaves the name as it is: nothing is typed, or what stands
  /// there is recorded.
  private var goesOn: Bool {
    guard let picker, case .form(let form) = level.input else { return false }
    if holdsNames { return picker.isBlank }
    return picker.mark == .nothing
      && (picker.isBlank || form.entry[form.field.id] == .known(.text(picker.field.committed)))
  }

  private func markInEntry(_ key: Key, _ around: Around) -> ScreenKey<Self>.Meaning? {
    if isBlank {
      if holdsNames {
        return [Key.up: -1, .down: 1][key].map { .act(.markChosen($0)) }
      }
      return key == .up ? .act(.previousField) : nil
    }
    return [Key.up: -1, .down: 1, .pageUp: -5, .pageDown: 5][key].map { .act(.markName($0)) }
  }
}
