import ClinicalModel
import NameSearch
import Terminal
import TextLayout

// The type-ahead line and what can be taken from it (UX M3).

extension AnySurroundings {
  /// Draws the field and as many lines as there are rows for.
  func drawPicker(
    _ picker: NamePicker, _ label: String, _ tables: TableNames, rows: Int, roomy: Bool,
    _ canvas: inout Canvas
  ) {
    let width = canvas.width
    let room = min(48, width - label.count - 6)
    let window = picker.field.window(width: room)
    canvas.add(Span(" \(label): "), Span(Canvas.fill(window.text, to: room), .field))
    canvas.placeCursor(column: label.count + 3 + window.cursorColumn)
    guard !picker.isBlank else {
      return canvas.add(
        Span("   \(Self.counted(tables.nameCount(in: picker.table))) names. Typing finds them."))
    }
    let rule = Span("   " + String(repeating: "─", count: width - 6))
    if roomy { canvas.add(rule) }
    let remarks = remarks(picker, tables, width)
    let blocks = picker.lines.enumerated().map { index, line in
      pickerLines(line, index, picker.mark, width)
    }
    let free = max(2, rows - 1 - remarks.count - (roomy ? 2 : 0))
    let shown = visible(blocks.map(\.count), picker, free)
    for index in shown {
      for (number, line) in blocks[index].enumerated() {
        canvas.add(spans: line)
        // The cursor follows the mark; while typing it stays in the field.
        if number == 0, picker.mark.marks(index) { canvas.placeCursor(column: 1) }
      }
    }
    if roomy { canvas.add(rule) }
    for line in remarks { canvas.add(Span(" " + line)) }
  }

  /// Which lines are shown: those around the mark, and always the one that keeps
  /// the text.
  private func visible(_ heights: [Int], _ picker: NamePicker, _ rows: Int) -> [Int] {
    guard !heights.isEmpty else { return [] }
    let last = heights.count - 1
    var keeps: [Int] = []
    if case .freeText? = picker.lines.last { keeps = [last] }
    let others = heights.indices.filter { !keeps.contains($0) }
    var free = rows - keeps.map { heights[$0] }.reduce(0, +)
    var mark = 0
    if case .line(let line) = picker.mark { mark = min(line, others.last ?? 0) }
    var first = mark
    var end = mark
    while end < others.count, heights[others[end]] <= free {
      free -= heights[others[end]]
      end += 1
    }
    while first > 0, heights[others[first - 1]] <= free {
      first -= 1
      free -= heights[others[first]]
    }
    return Array(others[first..<max(first, end)]) + keeps
  }

  private func pickerLines(
    _ line: NamePicker.Line, _ index: Int, _ mark: ListMark, _ width: Int
  ) -> [[Span]] {
    let here = mark.marks(index)
    // A number is shown once it is a key: before that digits are text.
    let isKey = mark != .nothing
    let lead = here ? " > " : "   "
    let style: Style = here ? .focus : .normal
    switch line {
    case .freeText(let text):
      let words = "\(isKey ? "0" : " ")  Keep \"\(Canvas.cut(text, to: 24))\" as free text"
      return [
        [
          Span(lead), Span(Canvas.fill(words, to: min(46, width - 29)), style), Span("  "),
          Span("NOT CHECKED by the rules", .notKnown),
        ]
      ]
    case .suggestion(let suggestion):
      let number = index < 9 && isKey ? "\(index + 1)  " : "   "
      let words = suggestion.words
      let kind = width < 80 ? "" : suggestion.kindWords
      let left = width < 80 ? 28 : 38
      let group = suggestion.asks ? "" : suggestion.meanings.groups
      if !suggestion.asks, TextWidth.columns(of: words) <= left - 3 {
        let right = width - 3 - left - 2 - kind.count - (kind.isEmpty ? 0 : 2)
        let shown =
          TextWidth.columns(of: group) > right ? Canvas.cut(group, to: right - 3) + "..." : group
        return [
          [
            Span(lead), Span(Canvas.fill(number + words, to: left), style), Span("  "),
            Span(Canvas.fill(shown, to: right)), Span(kind.isEmpty ? "" : "  " + kind),
          ]
        ]
      }
      // Every part of a combination is shown, whatever room that takes.
      let whole = words + (group.isEmpty ? "" : "  (\(group))")
      return TextWrap.lines(whole, width: width - 8).enumerated().map { row, words in
        [
          Span(row == 0 ? lead : "   "),
          Span((row == 0 ? number : "   ") + words, row == 0 ? style : .normal),
        ]
      }
    }
  }

  /// How many there are, what the text may hide, and what Enter does.
  private func remarks(_ picker: NamePicker, _ tables: TableNames, _ width: Int) -> [String] {
    let count = picker.found.lines.count
    let most = NameSuggestions.linesMax
    let matches =
      count == 1 ? "1 match" : count >= most ? "\(most) matches or more" : "\(count) matches"
    var words = ["\(matches) of \(Self.counted(tables.nameCount(in: picker.table)))."]
    switch picker.found.notice {
    case .goesOn(let name):
      words.append("There is more than \"\(name)\" here: read the box.")
    case .tooLong: words.append("No name is as long as this.")
    case .nothing: break
    }
    var family = picker.found.lines.first?.family ?? []
    if case .line(let line) = picker.mark, picker.found.lines.indices.contains(line) {
      family = picker.found.lines[line].family
    }
    if !family.isEmpty {
      words.append("Read the box: there is also \(family.prefix(3).joined(separator: ", ")).")
    }
    if picker.mark == .nothing {
      let last = picker.lines.count > 1 ? ", Up the last" : ""
      words.append("Nothing is marked yet: Down marks the first line\(last).")
    }
    return TextWrap.lines(words.joined(separator: " "), width: width - 2)
  }

  /// `1,214`
  static func counted(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}

extension NameSuggestion {
  /// The line in words; what is only alike is a question.
  var words: String {
    let parts = meanings.map(\.name).joined(separator: " + ")
    let named = parts.lowercased() == name.lowercased() ? name : "\(name) = \(parts)"
    return asks ? "Did they mean \(named) (\(meanings.groups))?" : named
  }

  /// What kind of name it is.
  var kindWords: String {
    if case .memberOfClass = manner { return "class" }
    return switch kind {
    case .name: "name"
    case .alternativeName: "other name"
    case .brand: "brand"
    case .combinationBrand: "combination"
    case .unconfirmedBrand: "not confirmed"
    case .misspelling: "spelling"
    }
  }
}
