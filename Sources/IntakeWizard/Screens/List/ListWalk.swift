import ClinicalModel
import Consultation
import Terminal

// From field to field of an entry, and back to the list.

extension ListScreen {
  /// Records a field's answer and goes on.
  mutating func answer(
    _ answer: Answer, _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    let before = form.entry
    form.entry[form.field.id] = answer
    if let words = form.problem(in: level.list, around.today) {
      form.entry = before
      form.problem = words
      level.input = .form(form)
      return .nothing
    }
    return goOn(form, after: form.field.id, around)
  }

  /// The patient is not sure of the field that is asked.
  mutating func fieldUnsure(_ around: ListSurroundings) -> ListOutcome {
    guard case .form(let form) = level.input else { return .nothing }
    switch form.input {
    case .choice: return answer(form.field.unsure, form, around)
    case .text: return answer(.unknown(.unsure), form, around)
    case .name, .names, .list:
      return .said("Type what is known of the name: it is kept as text, not checked.")
    }
  }

  /// Takes a field's answer back.
  mutating func clearField(_ around: ListSurroundings) -> ListOutcome {
    guard case .form(var form) = level.input else { return .nothing }
    if case .name = form.input { return .said("Type another name, or remove the entry.") }
    let before = form.entry
    form.entry[form.field.id] = .unknown(.notAsked)
    guard !form.entry.asked.isEmpty || before.asked.isEmpty else {
      return .said("Nothing else is known of the entry: remove it from the list instead.")
    }
    form = EntryForm(form.index, form.entry, at: form.field, around.tables)
    hold(form)
    return .said("Not recorded.")
  }

  /// Takes what is typed into the entry; false when it cannot be read.
  mutating func take(_ form: inout EntryForm, _ around: ListSurroundings) -> Bool {
    switch form.input {
    case .text(let field):
      switch form.read(field, in: level.list, around.today) {
      case .answer(let answer):
        let rest = form.entry.asked.filter { $0 != form.field.id }
        // An entry of which nothing is known is no entry.
        if answer != .unknown(.notAsked) || !rest.isEmpty { form.entry[form.field.id] = answer }
      case .empty: break
      case .refused(let words):
        form.problem = words
        level.input = .form(form)
        return false
      }
    case .name(let picker):
      if !picker.isBlank, form.entry[form.field.id] != .known(.text(picker.field.committed)) {
        form.problem = "Take a line first: Down marks it. Ctrl-U clears what is typed"
        level.input = .form(form)
        return false
      }
    case .names(let picker, _):
      if !picker.isBlank {
        form.problem = "Take a line first: Down marks it. Ctrl-U clears what is typed"
        level.input = .form(form)
        return false
      }
    case .choice, .list: break
    }
    hold(form)
    return true
  }

  /// Keeps the entry as it stands now.
  mutating func hold(_ form: EntryForm) {
    level.input = .form(form)
    level.take(form)
    carryUp()
  }

  /// Asks the next field; after the last the entry is done.
  mutating func goOn(
    _ form: EntryForm, after field: Question.ID, _ around: ListSurroundings
  ) -> ListOutcome {
    hold(form)
    return advance(form.index, form.entry, after: field, around)
      ? .nothing : close("", around)
  }

  /// Shows the first field after this one that is asked of the entry.
  @discardableResult
  mutating func advance(
    _ index: Int, _ entry: Answers, after field: Question.ID, _ around: ListSurroundings
  ) -> Bool {
    let all = level.list.fields
    let place = all.firstIndex { $0.id == field } ?? -1
    let asked = Set(around.fields(of: level.list, for: entry).map(\.id))
    guard let next = all.dropFirst(place + 1).first(where: { asked.contains($0.id) }) else {
      return false
    }
    level.input = .form(EntryForm(index, entry, at: next, around.tables))
    return true
  }

  /// The field before; before the first lies the list. What is typed is taken
  /// along where it can be read.
  mutating func goBack(_ form: EntryForm, _ around: ListSurroundings) -> ListOutcome {
    var form = form
    guard take(&form, around) else { return .nothing }
    let asked = around.fields(of: level.list, for: form.entry)
    guard let place = asked.firstIndex(where: { $0.id == form.field.id }), place > 0 else {
      return close("The entry is kept as it stands.", around)
    }
    level.input = .form(EntryForm(form.index, form.entry, at: asked[place - 1], around.tables))
    return .nothing
  }

  /// Back to the list. Fields that do not apply any more are not carried on.
  mutating func close(_ words: String, _ around: ListSurroundings) -> ListOutcome {
    guard case .form(let form) = level.input else { return .nothing }
    if level.entries.indices.contains(form.index) {
      let entry = level.entries[form.index]
      let asked = Set(around.fields(of: level.list, for: entry).map(\.id))
      for id in entry.asked where !asked.contains(id) {
        level.entries[form.index][id] = .unknown(.notAsked)
      }
    }
    level.mark = .nothing
    level.input = level.resting(around.tables)
    if levels.count == 1, let next = nextEarlier { level.input = .rereading(next) }
    carryUp()
    return .settled(words)
  }
}
