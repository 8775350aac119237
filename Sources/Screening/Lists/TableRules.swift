package import ClinicalModel
import NameSearch

// Rules that the tables make for one patient's lists: ordinary rules, weighed
// and explained like those of the pack.

/// Every rule that the rows named in the lists make, in the order of the kinds.
///
/// Rows that nobody named make none: no medicine of theirs is taken and no
/// ingredient of theirs is planned.
package func tableRules(in context: AnswerContext) -> [Rule] {
  // Nothing is worded, so nothing is said.
  guard !context.pack.tables.findings.isEmpty else { return [] }
  let maker = TableRules(context: context, tables: context.pack.tables)
  return maker.medicineDefaults + maker.ingredientDefaults + maker.conditions + maker.medicines
    + maker.allergies(.allergyContains) + maker.plannedReactions + maker.unlistedReactions
    + maker.allergies(.allergyCross)
}

private struct TableRules {
  let context: AnswerContext
  let tables: Tables

  var medicineDefaults: [Rule] {
    context.takenMedicines.flatMap { medicine in
      [tables.rule(of: medicine)].compactMap { $0 }
        + tables.planConcerns(of: medicine).compactMap { tables.rule(of: medicine, $0) }
    }
  }

  var ingredientDefaults: [Rule] {
    context.plannedIngredients.compactMap { tables.rule(of: $0) }
  }

  var conditions: [Rule] {
    context.plannedIngredients.flatMap { ingredient in
      tables.conditionRules.filter { $0.ingredient == ingredient.id }
        .compactMap { row in
          tables.rule(of: row, told: context.told(row.when, otherwise: row.condition))
        }
    }
      + context.possibleConditionRows.filter { context.assess($0.when).truth == .true }
      .compactMap { tables.rule(of: $0) }
  }

  var medicines: [Rule] {
    context.plannedIngredients.flatMap { ingredient in
      tables.medicineRules.filter { $0.ingredient == ingredient.id }
        .compactMap { row in
          tables.rule(of: row, told: context.told(row.when, otherwise: row.key.rawValue))
        }
    }
      + context.possibleMedicineRows.filter { context.assess($0.when).truth == .true }
      .compactMap { tables.rule(of: $0) }
  }

  /// For each allergen the worst of its reactions (`Lists.md`).
  func allergies(_ kind: TableFinding.Kind) -> [Rule] {
    let relation = kind == .allergyContains ? AllergenRelation.contains : .crossReacts
    var made: [Rule] = []
    for (allergen, reaction) in context.reactions {
      let ingredients = concerned(by: allergen, relation)
      guard
        let rule = tables.rule(of: allergen, reaction, for: ingredients, relation: relation)
      else { continue }
      keepWorst(rule, &made)
    }
    return made
  }

  /// For each planned ingredient the worst reaction to it by any of its names, or
  /// to what it holds; where none is known to be planned, for those that may be.
  ///
  /// What a row for an allergen says of the same entry and ingredient is not said
  /// twice.
  var plannedReactions: [Rule] {
    var made: [Rule] = []
    for (things, reaction) in context.reactedTo where !things.implicated.isEmpty {
      let implicated = { (ingredients: [Ingredient]) in
        ingredients.filter { things.implicated.contains($0.id) }
      }
      var ingredients = implicated(context.plannedIngredients)
      if ingredients.isEmpty {
        ingredients = implicated(
          context.isOpen(.plannedIngredients) ? tables.ingredients : context.possibleIngredients)
      }
      for ingredient in ingredients where !isSaid(things.allergens, reaction, ingredient) {
        tables.rule(of: ingredient, reaction).map { keepWorst($0, &made) }
      }
    }
    return made
  }

  /// An allergy and a planned product of the same name that no table knows.
  var unlistedReactions: [Rule] {
    var made: [Rule] = []
    for (folded, name, reaction) in context.unlistedReactions {
      tables.rule(ofUnlisted: name, folded: folded, reaction).map { keepWorst($0, &made) }
    }
    return made
  }

  /// Whether a row for one of the allergens speaks of the ingredient.
  private func isSaid(_ allergens: [Allergen], _ reaction: ReactionType, _ ingredient: Ingredient)
    -> Bool
  {
    allergens.contains { allergen in
      guard tables.relation(of: allergen.id, to: ingredient.id) == .contains,
        !context.isFree(ingredient.id, of: allergen.id),
        case .finding = allergen.row(reaction).containing
      else { return false }
      return true
    }
  }

  private func keepWorst(_ rule: Rule, _ made: inout [Rule]) {
    if let place = made.firstIndex(where: { $0.id == rule.id }) {
      if made[place].severity < rule.severity {
        made[place] = rule
      } else if rule.severity == made[place].severity, !rule.skinTestOffers.isEmpty {
        // Each reaction names its own kind of test, and both are wanted.
        made[place] = made[place].with(when: .or([made[place].when, rule.when]))
      }
    } else {
      made.append(rule)
    }
  }

