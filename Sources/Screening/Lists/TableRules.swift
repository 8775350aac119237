import ClinicalModel

// Rules that the tables make for one patient's lists: ordinary rules, weighed
// and explained like those of the pack.

/// Every rule that the rows named in the lists make, in the order of the kinds.
///
/// Rows that nobody named make none: no medicine of theirs is taken and no
/// ingredient of theirs is planned.
func tableRules(in context: AnswerContext) -> [Rule] {
  // Nothing is worded, so nothing is said.
  guard !context.pack.tables.findings.isEmpty else { return [] }
  let maker = TableRules(context: context, tables: context.pack.tables)
  return maker.medicineDefaults + maker.ingredientDefaults + maker.conditions + maker.medicines
    + maker.allergies(.allergyContains) + maker.allergies(.allergyCross)
}

private struct TableRules {
  let context: AnswerContext
  let tables: Tables

  var medicineDefaults: [Rule] { context.takenMedicines.compactMap { tables.rule(of: $0) } }

  var ingredientDefaults: [Rule] {
    context.plannedIngredients.compactMap { tables.rule(of: $0) }
  }

  var conditions: [Rule] {
    context.plannedIngredients.flatMap { ingredient in
      tables.conditionRules.filter { $0.ingredient == ingredient.id }
        .compactMap { tables.rule(of: $0) }
    }
  }

  var medicines: [Rule] {
    context.plannedIngredients.flatMap { ingredient in
      tables.medicineRules.filter { $0.ingredient == ingredient.id }
        .compactMap { tables.rule(of: $0) }
    }
  }

  /// For each allergen the worst of its reactions (DESIGN §7).
  func allergies(_ kind: TableFinding.Kind) -> [Rule] {
    let relation = kind == .allergyContains ? AllergenRelation.contains : .crossReacts
    var made: [Rule] = []
    for (allergen, reaction) in context.reactions {
      let ingredients = concerned(by: allergen, relation)
      guard
        let rule = tables.rule(of: allergen, reaction, for: ingredients, relation: relation)
      else { continue }
      if let place = made.firstIndex(where: { $0.id == rule.id }) {
        if made[place].severity < rule.severity { made[place] = rule }
      } else {
        made.append(rule)
      }
    }
    return made
  }

  /// The planned ingredients in this relation to an allergen; while nobody has
  /// said what is planned, every one that could be.
  private func concerned(by allergen: Allergen, _ relation: AllergenRelation) -> [Ingredient] {
    let candidates =
      context.isOpen(.plannedIngredients) ? tables.ingredients : context.plannedIngredients
    return candidates.filter { ingredient in
      tables.relation(of: allergen.id, to: ingredient.id) == relation
        && !(relation == .contains && context.isFree(ingredient.id, of: allergen.id))
    }
  }
}

// What a row says, as a rule; nothing where the row weighs nothing or the pack
// does not word it.
extension Tables {
  func rule(of medicine: Medicine) -> Rule? {
    guard medicine.severity > .proceed else { return nil }
    return finding(.medicineDefault)?.rule(
      .medicineDefault(medicine.id),
      when: .list(.taking([MedicineKey(rawValue: medicine.id.rawValue)])),
      severity: medicine.severity, until: medicine.until, evidence: medicine.evidence,
      scope: .plan,
      ["name": medicine.name, "class": medicine.classTitle, "reason": medicine.reason])
  }

  /// A default of "patch test first" falls away when the tests that the table
  /// names are valid and negative.
  func rule(of ingredient: Ingredient) -> Rule? {
    guard ingredient.severity > .proceed else { return nil }
    let planned = Condition.list(.planned([ingredient.id.rawValue]))
    let untested = ingredient.skinTests.map { kind in
      Condition.list(
        .untested(Option.ID(rawValue: kind.rawValue), .ids([ingredient.id.rawValue])))
    }
    let isTestable = ingredient.severity == .proceedAfterPatchTest && !untested.isEmpty
    return finding(.ingredientDefault)?.rule(
      .ingredientDefault(ingredient.id),
      when: isTestable ? .and([planned, .or(untested)]) : planned,
      severity: ingredient.severity, until: .notDeferred, evidence: ingredient.evidence,
      scope: .ingredient, ["name": ingredient.name, "note": ingredient.regulatory])
  }

