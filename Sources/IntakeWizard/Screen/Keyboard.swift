import Terminal

/// A key, what is told of it, and what it does.
struct ScreenKey<S: Screen>: Sendable {
  /// The keys, and the words about them.
  let told: PageKey
  /// What the person does with one of them; `nil` where it means nothing now.
  let does: @Sendable (S, Key, S.Around) -> Meaning?

  /// Whether it is told of; some keys do what stands on the screen anyway.
  var isTold = true

  /// What a key means.
  enum Meaning {
    case act(S.Act)
    case outcomes([Outcome])
  }
}

/// The keys of a screen, for one way in which it can be answered.
struct Keyboard<S: Screen>: Sendable {
  /// What is told of them.
  let table: KeyTable
  let keys: [ScreenKey<S>]

  init(
    _ title: String, isText: Bool = false, _ keys: [ScreenKey<S>], commands: [Command] = [],
    hintsActions: Bool = !S.isDialog, hasAnswerKeys: Bool = false
  ) {
    self.keys = keys
    table = KeyTable(
      title: title, isText: isText, keys: keys.filter(\.isTold).map(\.told), commands: commands,
      hintsActions: hintsActions, hasAnswerKeys: hasAnswerKeys)
  }

  /// What a key means on a screen.
  func meaning(of key: Key, on screen: S, _ around: S.Around) -> ScreenKey<S>.Meaning? {
    for record in keys where record.told.keys.contains(key) {
      if let meaning = record.does(screen, key, around) { return meaning }
    }
    return nil
  }
}

extension ScreenKey {
  /// Keys that the key line names.
  static func key(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String, _ act: S.Act
  ) -> Self {
    key(keys, shown, words, sentence) { _, _, _ in act }
  }

  static func key(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String,
    _ act: @escaping @Sendable (S, Key, S.Around) -> S.Act?
  ) -> Self {
    Self(told: .key(keys, shown, words, sentence)) { act($0, $1, $2).map(Meaning.act) }
  }

  /// Keys that help tells and the key line has no room for.
  static func quiet(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String, _ act: S.Act
  ) -> Self {
    quiet(keys, shown, words, sentence) { _, _, _ in act }
  }

  static func quiet(
    _ keys: [Key], _ shown: String, _ words: String, _ sentence: String,
    _ act: @escaping @Sendable (S, Key, S.Around) -> S.Act?
  ) -> Self {
    Self(told: .quiet(keys, shown, words, sentence)) { act($0, $1, $2).map(Meaning.act) }
  }

  /// A letter, small or capital.
  static func letter(
    _ small: Character, _ words: String, _ sentence: String, _ act: S.Act
  ) -> Self {
    Self(told: .letter(small, words, sentence)) { _, _, _ in .act(act) }
  }

  /// A letter that is a command of the wizard.
  static func letter(
    _ small: Character, _ words: String, _ sentence: String, command: Command
  ) -> Self {
    Self(told: .letter(small, words, sentence)) { _, _, _ in .outcomes([.command(command)]) }
  }

  /// The digits from 1 on; the act is given the line, counted from 0.
  static func digits(
    _ last: Int, _ words: String, _ sentence: String, shown: String? = nil,
    _ act: @escaping @Sendable (Int) -> S.Act
  ) -> Self {
    key(Key.digits(last), shown ?? "1-\(last)", words, sentence) { _, key, _ in
      key.digit.map { act($0 - 1) }
    }
  }

  /// Esc of a dialog; the wizard closes it.
  static var close: Self { closing("Close", "close this") }

  static func closing(_ words: String, _ sentence: String) -> Self {
    Self(told: .key([.escape], "Esc", words, sentence)) { _, _, _ in .outcomes([.close]) }
  }

  /// A key that the field itself acts on.
  static func field(_ told: PageKey) -> Self { Self(told: told) { _, _, _ in nil } }

  /// Ctrl-U, which the field itself acts on.
  static var clear: Self { field(.clear) }

  /// Keys with what is told of them.
  static func told(
    _ told: PageKey, _ does: @escaping @Sendable (S, Key, S.Around) -> Meaning?
  ) -> Self {
    Self(told: told, does: does)
  }

  /// Keys of which nothing is told.
  static func untold(
    _ keys: [Key], _ does: @escaping @Sendable (S, Key, S.Around) -> Meaning?
  ) -> Self {
    Self(told: .quiet(keys, "", "", ""), does: does, isTold: false)
  }

  /// The same key without a place in the key line.
  var hidden: Self {
    Self(
      told: .quiet(told.keys, told.shown, told.words, told.sentence), does: does)
  }
}

extension Key {
  /// The digit from 1 to 9 that the key is.
  var digit: Int? {
    guard case .character(let character) = self, character.isASCII,
      let number = character.wholeNumberValue, number > 0
    else { return nil }
    return number
  }

  /// The letter that the key is, small.
  var letter: Character? {
    guard case .character(let character) = self else { return nil }
    return Character(character.lowercased())
  }
}

extension Key {
  /// Whether it could answer a question: a character, or Enter.
  var answers: Bool {
    switch self {
    case .character, .enter: true
    default: false
    }
  }
}
