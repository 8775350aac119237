import ClinicalModel
import Screening
import Terminal

extension TableScreen {
  static let keyboards = [answering, typing]

  static let answering = Keyboard<Self>(
    "Section as a table",
    [
      .key(Key.upDown + Key.paging, "Up/Down", "Line", "go to another line") { _, key, _ in
        .move([Key.up: -1, .down: 1, .pageUp: -8, .pageDown: 8, .home: -1000][key] ?? 1000)
      },
      .quiet(
        QuestionChoice.allKeys, "1-9", "Answer",
        "answer by the place of the key; a date begins with a digit"
      ) { $0.answer(to: $1, $2) },
      .untold([.enter]) { screen, _, around in
        if case .group = screen.row {
          return screen.group(around.session) == nil ? nil : .act(.askOneByOne)
        }
        return .outcomes([
          .say("Enter answers nothing here. Press a key shown above the table.")
        ])
      },
    ], commands: [.back, .forward, .clearAnswer, .help, .note, .review], hasAnswerKeys: true)

  static let typing = Keyboard<Self>(
    "A date in the table", isText: true,
    [
      .key([.enter], "Enter", "Record", "record the date", .take),
      .key([.escape], "Esc", "Leave the field", "what is typed is kept", .leaveField), .clear,
      .untold([.backspace]) { screen, _, _ in
        screen.field?.text.isEmpty == true ? .act(.leaveField) : nil
      },
      .untold([.up, .down, .tab, .backTab, .pageUp, .pageDown]) { _, key, _ in
        .act(.move(key == .up || key == .backTab ? -1 : 1))
      },
    ], commands: [.help])

  /// What a key answers in its line.
  private func answer(to key: Key, _ around: Around) -> Act? {
    let session = around.session
    if case .group = row {
      guard group(session) != nil else { return nil }
      return switch key.letter {
      case "n": .denyAll
      case "y", "u", "d": .askOneByOne
      default: nil
      }
    }
    guard let question = question.flatMap(session.pack.question) else { return nil }
    if let choice = session.rowChoices(question).first(where: { $0.key == key.letter }) {
      switch choice.outcome {
      case .answer(let answer): return .answer(answer)
      case .openField: return .begin(.unrecognised)
      case .mark: return nil
      }
    }
    if case .date = question.kind, key.isDigit || key.letter == "t" { return .begin(key) }
    return question.isTyped && key.letter == "y" ? .openPage : nil
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

extension Session {
  /// The keys that answer a line, as on the question's own page.
  func rowChoices(_ question: Question) -> [QuestionChoice] {
    QuestionChoice.all(question, today: day).filter {
      if case .mark = $0.outcome { false } else { true }
    }
  }
}