  func rule(of row: IngredientConditionRule) -> Rule? {
    finding(.ingredientCondition)?.rule(
      row.id, when: .and([.list(.planned([row.ingredient.rawValue])), row.when]),
      severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
      [
        "name": ingredient(row.ingredient)?.name ?? "", "condition": row.condition,
        "note": row.note,
      ])
  }

  func rule(of row: IngredientMedicineRule) -> Rule? {
    finding(.ingredientMedicine)?.rule(
      row.id, when: .and([.list(.planned([row.ingredient.rawValue])), row.when]),
      severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
      [
        "name": ingredient(row.ingredient)?.name ?? "", "key": row.key.rawValue,
        "note": row.note,
      ])
  }

  /// What a reaction to an allergen means for ingredients that stand in a
  /// relation to it.
  func rule(
    of allergen: Allergen, _ reaction: ReactionType, for ingredients: [Ingredient],
    relation: AllergenRelation
  ) -> Rule? {
    guard !ingredients.isEmpty,
      case .finding(let severity, let until, let staff) =
        allergen.row(reaction).verdict(for: relation)
    else { return nil }
    let isContained = relation == .contains
    return finding(isContained ? .allergyContains : .allergyCross)?.rule(
      isContained ? .allergyContains(allergen.id) : .allergyCross(allergen.id),
      when: .and([
        .list(.allergic(allergen.id.rawValue, .only(Option.ID(rawValue: reaction.rawValue)))),
        .list(.planned(ingredients.map(\.id.rawValue))),
      ]), severity: severity, until: until, evidence: allergen.evidence, scope: .ingredient,
      [
        "name": allergen.name, "action": staff, "note": allergen.note,
        "ingredients": ingredients.map(\.name).joined(separator: ", "),
      ])
  }
}

extension TableFinding {
  /// A rule in this wording.
  fileprivate func rule(
    _ id: Rule.ID, when: Condition, severity: Severity, until: Until, evidence: TableEvidence,
    scope: RuleScope, _ words: [String: String]
  ) -> Rule {
    let ends: Until =
      severity == .defer && until == .notDeferred ? .event(filled(self.until, words)) : until
    return Rule(
      id: id, title: Self.cut(filled(title, words)), when: when, severity: severity, until: ends,
      staff: filled(staff, words), patient: filled(patient, words),
      cite: Screening.unique(evidence.sources + cite),
      strength: evidence.awaitsClinician ? .generalKnowledge : strength,
      note: filled(note, words), scope: scope)
  }

  /// The longest title that fits one line on screen.
  private static let titleMax = 60

  private static func cut(_ title: String) -> String {
    title.count <= titleMax ? title : title.prefix(titleMax - 3) + "..."
  }

  /// The text with its blanks filled in; an empty one leaves no gap.
  private func filled(_ text: String, _ words: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += words[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).split(separator: " ").joined(separator: " ")
  }
}

extension AnswerContext {
  /// How bad the rows could still make it that lists name which nobody has
  /// given.
  var worstUnlisted: Severity {
    let tables = pack.tables
    var worst = Severity.proceed
    // Rows that no pack words make no finding.
    guard !tables.findings.isEmpty else { return worst }
    if isOpen(.medicines) { worst = max(worst, tables.medicines.map(\.severity).max() ?? worst) }
    if isOpen(.plannedIngredients) || isOpen(.allergies) {
      // Whatever an ingredient can weigh, it can weigh here.
      worst = max(worst, tables.ingredients.isEmpty ? worst : .doNotTreat)
    }
    return worst
  }
}
