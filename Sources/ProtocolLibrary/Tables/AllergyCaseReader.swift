// tables/allergen-reactions.cases.yaml: what reactions must come to.
//
//   table: allergen-reactions
//   cases:
//   - {allergen: hymenoptera, reaction: anaphylaxis, ingredient: hyaluronidase,
//      relation: cross, expect: do-not-treat}
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
      guard let example = example(item, &faults) else { continue }
      let key = [
        example.allergen.rawValue, example.reaction.rawValue, example.ingredient.rawValue,
      ]
      if let earlier = first[key] {
        faults.add(
          item.place, "the case stands already in line \(earlier.line)", "keep one of the two")
      }
      first[key] = first[key] ?? item.place
      cases.append(example)
    }
    return cases
  }

  private func example(_ node: DocumentNode, _ faults: inout Faults) -> AllergyCase? {
    guard
      let fields = Fields(
        node, of: "a case",
        required: ["allergen", "reaction", "ingredient", "relation", "expect"], &faults)
    else { return nil }
    let before = faults.count
    let allergen = Allergen.ID(
      rawValue: id("allergen", tables.allergens.map(\.id.rawValue), fields, &faults))
    let ingredient = Ingredient.ID(
      rawValue: id("ingredient", tables.ingredients.map(\.id.rawValue), fields, &faults))
    let reaction = fields.word(
      "reaction", of: ReactionType.allCases, default: .unknown, &faults)
    let relation = fields.word(
      "relation", of: AllergenRelation.allCases, default: .noneKnown, &faults)
    let expectation: AllergyCase.Expectation =
      fields.node("expect")?.scalar?.text == Self.nothing
      ? .nothing
      : .finding(fields.word("expect", of: Severity.allCases, default: .doNotTreat, &faults))
    guard faults.count == before else { return nil }
    return AllergyCase(
      allergen: allergen, reaction: reaction, ingredient: ingredient, relation: relation,
      expectation: expectation)
  }

  private func id(
    _ key: String, _ known: [String], _ fields: Fields, _ faults: inout Faults
  ) -> String {
    let text = fields.text(key, most: 64, &faults)
    if !text.isEmpty, !known.contains(text) {
      faults.add(
        fields.place(of: key), "the tables have no \(key) \(shown(text))",
        didYouMean(text, known, otherwise: "name a row of the table"))
    }
    return text
  }
}
