import ClinicalModel
import Screening

/// Looks for texts that do not fit their place on a screen of 80 columns and 24
/// rows (`Screens.md`).
struct LayoutLint {
  let pack: CompiledPack
  let columns: @Sendable (String) -> Int

  /// The columns of a line, one kept free at either end.
  private static let lineColumns = 78
  /// A finding in one line: mark and word take 23 columns before its title.
  private static let titleColumns = 57
  /// The rows of a title that a table's row fills in.
  private static let rowTitleRows = 2
  /// What follows a label when its answer is not known and in the list of
  /// findings takes one line.
  private static let unknownWords = ": prefers not to say"
  /// An option behind its box and key; it may go on below itself once, as a
  /// warning sign that needs more words than fit must not lose them.
  private static let optionColumns = 67
  private static let optionRows = 2
  /// The text of a finding behind its name.
  private static let findingColumns = 66
  /// Rows for the page of a question between the sections and the findings.
  private static let pageRows = 18
  /// A question is read aloud in one breath (`Wording.md`).
  private static let askColumns = 79
  /// What is read aloud for a whole group.
  private static let groupRows = 3

  func findings() -> [LintFinding] {
    pack.rules.flatMap(findings) + tableRules(of: pack).flatMap(findings)
      + pack.questions.flatMap(findings)
      + pack.groups.flatMap(findings)
  }

  private func bounded(
    _ text: String, _ what: String, at spot: PackSpot, columns most: Int
  ) -> [LintFinding] {
    let taken = columns(text)
    guard taken > most else { return [] }
    return [
      LintFinding(
        .tooLong, at: spot, "\(what) takes \(taken) columns, \(most) fit",
        witness: .words("cut after \(quoted(tail(of: text, at: most)))"), "shorten it")
    ]
  }

  private func bounded(
    _ text: String, _ what: String, at spot: PackSpot, rows most: Int, of width: Int
  ) -> [LintFinding] {
    let rows = rows(text, width)
    guard rows > most else { return [] }
    return [
      LintFinding(
        .tooLong, at: spot, "\(what) takes \(rows) rows of \(width) columns, \(most) fit",
        "shorten it")
    ]
  }

  /// The last words before the text is cut.
  private func tail(of text: String, at most: Int) -> String {
    var shown = text
    while columns(shown) > most { shown.removeLast() }
    return String(shown.suffix(20))
  }

  private func findings(of rule: Rule) -> [LintFinding] {
    bounded(
      rule.title, "the title", at: PackSpot(.rule(rule.id), "title"), columns: Self.titleColumns)
      + bounded(
        rule.staff, "the text for staff", at: PackSpot(.rule(rule.id), "staff"), rows: 4,
        of: Self.findingColumns)
      + bounded(
        rule.patient, "the text for the patient", at: PackSpot(.rule(rule.id), "patient"), rows: 3,
        of: Self.findingColumns)
  }

  /// A row's title, with the row's own words, may go on below itself once.
  private func findings(of row: TableRule) -> [LintFinding] {
    bounded(
      row.rule.title, "the title of the row's finding",
      at: PackSpot(.row(table: row.table, row.row)), rows: Self.rowTitleRows,
      of: Self.titleColumns)
  }

  private func findings(of question: Question) -> [LintFinding] {
    let part = PackSpot.Part.question(question.id)
    let labelMost = Self.titleColumns - columns(Self.unknownWords)
    return bounded(
      question.ask, "the question", at: PackSpot(part, "ask"), columns: Self.askColumns)
      + bounded(question.label, "the label", at: PackSpot(part, "label"), columns: labelMost)
      + bounded(question.hint, "the hint", at: PackSpot(part, "hint"), columns: Self.lineColumns)
      + bounded(question.why, "the reason", at: PackSpot(part, "why"), rows: 3, of: 65)
      + question.options.flatMap {
        bounded(
          $0.label, "the label of the option \(quoted($0.id))",
          at: PackSpot(part, "options", .key($0.id.rawValue)), rows: Self.optionRows,
          of: Self.optionColumns)
      } + page(of: question)
  }

  /// Every option of a list must be on screen at once: one below the edge is
  /// one that nobody reads aloud.
  private func page(of question: Question) -> [LintFinding] {
    guard !question.options.isEmpty else { return [] }
    let heading = 1 + rows(question.ask, Self.lineColumns)
    let remarks =
      (question.answeredByStaff ? 1 : 0) + (question.hint.isEmpty ? 0 : 1)
      + (question.when == .always ? 0 : 1)
    let taken = heading + remarks + optionRows(of: question)
    guard taken > Self.pageRows else { return [] }
    return [
      LintFinding(
        .tooLong, at: PackSpot(.question(question.id), "options"),
        "the page of \(quoted(question.id)) takes \(taken) rows, \(Self.pageRows) fit",
        "shorten labels and hint, or split the question")
    ]
  }

  /// The rows of the list: in two columns where the options are many, with
  /// "none" on a row of its own, and "not sure" and "prefers not to say" in one
  /// row below several options, in two below one choice.
  private func optionRows(of question: Question) -> Int {
    let isSeveral = question.kind == .multiple
    let plain = question.options.filter { !(isSeveral && $0.id == Option.none) }
    let apart = isSeveral ? question.options.count - plain.count + 1 : 2
    let half = 40
    let isShort = plain.allSatisfy { columns($0.label) <= half - 10 }
    guard plain.count > 12 || (plain.count > 8 && isShort) else {
      return plain.map { rows($0.label, Self.optionColumns) }.reduce(0, +) + apart
    }
    let heights = plain.map { rows($0.label, half - 11) }
    let best = heights.indices.map { middle in
      max(heights[..<middle].reduce(0, +), heights[middle...].reduce(0, +))
    }.min()
    return (best ?? 0) + apart
  }

  private func findings(of group: QuestionGroup) -> [LintFinding] {
    bounded(
      group.ask, "the question of the group", at: PackSpot(.group(group.id), "ask"),
      rows: Self.groupRows, of: Self.lineColumns)
  }

  /// The rows a text takes when it is broken between words.
  private func rows(_ text: String, _ width: Int) -> Int {
    var rows = 1
    var used = 0
    for word in text.split(separator: " ") {
      let wide = columns(String(word))
      if used > 0, used + 1 + wide > width {
        rows += 1
        used = wide
      } else {
        used += (used > 0 ? 1 : 0) + wide
      }
    }
    return rows
  }
}
