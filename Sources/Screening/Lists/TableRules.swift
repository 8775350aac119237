import ClinicalModel

// Rules that the tables make for one patient's lists: ordinary rules, weighed
// and explained like those of the pack.

/// Every rule that the rows named in the lists make, in the order of the kinds.
///
/// Rows that nobody named make none: no medicine of theirs is taken and no
/// ingredient of theirs is planned.
func tableRules(in context: AnswerContext) -> [Rule] {
  let maker = TableRules(context: context, tables: context.pack.tables)
  return maker.medicineDefaults + maker.ingredientDefaults + maker.conditions + maker.medicines
    + maker.allergies(.allergyContains) + maker.allergies(.allergyCross)
}

private struct TableRules {
  let context: AnswerContext
  let tables: Tables

  private func wording(_ kind: TableFinding.Kind) -> TableFinding? { tables.finding(kind) }

  var medicineDefaults: [Rule] {
    guard let wording = wording(.medicineDefault) else { return [] }
    return context.takenMedicines.filter { $0.severity > .proceed }.map { medicine in
      wording.rule(
        .medicineDefault(medicine.id),
        when: .list(.taking([MedicineKey(rawValue: medicine.id.rawValue)])),
        severity: medicine.severity, until: medicine.until, evidence: medicine.evidence,
        scope: .plan,
        ["name": medicine.name, "class": medicine.classTitle, "reason": medicine.reason])
    }
  }

  /// A default of "patch test first" falls away when the tests that the table
  /// names are valid and negative.
  var ingredientDefaults: [Rule] {
    guard let wording = wording(.ingredientDefault) else { return [] }
    return context.plannedIngredients.filter { $0.severity > .proceed }.map { ingredient in
      let planned = Condition.list(.planned([ingredient.id.rawValue]))
      let untested = ingredient.skinTests.map { kind in
        Condition.list(
          .untested(Option.ID(rawValue: kind.rawValue), .ids([ingredient.id.rawValue])))
      }
      let isTestable = ingredient.severity == .proceedAfterPatchTest && !untested.isEmpty
      return wording.rule(
        .ingredientDefault(ingredient.id),
        when: isTestable ? .and([planned, .or(untested)]) : planned,
        severity: ingredient.severity, until: .notDeferred, evidence: ingredient.evidence,
        scope: .ingredient, ["name": ingredient.name, "note": ingredient.regulatory])
    }
  }

  var conditions: [Rule] {
    guard let wording = wording(.ingredientCondition) else { return [] }
    return planned { id in tables.conditionRules.filter { $0.ingredient == id } }.map { name, row in
      wording.rule(
        row.id, when: .and([.list(.planned([row.ingredient.rawValue])), row.when]),
        severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
        ["name": name, "condition": row.condition, "note": row.note])
    }
  }

  var medicines: [Rule] {
    guard let wording = wording(.ingredientMedicine) else { return [] }
    return planned { id in tables.medicineRules.filter { $0.ingredient == id } }.map { name, row in
      wording.rule(
        row.id, when: .and([.list(.planned([row.ingredient.rawValue])), row.when]),
        severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
        ["name": name, "key": row.key.rawValue, "note": row.note])
    }
  }

  private func planned<Row>(_ rows: (Ingredient.ID) -> [Row]) -> [(name: String, row: Row)] {
    context.plannedIngredients.flatMap { ingredient in
      rows(ingredient.id).map { (ingredient.name, $0) }
    }
  }

  /// For each allergen the worst of its reactions (DESIGN §7).
  func allergies(_ kind: TableFinding.Kind) -> [Rule] {
    guard let wording = wording(kind) else { return [] }
    let relation = kind == .allergyContains ? AllergenRelation.contains : .crossReacts
    var made: [Rule] = []
    for (allergen, reaction) in context.reactions {
      guard
        case .finding(let severity, let until, let staff) =
          allergen.row(reaction).verdict(for: relation)
      else { continue }
      let ingredients = concerned(by: allergen, relation)
      guard !ingredients.isEmpty else { continue }
      let rule = wording.rule(
        kind == .allergyContains ? .allergyContains(allergen.id) : .allergyCross(allergen.id),
        when: .and([
          .list(.allergic(allergen.id.rawValue, .only(Option.ID(rawValue: reaction.rawValue)))),
          .list(.planned(ingredients.map(\.id.rawValue))),
        ]), severity: severity, until: until, evidence: allergen.evidence, scope: .ingredient,
        [
          "name": allergen.name, "action": staff, "note": allergen.note,
          "ingredients": ingredients.map(\.name).joined(separator: ", "),
        ])
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
    if isOpen(.medicines) { worst = max(worst, tables.medicines.map(\.severity).max() ?? worst) }
    if isOpen(.plannedIngredients) || isOpen(.allergies) {
      // Whatever an ingredient can weigh, it can weigh here.
      worst = max(worst, tables.ingredients.isEmpty ? worst : .doNotTreat)
    }
    return worst
  }
}