  /// The planned ingredients in this relation to an allergen; where none is
  /// known to be planned, those that may be.
  private func concerned(by allergen: Allergen, _ relation: AllergenRelation) -> [Ingredient] {
    func concerned(_ ingredients: [Ingredient]) -> [Ingredient] {
      ingredients.filter { ingredient in
        tables.relation(of: allergen.id, to: ingredient.id) == relation
          && !(relation == .contains && context.isFree(ingredient.id, of: allergen.id))
      }
    }
    let planned = concerned(context.plannedIngredients)
    guard planned.isEmpty else { return planned }
    return concerned(
      context.isOpen(.plannedIngredients) ? tables.ingredients : context.possibleIngredients)
  }
}

extension AnswerContext {
  /// Rows on the history of patients for what may be planned while it is not
  /// known whether, or which one.
  ///
  /// Only those that the history meets make findings: the others would fill the
  /// report with what nobody plans. How bad they could make it still counts.
  fileprivate var possibleConditionRows: [IngredientConditionRule] {
    let possible = Set(possibleIngredients.map(\.id))
    return possible.isEmpty
      ? [] : pack.tables.conditionRules.filter { possible.contains($0.ingredient) }
  }

  /// The same for rows on medicines.
  fileprivate var possibleMedicineRows: [IngredientMedicineRule] {
    let possible = Set(possibleIngredients.map(\.id))
    return possible.isEmpty
      ? [] : pack.tables.medicineRules.filter { possible.contains($0.ingredient) }
  }

  /// How bad it could still become by what may be planned besides the list.
  fileprivate var worstPossiblyPlanned: Severity {
    guard !possibleIngredients.isEmpty else { return .proceed }
    // What a question without an answer may bring weighs by itself too.
    let own = unansweredIngredients.map(\.severity)
    let conditions = possibleConditionRows.filter { assess($0.when).truth != .false }
      .map(\.severity)
    let medicines = possibleMedicineRows.filter { assess($0.when).truth != .false }.map(\.severity)
    return (own + conditions + medicines).max() ?? .proceed
  }
}

// What a row says, as a rule; nothing where the row weighs nothing or the pack
// does not word it.
extension Tables {
  /// A row that is about some plans only holds with these, and with a plan of
  /// which a part is not known.
  package func rule(of medicine: Medicine) -> Rule? {
    guard medicine.severity > .proceed else { return nil }
    let plans = planConcerns(of: medicine).filter { $0.says == .wholeRow }.map(\.concerns)
    return finding(.medicineDefault)?.rule(
      .medicineDefault(medicine.id), when: Self.taking(medicine, with: plans),
      severity: medicine.severity, until: medicine.until, evidence: medicine.evidence,
      scope: .plan,
      ["name": medicine.name, "class": medicine.classTitle, "reason": medicine.reason])
  }

  /// What a medicine's row says beside, of some plans.
  package func rule(of medicine: Medicine, _ concern: PlanConcern) -> Rule? {
    guard medicine.severity > .proceed, case .also(let reason) = concern.says else { return nil }
    return finding(.medicineDefault)?.rule(
      .medicinePlan(medicine.id, concern.id), when: Self.taking(medicine, with: [concern.concerns]),
      severity: medicine.severity, until: medicine.until, evidence: concern.evidence, scope: .plan,
      ["name": medicine.name, "class": medicine.classTitle, "reason": reason])
  }

  private static func taking(_ medicine: Medicine, with plans: [Condition]) -> Condition {
    let taking = Condition.list(.taking([MedicineKey(rawValue: medicine.id.rawValue)]))
    return plans.isEmpty ? taking : .and([taking, .or(plans + [.partOfPlanUnknown])])
  }

  /// What a row of "patch test first" waits for: it falls away when the tests of
  /// these kinds are valid and negative. Nothing at another weight.
  private func untested(
    _ kinds: [SkinTestKind], _ ingredients: [Ingredient.ID], at severity: Severity
  ) -> [Condition] {
    untested(kinds, .ids(ingredients.map(\.rawValue)), at: severity)
  }

  private func untested(
    _ kinds: [SkinTestKind], _ scope: IngredientScope, at severity: Severity
  ) -> [Condition] {
    guard severity == .proceedAfterPatchTest else { return [] }
    let tests = kinds.map { kind in
      Condition.list(.untested(Option.ID(rawValue: kind.rawValue), scope))
    }
    return [tests.count == 1 ? tests[0] : .or(tests)]
  }

  package func rule(of ingredient: Ingredient) -> Rule? {
    guard ingredient.severity > .proceed else { return nil }
    guard let wording = finding(.ingredientDefault) else { return nil }
    let kinds = ingredient.skinTests.isEmpty ? [wording.test(for: nil)] : ingredient.skinTests
    return wording.rule(
      .ingredientDefault(ingredient.id),
      when: .and(
        [.list(.planned([ingredient.id.rawValue]))]
          + untested(kinds, [ingredient.id], at: ingredient.severity)),
      severity: ingredient.severity, until: .notDeferred, evidence: ingredient.evidence,
      scope: .ingredient, ["name": ingredient.name, "note": ingredient.regulatory])
  }

