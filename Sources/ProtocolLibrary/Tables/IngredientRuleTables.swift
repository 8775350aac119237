import ClinicalModel

/// `tables/ingredient-conditions.csv` and `tables/ingredient-medicines.csv`.
struct IngredientRuleTables {
  static let conditionColumns = [
    "id", "ingredient", "condition", "severity", "until", "note", "when", "ask_if_planned",
    "evidence", "sources", "decided_here",
  ]
  static let medicineColumns = [
    "id", "ingredient", "medicine_key", "severity", "until", "note", "when", "evidence", "sources",
    "decided_here",
  ]

  let names: PackNames
  let tables: Tables
  private let condition: TableCondition

  init(names: PackNames, tables: Tables) {
    self.names = names
    self.tables = tables
    condition = TableCondition(names: names, tables: tables)
  }

  func conditions(_ rows: [TableRow], _ faults: inout Faults) -> [IngredientConditionRule] {
    var unique = UniqueNames()
    return rows.map { row in
      let severity: Severity = row.word("severity", or: .doNotTreat, &faults)
      let question = row.raw("ask_if_planned")
      let when = row.required("when", &faults)
      let condition = condition.read(when, at: row.place("when"), &faults)
      if !question.isEmpty, !isKebabCase(question) || !Self.words(of: when).contains(question) {
        faults.add(
          row.place("ask_if_planned"), "when does not read \(shown(question))",
          "name a question that when reads, or leave it empty")
      }
      return IngredientConditionRule(
        id: id(row, &unique, &faults),
        ingredient: row.ingredient(row.raw("ingredient"), in: "ingredient", of: tables, &faults),
        condition: row.required("condition", most: 80, &faults), severity: severity,
        until: row.until("until", severity, &faults), note: row.text("note", most: 120, &faults),
        when: condition,
        asks: question.isEmpty ? .asksNothing : .asks(Question.ID(rawValue: question)),
        evidence: row.evidence(names, &faults))
    }
  }

  func medicines(_ rows: [TableRow], _ faults: inout Faults) -> [IngredientMedicineRule] {
    var unique = UniqueNames()
    return rows.map { row in
      let severity: Severity = row.word("severity", or: .doNotTreat, &faults)
      let key = MedicineKey(rawValue: row.raw("medicine_key"))
      if !tables.knows(key) {
        faults.add(
          row.place("medicine_key"), "no medicine matches \(shown(key.rawValue))",
          "name a tag, a class, a group or a medicine")
      }
      let when = row.required("when", &faults)
      let condition = condition.read(when, at: row.place("when"), &faults)
      if !Self.words(of: when).contains(key.rawValue) {
        faults.add(
          row.place("when"), "when does not ask for \(shown(key.rawValue))",
          "let medicine_key and when name the same medicines")
      }
      return IngredientMedicineRule(
        id: id(row, &unique, &faults),
        ingredient: row.ingredient(row.raw("ingredient"), in: "ingredient", of: tables, &faults),
        key: key,
        severity: severity, until: row.until("until", severity, &faults),
        note: row.text("note", most: 120, &faults), when: condition,
        evidence: row.evidence(names, &faults))
    }
  }

  private func id(_ row: TableRow, _ unique: inout UniqueNames, _ faults: inout Faults) -> Rule.ID {
    let id = row.name("id", &faults)
    unique.use(id, of: "rule", at: row.place("id"), &faults)
    let prefix = "ingredient-\(row.raw("ingredient"))-"
    if !id.isEmpty, !id.hasPrefix(prefix) {
      faults.add(
        row.place("id"), "\(shown(id)) does not name its ingredient", "begin it with \(prefix)")
    }
    return Rule.ID(rawValue: id)
  }

  private static func words(of when: String) -> Set<String> {
    guard let tokens = try? ConditionToken.tokens(of: when) else { return [] }
    return Set(tokens.filter { $0.kind == .word }.map(\.text))
  }
}
