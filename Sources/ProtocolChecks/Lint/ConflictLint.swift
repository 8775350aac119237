import ClinicalModel
import Screening

/// Looks for rules, and rows of one ingredient, that weigh the same patients
/// differently.
///
/// A note that something does not matter, beside a deferral for it, leaves the
/// reader to choose. So a condition stands once; and where everybody for whom a
/// `proceed` holds is deferred or excluded by a wider condition, the note is
/// wrong. What is weighed more heavily in a narrower case is no conflict.
struct ConflictLint {
  let pack: CompiledPack

  private struct Weight {
    let spot: PackSpot
    let words: String
    let when: Condition
    let severity: Severity
  }

  func findings() -> [LintFinding] {
    let rules = pack.rules.map {
      Weight(
        spot: PackSpot(.rule($0.id), "severity"), words: "the rule \(quoted($0.id))",
        when: $0.when.normalised, severity: $0.severity)
    }
    let rows = tableRules(of: pack).filter { $0.table.hasPrefix("ingredient-") }.map { row in
      Weight(
        spot: PackSpot(.row(table: row.table, row.row), "severity"),
        words: "the row \(quoted(row.row.joined(separator: " ")))",
        when: row.rule.when.normalised, severity: row.rule.severity)
    }
    return conflicts(among: rules) + conflicts(among: rows)
  }

  private func conflicts(among weights: [Weight]) -> [LintFinding] {
    let heavier = Dictionary(grouping: weights) { $0.when.questions.first }
    return weights.compactMap { mild in
      let near = mild.when.questions.flatMap { heavier[$0] ?? [] }
      let other = near.first { heavy in
        guard heavy.severity > mild.severity else { return false }
        return heavy.when == mild.when
          || (mild.severity == .proceed && heavy.severity >= .defer
            && mild.when.implies(heavy.when))
      }
      return other.map { heavy in
        LintFinding(
          .conflict, at: mild.spot,
          "\(mild.words) weighs \(mild.severity.rawValue) what \(heavy.words) weighs "
            + heavy.severity.rawValue,
          related: [.init(heavy.spot, "says \(heavy.severity.rawValue) of \(heavy.when)")],
          "keep one of the two, or let their conditions differ")
      }
    }
  }
}

extension Condition {
  /// Whether the other condition holds wherever this one does, as far as their
  /// form shows it; never a yes that is wrong.
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (_, .always): return true
    case (.or(let parts), _): return parts.allSatisfy { $0.implies(other) }
    case (_, .and(let parts)): return parts.allSatisfy { implies($0) }
    case (.and(let parts), _) where parts.contains(where: { $0.implies(other) }): return true
    case (_, .or(let parts)): return parts.contains { implies($0) }
    case (.not(let one), .not(let two)): return two.implies(one)
    case (.isAny(let one, let first), .isAny(let two, let second)),
      (.hasAny(let one, let first), .hasAny(let two, let second)):
      return one == two && Set(first).isSubset(of: second)
    case (.isAny(let one, let first), .isNot(let two, let option)):
      return one == two && !first.contains(option)
    case (.compare(let one, let sign, let limit), .compare(let two, let other, let bound)):
      return one == two && sign.implies(limit, other, bound)
    case (.list(let one), .list(let two)): return one.implies(two)
    default: return false
    }
  }
}

extension Comparison {
  /// Whether every number for which this comparison holds meets the other.
  fileprivate func implies(_ limit: Quantity, _ other: Comparison, _ bound: Quantity) -> Bool {
    switch (self, other) {
    case (.less, .less), (.less, .atMost), (.atMost, .atMost): limit <= bound
    case (.atMost, .less): limit < bound
    case (.greater, .greater), (.greater, .atLeast), (.atLeast, .atLeast): limit >= bound
    case (.atLeast, .greater): limit > bound
    default: false
    }
  }
}

extension ListTest {
  fileprivate func implies(_ other: ListTest) -> Bool {
    switch (self, other) {
    case (.taking(let one), .taking(let two)):
      one.allSatisfy { key in two.contains { $0.covers(key) } }
    case (.planned(let one), .planned(let two)): Set(one).isSubset(of: two)
    case (.selfChosen(let key), .taking(let keys)): keys.contains { $0.covers(key) }
    default: false
    }
  }
}
