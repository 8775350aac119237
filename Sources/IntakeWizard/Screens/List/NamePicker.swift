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
  var field: TextField
  private(set) var mark: ListMark = .nothing
  private(set) var found: NameSuggestions = .none

  /// One line that can be taken.
  enum Line: Hashable, Sendable {
    case suggestion(NameSuggestion)
    /// What was typed, which no table knows.
    case freeText(String)
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

  /// Marks the next line; Up from the first leads back to the text.
  mutating func move(by step: Int) {
    mark = step == -1 && mark == .line(0) ? .nothing : mark.moved(by: step, of: lines.count)
  }

  mutating func unmark() { mark = .nothing }

  /// Looks for other words.
  mutating func look(_ words: String, _ tables: TableNames, reason: String) {
    field = TextField(text: words, lengthMax: Self.lengthMax)
    search(tables, reason: reason)
  }

  /// Looks again for what is typed.
  mutating func search(_ tables: TableNames, reason: String) {
    mark = .nothing
    found = isBlank ? .none : tables.suggestions(for: field.text, in: table, reason: reason)
  }

  /// Whether a shown name goes on with the digit where the text ends.
  private func goesOn(with digit: Character) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let wanted = plain(field.text + String(digit))
    return found.lines.contains { plain($0.name).contains(wanted) }
  }

  /// The line that a digit takes: only while one is marked, and not when a shown
  /// name goes on with it.
  func line(takenBy digit: Character) -> Int? {
    guard mark != .nothing, digit.isASCII, let number = digit.wholeNumberValue,
      !goesOn(with: digit)
    else { return nil }
    return line(numbered: number)
  }

  /// The line of a number; 0 keeps the text.
  func line(numbered number: Int) -> Int? {
    if number == 0 {
      if case .freeText? = lines.last { return lines.count - 1 }
      return nil
    }
    return found.lines.indices.contains(number - 1) ? number - 1 : nil
  }
}
