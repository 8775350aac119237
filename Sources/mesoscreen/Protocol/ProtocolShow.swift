import ArgumentParser
import ClinicalModel
import Screening

/// `mesoscreen protocol show [PACK]`: what is in a pack, counted.
struct ProtocolShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a pack's version, digest and counts, and what a clinic's overlay makes of it.")

  @ArgumentParser.Option(help: "How it is written: text or json.")
  var format = ListFormat.text

  @OptionGroup var choice: PackChoice

  mutating func run() throws {
    let contents = PackContents(try choice.packWithCases())
    switch format {
    case .text: try Output.write(contents.text)
    case .json: try Output.write(try Output.json(contents))
    }
  }
}

/// The counts of a pack.
private struct PackContents: Encodable {
  struct SectionCount: Encodable {
    let id: String
    let title: String
    let questions: Int
  }

  struct SeverityCount: Encodable {
    let severity: Severity
    let rules: Int
  }

  struct ListCount: Encodable {
    let list: String
    let fields: Int
  }

  struct TableCount: Encodable {
    let table: String
    let rows: Int
  }

  let id: String
  let version: String
  let digest: String
  let title: String
  let jurisdiction: String
  let approval: String
  let questions: Int
  let rules: Int
  let cases: Int
  let sources: Int
  let emergencies: Int
  let evidence: Int
  let aftercare: Int
  let redFlags: Int
  let sections: [SectionCount]
  let severities: [SeverityCount]
  let generalKnowledge: Int
  let lists: [ListCount]
  let tables: [TableCount]
  let clinic: ClinicContents?
  let overlay: OverlayContents?

  private enum CodingKeys: String, CodingKey {
    case id, version, digest, title, jurisdiction, approval, questions, rules, cases, sources
    case emergencies, evidence, aftercare, sections, severities, clinic, overlay
    case lists, tables
    case redFlags = "red-flags"
    case generalKnowledge = "general-knowledge"
  }

  init(_ pack: CompiledPack) {
    id = pack.id
    version = pack.version
    digest = pack.digest
    title = pack.title
    jurisdiction = pack.jurisdiction
    approval = pack.approval
    questions = pack.questions.count
    rules = pack.rules.count
    cases = pack.rules.map(\.cases.count).reduce(0, +)
    sources = pack.sources.count
    emergencies = pack.emergencies.count
    evidence = pack.guidance.evidence.count
    aftercare = pack.guidance.aftercare.count
    redFlags = pack.guidance.redFlags.count
    sections = pack.sections.map {
      SectionCount(id: $0.id.rawValue, title: $0.title, questions: $0.questions.count)
    }
    severities = Severity.allCases.reversed().map { severity in
      SeverityCount(severity: severity, rules: pack.rules.count { $0.severity == severity })
    }
    generalKnowledge = pack.rules.count { $0.strength == .generalKnowledge }
    lists = pack.questions.compactMap { question in
      guard case .list = question.kind else { return nil }
      return ListCount(list: question.id.rawValue, fields: question.fields.count)
    }
    tables = Self.rows(of: pack.tables)
    clinic = ClinicContents(pack)
    overlay = OverlayContents(pack)
  }

  var text: String {
    let head = """
      \(title)
      \(id) \(version), \(digest)
      Jurisdiction: \(jurisdiction)
      Approval: \(approval)

      \(questions) questions in \(sections.count) sections
      \(rules) rules, \(cases) cases
      \(generalKnowledge) rules rest on general knowledge only: each awaits a clinician's review
      \(sources) sources, \(emergencies) emergency screens
      \(evidence) evidence paragraphs, \(aftercare) aftercare sheets, \(redFlags) red flag groups

      """
    let bySection = sections.map { ($0.questions, "\($0.id): \($0.title)") }
    let bySeverity = severities.map { ($0.rules, $0.severity.rawValue) }
    let counted = [
      counts("Questions by section", bySection), counts("Rules by severity", bySeverity),
      counts("Lists, with the fields of an entry", lists.map { ($0.fields, $0.list) }),
      counts("Rows of tables", tables.map { ($0.rows, $0.table) }),
    ]
    let added = [clinic?.text, overlay?.text].compactMap { $0 }.map { "\n" + $0 }
    return head + counted.joined() + added.joined()
  }

  private static func rows(of tables: Tables) -> [TableCount] {
    let reactions = tables.allergens.map(\.rows.count).reduce(0, +)
    let all = [
      TableCount(table: "medicines", rows: tables.medicines.count),
      TableCount(table: "combination-brands", rows: tables.combinationBrands.count),
      TableCount(table: "ingredients", rows: tables.ingredients.count),
      TableCount(table: "allergens", rows: tables.allergens.count),
      TableCount(table: "allergen-reactions", rows: reactions),
      TableCount(table: "allergen-ingredients", rows: tables.pairs.count),
      TableCount(table: "ingredient-conditions", rows: tables.conditionRules.count),
      TableCount(table: "ingredient-medicines", rows: tables.medicineRules.count),
      TableCount(table: "medicine-plans", rows: tables.planConcerns.count),
    ]
    return all.filter { $0.rows > 0 }
  }

  private func counts(_ title: String, _ lines: [(Int, String)]) -> String {
    lines.isEmpty ? "" : "\n\(title)\n" + lines.map { "\(right($0.0))  \($0.1)\n" }.joined()
  }

  private func right(_ count: Int) -> String { Columns.right("\(count)", 5) }
}

/// Text in columns.
enum Columns {
  /// The text moved to the right edge of a column.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The text filled up to the width of a column.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
