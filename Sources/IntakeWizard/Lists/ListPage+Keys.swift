import ClinicalModel
import Consultation
import NameSearch
import Terminal

// Keys on the list itself. Going away never takes an entry away: only Y to
// "Remove?" does.

extension ListPage {
  mutating func press(_ key: Key, _ around: ListSurroundings) -> ListOutcome {
    let before = entries
    defer { if entries != before { standing = .beingChanged } }
    switch level.input {
    case .adding(let picker): return addingKey(key, picker, around)
    case .browsing: return browsingKey(key, around)
    case .removing(let index): return removingKey(key, index, around)
    case .form(let form): return formKey(key, form, around)
    case .rereading(let index): return rereadingKey(key, index, around)
    }
  }

  private mutating func addingKey(
    _ key: Key, _ picker: NamePicker, _ around: ListSurroundings
  ) -> ListOutcome {
    if picker.isBlank, let outcome = blankKey(key, around) { return outcome }
    var picker = picker
    switch key {
    case .tab:
      return .said("What is typed is not in the list yet: take a line, or Ctrl-U clears it.")
    case .backTab, .function(3): return .command(.back)
    default: break
    }
    let step = picker.press(key, around.tables, reason: "")
    level.input = .adding(picker)
    level.mark = .nothing
    switch step {
    case .typed, .marked: return .nothing
    case .said(let words): return .said(words)
    case .took(let line): return add(line, around)
    case .notMine:
      if key == .escape { return .said("Ctrl-U clears the line. Tab: the list is complete.") }
      return KeyMap.command(for: key, in: .field).map { .command($0) } ?? .nothing
    }
  }

  /// Keys while nothing is typed: then they act on the entries.
  private mutating func blankKey(_ key: Key, _ around: ListSurroundings) -> ListOutcome? {
    switch key {
    case .character(let character):
      switch character {
      case "?": return .command(.help)
      case "<": return .command(.back)
      case ">": return .command(.forward)
      case "-": return askToRemove()
      case _ where level.mark != .nothing && character.isASCII && character.isNumber:
        // As with the lines of the picker: a digit is text until an entry is
        // marked.
        guard let number = character.wholeNumberValue, level.entries.indices.contains(number - 1)
        else { return nil }
        return open(number - 1, around)
      default: return nil
      }
    case .backspace: return .command(.back)
    default: return listKey(key, around)
    }
  }

