import ClinicalModel
import Consultation
import NameSearch
import Screening
import Terminal

// A name that is typed: for a new entry, for the field of one, or one of several.

extension ListScreen {
  /// The line in which a name is typed; `nil` where none is.
  var picker: NamePicker? {
    get {
      switch level.input {
      case .adding(let picker): return picker
      case .form(let form):
        switch form.input {
        case .name(let picker), .names(let picker, _): return picker
        case .choice, .text, .list: return nil
        }
      case .browsing, .removing, .rereading: return nil
      }
    }
    set {
      guard let newValue else { return }
      switch level.input {
      case .adding:
        level.input = .adding(newValue)
        level.mark = .nothing
      case .form(var form):
        if case .names = form.input {
          form.input = .names(newValue, mark: .nothing)
        } else {
          form.input = .name(newValue)
        }
        level.input = .form(form)
      case .browsing, .removing, .rereading: break
      }
    }
  }

  mutating func pick(_ act: Act, _ around: ListSurroundings) -> ListOutcome {
    forgetProblem()
    guard var picker else { return .nothing }
    defer { if self.picker != nil { self.picker = picker } }
    switch act {
    case .look(let words): picker.look(words, around.tables, reason: reason)
    case .markName(let step):
      guard !picker.lines.isEmpty else { return .said("No name of the table is like this.") }
      picker.move(by: step)
    case .unmarkName: picker.unmark()
    case .takeMarkedName:
      if picker.isBlank { return .said("Nothing is typed yet, so Enter does nothing.") }
      guard case .line(let line) = picker.mark, picker.lines.indices.contains(line) else {
        return .said("Nothing is marked yet, so Enter does nothing. Down marks the first line.")
      }
      return take(line, of: &picker, around)
    case .takeName(let line): return take(line, of: &picker, around)
    default: break
    }
    return .nothing
  }

  private mutating func take(
    _ line: Int, of picker: inout NamePicker, _ around: ListSurroundings
  ) -> ListOutcome {
    let taken = picker.lines[line]
    guard case .form(let form) = level.input else {
      let outcome = add(taken, around)
      if let resting = self.picker { picker = resting }
      return outcome
    }
    guard case .names = form.input else {
      let outcome = answer(.known(.text(taken.text)), form, around)
      if let next = self.picker { picker = next }
      return outcome
    }
    guard case .suggestion(let suggestion) = taken else { return .nothing }
    let outcome = add(suggestion, to: form, picker.table, around)
    if let next = self.picker { picker = next }
    return outcome
  }

  /// Adds what a label says: it is given by the rows of its own table.
  private mutating func add(
    _ suggestion: NameSuggestion, to form: EntryForm, _ table: NameTable,
    _ around: ListSurroundings
  ) -> ListOutcome {
    var form = form
    let new = suggestion.meanings.map { Option.ID(rawValue: $0.id) }.filter {
      around.tables.tables.has($0.rawValue, in: table)
    }
    let chosen = form.chosen
    form.entry[form.field.id] = .known(.choices(chosen + new.filter { !chosen.contains($0) }))
    form.input = .names(
      NamePicker(table, takesFreeText: false, tables: around.tables), mark: .nothing)
    hold(form)
    return .said("Another one, or Enter goes on.")
  }

  /// Puts a taken name into the list and goes on to its other fields.
  private mutating func add(_ line: NamePicker.Line, _ around: ListSurroundings) -> ListOutcome {
    guard level.entries.count < Answer.entriesMax, let name = level.list.fields.first else {
      return .said("The list is full: \(Answer.entriesMax) entries.")
    }
    let twin = level.entries.firstIndex { isSame($0[name.id], line, name, around) }
    level.entries.append([name.id: .known(.text(line.text))])
    level.mark = .nothing
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

  /// Why a name is looked for, where that ranks the names.
  private var reason: String {
    if case .form(let form) = level.input, case .name = form.input { form.reason } else { "" }
  }

  // MARK: - Typing

  var field: TextField? {
    get {
      if case .form(let form) = level.input, case .text(let field) = form.input { return field }
      return picker?.field
    }
    set {
      guard let newValue else { return }
      if var picker {
        picker.field = newValue
        self.picker = picker
      } else if case .form(var form) = level.input, case .text = form.input {
        form.input = .text(newValue)
        level.input = .form(form)
      }
    }
  }

  mutating func typed(
    _ key: Key, _ handled: TextField.Handled, _ around: ConsultationSurroundings
  ) -> [Outcome] {
    forgetProblem()
    if var picker, handled == .changed {
      picker.search(around.session.pack.names, reason: reason)
      self.picker = picker
    }
    switch handled {
    case .full: return [.say("The field is full.")]
    case .refused where picker != nil: return [.say("This character is no part of a name.")]
    case .changed, .moved, .nothing, .notMine, .refused: return keepingLongDraft(around.session)
    }
  }

  private mutating func forgetProblem() {
    guard case .form(var form) = level.input, form.problem != nil else { return }
    form.problem = nil
    level.input = .form(form)
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
