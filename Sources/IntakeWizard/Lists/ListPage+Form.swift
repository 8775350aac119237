import ClinicalModel
import Consultation
import NameSearch
import Terminal

// Keys while an entry's fields are asked, one at a time.
//
//   1-9, Y, N, U   answer a choice and go on
//   Enter          goes on; an empty text, number or date stays not recorded
//   Shift-Tab      the field before
//   Tab            the entry is done; what was not asked stays not recorded
//   Esc            back to the list; the entry is kept as it stands

extension ListPage {
  mutating func formKey(
    _ key: Key, _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    form.problem = .none
    switch key {
    case .escape:
      if case .name(let picker) = form.input, picker.mark != .nothing { break }
      return close("The entry is kept as it stands.", around)
    case .backTab, .function(3): return goBack(form, around)
    case .tab:
      guard take(&form, around) else { return .nothing }
      return close("", around)
    default: break
    }
    switch form.input {
    case .choice(let mark): return choiceKey(key, form, mark, around)
    case .text(let field): return textKey(key, form, field, around)
    case .name(let picker): return nameKey(key, form, picker, around)
    case .names(let picker, let mark): return namesKey(key, form, picker, mark, around)
    case .list: return innerListKey(key, form, around)
    }
  }

  private mutating func choiceKey(
    _ key: Key, _ form: EntryForm, _ mark: ListMark, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    let choices = form.choices
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end:
      let step = [.up, .pageUp, .home].contains(key) ? -1 : 1
      let far = key == .up || key == .down ? 1 : choices.count
      form.input = .choice(mark.moved(by: step * far, of: choices.count))
      level.input = .form(form)
      return .nothing
    case .enter:
      if case .line(let line) = mark, choices.indices.contains(line) {
        return choose(choices[line], form, around)
      }
      if form.entry[form.field.id] != .unknown(.notAsked) {
        return goOn(form, after: form.field.id, around)
      }
      return .said("Enter chooses nothing. Press a key shown; Tab ends the entry.")
    case .character(let character):
      let wanted = Character(character.lowercased())
      if let choice = choices.first(where: { $0.key == wanted }) ?? form.numbered(wanted) {
        return choose(choice, form, around)
      }
      return formCommand(key, form, around)
    default: return formCommand(key, form, around)
    }
  }

  /// Answers and goes on; of several marks each is turned until Enter.
  private mutating func choose(
    _ choice: EntryForm.Choice, _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    guard case .multiple = form.field.kind, choice.answer != form.field.unsure else {
      return answer(choice.answer, form, around)
    }
    var form = form
    form.entry[form.field.id] = choice.answer
    form.input = .choice(.nothing)
    hold(form)
    return .said("Enter goes on.")
  }

  private mutating func textKey(
    _ key: Key, _ form: EntryForm, _ field: TextField, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    var field = field
    if case .number = form.field.kind, case .character(let character) = key {
      if "uU".contains(character) { return answer(.unknown(.unsure), form, around) }
      if "?".contains(character) { return .command(.help) }
    }
    switch key {
    case .enter, .down:
      guard take(&form, around) else { return .nothing }
      return goOn(form, after: form.field.id, around)
    case .up: return goBack(form, around)
    case .backspace where field.text.isEmpty: return goBack(form, around)
    default:
      switch field.handle(key) {
      case .notMine:
        return KeyMap.command(for: key, in: .field).map { .command($0) } ?? .nothing
      case .full: return .said("The field is full.")
      case .changed, .moved, .nothing, .refused: break
      }
      form.input = .text(field)
      level.input = .form(form)
      return .nothing
    }
  }

  private mutating func nameKey(
    _ key: Key, _ form: EntryForm, _ picker: NamePicker, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    var picker = picker
    let recorded = form.entry[form.field.id]
    if key == .enter, picker.mark == .nothing,
      picker.isBlank || recorded == .known(.text(picker.field.committed))
    {
      return goOn(form, after: form.field.id, around)
    }
    if key == .backspace, picker.field.text.isEmpty { return goBack(form, around) }
    let step = picker.press(key, around.tables, reason: form.reason)
    form.input = .name(picker)
    level.input = .form(form)
    switch step {
    case .typed, .marked: return .nothing
    case .said(let words): return .said(words)
    case .took(let line): return answer(.known(.text(line.text)), form, around)
    case .notMine:
      if picker.isBlank, key == .up { return goBack(form, around) }
      return KeyMap.command(for: key, in: .field).map { .command($0) } ?? .nothing
    }
  }

  private mutating func namesKey(
    _ key: Key, _ form: EntryForm, _ picker: NamePicker, _ mark: ListMark,
    _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    var picker = picker
    var mark = mark
    var chosen = form.chosen
    if picker.isBlank {
      switch key {
      case .enter: return goOn(form, after: form.field.id, around)
      case .up, .down:
        mark = mark.moved(by: key == .up ? -1 : 1, of: chosen.count)
        form.input = .names(picker, mark: mark)
        level.input = .form(form)
        return .nothing
      case .delete, .character("-"):
        guard case .line(let line) = mark, chosen.indices.contains(line) else {
          return .said("Mark a name first: Up or Down, then - takes it off.")
        }
        chosen.remove(at: line)
        form.entry[form.field.id] =
          chosen.isEmpty ? .unknown(.notAsked) : .known(.choices(chosen))
        form.input = .names(picker, mark: .nothing)
        hold(form)
        return .nothing
      case .backspace: return goBack(form, around)
      default: break
      }
    }
    let step = picker.press(key, around.tables, reason: "")
    form.input = .names(picker, mark: .nothing)
    level.input = .form(form)
    switch step {
    case .typed, .marked: return .nothing
    case .said(let words): return .said(words)
    case .took(.suggestion(let suggestion)):
      // What a label says is given by the rows of its own table.
      let new = suggestion.meanings.map { Option.ID(rawValue: $0.id) }.filter {
        around.tables.tables.has($0.rawValue, in: picker.table)
      }
      chosen += new.filter { !chosen.contains($0) }
      form.entry[form.field.id] = .known(.choices(chosen))
      form.input = .names(
        NamePicker(picker.table, takesFreeText: false, tables: around.tables), mark: .nothing)
      hold(form)
      return .said("Another one, or Enter goes on.")
    case .took(.freeText): return .nothing
    case .notMine: return KeyMap.command(for: key, in: .field).map { .command($0) } ?? .nothing
    }
  }

  private mutating func innerListKey(
    _ key: Key, _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    switch key {
    case .enter, .down: return goOn(form, after: form.field.id, around)
    case .up: return goBack(form, around)
    case .character("a"), .character("A"):
      var entries: [Answers] = []
      if case .known(.entries(let known)) = form.entry[form.field.id] { entries = known }
      levels.append(ListLevel(form.field, entries, around.tables))
      return entries.isEmpty ? begin(around) : .nothing
    default: return formCommand(key, form, around)
    }
  }

  /// Keys of a field without text.
  private mutating func formCommand(
    _ key: Key, _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    switch KeyMap.command(for: key, in: .choice) {
    case .back: return goBack(form, around)
    case .forward: return goOn(form, after: form.field.id, around)
    case .clearAnswer: return clearField(around)
    case .some(let command): return .command(command)
    case .none: return .said("That key does nothing here. Press ? for the keys.")
    }
  }
}