  /// Keys that act on the entries wherever no text is typed.
  private mutating func listKey(_ key: Key, _ around: ListSurroundings) -> ListOutcome? {
    let count = level.entries.count
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      guard count > 0 else { return .said("There is no entry yet.") }
      let step =
        [Key.up: -1, .down: 1, .pageUp: -5, .pageDown: 5, .home: -count][key] ?? count
      level.mark = level.mark.moved(by: step, of: count)
      return .nothing
    case .enter:
      guard case .line(let line) = level.mark, level.entries.indices.contains(line) else {
        return .said("Nothing is marked, so Enter does nothing. Tab: the list is complete.")
      }
      return open(line, around)
    case .delete: return askToRemove()
    case .tab: return levels.count > 1 ? leaveInner(around) : .complete
    case .escape:
      if levels.count > 1 { return leaveInner(around) }
      level.mark = .nothing
      return .said("Tab: the list is complete. Ctrl-X shows all actions.")
    default: return nil
    }
  }

  private mutating func browsingKey(_ key: Key, _ around: ListSurroundings) -> ListOutcome {
    if let outcome = listKey(key, around) { return outcome }
    guard case .character(let character) = key else {
      return KeyMap.command(for: key, in: .choice).map { back($0, around) } ?? .nothing
    }
    switch character {
    case "a", "A": return begin(around)
    case "-": return askToRemove()
    case "u", "U": return levels.count > 1 ? .nothing : .command(.unsure)
    case "d", "D": return levels.count > 1 ? .nothing : .command(.declined)
    default: break
    }
    if let number = character.wholeNumberValue, level.entries.indices.contains(number - 1) {
      return open(number - 1, around)
    }
    if let command = KeyMap.command(for: key, in: .choice) { return back(command, around) }
    return .said("A adds an entry, a number opens one, Tab: the list is complete.")
  }

  /// Back from an inner list leads to the entry it belongs to.
  private mutating func back(_ command: Command, _ around: ListSurroundings) -> ListOutcome {
    command == .back && levels.count > 1 ? leaveInner(around) : .command(command)
  }

  private mutating func askToRemove() -> ListOutcome {
    guard case .line(let line) = level.mark, level.entries.indices.contains(line) else {
      return .said(
        level.entries.isEmpty
          ? "There is no entry yet." : "Mark the entry first: Up or Down, then - removes it.")
    }
    level.input = .removing(line)
    return .nothing
  }

  private mutating func removingKey(
    _ key: Key, _ index: Int, _ around: ListSurroundings
  ) -> ListOutcome {
    level.input = level.resting(around.tables)
    guard key == .character("y") || key == .character("Y") else {
      return .said("The entry is kept.")
    }
    level.entries.remove(at: index)
    level.mark = .nothing
    carryUp()
    return .settled("The entry is removed. The earlier list stays in the history.")
  }

  /// Puts a taken name into the list and goes on to its other fields.
  private mutating func add(_ line: NamePicker.Line, _ around: ListSurroundings) -> ListOutcome {
    guard level.entries.count < Answer.entriesMax, let name = level.list.fields.first else {
      return .said("The list is full: \(Answer.entriesMax) entries.")
    }
    let twin = level.entries.firstIndex { isSame($0[name.id], line, name, around) }
    level.entries.append([name.id: .known(.text(line.text))])
    advance(level.entries.count - 1, level.entries[level.entries.count - 1], after: name.id, around)
    carryUp()
    return .settled(twin.map { "This is also number \($0 + 1) of the list." } ?? "")
  }

  private func isSame(
    _ answer: Answer, _ line: NamePicker.Line, _ name: Question, _ around: ListSurroundings
  ) -> Bool {
    guard case .known(.text(let text)) = answer, case .name(let table) = name.kind else {
      return false
    }
    let (own, other) = (
      around.tables.meanings(of: text, in: table), around.tables.meanings(of: line.text, in: table)
    )
    return own.isEmpty ? text == line.text : Set(own) == Set(other)
  }

  /// Asks a new entry from its first field.
  mutating func begin(_ around: ListSurroundings) -> ListOutcome {
    guard level.entries.count < Answer.entriesMax, let first = level.list.fields.first else {
      return .said("The list is full: \(Answer.entriesMax) entries.")
    }
    level.input = .form(EntryForm(level.entries.count, Answers(), at: first, around.tables))
    return .nothing
  }

  /// Opens an entry to change it, at its first field.
  private mutating func open(_ index: Int, _ around: ListSurroundings) -> ListOutcome {
    guard let first = level.list.fields.first else { return .nothing }
    level.mark = .line(index)
    level.input = .form(EntryForm(index, level.entries[index], at: first, around.tables))
    return .nothing
  }

  /// Puts the entries of an inner list into the entry they belong to, and so on
  /// outward.
  mutating func carryUp() {
    for depth in levels.indices.dropFirst().reversed() {
      let inner = levels[depth]
      guard case .form(var form) = levels[depth - 1].input else { continue }
      form.entry[inner.list.id] =
        inner.entries.isEmpty ? .unknown(.notAsked) : .known(.entries(inner.entries))
      levels[depth - 1].input = .form(form)
      levels[depth - 1].take(form)
    }
  }

  /// Leaves an inner list for the entry it belongs to, at the field after it.
  private mutating func leaveInner(_ around: ListSurroundings) -> ListOutcome {
    carryUp()
    let inner = levels.removeLast()
    guard case .form(let form) = level.input else { return .nothing }
    return goOn(form, after: inner.list.id, around)
  }
}

extension ListLevel {
  /// Takes an entry in, as far as anything of it is known.
  mutating func take(_ form: EntryForm) {
    guard !form.entry.asked.isEmpty else { return }
    if entries.indices.contains(form.index) {
      entries[form.index] = form.entry
    } else {
      entries.append(form.entry)
    }
  }
}

extension NamePicker.Line {
  /// What is recorded.
  var text: String {
    switch self {
    case .suggestion(let suggestion): suggestion.text
    case .freeText(let text): text
    }
  }
}
