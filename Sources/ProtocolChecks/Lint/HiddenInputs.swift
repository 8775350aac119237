import ClinicalModel
import Screening

/// Looks for questions that are not asked although a rule needs their answer.
///
/// Most details are rightly hidden: who has no diabetes is not asked about
/// insulin. A rule is at odds with a gate only when both speak of the same
/// answers: `indication has-any [fat, cellulite] and bmi >= 30`, where the gate
/// of `bmi` is `indication has fat`, can never hold for cellulite. So it counts
/// only where the rest of the rule and the gate share an option, or compare the
/// same number.
struct HiddenInputs {
  let pack: CompiledPack
  let interviewDate: CalendarDate

  func findings(of rule: Rule) -> [LintFinding] {
    let named = NamedCondition(
      spot: PackSpot(.rule(rule.id), "when"), words: "the rule \(quoted(rule.id))",
      condition: rule.when)
    return hidden(named) + hiddenWindow(of: rule)
  }

  func findingsElsewhere() -> [LintFinding] {
    pack.namedConditions.filter {
      if case .emergency = $0.spot.part { true } else { false }
    }.flatMap(hidden)
  }

  private func hidden(_ named: NamedCondition) -> [LintFinding] {
    named.condition.questions.compactMap { id in
      guard let question = pack.question(id), question.when != .always else { return nil }
      let rest = named.condition.leaves.filter { $0.questions != [id] }
      let gates = gateLeaves(before: question)
      guard rest.contains(where: { part in gates.contains { part.overlaps($0) } }) else {
        return nil
      }
      let met = named.condition.replacing(id, by: .always)
      let unmet = named.condition.replacing(id, by: .not(.always))
      let situations = Situations(of: named.condition, in: pack, on: interviewDate)
      let answers = situations.smallest { answers in
        let context = situations.context(answers)
        return context.applies(id) == .false && context.assess(met).truth == .true
          && context.assess(unmet).truth == .false
      }
      guard let answers else { return nil }
      return LintFinding(
        .hiddenInput, .warning, at: named.spot,
        "\(named.words) needs \(quoted(id)), which is not asked of some patients it is about",
        witness: situations.words(answers), related: [gate(of: id)],
        "widen the when of \(quoted(id)) (\(question.when)), or narrow the rule")
    }
  }

  private func gate(of id: Question.ID) -> LintFinding.RelatedSpot {
    .init(PackSpot(.question(id), "when"), "the when of \(quoted(id))")
  }

  private func gateLeaves(before question: Question) -> [Condition] {
    var leaves: [Condition] = []
    var open = [question]
    var seen: Set<Question.ID> = []
    while let next = open.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      leaves += next.when.leaves
      open += next.when.questions.compactMap(pack.question)
    }
    return leaves
  }

  /// A deferral counted from an answer must be able to have that answer.
  private func hiddenWindow(of rule: Rule) -> [LintFinding] {
    guard case .date(let id, _) = rule.until, let question = pack.question(id),
      question.when != .always
    else { return [] }
    let situations = Situations(of: [rule], in: pack, on: interviewDate)
    let answers = situations.smallest { answers in
      let context = situations.context(answers)
      return context.assess(rule.when).truth == .true && context.applies(id) == .false
    }
    guard let answers else { return [] }
    return [
      LintFinding(
        .hiddenInput, at: PackSpot(.rule(rule.id), "until"),
        "the rule \(quoted(rule.id)) defers from \(quoted(id)), which is not asked of some patients "
          + "it holds for",
        witness: situations.words(answers), related: [gate(of: id)],
        "widen the when of \(quoted(id)) (\(question.when)), or name an event")
    ]
  }
}

extension Condition {
  /// Whether two comparisons speak of a common answer.
  fileprivate func overlaps(_ other: Condition) -> Bool {
    switch (self, other) {
    case (.isAny(let one, let first), .isAny(let two, let second)),
      (.hasAny(let one, let first), .hasAny(let two, let second)):
      one == two && first.contains(where: second.contains)
    case (.isNot(let one, let first), .isAny(let two, let second)),
      (.isAny(let two, let second), .isNot(let one, let first)):
      one == two && second != [first]
    case (.isNot(let one, _), .isNot(let two, _)): one == two
    case (.compare(let one, _, _), .compare(let two, _, _)): one == two
    default: false
    }
  }
}
