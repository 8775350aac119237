import ClinicalModel
import Screening

/// One row of a table that only one of two packs has, or that says something
/// else in the other.
package struct TableRowChange: Hashable, Sendable {
  /// The table's name.
  package let table: String
  /// The cells that the row begins with.
  package let row: [String]
  /// How it was changed.
  package let kind: SubjectDiff.Kind
  /// What differs; for a row that one pack lacks, all that it weighs.
  package let parts: [DefinitionChange]
}

/// What the tables of two packs weigh otherwise, row by row: those of the new
/// pack in its order, then those that are gone.
func tableChanges(from old: Tables, to new: Tables) -> [TableRowChange] {
  guard old != new else { return [] }
  let (before, after) = (WeighedRow.rows(of: old), WeighedRow.rows(of: new))
  let known = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  let kept = Set(after.map(\.key))
  let changed = after.compactMap { row -> TableRowChange? in
    guard let earlier = known[row.key] else { return row.change(.added, from: [], to: row.parts) }
    guard earlier.parts.map(\.text) != row.parts.map(\.text) else { return nil }
    return row.change(.changed, from: earlier.parts, to: row.parts)
  }
  return changed
    + before.filter { !kept.contains($0.key) }.map { $0.change(.removed, from: $0.parts, to: []) }
}

/// A row with all that it weighs, as text.
private struct WeighedRow {
  struct Key: Hashable {
    let table: String
    let row: [String]
  }
  typealias Part = (name: String, text: String)

  let key: Key
  let parts: [Part]

  init(_ table: String, _ row: [String], _ parts: [Part]) {
    key = Key(table: table, row: row)
    self.parts = parts
  }

  func change(_ kind: SubjectDiff.Kind, from before: [Part], to after: [Part]) -> TableRowChange {
    let names = unique(after.map(\.name) + before.map(\.name))
    let parts = names.compactMap { name -> DefinitionChange? in
      let one = before.first { $0.name == name }?.text ?? ""
      let other = after.first { $0.name == name }?.text ?? ""
      return one == other ? nil : DefinitionChange(part: name, before: one, after: other)
    }
    return TableRowChange(table: key.table, row: key.row, kind: kind, parts: parts)
  }

  static func rows(of tables: Tables) -> [WeighedRow] {
    var rows = tables.medicines.map { medicine in
      WeighedRow(
        "medicines", [medicine.id.rawValue],
        [
          ("severity", medicine.severity.rawValue), ("until", "\(medicine.until.words)"),
          ("class", medicine.classKey.rawValue), ("tags", joined(medicine.tags)),
        ])
    }
    rows += tables.combinationBrands.map { brand in
      WeighedRow("combination-brands", [brand.name], [("medicines", joined(brand.medicines))])
    }
    rows += tables.ingredients.map { ingredient in
      WeighedRow(
        "ingredients", [ingredient.id.rawValue],
        [
          ("severity", ingredient.severity.rawValue), ("category", ingredient.category.rawValue),
          ("allergen_tags", joined(ingredient.allergenTags)),
          ("skin_tests", ingredient.skinTests.map(\.rawValue).joined(separator: ";")),
        ])
    }
    rows += tables.conditionRules.map { row in
      WeighedRow(
        "ingredient-conditions", [row.id.rawValue],
        [
          ("severity", row.severity.rawValue), ("until", row.until.words), ("when", "\(row.when)"),
        ])
    }
    rows += tables.medicineRules.map { row in
      WeighedRow(
        "ingredient-medicines", [row.id.rawValue],
        [
          ("severity", row.severity.rawValue), ("until", row.until.words), ("when", "\(row.when)"),
        ])
    }
    rows += tables.planConcerns.map { row in
      WeighedRow(
        "medicine-plans", [row.id.rawValue],
        [
          ("medicines", joined(row.medicines)), ("concerns", "\(row.concerns)"),
          ("says", row.says == .wholeRow ? "the whole row" : "beside the row"),
        ])
    }
    return rows + tables.allergens.flatMap { reactions(to: $0) } + pairs(of: tables)
  }

  private static func joined<Named>(_ names: [Identifier<Named>]) -> String {
    names.map(\.rawValue).joined(separator: ";")
  }

  private static func reactions(to allergen: Allergen) -> [WeighedRow] {
    allergen.rows.map { row in
      WeighedRow(
        "allergen-reactions", [allergen.id.rawValue, row.reaction.rawValue],
        [
          ("severity_containing", row.containing.weight),
          ("severity_cross", row.crossReacting.weight),
        ])
    }
  }

  /// Only pairs of which something is known.
  private static func pairs(of tables: Tables) -> [WeighedRow] {
    tables.allergens.flatMap { allergen in
      tables.ingredients.compactMap { ingredient -> WeighedRow? in
        let relation = tables.relation(of: allergen.id, to: ingredient.id)
        return relation == .noneKnown
          ? nil
          : WeighedRow(
            "allergen-ingredients", [allergen.id.rawValue, ingredient.id.rawValue],
            [("relation", relation.rawValue)])
      }
    }
  }
}

extension AllergenVerdict {
  fileprivate var weight: String {
    switch self {
    case .notStated: ""
    case .finding(let severity, _, _): severity.rawValue
    }
  }
}
