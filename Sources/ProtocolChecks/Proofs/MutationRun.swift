package import ClinicalModel
package import Screening

/// What became of the mutants of one rule.
package struct MutationRun: Hashable, Sendable {
  /// The rule.
  package let rule: Rule.ID
  /// The rule's own severity.
  package let severity: Severity
  /// How many a case noticed.
  package let killedCount: Int
  /// Those no answers can tell from the rule.
  package let equivalents: [Mutant]
  /// Those that answers could tell, but no case does.
  package let survivors: [Mutant]
}

/// Spoils a rule in every way and asks its cases whether they notice.
///
/// A mutant that no case notices counts as equivalent when screening every
/// combination of the rule's inputs shows no difference. Where the inputs
/// cannot be exhausted it counts as a survivor.
package func runMutants(
  of rule: Rule, in pack: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax
) -> MutationRun {
  let inputs = RuleInputs(of: [rule], in: pack)
  let all = mutants(
    of: rule, sparing: Set(pack.rules.map(\.when).filter(\.offersTest)))
  let cases = rule.cases.map { example in
    (
      example: example,
      context: AnswerContext(
        pack: inputs.pack, answers: pack.answers(of: example, for: rule),
        interviewDate: example.interviewDate)
    )
    // A case that is wrong about the rule itself notices nothing.
  }.filter { differences(of: rule, $0.context, from: $0.example).isEmpty }
  let unnoticed = all.filter { mutant in
    cases.allSatisfy { differences(of: mutant.rule, $0.context, from: $0.example).isEmpty }
  }
  let equivalents = equivalents(
    among: unnoticed, to: rule, in: pack, on: interviewDate, exhaustingUpTo: most)
  return MutationRun(
    rule: rule.id, severity: rule.severity, killedCount: all.count - unnoticed.count,
    equivalents: equivalents, survivors: unnoticed.filter { !equivalents.contains($0) })
}

private func differences(of rule: Rule, _ context: AnswerContext, from example: RuleCase)
  -> [CaseDifference]
{
  differences(of: finding(of: rule, in: context), from: example.expectation)
}

/// The mutants that say the same as the rule for every combination.
private func equivalents(
  among mutants: [Mutant], to rule: Rule, in pack: CompiledPack, on interviewDate: CalendarDate,
  exhaustingUpTo most: Int
) -> [Mutant] {
  guard !mutants.isEmpty else { return [] }
  let trial = RuleTrial(
    rules: [rule], in: pack, on: interviewDate, exhaustingUpTo: most, screener: screen)
  guard trial.extent == .exhausted else { return [] }
  // The same conditions are weighed for each combination.
  let compiled = trial.inputs.pack.compiled(rule.when)
  var alike = mutants.map { ($0, trial.inputs.pack.compiled($0.rule.when)) }
  for space in trial.spaces {
    for combination in 0..<space.count where !alike.isEmpty {
      let context = trial.context(space.answers(combination))
      let own = Saying(finding(of: rule, compiled: compiled, in: context))
      alike.removeAll { Saying(finding(of: $0.rule, compiled: $1, in: context)) != own }
    }
  }
  return alike.map(\.0)
}

/// What a case can state of a finding.
private enum Saying: Hashable {
  case nothing
  case possible
  case established(Severity, Release)

  init(_ finding: Finding?) {
    switch finding?.certainty {
    case .established: self = finding.map { .established($0.severity, $0.release) } ?? .nothing
    case .possible: self = .possible
    case nil: self = .nothing
    }
  }
}

/// The mutants of several rules together.
package struct MutationScore: Hashable, Sendable {
  /// How many a case noticed.
  package let killedCount: Int
  /// How many nothing can tell from their rule.
  package let equivalentCount: Int
  /// How many no case noticed.
  package let survivorCount: Int

  /// The score of these rules.
  package init(_ runs: [MutationRun]) {
    killedCount = runs.map(\.killedCount).reduce(0, +)
    equivalentCount = runs.map(\.equivalents.count).reduce(0, +)
    survivorCount = runs.map(\.survivors.count).reduce(0, +)
  }

  /// How many of a thousand were noticed, the equivalent ones left out,
  /// rounded down so that 1000 means all; 1000 where there was none to notice.
  package var perThousand: Int {
    let count = killedCount + survivorCount
    return count == 0 ? 1000 : killedCount * 1000 / count
  }
}

extension Condition {
  /// Whether it is that of a rule which offers a skin test: it stands until the
  /// test was done.
  fileprivate var offersTest: Bool {
    if case .and(let parts) = self, case .list(.untested)? = parts.last { true } else { false }
  }
}
