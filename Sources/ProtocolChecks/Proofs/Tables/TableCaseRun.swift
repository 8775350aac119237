package import ClinicalModel
package import Screening

/// The examples of rows of tables, run.
package struct TableCaseRun: Hashable, Sendable {
  /// One row that came out otherwise than an example says.
  package struct Failure: Hashable, Sendable {
    /// The table and the row.
    package let table: String
    /// The row's first cell.
    package let row: String
    /// What was expected and found, in words.
    package let words: String
  }

  /// How many examples there are, each row counted.
  package let count: Int
  /// Those that came out otherwise.
  package let failures: [Failure]
  /// How many rows the tables have that examples may speak of.
  package let rowCount: Int
  /// How many of them an example that holds speaks of.
  package let shownCount: Int

  /// How much of the rows is shown, in whole percent, rounded down.
  package var percent: Int { rowCount == 0 ? 100 : shownCount * 100 / rowCount }
}

/// Weighs the rows of each example by themselves; that a report says what a row
/// weighs is proved elsewhere.
package func runTableCases(_ cases: [TableCase], of pack: CompiledPack) -> TableCaseRun {
  let rules = Dictionary(
    pack.tables.rowRules.map { (TableRowKey($0.table, $0.row), $0.rule) },
    uniquingKeysWith: { first, _ in first })
  var failures: [TableCaseRun.Failure] = []
  var shown: Set<TableRowKey> = []
  for example in cases {
    for row in example.rows {
      let key = TableRowKey(example.table, row)
      guard let rule = rules[key] else { continue }
      let part = RuleInputs(of: [rule], in: pack).pack
      let context = AnswerContext(
        pack: part, answers: example.given, interviewDate: example.interviewDate)
      let (expected, found) = (example.expectation.words, rule.weight(in: context, as: example))
      if expected == found {
        shown.insert(key)
      } else {
        failures.append(
          TableCaseRun.Failure(
            table: example.table, row: row, words: "expected \(expected), found \(found)"))
      }
    }
  }
  return TableCaseRun(
    count: cases.map(\.rows.count).reduce(0, +), failures: failures, rowCount: rules.count,
    shownCount: shown.count)
}

/// A row by its table and first cell.
struct TableRowKey: Hashable {
  let table: String
  let row: String

  init(_ table: String, _ row: String) { (self.table, self.row) = (table, row) }
}

/// A row as a rule of its own, its ingredient or medicine taken for granted.
struct RowRule {
  let table: String
  let row: String
  let rule: Rule
}

extension Tables {
  /// The rows that examples may speak of.
  var rowRules: [RowRule] {
    let conditions = conditionRules.map {
      RowRule(
        table: "ingredient-conditions", row: $0.id.rawValue,
        rule: .row($0.id, $0.when, $0.severity, $0.until))
    }
    let byMedicine = medicineRules.map {
      RowRule(
        table: "ingredient-medicines", row: $0.id.rawValue,
        rule: .row($0.id, $0.when, $0.severity, $0.until))
    }
    let own = ingredients.map {
      RowRule(
        table: "ingredients", row: $0.id.rawValue,
        rule: .row(.ingredientDefault($0.id), .always, $0.severity, .notDeferred))
    }
    let taken = medicines.map {
      RowRule(
        table: "medicines", row: $0.id.rawValue,
        rule: .row(.medicineDefault($0.id), .always, $0.severity, $0.until))
    }
    return conditions + byMedicine + own + taken
  }
}

extension Rule {
  fileprivate static func row(
    _ id: Rule.ID, _ when: Condition, _ severity: Severity, _ until: Until
  ) -> Rule {
    Rule(
      id: id, title: "", when: when, severity: severity, until: until, staff: "", patient: "",
      cite: [], strength: .generalKnowledge)
  }

  /// What the rule comes to, in the words of an example; the end only where the
  /// example states one.
  fileprivate func weight(in context: AnswerContext, as example: TableCase) -> String {
    guard let finding = finding(of: self, in: context), finding.certainty == .established else {
      return TableCase.Expectation.nothing.words
    }
    guard case .finding(_, .stated) = example.expectation else { return finding.severity.rawValue }
    return "\(finding.severity.rawValue) until \(until.words)"
  }
}

extension TableCase.Expectation {
  fileprivate var words: String {
    switch self {
    case .nothing: "nothing"
    case .finding(let severity, .notStated): severity.rawValue
    case .finding(let severity, .stated(let until)): "\(severity.rawValue) until \(until)"
    }
  }
}
