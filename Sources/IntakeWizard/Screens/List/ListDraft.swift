import ClinicalModel
import Consultation
import NameSearch
import Terminal

// What is being typed, as the draft of the list's question:
//
//   warf               a name for a new entry
//   +                  nothing typed; the list is not yet said to be complete
//   +1.reason heart    text in a field of the second entry
//   +0.readings.1.day  a field of the second reading of the first entry

extension ListScreen {
  /// The place and the text that are kept while the list is not complete.
  var draft: String {
    var path: [String] = []
    for level in levels {
      switch level.input {
      case .form(let form): path += [String(form.index), form.field.id.rawValue]
      case .adding(let picker):
        let text = picker.field.committed
        if levels.count == 1, !text.isEmpty { return text.hasPrefix("+") ? "+ \(text)" : text }
      case .browsing, .removing, .rereading: break
      }
    }
    var typed = ""
    if case .form(let form) = level.input { typed = form.typed }
    // Who only looks at an entry leaves no trace.
    if standing == .asFound, typed.isEmpty { return "" }
    if path.isEmpty { return entries.isEmpty ? "" : "+" }
    return "+" + path.joined(separator: ".") + (typed.isEmpty ? "" : " \(typed)")
  }

  /// Takes a draft up where it was left, as far as it still fits.
  mutating func restore(_ draft: String, _ tables: TableNames) {
    guard draft.hasPrefix("+") else {
      retype(draft, tables)
      return
    }
    let parts = draft.dropFirst().split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.count > 1 ? String(parts[1]) : ""
    let path = (parts.first ?? "").split(separator: ".").map(String.init)
    if path.isEmpty { return retype(text, tables) }
    for step in stride(from: 0, to: path.count - 1, by: 2) {
      guard let index = Int(path[step]), (0...level.entries.count).contains(index),
        let field = level.list.field(Question.ID(rawValue: path[step + 1]))
      else { return }
      let entry = index < level.entries.count ? level.entries[index] : Answers()
      var form = EntryForm(index, entry, at: field, tables)
      let isLast = step + 2 >= path.count - 1
      if isLast, !text.isEmpty { form.retype(text, tables) }
      level.input = .form(form)
      guard !isLast, case .list = field.kind else { return }
      var inner: [Answers] = []
      if case .known(.entries(let known)) = form.entry[field.id] { inner = known }
      levels.append(ListLevel(field, inner, tables))
    }
  }

  private mutating func retype(_ text: String, _ tables: TableNames) {
    guard case .adding(let picker) = level.input, !text.isEmpty else { return }
    level.input = .adding(
      NamePicker(picker.table, takesFreeText: true, text: text, tables: tables))
  }
}

extension EntryForm {
  /// Puts a kept text back into its field.
  fileprivate mutating func retype(_ text: String, _ tables: TableNames) {
    switch input {
    case .text(let field): input = .text(TextField(text: text, lengthMax: field.lengthMax))
    case .name(let picker):
      input = .name(NamePicker(picker.table, takesFreeText: true, text: text, tables: tables))
    case .names(let picker, _):
      input = .names(
        NamePicker(picker.table, takesFreeText: false, text: text, tables: tables), mark: .nothing)
    case .choice, .list: break
    }
  }
}

extension ListScreen {
  mutating func take(lines: [String], _ around: ConsultationSurroundings) -> [Outcome]? {
    guard !around.session.isSigned, takesLines else { return nil }
    let taken = take(lines: lines)
    let left = lines.count - taken
    return [
      .say(
        "\(taken) entries added. Open each and complete it."
          + (left > 0 ? " \(left) had no room." : ""))
    ] + recording(around.session)
  }

  /// Where the next key acts: the entry and field, or the list.
  var place: [String] {
    levels.flatMap { level -> [String] in
      switch level.input {
      case .form(let form): [String(form.index), form.field.id.rawValue]
      case .rereading(let index): ["earlier", String(index)]
      case .removing(let index): ["remove", String(index)]
      case .adding, .browsing: ["list"]
      }
    }
  }

  /// Whether letters are text here.
  var isTyping: Bool {
    switch level.input {
    case .adding: true
    case .form(let form):
      switch form.input {
      case .text, .name, .names: true
      case .choice, .list: false
      }
    case .browsing, .removing, .rereading: false
    }
  }
}

extension ListScreen {
  /// Whether pasted lines can become entries here: a name is to be typed and
  /// none is begun.
  var takesLines: Bool {
    guard levels.count == 1, case .adding(let picker) = level.input else { return false }
    return picker.isBlank
  }

  /// Adds an entry for every line, as far as there is room; gives how many.
  mutating func take(lines: [String]) -> Int {
    guard let name = level.list.fields.first else { return 0 }
    let taken = lines.prefix(max(0, Answer.entriesMax - level.entries.count))
    level.entries += taken.map { [name.id: .known(.text(String($0.prefix(200))))] }
    level.mark = .nothing
    standing = .beingChanged
    return taken.count
  }
}
