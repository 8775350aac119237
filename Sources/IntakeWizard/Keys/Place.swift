/// Where a key is pressed: a page, a part of one, or what lies over it.
enum Place: String, Hashable, CaseIterable, Sendable {
  case home, returning, worklist
  /// A question with options: plain keys work.
  case choice
  /// A question of which several options may hold.
  case marks
  /// A question with a text field: letters belong to the field.
  case field
  case group, table, tableField, reconfirm, partDone
  /// A list: its entries, a name being typed, and what is asked of an entry.
  case list, listTyping, listRemoving, listRereading
  case entryChoice, entryText, entryName, entryList
  case review, result
  /// A field of the result: a reason, a day, a name.
  case decision
  case skinTests, skinTestChoice, skinTestField, skinTestButton
  case export, folder
  /// A page without keys of its own.
  case other

  /// Whether letters and digits are text here.
  var isText: Bool {
    switch self {
    case .returning, .field, .tableField, .listTyping, .entryText, .entryName, .decision,
      .skinTestField, .folder:
      true
    default: false
    }
  }

  /// The place in words, as a heading of the key table.
  var title: String {
    switch self {
    case .home: "Home"
    case .returning: "Returning patient"
    case .worklist: "Skin tests to read"
    case .choice: "Question"
    case .marks: "Question with several marks"
    case .field: "Question with a text field"
    case .group: "Questions asked together"
    case .table: "Section as a table"
    case .tableField: "A date in the table"
    case .reconfirm: "Facts of the last visit"
    case .partDone: "End of a part"
    case .list: "List, its entries"
    case .listTyping: "List, a name being typed"
    case .listRemoving: "List, an entry to be removed"
    case .listRereading: "List of the last visit"
    case .entryChoice: "Entry, a choice"
    case .entryText: "Entry, a text field"
    case .entryName: "Entry, a name"
    case .entryList: "Entry, a list of its own"
    case .review: "Review"
    case .result: "Result"
    case .decision: "Result, a field"
    case .skinTests: "Skin tests"
    case .skinTestChoice: "Skin test form"
    case .skinTestField: "Skin test form, a field"
    case .skinTestButton: "Skin test form, its end"
    case .export: "Print or export"
    case .folder: "The folder for files"
    case .other: ""
    }
  }

  /// The commands that the key line names beside the place's own keys.
  var hinted: [Command] {
    switch self {
    case .home: [.help]
    case .choice: [.back, .forward, .help, .note, .jump, .review]
    case .marks: [.back, .forward, .help, .note]
    case .field: [.back, .forward, .help, .jump]
    case .group: [.back, .help, .note, .jump, .review]
    case .table: [.back, .forward, .clearAnswer, .help, .note, .review]
    case .reconfirm: [.back, .note, .jump]
    case .partDone: [.back, .note, .jump, .review]
    case .tableField: [.help]
    case .list: [.back, .help, .note]
    case .listTyping, .entryText, .entryName: [.help, .back]
    case .entryChoice: [.back, .forward, .help]
    case .entryList: [.back]
    case .review: [.back, .note]
    case .result: [.back, .help]
    case .skinTests: [.back]
    default: []
    }
  }

  /// Whether the key line ends with the actions menu.
  var hintsActions: Bool {
    switch self {
    case .returning, .folder, .skinTestField:
      false
    default: true
    }
  }
}
