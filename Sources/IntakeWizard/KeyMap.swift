import Terminal

/// Everything a person can ask for with one key, apart from answering.
enum Command: Hashable, CaseIterable, Sendable {
  case back, forward, clearAnswer, note
  case findings, help, jump, review, result
  case unsure, declined, next
  case actions, leave, home, suspend, repaint, emergency
  case saveAgain, export, part, skinTests, face
  case theme, about, letterKeys
  case undo, redo
  case lock, myPassphrase, switchUser
}

/// One line of the key table.
struct Binding: Hashable, Sendable {
  let command: Command
  /// Keys that work outside text fields.
  let plain: [Key]
  /// Keys that work everywhere.
  let anywhere: [Key]
  /// The letter in the actions menu.
  let letter: Character
  /// How the key line names the key, and the words beside it.
  let shown: String
  let words: String
  /// A sentence for help and the actions menu.
  let sentence: String
}

/// The one table from which keys, key line, help and actions menu are made.
enum KeyMap {
  static let bindings: [Binding] = [
    Binding(
      command: .back, plain: [.character("<"), .backspace, .left],
      anywhere: [.function(3), .backTab], letter: "b", shown: "<", words: "Back",
      sentence: "one question back; never blocked"),
    Binding(
      command: .forward, plain: [.character(">"), .right, .tab], anywhere: [], letter: "n",
      shown: ">", words: "Next", sentence: "the next question"),
    Binding(
      command: .clearAnswer, plain: [.character("-")], anywhere: [], letter: "-", shown: "-",
      words: "Clear", sentence: "clear this answer to not answered"),
    Binding(
      command: .unsure, plain: [], anywhere: [], letter: "u", shown: "U", words: "Not sure",
      sentence: "the patient is not sure"),
    Binding(
      command: .declined, plain: [], anywhere: [], letter: "d", shown: "D", words: "Declines",
      sentence: "the patient prefers not to say"),
    Binding(
      command: .help, plain: [.character("?")], anywhere: [.control("g"), .function(1)],
      letter: "w", shown: "?", words: "Why/help", sentence: "why it is asked, its source, keys"),
    Binding(
      command: .note, plain: [.character("c"), .character("C")], anywhere: [], letter: "c",
      shown: "C", words: "Note", sentence: "write a note on this question"),
    Binding(
      command: .findings, plain: [.character("g"), .character("G")], anywhere: [], letter: "g",
      shown: "G", words: "Findings", sentence: "findings with their reasons"),
    Binding(
      command: .jump, plain: [], anywhere: [.control("f"), .function(4)], letter: "f",
      shown: "^F", words: "Find", sentence: "find a question, a section or an action"),
    Binding(
      command: .review, plain: [], anywhere: [.control("r")], letter: "r", shown: "^R",
      words: "Review", sentence: "review all answers"),
    Binding(
      command: .result, plain: [], anywhere: [], letter: "o", shown: "O", words: "Result",
      sentence: "the result, after the review"),
    Binding(
      command: .next, plain: [], anywhere: [], letter: "j", shown: "J", words: "Next to do",
      sentence: "the next question that is not answered"),
    Binding(
      command: .emergency, plain: [], anywhere: [], letter: "e", shown: "E", words: "Emergency",
      sentence: "emergency screens; their numbers open them at once"),
    Binding(
      command: .undo, plain: [], anywhere: [], letter: "z", shown: "Z", words: "Undo",
      sentence: "undo the last answer; the record keeps both"),
    Binding(
      command: .redo, plain: [], anywhere: [], letter: "y", shown: "Y", words: "Redo",
      sentence: "do again what was undone"),
    Binding(
      command: .part, plain: [], anywhere: [], letter: "v", shown: "V", words: "My part",
      sentence: "front desk, nurse, clinician or everyone"),
    Binding(
      command: .skinTests, plain: [], anywhere: [], letter: "h", shown: "H", words: "Skin tests",
      sentence: "skin tests: planned, placed, read"),
    Binding(
      command: .export, plain: [], anywhere: [], letter: "p", shown: "P", words: "Print",
      sentence: "write the summary to a file"),
    Binding(
      command: .saveAgain, plain: [], anywhere: [], letter: "a", shown: "A", words: "Save again",
      sentence: "try again to save what is not saved"),
    Binding(
      command: .home, plain: [], anywhere: [], letter: "s", shown: "S", words: "Save and close",
      sentence: "close this consultation; it stays saved"),
    Binding(
      command: .face, plain: [], anywhere: [], letter: "t", shown: "T", words: "Lines or screen",
      sentence: "speak by lines, for screen readers, or show the screen"),
    Binding(
      command: .theme, plain: [], anywhere: [], letter: "m", shown: "M", words: "Theme",
      sentence: "colours, mono, contrast or text only; says which"),
    Binding(
      command: .letterKeys, plain: [], anywhere: [], letter: "k", shown: "K",
      words: "Letter keys", sentence: "letters as keys, on or off; digits always work"),
    Binding(
      command: .about, plain: [], anywhere: [], letter: "i", shown: "I", words: "About",
      sentence: "program, protocol pack, intended use"),
    Binding(
      command: .repaint, plain: [], anywhere: [.control("l")], letter: "l", shown: "^L",
      words: "Redraw", sentence: "redraw the screen"),
    Binding(
      command: .suspend, plain: [], anywhere: [.control("z")], letter: "&", shown: "^Z",
      words: "Suspend", sentence: "back to the shell; fg returns"),
    Binding(
      command: .leave, plain: [], anywhere: [.control("c")], letter: "q", shown: "^C",
      words: "Leave", sentence: "leave the program; asks first"),
    Binding(
      command: .lock, plain: [], anywhere: [], letter: "x", shown: "^X^X", words: "Lock",
      sentence: "lock the screen: Ctrl-X twice, at any place"),
    Binding(
      command: .myPassphrase, plain: [], anywhere: [], letter: "*", shown: "*", words: "My PIN",
      sentence: "set or change the PIN that unlocks the screen"),
    Binding(
      command: .switchUser, plain: [], anywhere: [], letter: "@", shown: "@", words: "Other user",
      sentence: "another person goes on, with a PIN of their own"),
    Binding(
      command: .actions, plain: [], anywhere: [.control("x"), .function(2)], letter: ".",
      shown: "^X", words: "More", sentence: "the actions menu"),
  ]

  /// The command of a key, if it has one.
  ///
  /// In a text field Backspace and the arrows edit, and letters are text.
  static func command(for key: Key, isText: Bool) -> Command? {
    for binding in bindings {
      if binding.anywhere.contains(key) { return binding.command }
      if !isText, binding.plain.contains(key) { return binding.command }
    }
    return nil
  }

  /// The command of a letter in the actions menu.
  static func command(forMenuLetter letter: Character) -> Command? {
    let lower = letter.lowercased()
    return bindings.first { String($0.letter) == lower }?.command
  }

  static func binding(_ command: Command) -> Binding? {
    bindings.first { $0.command == command }
  }

  /// The key line of a place: `? Why/help  ^F Find  ^X More`.
  static func line(_ commands: [Command]) -> String {
    commands.compactMap(binding).map { "\($0.shown) \($0.words)" }.joined(separator: "  ")
  }
}
