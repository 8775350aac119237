package import ClinicalModel
package import NameSearch

// The entries of a list as people read them: what was named, what the tables
// know it as, and its other fields with their labels.

extension Answer {
  /// The lines of a list's answer, one for each entry; of any other answer its
  /// words alone.
  package func lines(for question: Question, in names: TableNames) -> [String] {
    guard case .known(.entries(let entries)) = self else { return [words(for: question)] }
    return entries.map { $0.words(asEntryOf: question, in: names) }
  }
}

extension Answers {
  /// An entry of a list in one line: the name first, then what else is known of
  /// it.
  package func words(asEntryOf list: Question, in names: TableNames) -> String {
    let name = list.fields.first(where: \.isName)
    let parts = (name.map { [$0] } ?? []) + list.fields.filter { $0.id != name?.id }
    return parts.compactMap { fieldWords($0, in: names) }.joined(separator: ", ")
  }

  /// What else is known of an entry, beside its name; empty when nothing is.
  package func details(asEntryOf list: Question, in names: TableNames) -> String {
    let name = list.fields.first(where: \.isName)
    return list.fields.filter { $0.id != name?.id }.compactMap { fieldWords($0, in: names) }
      .joined(separator: ", ")
  }

  private func fieldWords(_ field: Question, in names: TableNames) -> String? {
    switch self[field.id] {
    case .unknown(.notAsked): return nil
    case .unknown(let reason): return "\(field.label): \(reason.words)"
    case .known(.text(let text)):
      if case .name(let table) = field.kind {
        return names.words(forName: text, in: table, form: form)
      }
      return "\(field.label): \(text)"
    case .known(.choice(let chosen)):
      let words = field.option(chosen)?.label ?? chosen.rawValue
      // "Yes" alone says nothing.
      let isPlain = chosen == "yes" || chosen == "no" || chosen == "unknown"
      return isPlain && !words.contains(" ") || chosen == "unknown"
        ? "\(field.label): \(words)" : words
    case .known(.choices(let ids)):
      return "\(field.label): " + field.words(ids, in: names)
    case .known(.entries(let entries)):
      let inner = entries.map { "(\($0.words(asEntryOf: field, in: names)))" }
      return "\(field.label): \(inner.joined(separator: " "))"
    case .known(.never), .known(.current):
      return "\(field.label): \(self[field.id].words(for: field))"
    case .known: return "\(field.label) \(self[field.id].words(for: field))"
    }
  }
}

extension Question {
  /// Whether it is a field that holds a name.
  package var isName: Bool {
    if case .name = kind { true } else { false }
  }

  /// The options of a choice, or the names of a table's rows.
  func words(_ ids: [Option.ID], in names: TableNames) -> String {
    ids.map { id in
      if case .names(let table) = kind, let row = names.meaning(id: id.rawValue, in: table) {
        return row.name
      }
      let plain = String(id.rawValue.map { $0 == "_" || $0 == "-" ? " " : $0 })
      return option(id)?.label ?? plain
    }.joined(separator: ", ")
  }
}

extension TableNames {
  /// A name with what it means: `Ecosprin AV = acetylsalicylic acid +
  /// atorvastatin`; what no table knows says so.
  package func words(
    forName text: String, in table: NameTable, form: MedicineRoute? = nil
  ) -> String {
    let meanings = meanings(of: text, in: table, form: form)
    if meanings.isEmpty { return nameCount(in: table) == 0 ? text : "\(text) (NOT CHECKED)" }
    let names = meanings.map(\.name).joined(separator: " + ")
    return names.lowercased() == text.lowercased() ? text : "\(text) = \(names)"
  }
}
