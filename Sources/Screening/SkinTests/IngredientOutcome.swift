public import ClinicalModel

/// How bad one planned ingredient is, by the findings that speak of it.
public struct IngredientOutcome: Hashable, Sendable {
  /// The ingredient as it was named.
  public let ingredient: String
  /// The worst that is established for it.
  public let outcome: Severity
  /// How bad it could become.
  public let couldBecome: Severity
  /// The rules that speak of it, heaviest first.
  public let rules: [Rule.ID]
}

/// For each planned ingredient the findings whose scope is the ingredient.
///
/// A finding speaks of an ingredient when it is there with this one alone, or
/// gone without it.
public func ingredientOutcomes(
  of answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> [IngredientOutcome] {
  let list = ListSubject.plannedIngredients.question
  guard pack.question(list) != nil, case .known(.entries(let entries)) = answers[list] else {
    return []
  }
  func weighed(_ answers: Answers) -> [Rule.ID: WeighedFinding] {
    WeighedPack(AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate))
      .ingredientFindings
  }
  func weighed(_ plan: [Answers]) -> [Rule.ID: WeighedFinding] {
    var other = answers
    other[list] = plan.isEmpty ? .unknown(.notAsked) : .known(.entries(plan))
    return weighed(other)
  }
  let all = weighed(entries)
  return entries.indices.map { place in
    let alone = weighed(answers.planning(entry: entries[place], in: pack.pack))
    var others = entries
    others.remove(at: place)
    let without = others.isEmpty ? [:] : weighed(others)
    let own = all.filter { rule, finding in
      alone[rule] != nil || without[rule] == nil
        || without[rule]?.isEstablished == false
          && finding.isEstablished
    }.map { rule, finding in (rule: rule, finding: alone[rule] ?? finding) }
      .sorted { ($1.finding.severity, $0.rule) < ($0.finding.severity, $1.rule) }
    let established = own.filter(\.finding.isEstablished).map(\.finding.severity)
    return IngredientOutcome(
      ingredient: entries[place].ingredientName, outcome: established.max() ?? .proceed,
      couldBecome: own.map(\.finding.severity).max() ?? .proceed, rules: own.map(\.rule))
  }
}

/// A finding of the scope "ingredient".
private struct WeighedFinding {
  let severity: Severity
  let isEstablished: Bool
}

extension WeighedPack {
  fileprivate var ingredientFindings: [Rule.ID: WeighedFinding] {
    var found: [Rule.ID: WeighedFinding] = [:]
    for saying in sayings {
      let rule: Rule
      switch saying.source {
      case .rule(let place): rule = context.pack.rules[place]
      case .tableRule(let place): rule = tableRules[place]
      case .contradiction, .unknownAnswer: continue
      }
      guard
        rule.scope == .ingredient || rule.skinTestOffers.contains(where: { !$0.kind.isOfMethod })
      else { continue }
      found[rule.id] = WeighedFinding(
        severity: saying.severity, isEstablished: saying.isEstablished)
    }
    return found
  }
}

extension Answers {
  /// The ingredient of an entry as it was named.
  var ingredientName: String {
    if case .known(.text(let text)) = self[.ingredient] { text } else { "an entry without a name" }
  }
}
