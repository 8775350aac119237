import ClinicalModel
import Consultation
import NameSearch
import Terminal

// Lines for lists: names with numbered matches, entries, and their fields.

extension LinearReader {
  func list(_ typed: String, _ page: ListPage, _ session: Session) -> Heard {
    let level = page.level
    let lower = typed.lowercased()
    switch level.input {
    case .adding(let picker) where !picker.isBlank: return match(typed, picker)
    case .adding(let picker):
      if let heard = entryCommand(typed, level) { return heard }
      if lower == "<" { return .keys([.backTab]) }
      if lower == ">" { return .keys([.character(">")]) }
      return beside(typed) ?? name(typed, picker)
    case .browsing:
      return entryCommand(typed, level)
        ?? letters(typed, "aud", otherwise: "A adds an entry, a number opens one, done ends.")
    case .removing:
      if ["y", "yes"].contains(lower) { return .keys([.character("y")]) }
      if ["n", "no", "<"].contains(lower) { return .keys([.character("n")]) }
      return .say(["Y removes the entry, N keeps it. Nothing was taken."])
    case .rereading:
      return letters(typed, "yens", otherwise: "Y still right, E changed, N not any more, S anew.")
    case .form(let form): return self.form(typed, form, level.list, session)
    }
  }

  /// Opens or removes an entry by its number, or says that the list is whole.
  private func entryCommand(_ typed: String, _ level: ListLevel) -> Heard? {
    let lower = typed.lowercased()
    if lower == "done" || lower == "0" { return .keys([.tab]) }
    if let number = Int(lower), number > 0 {
      guard level.entries.indices.contains(number - 1) else {
        return .say(["There is no entry \(number). Nothing was taken."])
      }
      return .keys(mark(number - 1, from: level.mark) + [.enter])
    }
    guard lower.hasPrefix("-"), let number = Int(String(lower.dropFirst()).trimmed) else {
      return nil
    }
    guard level.entries.indices.contains(number - 1) else {
      return .say(["There is no entry \(number). Nothing was taken."])
    }
    return .keys(mark(number - 1, from: level.mark) + [.character("-")])
  }

  /// A name or a part of it, to be looked up.
  private func name(_ typed: String, _ picker: NamePicker) -> Heard {
    var text = typed
    if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      text = String(text.dropFirst().dropLast())
    }
    guard text.count <= picker.field.lengthMax else {
      return .say(["No name is as long as this. Nothing was taken."])
    }
    return .keys(replace(picker.field, with: text))
  }

  /// A match by its number; 0 keeps the text; another name looks anew.
  private func match(_ typed: String, _ picker: NamePicker) -> Heard {
    let lines = picker.lines
    if typed == "<" { return .keys([.control("u")]) }
    if let number = Int(typed), (0...999).contains(number) {
      if number == 0 {
        guard case .freeText? = lines.last else {
          return .say(["This name is known: take its number. Nothing was taken."])
        }
        return .keys(mark(lines.count - 1, from: picker.mark) + [.enter])
      }
      guard picker.found.lines.indices.contains(number - 1) else {
        return .say(["There is no match \(number). Nothing was taken."])
      }
      return .keys(mark(number - 1, from: picker.mark) + [.enter])
    }
    if typed.lowercased() == "y" {
      return .say(["The number of a line takes it. Nothing was taken."])
    }
    if typed.count == 1, let heard = beside(typed) { return heard }
    return name(typed, picker)
  }

  // MARK: - Fields of an entry

  private func form(
    _ typed: String, _ form: EntryForm, _ list: Question, _ session: Session
  ) -> Heard {
    let lower = typed.lowercased()
    // What is typed and not taken goes first: a date is not recorded in passing.
    if !form.typed.isEmpty {
      if lower == "<" { return .keys([.control("u")]) }
      if lower == ">" || lower == "done" {
        return .say(["What stands here is not recorded yet, and < clears it. Nothing was taken."])
      }
    }
    if lower == "done" { return .keys([.tab]) }
    if lower == "<" { return .keys([.backTab]) }
    switch form.input {
    case .choice: return formChoice(lower, form)
    case .text(let field):
      if lower == ">" { return .keys([.enter]) }
      if let heard = beside(typed) { return heard }
      guard case .date(let tense, let orNever, let orCurrent) = form.field.kind else {
        return typed == "=" && !field.isBlank ? .keys([.enter]) : words(typed, into: field)
      }
      if orNever && lower == "never" || orCurrent && lower == "current" {
        return words(lower, into: field)
      }
      let today = session.day
      return date(typed, into: field, form.dateEntry(tense, in: list, today))
    case .name(let picker):
      let isRecorded = form.entry[form.field.id] == .known(.text(picker.field.committed))
      if lower == ">", picker.isBlank || isRecorded { return .keys([.enter]) }
      if picker.isBlank || isRecorded { return beside(typed) ?? name(typed, picker) }
      return match(typed, picker)
    case .names(let picker, let mark):
      guard picker.isBlank else { return match(typed, picker) }
      if lower == ">" { return .keys([.enter]) }
      if lower.hasPrefix("-"), let number = Int(String(lower.dropFirst()).trimmed),
        form.chosen.indices.contains(number - 1)
      {
        return .keys(self.mark(number - 1, from: mark) + [.character("-")])
      }
      return beside(typed) ?? name(typed, picker)
    case .list:
      if lower == ">" { return .keys([.enter]) }
      return letters(typed, "a", otherwise: "A adds, > goes on.")
    }
  }

  private func formChoice(_ lower: String, _ form: EntryForm) -> Heard {
    if lower == ">" { return .keys([.character(">")]) }
    let choices = form.choices
    let parts = lower.split(whereSeparator: { " ,;".contains($0) })
    let named = parts.compactMap { part in
      choices.first { String($0.key) == part } ?? part.first.flatMap(form.numbered)
    }
    if named.count == parts.count, !named.isEmpty {
      guard case .multiple = form.field.kind else {
        return named.count == 1
          ? .keys([.character(named[0].key)]) : .say(["One line only. Nothing was taken."])
      }
      if named.count == 1, named[0].answer == form.field.unsure {
        return .keys([.character(named[0].key)])
      }
      // Exactly these: those that are marked and not named are turned back.
      let turned = choices.filter { choice in
        choice.answer != form.field.unsure
          && (form.box(choice) == "[x]") != named.contains(choice)
      }
      return .keys(turned.map { .character($0.key) } + [.enter])
    }
    if let choice = choices.first(where: { $0.label.lowercased() == lower }) {
      return formChoice(String(choice.key), form)
    }
    return common(lower) ?? .say(["\(lower) is no line of this field. Nothing was taken."])
  }
}
