// tables/allergen-reactions.cases.yaml: what reactions must come to.
//
//   table: allergen-reactions
//   cases:
//   - {allergen: hymenoptera, reaction: anaphylaxis, ingredient: hyaluronidase,
//      relation: cross, expect: do-not-treat}
//   - {allergen: peanut, reaction: anaphylaxis, ingredients: [collagen-inj, ...],
//      relation: cross, expect: caution}
//
// relation is contains, cross, parts or "-"; expect a severity or nothing.

import ClinicalModel

/// Reads the examples of `tables/allergen-reactions.csv`.
struct AllergyCaseReader {
  static let path = "tables/allergen-reactions.cases.yaml"

  let tables: Tables

  private static let nothing = "nothing"
  private static let table = "allergen-reactions"

  func cases(_ root: DocumentNode, _ faults: inout Faults) -> [AllergyCase] {
    guard
      let fields = Fields(root, of: "a cases file", required: ["table", "cases"], &faults)
    else { return [] }
    let table = fields.name("table", &faults)
    if !table.isEmpty, table != Self.table {
      faults.add(
        fields.place(of: "table"), "there are no cases of the table \(shown(table))",
        "write table: \(Self.table)")
    }
    let items = fields.items("cases", &faults)
    if fields.node("cases")?.items != nil, items.isEmpty {
      faults.add(fields.place(of: "cases"), "there are no cases", "add one or remove the file")
    }
    var first: [[String]: Place] = [:]
    var cases: [AllergyCase] = []
    for item in items where !faults.isFull {
      for example in examples(item, &faults) {
        let key = [
          example.allergen.rawValue, example.reaction.rawValue, example.ingredient.rawValue,
        ]
        if let earlier = first[key] {
          faults.add(
            item.place, "the case exists already", "keep one of the two",
            related: [RelatedPlace(earlier, "the first of the two")])
        }
        first[key] = first[key] ?? item.place
        cases.append(example)
      }
    }
    return cases
  }

  /// One for each ingredient that is named.
  private func examples(_ node: DocumentNode, _ faults: inout Faults) -> [AllergyCase] {
    guard
      let fields = Fields(
        node, of: "a case", required: ["allergen", "reaction", "relation", "expect"],
        optional: ["ingredient", "ingredients"], &faults)
    else { return [] }
    let before = faults.count
    let allergen = Allergen.ID(
      rawValue: id("allergen", tables.allergens.map(\.id.rawValue), fields, &faults))
    let ingredients = ingredients(fields, &faults)
    let reaction = fields.word(
      "reaction", of: ReactionType.allCases, default: .unknown, &faults)
    let relation = fields.word(
      "relation", of: AllergenRelation.allCases, default: .noneKnown, &faults)
    let expectation: AllergyCase.Expectation =
      fields.node("expect")?.scalar?.text == Self.nothing
      ? .nothing
      : .finding(fields.word("expect", of: Severity.allCases, default: .doNotTreat, &faults))
    guard faults.count == before else { return [] }
    return ingredients.map {
      AllergyCase(
        allergen: allergen, reaction: reaction, ingredient: $0, relation: relation,
        expectation: expectation)
    }
  }

  private func ingredients(_ fields: Fields, _ faults: inout Faults) -> [Ingredient.ID] {
    let known = tables.ingredients.map(\.id.rawValue)
    switch (fields.has("ingredient"), fields.has("ingredients")) {
    case (true, false):
      return [Ingredient.ID(rawValue: id("ingredient", known, fields, &faults))]
    case (false, true):
      return fields.items("ingredients", &faults).map { item in
        let name = oneLine(item, of: "an ingredient", most: 64, &faults)
        check(name, "ingredient", known, at: item.place, &faults)
        return Ingredient.ID(rawValue: name)
      }
    default:
      faults.add(
        fields.place(of: "allergen"), "a case names its ingredients once",
        "write ingredient: one, or ingredients: [one, two]")
      return []
    }
  }

  private func id(
    _ key: String, _ known: [String], _ fields: Fields, _ faults: inout Faults
  ) -> String {
    let text = fields.text(key, most: 64, &faults)
    check(text, key, known, at: fields.place(of: key), &faults)
    return text
  }

  private func check(
    _ name: String, _ what: String, _ known: [String], at place: Place, _ faults: inout Faults
  ) {
    guard !name.isEmpty, !known.contains(name) else { return }
    faults.add(
      place, "the tables have no \(what) \(shown(name))",
      didYouMean(name, known, otherwise: "name a row of the table"))
  }
}
