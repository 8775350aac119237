import ClinicalModel
import Consultation
import Terminal

// What a person does while an entry's fields are asked, one at a time.

extension ListScreen {
  mutating func perform(inEntry act: Act, _ around: ListSurroundings) -> ListOutcome {
    guard case .form(var form) = level.input else { return .nothing }
    form.problem = nil
    switch act {
    case .leaveEntry: return close("The entry is kept as it stands.", around)
    case .previousField: return goBack(form, around)
    case .nextField: return goOn(form, after: form.field.id, around)
    case .endEntry:
      guard take(&form, around) else { return .nothing }
      return close("", around)
    case .moveChoice(let key): move(key, form)
    case .choose(let choices): return choose(choices, form, around)
    case .takeChoice: return takeChoice(form, around)
    case .write(let words):
      guard case .text(let field) = form.input else { break }
      form.input = .text(TextField(text: words, lengthMax: field.lengthMax))
      level.input = .form(form)
    case .take:
      guard take(&form, around) else { return .nothing }
      return goOn(form, after: form.field.id, around)
    case .unsure: return answer(.unknown(.unsure), form, around)
    case .clearField: return clearField(around)
    case .markChosen, .dropMarked, .dropChosen: return changeChosen(act, form)
    case .openInner: return openInner(form, around)
    default: break
    }
    return .nothing
  }

  private mutating func move(_ key: Key, _ form: EntryForm) {
    guard case .choice(let mark) = form.input else { return }
    var form = form
    let count = form.choices.count
    let step = [.up, .pageUp, .home].contains(key) ? -1 : 1
    form.input = .choice(mark.moved(by: step * (key == .up || key == .down ? 1 : count), of: count))
    level.input = .form(form)
  }

  private mutating func takeChoice(_ form: EntryForm, _ around: ListSurroundings) -> ListOutcome {
    if case .choice(.line(let line)) = form.input, form.choices.indices.contains(line) {
      return choose([form.choices[line]], form, around)
    }
    if form.entry[form.field.id] != .unknown(.notAsked) {
      return goOn(form, after: form.field.id, around)
    }
    return .said("Enter chooses nothing. Press a key shown; Tab ends the entry.")
  }

  /// Answers and goes on; of several marks each is turned until Enter.
  private mutating func choose(
    _ choices: [EntryForm.Choice], _ form: EntryForm, _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    for choice in choices {
      guard case .multiple = form.field.kind, choice.answer != form.field.unsure else {
        return answer(choice.answer, form, around)
      }
      form.entry[form.field.id] = form.turning(choice)
    }
    form.input = .choice(.nothing)
    hold(form)
    return .said("Enter goes on.")
  }

  private mutating func changeChosen(_ act: Act, _ form: EntryForm) -> ListOutcome {
    guard case .names(let picker, let mark) = form.input else { return .nothing }
    var form = form
    var chosen = form.chosen
    if case .markChosen(let step) = act {
      form.input = .names(picker, mark: mark.moved(by: step, of: chosen.count))
      level.input = .form(form)
      return .nothing
    }
    var line: Int?
    if case .dropChosen(let place) = act { line = place }
    if case .dropMarked = act, case .line(let marked) = mark { line = marked }
    guard let line, chosen.indices.contains(line) else {
      return .said("Mark a name first: Up or Down, then - takes it off.")
    }
    chosen.remove(at: line)
    form.entry[form.field.id] = chosen.isEmpty ? .unknown(.notAsked) : .known(.choices(chosen))
    form.input = .names(picker, mark: .nothing)
    hold(form)
    return .nothing
  }

  private mutating func openInner(_ form: EntryForm, _ around: ListSurroundings) -> ListOutcome {
    var entries: [Answers] = []
    if case .known(.entries(let known)) = form.entry[form.field.id] { entries = known }
    levels.append(ListLevel(form.field, entries, around.tables))
    return entries.isEmpty ? begin(around) : .nothing
  }

  // MARK: - Lists within lists

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
  mutating func leaveInner(_ around: ListSurroundings) -> ListOutcome {
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
