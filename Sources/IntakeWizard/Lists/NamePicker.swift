import ClinicalModel
import NameSearch
import Terminal

/// The type-ahead line for one name of a table, as a value.
///
/// Nothing is marked at first and nothing is taken by itself: Down or Up marks
/// a line, Enter takes it. What is only alike is shown as a question, and taking
/// its line is the answer.
///
/// Digits belong to names ("vitamin B12", "5-HTP") and to strengths ("75 mg"),
/// so a digit is text. Only while a line is marked, when the hand has left the
/// typing, does a digit take the line of that number; and not even then when a
/// shown name goes on with this digit, or when there is no such line. So no
/// typed digit is ever lost.
struct NamePicker: Sendable {
  let table: NameTable
  /// Whether what no table knows may be kept as text.
  let takesFreeText: Bool
  private(set) var field: TextField
  private(set) var mark: ListMark = .nothing
  private(set) var found: NameSuggestions = .none

  /// One line that can be taken.
  enum Line: Hashable, Sendable {
    case suggestion(NameSuggestion)
    /// What was typed, which no table knows.
    case freeText(String)
  }

  /// What a key did.
  enum Step: Hashable, Sendable {
    case typed
    case marked
    case took(Line)
    /// Nothing; the words say why.
    case said(String)
    /// Somebody else may act on it.
    case notMine
  }

  /// Longer than any name of a table.
  private static let lengthMax = 120

  init(_ table: NameTable, takesFreeText: Bool, text: String = "", tables: TableNames) {
    self.table = table
    self.takesFreeText = takesFreeText
    field = TextField(text: text, lengthMax: Self.lengthMax)
    search(tables, reason: "")
  }

  var isBlank: Bool { field.isBlank }

  /// The lines below the field; the last keeps the text, unless a table knows
  /// it as it stands.
  var lines: [Line] {
    let suggestions = found.lines.map(Line.suggestion)
    let keeps = takesFreeText && !isBlank && found.meanings.isEmpty
    return suggestions + (keeps ? [.freeText(field.committed)] : [])
  }

  mutating func press(_ key: Key, _ tables: TableNames, reason: String) -> Step {
    let lines = lines
    switch key {
    case .up, .down, .pageUp, .pageDown:
      guard !isBlank else { return .notMine }
      guard !lines.isEmpty else { return .said("No name of the table is like this.") }
      let step = [.up: -1, .down: 1, .pageUp: -5, .pageDown: 5][key] ?? 0
      mark = key == .up && mark == .line(0) ? .nothing : mark.moved(by: step, of: lines.count)
      return .marked
    case .enter:
      if isBlank { return .said("Nothing is typed yet, so Enter does nothing.") }
      guard case .line(let line) = mark, lines.indices.contains(line) else {
        return .said("Nothing is marked yet, so Enter does nothing. Down marks the first line.")
      }
      return .took(lines[line])
    case .escape where mark != .nothing:
      mark = .nothing
      return .marked
    case .character(let digit) where mark != .nothing && digit.isASCII && digit.isNumber:
      if !goesOn(with: digit), let line = line(numbered: digit) { return .took(line) }
      return type(key, tables, reason)
    default: return type(key, tables, reason)
    }
  }

  /// Takes pasted text in; what could not be taken is counted.
  mutating func paste(_ text: String, _ tables: TableNames, reason: String) -> Int {
    let (removed, left) = field.insert(pasted: text)
    search(tables, reason: reason)
    return removed + left
  }

  private mutating func type(_ key: Key, _ tables: TableNames, _ reason: String) -> Step {
    switch field.handle(key) {
    case .changed:
      search(tables, reason: reason)
      return .typed
    case .moved, .nothing: return .marked
    case .full: return .said("The field is full.")
    case .refused: return .said("This character is no part of a name.")
    case .notMine: return .notMine
    }
  }

  private mutating func search(_ tables: TableNames, reason: String) {
    mark = .nothing
    found = isBlank ? .none : tables.suggestions(for: field.text, in: table, reason: reason)
  }

  /// Whether a shown name goes on with the digit where the text ends.
  private func goesOn(with digit: Character) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let wanted = plain(field.text + String(digit))
    return found.lines.contains { plain($0.name).contains(wanted) }
  }

  private func line(numbered digit: Character) -> Line? {
    guard let number = digit.wholeNumberValue else { return nil }
    let lines = lines
    if number == 0 {
      if case .freeText? = lines.last { return lines.last }
      return nil
    }
    guard found.lines.indices.contains(number - 1) else { return nil }
    return lines[number - 1]
  }
}
