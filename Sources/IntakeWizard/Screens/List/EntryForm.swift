import ClinicalModel
import Consultation
import NameSearch
import Terminal

extension EntryForm {
  /// A form at a field; what was recorded is shown, never preselected.
  init(_ index: Int, _ entry: Answers, at field: Question, _ tables: TableNames) {
    self.index = index
    self.entry = entry
    self.field = field
    let answer = entry[field.id]
    switch field.kind {
    case .single, .multiple: input = .choice(.nothing)
    case .text:
      var text = ""
      if case .known(.text(let known)) = answer { text = known }
      input = .text(TextField(text: text, lengthMax: 120))
    case .number:
      var text = ""
      if case .known(.number(let number)) = answer { text = number.description }
      input = .text(TextField(text: text, lengthMax: 20))
    case .date:
      input = .text(TextField(text: Self.dateText(answer), lengthMax: 30))
    case .name(let table):
      var text = ""
      if case .known(.text(let known)) = answer { text = known }
      input = .name(NamePicker(table, takesFreeText: true, text: text, tables: tables))
    case .names(let table):
      input = .names(NamePicker(table, takesFreeText: false, tables: tables), mark: .nothing)
    case .list: input = .list
    }
  }

  private static func dateText(_ answer: Answer) -> String {
    switch answer {
    case .known(.date(let date)): date.spelled
    case .known(.never): "never"
    case .known(.current): "current"
    default: ""
    }
  }

  /// One line that can be chosen with one key.
  struct Choice: Hashable {
    let key: Character
    let label: String
    let answer: Answer
  }

  /// The lines of a choice; not sure is always the last and always U.
  var choices: [Choice] {
    let options = field.options.filter { $0.id != .notSure }
    let lines = options.enumerated().map { index, option in
      let key: Character =
        field.isYesNo ? (option.id == "yes" ? "y" : "n") : Character(String((index + 1) % 10))
      return Choice(key: key, label: option.label, answer: lineAnswer(option.id))
    }
    let sorted = field.isYesNo ? lines.sorted { $0.key > $1.key } : lines
    let unsure = field.option(.notSure)?.label ?? "Not sure"
    return sorted + [Choice(key: "u", label: unsure, answer: field.unsure)]
  }

  /// The line of a number where letters stand beside the lines: the hand may
  /// still be on the digits of the field before.
  func numbered(_ key: Character) -> Choice? {
    guard field.isYesNo, let number = key.wholeNumberValue, (1...2).contains(number) else {
      return nil
    }
    return choices[number - 1]
  }

  /// What the field says after a line of several is turned.
  func turning(_ choice: Choice) -> Answer {
    choices.first { $0.key == choice.key }?.answer ?? choice.answer
  }

  /// What a line says: of several, the marks with this one turned.
  private func lineAnswer(_ option: Option.ID) -> Answer {
    guard case .multiple = field.kind else { return .known(.choice(option)) }
    var marked = chosen
    if let place = marked.firstIndex(of: option) {
      marked.remove(at: place)
    } else {
      // "None of these" and an option exclude each other.
      marked = option == Option.none ? [] : marked.filter { $0 != Option.none }
      marked.append(option)
    }
    let ordered = field.options.map(\.id).filter(marked.contains)
    return ordered.isEmpty ? .unknown(.notAsked) : .known(.choices(ordered))
  }

  /// The ids chosen so far in a field of names or marks.
  var chosen: [Option.ID] {
    if case .known(.choices(let ids)) = entry[field.id] { ids } else { [] }
  }

  /// Why it is taken, as far as it is known.
  var reason: String {
    if case .known(.text(let text)) = entry[.reason] { text } else { "" }
  }

  /// What was typed and is not yet in the entry.
  var typed: String {
    switch input {
    case .text(let field):
      field.text == EntryForm.shown(entry[self.field.id]) ? "" : field.text
    case .name(let picker):
      entry[field.id] == .known(.text(picker.field.text)) ? "" : picker.field.text
    case .names(let picker, _): picker.field.text
    case .choice, .list: ""
    }
  }

  /// How a recorded answer stands in its field.
  private static func shown(_ answer: Answer) -> String {
    switch answer {
    case .known(.text(let text)): text
    case .known(.number(let number)): number.description
    default: dateText(answer)
    }
  }

  /// What the text of the field says; an empty one says nothing.
  func read(_ typed: TextField, in list: Question, _ today: CalendarDate)
    -> FieldReading
  {
    let text = typed.committed
    // Emptied by a person: the answer is taken back.
    if text.isEmpty {
      if case .known = entry[field.id] { return .answer(.unknown(.notAsked)) }
      return .empty
    }
    switch field.kind {
    case .number(let unit, let range):
      switch NumberEntry(unit: unit, range: range).read(text, label: field.label) {
      case .empty: return .empty
      case .number(let number): return .answer(.known(.number(number)))
      case .refused(let words): return .refused(words)
      }
    case .date(let tense, let orNever, let orCurrent):
      if orNever, text.lowercased() == "never" { return .answer(.known(.never)) }
      if orCurrent, text.lowercased() == "current" { return .answer(.known(.current)) }
      switch dateEntry(tense, in: list, today).read(text, label: field.label) {
      case .empty: return .empty
      case .date(let date): return .answer(.known(.date(date)))
      case .refused(let words): return .refused(words)
      }
    default: return .answer(.known(.text(text)))
    }
  }

  /// How a date of the field is read; the read-back asks here too, so that both
  /// always say the same.
  func dateEntry(_ tense: DateTense, in list: Question, _ today: CalendarDate) -> DateEntry {
    DateEntry(today: today, tense: isBoundToPast(in: list) ? .past : tense)
  }

  /// What has been placed has been placed by today.
  private func isBoundToPast(in list: Question) -> Bool {
    guard list.kind == .list(.skinTests), field.id == .placed,
      case .known(.choice(let state)) = entry[.testState]
    else { return false }
    return state != "planned"
  }

  /// Why the entry cannot stand as it is; nothing when it can.
  func problem(in list: Question, _ today: CalendarDate) -> String? {
    guard list.kind == .list(.skinTests), field.id == .testState,
      case .known(.choice(let state)) = entry[.testState], state != "planned",
      case .known(.date(let placed)) = entry[.placed], placed.earliest > today
    else { return nil }
    return "The day of placing is still to come: change it first, or leave the state planned"
  }
}

extension Question {
  /// What not sure means to a field: its own option, where it has one.
  var unsure: Answer {
    option(.notSure) == nil ? .unknown(.unsure) : .known(.choice(.notSure))
  }
}

extension Option.ID {
  /// The option that says "not sure" in so many words.
  static let notSure: Self = "unknown"
}
