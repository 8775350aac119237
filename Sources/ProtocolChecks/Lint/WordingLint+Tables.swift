import ClinicalModel

// The words of the tables: staff read them in findings, patients those of the
// wording that is theirs.

extension Tables {
  /// Every text of the tables and of the findings that they make.
  var passages: [WordingLint.Passage] {
    var all = medicines.flatMap { passages($0) }
    all += ingredients.flatMap { passages($0) }
    all += conditionRules.flatMap { passages($0) }
    all += medicineRules.flatMap { passages($0) }
    all += planConcerns.flatMap { passages($0) }
    all += allergens.flatMap { passages($0) }
    all += findings.flatMap { passages($0) }
    return all
  }

  private func passages(_ medicine: Medicine) -> [WordingLint.Passage] {
    passages(
      "medicines", [medicine.id.rawValue],
      [("reason", medicine.reason), ("until", medicine.until.words)])
  }

  private func passages(_ ingredient: Ingredient) -> [WordingLint.Passage] {
    passages(
      "ingredients", [ingredient.id.rawValue],
      [
        ("category_note", ingredient.categoryNote), ("regulatory", ingredient.regulatory),
        ("skin_test_note", ingredient.skinTestNote),
      ])
  }

  private func passages(_ row: IngredientConditionRule) -> [WordingLint.Passage] {
    passages(
      "ingredient-conditions", [row.id.rawValue],
      [("condition", row.condition), ("until", row.until.words), ("note", row.note)])
  }

  private func passages(_ row: IngredientMedicineRule) -> [WordingLint.Passage] {
    passages(
      "ingredient-medicines", [row.id.rawValue],
      [("until", row.until.words), ("note", row.note)])
  }

  private func passages(_ row: PlanConcern) -> [WordingLint.Passage] {
    guard case .also(let reason) = row.says else { return [] }
    return passages("medicine-plans", [row.id.rawValue], [("reason", reason)])
  }

  private func passages(_ table: String, _ row: [String], _ texts: [(column: String, text: String)])
    -> [WordingLint.Passage]
  {
    texts.map { column, text in
      WordingLint.Passage(
        text: text, spot: PackSpot(.row(table: table, row), .key(column)), reader: .staff)
    }
  }

  private func passages(_ allergen: Allergen) -> [WordingLint.Passage] {
    let id = allergen.id.rawValue
    return passages("allergens", [id], [("note", allergen.note)])
      + allergen.rows.flatMap { row in
        passages(
          "allergen-reactions", [id, row.reaction.rawValue],
          row.containing.texts.map { ("\($0.column)_containing", $0.text) }
            + row.crossReacting.texts.map { ("\($0.column)_cross", $0.text) })
      }
  }

  private func passages(_ finding: TableFinding) -> [WordingLint.Passage] {
    let texts: [(PackSpot.Step, String, WordingLint.Passage.Reader)] = [
      ("title", finding.title, .staff), ("staff", finding.staff, .staff),
      ("patient", finding.patient, .patient), ("note", finding.note, .staff),
      ("until", finding.until, .staff),
    ]
    return texts.map { key, text, reader in
      WordingLint.Passage(
        text: text, spot: PackSpot(.tableFinding(finding.kind), key), reader: reader)
    }
  }
}

extension AllergenVerdict {
  fileprivate var texts: [(column: String, text: String)] {
    switch self {
    case .notStated: []
    case .finding(_, let until, let staff): [("until", until.words), ("staff", staff)]
    }
  }
}

extension Until {
  /// The words of a wait; empty where a day says it.
  var words: String {
    switch self {
    case .event(let event): event
    case .latest(_, let otherwise): otherwise
    case .date, .notDeferred: ""
    }
  }
}

extension Condition {
  /// Whether it holds only where the patient takes something by own choice:
  /// `self-chosen(k)`, or a supplement, which nobody prescribes.
  var isForOwnChoice: Bool {
    switch self {
    case .list(.selfChosen): true
    case .list(.taking(let keys)): keys.allSatisfy { MedicineKey("supplement").covers($0) }
    case .and(let parts): parts.contains(where: \.isForOwnChoice)
    case .or(let parts): !parts.isEmpty && parts.allSatisfy(\.isForOwnChoice)
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .list, .entry, .not: false
    }
  }
}
