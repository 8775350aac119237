// tables/<table>.cases.yaml: what rows of a table must come to.
//
//   table: ingredient-conditions
//   cases:
//   - {given: {"cold-sore": now}, expect: defer, until: "fully healed", rows: [...]}
//   - {given: {"cold-sore": "no"}, expect: nothing, rows: [...]}
//
// Rows of medicines and ingredients weigh by themselves and have no given.

import ClinicalModel

/// Reads the examples of one table's rows.
struct TableCaseReader {
  /// The tables whose rows may have examples, beside `allergen-reactions`.
  static let tables = ["ingredient-conditions", "ingredient-medicines", "ingredients", "medicines"]

  let table: String
  let pack: ProtocolPack

  static func path(_ table: String) -> String { "tables/\(table).cases.yaml" }

  func cases(_ root: DocumentNode, _ faults: inout Faults) -> [TableCase] {
    guard
      let fields = Fields(root, of: "a cases file", required: ["table", "cases"], &faults)
    else { return [] }
    let named = fields.name("table", &faults)
    if !named.isEmpty, named != table {
      faults.add(
        fields.place(of: "table"), "the table \(shown(named)) stands in the cases of \(table)",
        "write table: \(table)")
    }
    let items = fields.items("cases", &faults)
    if fields.node("cases")?.items != nil, items.isEmpty {
      faults.add(fields.place(of: "cases"), "there are no cases", "add one or remove the file")
    }
    let known = Set(rows)
    var cases: [TableCase] = []
    for item in items where !faults.isFull {
      if let example = example(item, known, &faults) { cases.append(example) }
    }
    return cases
  }

  private var rows: [String] {
    switch table {
    case "ingredient-conditions": pack.tables.conditionRules.map(\.id.rawValue)
    case "ingredient-medicines": pack.tables.medicineRules.map(\.id.rawValue)
    case "ingredients": pack.tables.ingredients.map(\.id.rawValue)
    default: pack.tables.medicines.map(\.id.rawValue)
    }
  }

  private func example(_ node: DocumentNode, _ known: Set<String>, _ faults: inout Faults)
    -> TableCase?
  {
    let hasConditions = table.hasPrefix("ingredient-")
    guard
      let fields = Fields(
        node, of: "a case",
        required: hasConditions ? ["given", "expect", "rows"] : ["expect", "rows"],
        optional: hasConditions ? ["on", "until"] : ["until"], &faults)
    else { return nil }
    let before = faults.count
    let rows = fields.items("rows", &faults).map { item in
      let name = oneLine(item, of: "a row", most: 96, &faults)
      if !name.isEmpty, !known.contains(name) {
        faults.add(
          item.place, "the table has no row \(shown(name))",
          didYouMean(name, known.sorted(), otherwise: "name a row by its first cell"))
      }
      return name
    }
    let day = fields.has("on") ? CalendarDate(iso: fields.text("on", most: 10, &faults)) : nil
    if fields.has("on"), day == nil {
      faults.add(fields.place(of: "on"), "this is not a day of the calendar", "write 2026-11-21")
    }
    let date = day ?? RuleCase.usualDate
    let reader = AnswerReader(pack: pack, interviewDate: date)
    let given = fields.node("given").map { reader.answers($0, under: "given", &faults) } ?? [:]
    let until: RuleCase.Stated<String> =
      fields.has("until") ? .stated(fields.text("until", most: 200, &faults)) : .notStated
    let expectation: TableCase.Expectation =
      fields.node("expect")?.scalar?.text == "nothing"
      ? .nothing
      : .finding(
        fields.word("expect", of: Severity.allCases, default: .doNotTreat, &faults), until: until)
    guard faults.count == before else { return nil }
    return TableCase(
      table: table, rows: rows, interviewDate: date, given: given, expectation: expectation)
  }
}
