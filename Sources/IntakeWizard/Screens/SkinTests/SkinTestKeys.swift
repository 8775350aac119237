import ClinicalModel
import Terminal

extension SkinTestScreen {
  static let keyboards = [list, choosing, typing, saving]

  static let list = Keyboard<Self>(
    "Skin tests",
    [
      .key([.enter], "Enter", "Place or read", "go on with the marked test", .goOn),
      .letter("t", "Take over", "take over the tests on this clinic's record", .takeOver),
      .letter("p", "Plan", "plan the marked test", .plan),
      .letter("a", "Plan all", "plan every test that is wanted", .planAll),
      .letter("r", "Read", "read the marked test", .read),
      .letter("d", "Declined", "the patient declines it", .refuse),
      .quiet(
        Key.letter("n"), "N", "Place anew", "place a test whose reading was missed", .placeAnew),
      .quiet([.character("-")], "-", "Take back", "take back a plan or a refusal", .takeBack),
      .quiet(Key.digits(9), "1-9", "Mark", "mark that test") { _, key, _ in
        key.digit.map { .mark($0 - 1) }
      },
      .quiet(Key.upDown + [.home, .end], "Up/Down", "Mark", "mark a test") { _, key, _ in
        .move([Key.up: -1, .down: 1, .home: -1000][key] ?? 1000)
      },
      .untold([.escape]) { _, _, _ in .act(.leave) },
    ], commands: [.back])

  private static let row = ScreenKey<Self>.key(Key.upDown, "Up/Down", "Row", "go to another row") {
    _, key, _ in .row(key == .up ? -1 : 1)
  }
  private static let leave = ScreenKey<Self>.key(
    [.escape], "Esc", "Leave unsaved", "nothing of the form is kept", .leaveForm)
  private static let next = ScreenKey<Self>.key(
    [.enter, .tab, .backTab], "Enter", "Next", "the next row"
  ) { _, key, _ in key == .backTab ? .row(-1) : key == .tab ? .row(1) : .next }

  static let choosing = Keyboard<Self>(
    "Skin test form",
    [
      next, row, leave,
      .untold(QuestionChoice.allKeys) { screen, key, _ in
        switch screen.form?.row.entry {
        case .asked:
          [Character("y"): .yes, "n": .no, "u": .unsure][key.letter ?? " "].map { .act(.tell($0)) }
        case .options(let choices, _):
          choices.firstIndex { $0.key == key.letter }.map { .act(.choose($0)) }
        case .typed, .button, nil: nil
        }
      },
    ], hasAnswerKeys: true)

  static let typing = Keyboard<Self>(
    "Skin test form, a field", isText: true, [next, row, leave, .clear], hintsActions: false)

  static let saving = Keyboard<Self>(
    "Skin test form, its end",
    [
      .key(
        [.enter, .character("s"), .character("S")], "Enter", "Save", "save what the form says",
        .save),
      row, leave,
      .untold([.tab, .backTab]) { _, key, _ in .act(.row(key == .backTab ? -1 : 1)) },
    ])

  mutating func typed(_ key: Key, _ handled: TextField.Handled, _ around: Around) -> [Outcome] {
    form?.problem = ""
    // The suggested day gives way to what is typed.
    if case .typed(let field, .date) = form?.row.entry, case .character(let character) = key,
      handled == .changed, field.text == "today\(character)"
    {
      form?.edit { $0 = TextField(text: String(character), lengthMax: field.lengthMax) }
    }
    return []
  }
}
