import ClinicalModel

/// `tables/allergen-ingredients.csv`: one row for each allergen, one column for
/// each ingredient, so that no pair can be left out.
///
/// A cell says `contains`, `cross`, `parts` or `-` for none known; `!` after it
/// marks what the pack's authors decided.
struct PairTable {
  let allergens: [Allergen]
  let ingredients: [Ingredient]
  let tags: [DeclaredAllergenTag]

  func pairs(_ sheet: TableSheet, _ faults: inout Faults) -> AllergenPairs {
    guard hasHeader(sheet, &faults) else { return .none }
    let same = Dictionary(
      tags.map { ($0.tag, $0.meaning) }, uniquingKeysWith: { first, _ in first })
    // What each ingredient's own tags say it holds.
    let held = ingredients.map { ingredient in
      Set(
        ingredient.allergenTags.map { tag -> Allergen.ID in
          if case .sameAs(let allergen) = same[tag] { return allergen }
          return tag
        })
    }
    var rows: [[AllergenRelation]] = []
    var decided: Set<Int> = []
    for (index, row) in sheet.rows.enumerated() {
      guard index < allergens.count, row.raw("allergen") == allergens[index].id.rawValue else {
        faults.add(
          sheet.place(row: index, column: 0),
          "\(shown(sheet.text(row: index, column: 0))) is not the next allergen",
          "have one row for each allergen, in the order of tables/allergens.csv")
        return .none
      }
      rows.append(
        ingredients.indices.map { column in
          let (relation, isDecided) = cell(sheet, index, column, &faults)
          if isDecided { decided.insert(index * ingredients.count + column) }
          lint(relation, index, column, held[column], sheet, &faults)
          return relation
        })
    }
    if rows.count < allergens.count {
      faults.add(
        Place(file: sheet.file, line: rows.count + 2, column: 1),
        "there is no row for \(shown(allergens[rows.count].id.rawValue))",
        "say of every ingredient what is known; - for nothing")
    }
    return AllergenPairs(rows: rows, width: ingredients.count, decidedHere: decided)
  }

  private func hasHeader(_ sheet: TableSheet, _ faults: inout Faults) -> Bool {
    let ids = ingredients.map(\.id.rawValue)
    if sheet.columns == ["allergen"] + ids { return true }
    let missing = ids.first { sheet.column($0) == nil }
    faults.add(
      Place(file: sheet.file, line: 1, column: 1),
      missing.map { "there is no column for \(shown($0))" }
        ?? "the columns are not the ingredients in their order",
      "write allergen, then every id of tables/ingredients.csv, in its order")
    return false
  }

  private func cell(_ sheet: TableSheet, _ row: Int, _ column: Int, _ faults: inout Faults)
    -> (AllergenRelation, isDecided: Bool)
  {
    let text = sheet.text(row: row, column: column + 1)
    let isDecided = text.hasSuffix("!")
    if let relation = AllergenRelation(rawValue: isDecided ? String(text.dropLast()) : text) {
      return (relation, isDecided)
    }
    faults.add(
      sheet.place(row: row, column: column + 1),
      "\(shown(text)) does not say what is known of the pair",
      "use contains, cross, parts or - for none known")
    return (.contains, false)
  }

  private func lint(
    _ relation: AllergenRelation, _ row: Int, _ column: Int, _ held: Set<Allergen.ID>,
    _ sheet: TableSheet, _ faults: inout Faults
  ) {
    let allergen = allergens[row]
    let isMixture = ingredients[column].category == .combination
    switch relation {
    case .noneKnown, .dependsOnParts:
      if held.contains(allergen.id) {
        faults.add(
          sheet.place(row: row, column: column + 1),
          "\(shown(ingredients[column].id.rawValue)) is tagged \(shown(allergen.id.rawValue)), "
            + "which the pair does not say", "write contains or cross")
      }
      if (relation == .dependsOnParts) != isMixture {
        faults.add(
          sheet.place(row: row, column: column + 1),
          "parts goes with mixtures, and mixtures with parts",
          isMixture ? "write parts: its list decides" : "write -")
      }
    case .contains, .crossReacts:
      guard let silent = allergen.rows.first(where: { $0.verdict(for: relation) == .notStated })
      else { return }
      faults.add(
        sheet.place(row: row, column: column + 1),
        "\(shown(allergen.id.rawValue)) says nothing of \(shown(silent.reaction.rawValue)) "
          + "for this pair", "fill in its row in tables/allergen-reactions.csv")
    }
  }
}