  /// `told` is what of the patient's answers meets the row.
  package func rule(of row: IngredientConditionRule, told: String? = nil) -> Rule? {
    guard let wording = finding(.ingredientCondition) else { return nil }
    return wording.rule(
      row.id,
      when: .and(
        [.list(.planned([row.ingredient.rawValue])), row.when]
          + untested([wording.test(for: nil)], [row.ingredient], at: row.severity)),
      severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
      [
        "name": ingredient(row.ingredient)?.name ?? "", "condition": row.condition,
        "answer": told ?? row.condition, "note": row.note,
      ])
  }

  package func rule(of row: IngredientMedicineRule, told: String? = nil) -> Rule? {
    guard let wording = finding(.ingredientMedicine) else { return nil }
    return wording.rule(
      row.id,
      when: .and(
        [.list(.planned([row.ingredient.rawValue])), row.when]
          + untested([wording.test(for: nil)], [row.ingredient], at: row.severity)),
      severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
      [
        "name": ingredient(row.ingredient)?.name ?? "", "key": row.key.rawValue,
        "answer": told ?? row.key.rawValue, "note": row.note,
      ])
  }

  /// What a reaction to an allergen means for ingredients that stand in a
  /// relation to it.
  package func rule(
    of allergen: Allergen, _ reaction: ReactionType, for ingredients: [Ingredient],
    relation: AllergenRelation
  ) -> Rule? {
    guard !ingredients.isEmpty,
      case .finding(let severity, let until, let staff) =
        allergen.row(reaction).verdict(for: relation)
    else { return nil }
    let isContained = relation == .contains
    guard let wording = finding(isContained ? .allergyContains : .allergyCross) else { return nil }
    return wording.rule(
      isContained ? .allergyContains(allergen.id) : .allergyCross(allergen.id),
      when: .and(
        [
          .list(.allergic(allergen.id.rawValue, .only(Option.ID(rawValue: reaction.rawValue)))),
          .list(.planned(ingredients.map(\.id.rawValue))),
        ] + untested([wording.test(for: reaction)], ingredients.map(\.id), at: severity)),
      severity: severity, until: until, evidence: allergen.evidence, scope: .ingredient,
      [
        "name": allergen.name, "action": staff, "note": allergen.note,
        "ingredients": ingredients.map(\.name).joined(separator: ", "),
      ])
  }
}

extension Condition {
  /// Never true: unknown while something is planned that no table knows, or a
  /// mixture whose parts nobody has read; false otherwise.
  fileprivate static let partOfPlanUnknown = Condition.list(
    .any(
      .plannedIngredients,
      .and([
        .or([
          .entry(.unmatched),
          .and([
            .hasAny(.category, [Option.ID(rawValue: Ingredient.Category.combination.rawValue)]),
            .not(.isAny("components-known", ["yes"])),
          ]),
        ]),
        // No entry answers this, so that it stays unknown.
        .isAny("parts-not-known", ["yes"]),
      ])))
}

extension Tables {
  /// What a reaction to a planned ingredient itself means.
  package func rule(of ingredient: Ingredient, _ reaction: ReactionType) -> Rule? {
    rule(
      .allergyContains(ingredient: ingredient.id), name: ingredient.name,
      word: ingredient.id.rawValue, testing: .ids([ingredient.id.rawValue]), reaction)
  }

  /// What a reaction to a planned product means that no table knows.
  package func rule(ofUnlisted name: String, folded: String, _ reaction: ReactionType) -> Rule? {
    rule(.allergyContainsUnlisted, name: name, word: folded, testing: .all, reaction)
  }

  private func rule(
    _ id: Rule.ID, name: String, word: String, testing scope: IngredientScope,
    _ reaction: ReactionType
  ) -> Rule? {
    guard let row = plannedReaction(reaction), let wording = finding(.allergyContains) else {
      return nil
    }
    return wording.rule(
      id,
      when: .and(
        [
          .list(.allergic(word, .only(Option.ID(rawValue: reaction.rawValue)))),
          .list(.planned([word])),
        ] + untested([wording.test(for: reaction)], scope, at: row.severity)),
      severity: row.severity, until: row.until, evidence: row.evidence, scope: .ingredient,
      ["name": name, "action": row.staff, "note": "", "ingredients": name])
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
      id: id, title: filled(title, words), when: when, severity: severity, until: ends,
      staff: filled(staff, words), patient: filled(patient, words),
      cite: ClinicalModel.unique(evidence.sources + cite),
      strength: evidence.awaitsClinician ? .generalKnowledge : strength,
      note: filled(note, words), scope: scope)
  }

  /// The text with its blanks filled in; an empty one leaves no gap.
  private func filled(_ text: String, _ words: [String: String]) -> String {
    let words = words.merging(["short": (words["name"] ?? "").withoutRemark]) { own, _ in own }
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

extension String {
  /// A name without what stands in brackets behind it: a title is read in one
  /// breath, and the finding's words have the whole name.
  var withoutRemark: String {
    guard hasSuffix(")"), let open = lastIndex(of: "("), open > startIndex else { return self }
    return self[..<open].split(separator: " ").joined(separator: " ")
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
    return worst == .doNotTreat ? worst : max(worst, worstPossiblyPlanned)
  }
}
