import ClinicalModel
import Consultation
import Terminal

// Lines for lists: names with numbered matches, entries, and their fields.

extension ListScreen {
  func hear(_ line: String, _ around: ConsultationSurroundings) -> Heard<Act> {
    let lower = line.lowercased()
    switch level.input {
    case .adding(let picker) where !picker.isBlank: return match(line, picker)
    case .adding(let picker):
      if let heard = entryCommand(lower) { return heard }
      if lower == "<" { return .outcomes([.command(.back)]) }
      if lower == ">" { return .outcomes([.command(.forward)]) }
      return beside(line) ?? name(line, picker)
    case .browsing:
      if let heard = entryCommand(lower) { return heard }
      switch lower {
      case "a": return .act(.add)
      case "u", "d":
        return .outcomes(levels.count > 1 ? [] : [.command(lower == "u" ? .unsure : .declined)])
      default:
        return .general(otherwise: "A adds an entry, a number opens one, done ends.")
      }
    case .removing:
      if ["y", "yes"].contains(lower) { return .act(.remove) }
      if ["n", "no", "<"].contains(lower) { return .act(.keep) }
      return .say(["Y removes the entry, N keeps it. Nothing was taken."])
    case .rereading:
      let acts: [String: Act] = [
        "y": .confirmEarlier, "e": .changeEarlier, "n": .dropEarlier, "s": .askAnew,
      ]
      return acts[lower].map { .act($0) }
        ?? .general(otherwise: "Y still right, E changed, N not any more, S anew.")
    case .form(let form): return hear(line, form, around.session)
    }
  }

  /// Opens or removes an entry by its number, or says that the list is whole.
  private func entryCommand(_ lower: String) -> Heard<Act>? {
    if lower == "done" || lower == "0" { return .act(.complete) }
    let isRemoving = lower.hasPrefix("-")
    let digits = isRemoving ? String(lower.dropFirst()).trimmed : lower
    guard let number = Int(digits), isRemoving || number > 0 else { return nil }
    guard level.entries.indices.contains(number - 1) else {
      return .say(["There is no entry \(number). Nothing was taken."])
    }
    return .act(isRemoving ? .askToRemoveEntry(number - 1) : .open(number - 1))
  }

  private func beside(_ line: String) -> Heard<Act>? {
    LinearReader.isBeside(line) ? .general(otherwise: "") : nil
  }

  /// A name or a part of it, to be looked up.
  private func name(_ line: String, _ picker: NamePicker) -> Heard<Act> {
    let text = line.unquoted
    guard text.count <= picker.field.lengthMax else {
      return .say(["No name is as long as this. Nothing was taken."])
    }
    return .act(.look(text))
  }

  /// A match by its number; 0 keeps the text; another name looks again.
  private func match(_ line: String, _ picker: NamePicker) -> Heard<Act> {
    if line == "<" { return .act(.look("")) }
    if let number = Int(line), (0...999).contains(number) {
      guard let taken = picker.line(numbered: number) else {
        return .say([
          number == 0
            ? "This name is known: take its number. Nothing was taken."
            : "There is no match \(number). Nothing was taken."
        ])
      }
      return .act(.takeName(taken))
    }
    if line.lowercased() == "y" {
      return .say(["The number of a line takes it. Nothing was taken."])
    }
    return beside(line) ?? name(line, picker)
  }

  // MARK: - Fields of an entry

  private func hear(_ line: String, _ form: EntryForm, _ session: Session) -> Heard<Act> {
    let lower = line.lowercased()
    // What is typed and not taken goes first: a date is not recorded in passing.
    if !form.typed.isEmpty {
      if lower == "<" {
        if case .text = form.input { return .act(.write("")) }
        return .act(.look(""))
      }
      if lower == ">" || lower == "done" {
        return .say(["What stands here is not recorded yet, and < clears it. Nothing was taken."])
      }
    }
    if lower == "done" { return .act(.endEntry) }
    if lower == "<" { return .act(.previousField) }
    switch form.input {
    case .choice: return hearChoice(lower, form)
    case .text(let field): return hear(line, form, field, session)
    case .name(let picker):
      let isRecorded = form.entry[form.field.id] == .known(.text(picker.field.committed))
      if lower == ">", picker.isBlank || isRecorded { return .act(.nextField) }
      if picker.isBlank || isRecorded { return beside(line) ?? name(line, picker) }
      return match(line, picker)
    case .names(let picker, _):
      guard picker.isBlank else { return match(line, picker) }
      if lower == ">" { return .act(.nextField) }
      if lower.hasPrefix("-"), let number = Int(String(lower.dropFirst()).trimmed),
        form.chosen.indices.contains(number - 1)
      {
        return .act(.dropChosen(number - 1))
      }
      return beside(line) ?? name(line, picker)
    case .list:
      if lower == ">" { return .act(.nextField) }
      return lower == "a" ? .act(.openInner) : .general(otherwise: "A adds, > goes on.")
    }
  }

  private func hear(
    _ line: String, _ form: EntryForm, _ field: TextField, _ session: Session
  ) -> Heard<Act> {
    let lower = line.lowercased()
    if lower == ">" { return .act(.take) }
    if let heard = beside(line) { return heard }
    guard case .date(let tense, let orNever, let orCurrent) = form.field.kind else {
      return line == "=" && !field.isBlank
        ? .act(.take) : .words(line, into: field, writing: { .write($0) }, .take)
    }
    if orNever && lower == "never" || orCurrent && lower == "current" {
      return .words(lower, into: field, writing: { .write($0) }, .take)
    }
    return .date(
      line, into: field, form.dateEntry(tense, in: level.list, session.day),
      write: { .write($0) }, take: .take)
  }

  private func hearChoice(_ lower: String, _ form: EntryForm) -> Heard<Act> {
    if lower == ">" { return .act(.nextField) }
    let choices = form.choices
    let parts = lower.split(whereSeparator: { " ,;".contains($0) })
    let named = parts.compactMap { part in
      choices.first { String($0.key) == part } ?? part.first.flatMap(form.numbered)
    }
    if named.count == parts.count, !named.isEmpty {
      guard case .multiple = form.field.kind else {
        return named.count == 1
          ? .act(.choose(named)) : .say(["One line only. Nothing was taken."])
      }
      if named.count == 1, named[0].answer == form.field.unsure { return .act(.choose(named)) }
      // Exactly these: those that are marked and not named are turned back.
      let turned = choices.filter { choice in
        choice.answer != form.field.unsure
          && (form.box(choice) == "[x]") != named.contains(choice)
      }
      return .acts([.choose(turned), .takeChoice])
    }
    if let choice = choices.first(where: { $0.label.lowercased() == lower }) {
      return hearChoice(String(choice.key), form)
    }
    return .general(otherwise: "\(lower) is no line of this field.")
  }
}
