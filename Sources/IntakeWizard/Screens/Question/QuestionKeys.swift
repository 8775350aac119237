import ClinicalModel
import Terminal

// The keys of a question, for each way in which it is answered. An answer is
// only ever recorded by a key that names it, or by Enter on a line that a person
// has marked.

extension QuestionScreen {
  static let keyboards = [choosing, marking, typing]

  static let choosing = Keyboard<Self>(
    "Question",
    [
      .quiet(
        QuestionChoice.allKeys, "1-9", "Answer",
        "choose a line by its place; a date begins with a digit"
      ) { screen, key, _ in
        if let line = screen.line(of: key) { return .choose(line) }
        if case .date = screen.question.kind, key.isDigit { return .begin(key) }
        return nil
      },
      .quiet(Key.upDown + Key.paging, "Up/Down", "Mark", "mark a line") { _, key, _ in
        .move(key)
      },
      .quiet(
        [.enter], "Enter", "Answer", "choose the marked line; with none it does nothing",
        .takeMarked),
    ], commands: [.back, .forward, .help, .note, .jump, .review], hasAnswerKeys: true)

  static let marking = Keyboard<Self>(
    "Question with several marks",
    [
      .quiet(
        QuestionChoice.allKeys.filter { $0 != .character("0") }, "1-9", "Mark",
        "mark or unmark that line", Self.chosen),
      .quiet(
        [.character("0")], "0", "None", "none of these, once the whole list was on screen",
        Self.chosen),
      .quiet(Key.upDown + Key.paging, "Up/Down", "Move", "move to a line") { _, key, _ in
        .move(key)
      },
      .quiet([.character(" ")], "Space", "Mark", "mark or unmark the line", .takeMarked),
      .key([.enter], "Enter", "Continue", "record the marks and go on", .take),
    ], commands: [.back, .forward, .help, .note])

  static let typing = Keyboard<Self>(
    "Question with a text field", isText: true,
    [
      .key([.enter], "Enter", "Continue", "record what is typed and go on", .take), .clear,
      // In a number no letter has a meaning, so U and D stay one key away.
      .untold(Key.letter("u") + Key.letter("d") + "?<>".map { .character($0) }) { screen, key, _ in
        guard case .number = screen.question.kind else { return nil }
        return switch key.letter {
        case "u": .act(.record(.unknown(.unsure)))
        case "d": .act(.record(.unknown(.declined)))
        case "?": .outcomes([.command(.help)])
        case "<": .outcomes([.command(.back)])
        default: .outcomes([.command(.forward)])
        }
      },
      .untold([.backspace]) { screen, _, _ in
        screen.field?.text.isEmpty == true ? .outcomes([.command(.back)]) : nil
      },
      .untold([.tab, .down]) { _, _, _ in .outcomes([.command(.forward)]) },
      .untold([.escape, .up]) { _, _, _ in
        .outcomes([.say("Ctrl-X shows all actions. Shift-Tab or F3 goes back.")])
      },
    ], commands: [.back, .forward, .help, .jump])

  private static func chosen(_ screen: Self, _ key: Key, _ around: Around) -> Act? {
    screen.line(of: key).map(Act.choose)
  }

  private func line(of key: Key) -> Int? {
    key.letter.flatMap { letter in choices.firstIndex { $0.key == letter } }
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    if field != nil { return [] }
    return [
      .say(
        key == .escape
          ? "Nothing to close here. Press ? for the keys."
          : "That key does nothing here. Press ? for the keys.")
    ]
  }
}

extension Key {
  /// Whether it is a digit, 0 among them.
  var isDigit: Bool {
    if case .character(let character) = self {
      character.isASCII && character.isNumber
    } else {
      false
    }
  }
}

extension AnySurroundings {
  /// The digits of choices; a date that can be typed begins with its digit,
  /// unless letters are off.
  func digits(
    for choices: [QuestionChoice], of question: Question
  ) -> [Character: Character] {
    if case .date = question.kind, display.letterKeys == .on || isSpoken { return [:] }
    return Wizard.numbered(choices.map(\.key))
  }
}
