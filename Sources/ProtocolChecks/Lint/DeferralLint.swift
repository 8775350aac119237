import ClinicalModel
import Screening

/// Looks for deferrals that nothing ends.
///
/// A deferral is counted from a date, or rests on something that can be
/// otherwise on another day: the plan, a paper, a test, a state that passes.
/// Where facts alone make it hold, such as a prescribed medicine or an allergy,
/// the patient could never be treated, whatever the letter says.
struct DeferralLint {
  let pack: CompiledPack

  func findings() -> [LintFinding] {
    pack.rules.compactMap { rule in
      deadEnd(rule, at: PackSpot(.rule(rule.id), "until"), "the rule \(quoted(rule.id))")
    }
      + tableRules(of: pack).filter { $0.table != "medicines" }.compactMap { row in
        deadEnd(
          row.rule, at: PackSpot(.row(table: row.table, row.row), "until"),
          "the row \(quoted(row.row.joined(separator: " ")))")
      }
  }

  private func deadEnd(_ rule: Rule, at spot: PackSpot, _ words: String) -> LintFinding? {
    guard rule.severity == .defer, case .event = rule.until, let facts = lasting(rule.when) else {
      return nil
    }
    return LintFinding(
      .deadEnd, at: spot, "nothing ends the deferral of \(words)",
      witness: .words("\(facts) is a fact, and enough"),
      "count it from a date, or let an answer, a document or a test in its when end it")
  }

  /// The facts that make a condition hold whatever else is changed; nothing
  /// where each way of holding rests on something that can be otherwise.
  private func lasting(_ condition: Condition, affirmed: Bool = true) -> Condition? {
    switch (condition, affirmed) {
    case (.and(let parts), true), (.or(let parts), false):
      let facts = parts.map { lasting($0, affirmed: affirmed) }
      let known = facts.compactMap { $0 }
      return known.count < parts.count ? nil : known.count == 1 ? known[0] : .and(known)
    case (.or(let parts), true), (.and(let parts), false):
      return parts.lazy.compactMap { lasting($0, affirmed: affirmed) }.first
    case (.not(let part), _): return lasting(part, affirmed: !affirmed)
    case (.always, true): return condition
    case (.always, false): return nil
    default: return canEnd(condition) ? nil : affirmed ? condition : .not(condition)
    }
  }

  private func canEnd(_ leaf: Condition) -> Bool {
    switch leaf {
    case .isAny(let id, _), .isNot(let id, _), .hasAny(let id, _), .compare(.number(let id), _, _):
      pack.question(id).map { $0.changeability != .fact } ?? false
    case .current, .compare(.days, _, _), .compare(.daysUntil, _, _): true
    case .compare(.age, _, _): false
    case .list(let test): canEnd(test)
    case .always, .entry, .and, .or, .not: false
    }
  }

  private func canEnd(_ test: ListTest) -> Bool {
    switch test {
    case .planned, .listed, .freeOf, .tested, .untested, .complete, .startedWithin,
      .stoppedWithin:
      true
    case .taking, .countTaking, .selfChosen, .onlyTaking, .allergic, .hasReaction: false
    case .any(let subject, let condition):
      switch subject {
      case .plannedIngredients, .skinTests, .readings: true
      // What is not identified can be, and what was stopped can be explained.
      case .medicines, .allergies, .earlierProducts:
        condition.entryLeaves.contains(where: \.isOpenMatter)
      }
    }
  }
}

extension Condition {
  /// Whether it asks of an entry what somebody can find out or put right.
  fileprivate var isOpenMatter: Bool {
    switch self {
    case .entry(.unmatched), .entry(.complete), .entry(.isPlanned), .isAny(.use, _),
      .isAny(.stoppedBecause, _),
      .compare(.days, _, _):
      true
    default: false
    }
  }
}
