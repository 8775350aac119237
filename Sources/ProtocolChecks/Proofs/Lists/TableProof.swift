package import ClinicalModel
package import Screening

/// One row of a table, as the rule that it makes.
package struct TableRule: Hashable, Sendable {
  /// The table's name, such as `ingredient-conditions`.
  package let table: String
  /// The cells that the row begins with, which no other row has.
  package let row: [String]
  /// The rule.
  package let rule: Rule
}

/// Every rule that the rows of a pack's tables make, in the order of the
/// tables; none while the pack words no such findings or does not ask for what
/// is planned.
package func tableRules(of pack: CompiledPack) -> [TableRule] {
  let tables = pack.tables
  guard pack.question(ListSubject.plannedIngredients.question) != nil,
    pack.question(ListSubject.medicines.question) != nil,
    pack.question(ListSubject.allergies.question) != nil
  else { return [] }
  func made(_ table: String, _ row: [String], _ rule: Rule?) -> [TableRule] {
    rule.map { [TableRule(table: table, row: row, rule: $0)] } ?? []
  }
  let medicines = tables.medicines.flatMap {
    made("medicines", [$0.id.rawValue], tables.rule(of: $0))
  }
  let plans = tables.planConcerns.flatMap { concern in
    // One medicine stands for all: the row says the same of each.
    let first = tables.medicines.first {
      $0.severity > .proceed && tables.planConcerns(of: $0).contains(concern)
    }
    return made(
      "medicine-plans", [concern.id.rawValue], first.flatMap { tables.rule(of: $0, concern) })
  }
  return medicines + plans
    + tables.ingredients.flatMap { made("ingredients", [$0.id.rawValue], tables.rule(of: $0)) }
    + tables.conditionRules.flatMap {
      made("ingredient-conditions", [$0.id.rawValue], tables.rule(of: $0))
    }
    + tables.medicineRules.flatMap {
      made("ingredient-medicines", [$0.id.rawValue], tables.rule(of: $0))
    }
    + tables.allergens.flatMap { allergen in
      allergen.rows.flatMap { row in
        [AllergenRelation.contains, .crossReacts].flatMap { relation in
          // One ingredient stands for all: the row says the same of each.
          let first = tables.ingredients.first {
            tables.relation(of: allergen.id, to: $0.id) == relation
          }
          return made(
            "allergen-reactions", [allergen.id.rawValue, row.reaction.rawValue],
            tables.rule(
              of: allergen, row.reaction, for: first.map { [$0] } ?? [], relation: relation))
        }
      }
    }
}

/// What was shown of one row of a table.
package struct TableProof: Hashable, Sendable {
  /// The row.
  package let row: TableRule
  /// What was shown of the rule that it makes.
  package let rule: RuleProof
  /// Who meets it.
  package let meeting: Meeting

  /// Whether some patient meets a row.
  package enum Meeting: Hashable, Sendable {
    /// This one does, and no one with fewer answers.
    case met(ProofPatient)
    /// None was found.
    case unmet
  }
}
