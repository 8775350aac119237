package import ClinicalModel
package import Screening

/// The examples of what reactions come to, run.
package struct AllergyCaseRun: Hashable, Sendable {
  /// One result for each example, in the pack's order.
  package let results: [AllergyCaseResult]
  /// How many different meanings the table gives to reactions: one for each
  /// allergen, relation and weight.
  package let meaningCount: Int
  /// How many of them an example that holds shows.
  package let shownCount: Int

  /// The examples that came out otherwise.
  package var failures: [AllergyCaseResult] { results.filter { !$0.differences.isEmpty } }

  /// How much of the meanings is shown, in whole percent, rounded down.
  package var percent: Int { meaningCount == 0 ? 100 : shownCount * 100 / meaningCount }
}

/// What came of one example.
package struct AllergyCaseResult: Hashable, Sendable {
  /// The example.
  package let example: AllergyCase
  /// In what the report differs from it, in words; empty when it holds.
  package let differences: [String]
}

/// Screens a patient for each example, in whom nothing else is known: one
/// allergy, one planned ingredient.
package func runAllergyCases(
  _ cases: [AllergyCase], of pack: CompiledPack,
  on interviewDate: CalendarDate = RuleCase.usualDate
) -> AllergyCaseRun {
  let lists = pack.listsOnly(findings: pack.tables.findings)
  let results = cases.map { example in
    AllergyCaseResult(
      example: example, differences: differences(from: example, in: lists, on: interviewDate))
  }
  struct Meaning: Hashable {
    let allergen: Allergen.ID
    let relation: AllergenRelation
    let severity: Severity
  }
  var meanings: Set<Meaning> = []
  for allergen in pack.tables.allergens {
    for relation in [AllergenRelation.contains, .crossReacts]
    where pack.tables.ingredients.contains(where: {
      pack.tables.relation(of: allergen.id, to: $0.id) == relation
    }) {
      for row in allergen.rows {
        guard case .finding(let severity, _, _) = row.verdict(for: relation) else { continue }
        meanings.insert(
          Meaning(allergen: allergen.id, relation: relation, severity: severity))
      }
    }
  }
  let shown = results.filter(\.differences.isEmpty).compactMap { result -> Meaning? in
    guard case .finding(let severity) = result.example.expectation else { return nil }
    return Meaning(
      allergen: result.example.allergen, relation: result.example.relation, severity: severity)
  }
  return AllergyCaseRun(
    results: results, meaningCount: meanings.count,
    shownCount: meanings.intersection(shown).count)
}

private func differences(
  from example: AllergyCase, in lists: CompiledPack, on interviewDate: CalendarDate
) -> [String] {
  var differences: [String] = []
  let relation = lists.tables.relation(of: example.allergen, to: example.ingredient)
  if relation != example.relation {
    differences.append(
      "relation: expected \(example.relation.rawValue), found \(relation.rawValue)")
  }
  let answers: Answers = [
    ListSubject.allergies.question: .known(
      .entries([
        [
          .allergen: .known(.text(example.allergen.rawValue)),
          .reaction: .known(.choice(Option.ID(rawValue: example.reaction.rawValue))),
        ]
      ])),
    ListSubject.plannedIngredients.question: .known(
      .entries([[.ingredient: .known(.text(example.ingredient.rawValue))]])),
  ]
  let report = screen(answers, with: lists, on: interviewDate)
  let finding = report.findings.first {
    [.allergyContains(example.allergen), .allergyCross(example.allergen)].contains($0.rule)
      && $0.certainty == .established
  }
  let found = finding?.severity.rawValue ?? "nothing"
  let expected =
    switch example.expectation {
    case .nothing: "nothing"
    case .finding(let severity): severity.rawValue
    }
  if found != expected { differences.append("expected \(expected), found \(found)") }
  return differences
}
