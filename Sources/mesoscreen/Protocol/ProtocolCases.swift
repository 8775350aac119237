import ArgumentParser
import ClinicalModel
import ProtocolChecks
import Screening

/// `mesoscreen protocol cases [PACK]`: runs every rule's own examples.
struct ProtocolCases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Run every rule's cases and show what they cover.",
    discussion: """
      Ends with 1 when a case comes out otherwise than it says, when a name is \
      given twice, or when a rule lacks a case that is met, one that is not met \
      or one that is unknown.
      """)

  @ArgumentParser.Option(help: "How the result is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var choice: PackChoice

  mutating func run() throws {
    let pack = try choice.packWithCases()
    let run = runCases(of: pack)
    let allergies = runAllergyCases(try choice.allergyCases(for: pack), of: pack)
    let rows = runTableCases(try choice.tableCases(for: pack), of: pack)
    switch format {
    case .text: try Output.write(text(run, of: pack) + Self.text(allergies) + Self.text(rows))
    case .json: try Output.write(try Output.json(CaseRunDocument(run, allergies, rows, of: pack)))
    }
    guard run.isWhole else { throw Self.fault(run) }
    let failed = allergies.failures.count
    guard failed == 0 else {
      throw Failure(
        .foundFault, "\(failed) of \(allergies.results.count) cases of reactions fail",
        safe: "nothing was changed", next: "correct the row or its case")
    }
    guard rows.failures.isEmpty else {
      throw Failure(
        .foundFault, "\(rows.failures.count) of \(rows.count) cases of rows of tables fail",
        safe: "nothing was changed", next: "correct the row or its case")
    }
  }

  /// What the examples of other rows came to; nothing when the pack has none.
  private static func text(_ run: TableCaseRun) -> String {
    guard run.count > 0 else { return "" }
    return "\nRows of tables: \(run.count) cases, \(run.failures.count) failed; "
      + "\(run.shownCount) of \(run.rowCount) rows shown, \(run.percent) %\n"
      + run.failures.map { "FAILED \($0.table) \($0.row): \($0.words)\n" }.joined()
  }

  /// What the examples of reactions came to; nothing when the pack has none.
  private static func text(_ run: AllergyCaseRun) -> String {
    guard !run.results.isEmpty else { return "" }
    let failures = run.failures.map { result in
      let example = result.example
      return "FAILED \(example.allergen), \(example.reaction.rawValue), \(example.ingredient): "
        + result.differences.joined(separator: "; ") + "\n"
    }
    return "\nReactions: \(run.results.count) cases, \(failures.count) failed; "
      + "\(run.shownCount) of \(run.meaningCount) different meanings shown, \(run.percent) %\n"
      + failures.joined()
  }

  private static func fault(_ run: CaseRun) -> Failure {
    let failed = run.failures.count
    let bare = run.coverage.count { !$0.isFull }
    return Failure(
      .foundFault,
      "\(failed) of \(run.results.count) cases fail, \(run.repeatedNames.count) names are given "
        + "twice, \(bare) of \(run.coverage.count) rules lack a case",
      safe: "nothing was changed",
      next: "correct the rule or its case; each rule needs one met, one not met, one unknown")
  }

  private func text(_ run: CaseRun, of pack: CompiledPack) -> String {
    let failures = run.failures.map { result in
      "FAILED \(result.rule): \(result.example.name)\n"
        + result.differences.map {
          "  \($0.aspect.rawValue): expected \($0.expected), found \($0.found)\n"
        }.joined()
    }
    let repeated = run.repeatedNames.map { "TWICE \($0.rule): \($0.name)\n" }
    let faults = failures + repeated
    return "\(pack.id) \(pack.version): \(pack.rules.count) rules, \(run.results.count) cases, "
      + "\(run.failures.count) failed\n\n" + faults.joined() + (faults.isEmpty ? "" : "\n")
      + table(run.coverage)
  }

  private func table(_ coverage: [CaseCoverage]) -> String {
    let width = max(20, coverage.map(\.rule.rawValue.count).max() ?? 0)
    func row(_ name: String, _ cells: [String], _ mark: String) -> String {
      Columns.left(name, width) + cells.map { Columns.right($0, 9) }.joined() + mark + "\n"
    }
    let rows = coverage.map { line in
      row(
        line.rule.rawValue, ["\(line.met)", "\(line.notMet)", "\(line.unknown)"],
        line.isFull ? "" : "  LACKING")
    }
    let total = [coverage.map(\.met), coverage.map(\.notMet), coverage.map(\.unknown)]
      .map { "\($0.reduce(0, +))" }
    return row("rule", ["met", "not met", "unknown"], "") + rows.joined()
      + row("total", total, "  \(coverage.percent) % covered")
  }
}

/// A run of cases as JSON.
private struct CaseRunDocument: Encodable {
  private struct Difference: Encodable {
    let aspect: String
    let expected: String
    let found: String
  }

  private struct Fault: Encodable {
    let rule: Rule.ID
    let name: String
    let differences: [Difference]
  }

  private struct Coverage: Encodable {
    let rule: Rule.ID
    let met: Int
    let notMet: Int
    let unknown: Int

    enum CodingKeys: String, CodingKey {
      case rule, met, unknown
      case notMet = "not-met"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case `protocol`, cases, failures, coverage, reactions, rows
    case repeatedNames = "repeated-names"
    case coveragePercent = "coverage-percent"
  }

  private let `protocol`: [String: String]
  private let cases: Int
  private let failures: [Fault]
  private let repeatedNames: [Fault]
  private let coverage: [Coverage]
  private let coveragePercent: Int
  private let reactions: Reactions
  private let rows: Reactions

  /// What the examples of reactions, or of other rows, came to.
  private struct Reactions: Encodable {
    let cases: Int
    let failures: [String]
    let coveragePercent: Int

    enum CodingKeys: String, CodingKey {
      case cases, failures
      case coveragePercent = "coverage-percent"
    }
  }

  init(_ run: CaseRun, _ allergies: AllergyCaseRun, _ tables: TableCaseRun, of pack: CompiledPack) {
    rows = Reactions(
      cases: tables.count,
      failures: tables.failures.map { "\($0.table) \($0.row): \($0.words)" },
      coveragePercent: tables.percent)
    reactions = Reactions(
      cases: allergies.results.count,
      failures: allergies.failures.map { result in
        let example = result.example
        return "\(example.allergen) \(example.reaction.rawValue) \(example.ingredient): "
          + result.differences.joined(separator: "; ")
      }, coveragePercent: allergies.percent)
    self.protocol = ["id": pack.id, "version": pack.version, "digest": pack.digest]
    cases = run.results.count
    failures = run.failures.map { result in
      Fault(
        rule: result.rule, name: result.example.name,
        differences: result.differences.map {
          Difference(aspect: $0.aspect.rawValue, expected: $0.expected, found: $0.found)
        })
    }
    repeatedNames = run.repeatedNames.map { Fault(rule: $0.rule, name: $0.name, differences: []) }
    coverage = run.coverage.map {
      Coverage(rule: $0.rule, met: $0.met, notMet: $0.notMet, unknown: $0.unknown)
    }
    coveragePercent = run.coverage.percent
  }
}
