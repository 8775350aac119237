import ClinicalModel

/// `tables/ingredients.csv`.
struct IngredientTable {
  static let columns = [
    "id", "name", "synonyms", "category", "category_note", "uses", "origin", "excipients",
    "allergen_tags", "pregnancy", "pregnancy_note", "skin_tests", "skin_test_note", "regulatory",
    "severity", "evidence", "sources",
  ]

  let names: PackNames
  private let allergens: Set<Allergen.ID>
  private let tags: Set<Ingredient.AllergenTag>

  init(names: PackNames, allergens: Set<Allergen.ID>, tags: [DeclaredAllergenTag]) {
    self.names = names
    self.allergens = allergens
    self.tags = Set(tags.map(\.tag))
  }

  func ingredients(_ rows: [TableRow], _ faults: inout Faults) -> [Ingredient] {
    var unique = UniqueNames()
    var used: Set<Ingredient.AllergenTag> = []
    let ingredients = rows.map { row in
      let ingredient = ingredient(row, &faults)
      unique.use(ingredient.id.rawValue, of: "ingredient", at: row.place("id"), &faults)
      used.formUnion(ingredient.allergenTags)
      return ingredient
    }
    for tag in tags.subtracting(used).sorted() {
      faults.add(
        Place(file: "tables/allergen-tags.csv", line: 1, column: 1),
        "no ingredient has the allergen tag \(shown(tag.rawValue))",
        "remove it or give it to an ingredient")
    }
    return ingredients
  }

  private func ingredient(_ row: TableRow, _ faults: inout Faults) -> Ingredient {
    let severity: Severity = row.word("severity", or: .doNotTreat, &faults)
    if severity == .defer {
      faults.add(
        row.place("severity"), "an ingredient by itself does not defer",
        "write caution or do-not-treat; rules defer")
    }
    return Ingredient(
      id: Ingredient.ID(rawValue: row.name("id", &faults)),
      name: row.required("name", most: 80, &faults), synonyms: row.list("synonyms", &faults),
      category: Ingredient.Category(rawValue: row.name("category", &faults)),
      categoryNote: row.text("category_note", most: 40, &faults), uses: row.list("uses", &faults),
      origin: row.text("origin", most: 100, &faults), excipients: row.list("excipients", &faults),
      allergenTags: allergenTags(row, &faults), pregnancy: pregnancy(row, &faults),
      skinTests: skinTests(row, &faults),
      skinTestNote: row.text("skin_test_note", most: 120, &faults),
      regulatory: row.text("regulatory", most: 240, &faults), severity: severity,
      evidence: row.evidence(names, &faults))
  }

  private func allergenTags(_ row: TableRow, _ faults: inout Faults) -> [Ingredient.AllergenTag] {
    let found = row.list("allergen_tags", &faults).map { Ingredient.AllergenTag(rawValue: $0) }
    for tag in found where !tags.contains(tag) && !allergens.contains(tag) {
      faults.add(
        row.place("allergen_tags"), "there is no allergen tag \(shown(tag.rawValue))",
        didYouMean(
          tag.rawValue, (tags.union(allergens)).map(\.rawValue).sorted(),
          otherwise: "declare it in tables/allergen-tags.csv"))
    }
    return found
  }

  private func pregnancy(_ row: TableRow, _ faults: inout Faults) -> PregnancyAdvice {
    let remark = row.text("pregnancy_note", most: 80, &faults)
    if row.raw("pregnancy") == "not-stated" { return .notStated }
    return .weight(row.word("pregnancy", or: .doNotTreat, &faults), remark: remark)
  }

  /// `none`, or the kinds of test.
  private func skinTests(_ row: TableRow, _ faults: inout Faults) -> [SkinTestKind] {
    let words = row.list("skin_tests", &faults)
    if words == ["none"] { return [] }
    let kinds = words.compactMap { word in SkinTestKind.ofIngredients.first { $0.rawValue == word }
    }
    if kinds.count < words.count || words.isEmpty {
      faults.add(
        row.place("skin_tests"), "skin_tests is neither none nor a list of tests",
        "use none, or \(listed(SkinTestKind.ofIngredients.map(\.rawValue)))")
    }
    return kinds
  }
}
