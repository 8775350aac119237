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

extension KeyMap {
  /// The keys of a place.
  static func keys(in place: Place) -> [PageKey] {
    switch place {
    case .home, .returning, .worklist, .partDone, .export, .folder: deskKeys(place)
    case .choice, .marks, .field, .group, .table, .tableField, .reconfirm: questionKeys(place)
    case .list, .listTyping, .listRemoving, .listRereading, .entryChoice, .entryText, .entryName,
      .entryList:
      listKeys(place)
    case .review, .result, .decision, .skinTests, .skinTestChoice, .skinTestField,
      .skinTestButton:
      endKeys(place)
    case .other: []
    }
  }

  static func deskKeys(_ place: Place) -> [PageKey] {
    switch place {
    case .home:
      [
        .key(Key.digits(9), "1-9", "Open", "open that consultation"),
        .letter("n", "New", "a new consultation; 0 does the same"),
        .letter("r", "Returning", "a new consultation for a patient who was here before"),
        .letter("w", "Skin tests", "skin tests that are to be read"),
        .letter("m", "My part", "whose questions are asked"),
        .letter("q", "Quit", "leave the program"),
        .quiet(Key.letter("t"), "T", "Training", "made-up patients, or back to the records"),
        .quiet(Key.upDown, "Up/Down", "Mark", "mark a consultation"),
        .quiet([.enter], "Enter", "Open", "open the marked one"),
      ]
    case .returning:
      [
        .key(Key.digits(9), "1-9", "Begin", "begin for that patient"),
        .key(Key.upDown, "Up/Down", "Mark", "mark a patient"),
        .key([.enter], "Enter", "Begin", "begin for the marked one, or for the only match"),
        .key([.escape], "Esc", "Home", "back to the home screen"),
      ]
    case .worklist:
      [
        .key(Key.digits(9), "1-9", "Open", "open that patient's skin tests"),
        .key(Key.upDown, "Up/Down", "Mark", "mark a line"),
        .key([.enter], "Enter", "Open", "open the marked one"),
        .key([.escape], "Esc", "Home", "back to the home screen"),
      ]
    case .partDone:
      [
        .quiet(Key.digits(9), "1-9", "Hand over", "leave the rest to that part of the staff"),
        .letter("a", "All questions", "go on with all questions"),
      ]
    case .export:
      [
        .quiet(Key.digits(4), "1-4", "What", "mark or unmark a paper"),
        .letter("f", "Folder", "change the folder"),
        .key([.enter], "Enter", "Write now", "write what is marked"),
        .letter("h", "Home", "close and go to the home screen"),
        .letter(
          "n", "Same patient again", "the same patient's next consultation, once this is signed"),
      ]
    case .folder:
      [
        .key([.enter], "Enter", "Take this folder", "take what is typed"),
        .key([.escape], "Esc", "Leave it as it was", "leave the folder as it was"), .clear,
      ]
    default: []
    }
  }

  static func questionKeys(_ place: Place) -> [PageKey] {
    switch place {
    case .choice:
      [
        .quiet(
          Key.digits(9), "1-9", "Answer", "choose a line by its place; a date begins with a digit"),
        .quiet(Key.upDown + Key.paging, "Up/Down", "Mark", "mark a line"),
        .quiet([.enter], "Enter", "Answer", "choose the marked line; with none it does nothing"),
      ]
    case .marks:
      [
        .quiet(Key.digits(9), "1-9", "Mark", "mark or unmark that line"),
        .quiet([.character("0")], "0", "None", "none of these, once the whole list was on screen"),
        .quiet(Key.upDown + Key.paging, "Up/Down", "Move", "move to a line"),
        .quiet([.character(" ")], "Space", "Mark", "mark or unmark the line"),
        .key([.enter], "Enter", "Continue", "record the marks and go on"),
      ]
    case .field: [.key([.enter], "Enter", "Continue", "record what is typed and go on"), .clear]
    case .group:
      [
        .letter("n", "No to each", "records one No to these words; 1 does the same"),
        .key(
          Key.letter("y") + Key.letter("u") + Key.letter("d") + [.enter], "Y", "One by one",
          "asks each by itself; 2 does the same"),
      ]
    case .table:
      [
        .key(Key.upDown + Key.paging, "Up/Down", "Line", "go to another line"),
        .quiet(
          Key.digits(9), "1-9", "Answer",
          "answer by the place of the key; a date begins with a digit"),
      ]
    case .tableField:
      [
        .key([.enter], "Enter", "Record", "record the date"),
        .key([.escape], "Esc", "Leave the field", "what is typed is kept"), .clear,
      ]
    case .reconfirm:
      [
        .letter("y", "Still right", "all that is not marked is still right"),
        .key(Key.digits(9), "1-9", "Has changed", "mark a line that has changed"),
        .letter("n", "Ask anew", "ask every question anew"),
      ]
    default: []
    }
  }
}
