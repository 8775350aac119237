package import ClinicalModel
package import Screening

// Whether a pack is right is shown here, in this order:
//
//   CaseRun              every rule's own examples, and what they cover
//   Mutants, MutationRun the rule spoilt on purpose: does a case notice?
//   RuleInputs           the questions a rule depends on, as a small pack
//   AnswerDomain         the answers worth trying for each of them
//   AnswerSpace          every combination of these
//   RuleProof            what must hold for each combination
//   MonotonicityProof    more risk is never milder
//   ConsultationProof    random patients, asked in part and then in full

/// What screening is here: a function, so that a proof can also be tried on a
/// faulty one.
package typealias Screener = @Sendable (Answers, CompiledPack, CalendarDate) -> Report

/// All cases of a pack, run.
package struct CaseRun: Hashable, Sendable {
  /// One result for each case, in the pack's order.
  package let results: [CaseResult]
  /// One line for each rule, in the pack's order.
  package let coverage: [CaseCoverage]

  /// The cases that came out otherwise than they say.
  package var failures: [CaseResult] { results.filter { !$0.differences.isEmpty } }

  /// Names that a rule gives to more than one of its cases.
  package let repeatedNames: [RepeatedCaseName]

  /// Whether every case holds, no name is given twice and every rule has a
  /// case that is met, one that is not and one that is unknown.
  package var isWhole: Bool {
    failures.isEmpty && repeatedNames.isEmpty && coverage.allSatisfy(\.isFull)
  }
}

/// A name that more than one case of a rule bears.
package struct RepeatedCaseName: Hashable, Sendable {
  /// The rule.
  package let rule: Rule.ID
  /// The name.
  package let name: String
}

/// What came of one case.
package struct CaseResult: Hashable, Sendable {
  /// The rule.
  package let rule: Rule.ID
  /// The case.
  package let example: RuleCase
  /// Where the rule says something else than the case; empty when it holds.
  package let differences: [CaseDifference]
}

/// One point in which a case came out otherwise.
package struct CaseDifference: Hashable, Sendable {
  /// What of a finding a case can state.
  package enum Aspect: String, Sendable {
    /// Established, possible or nothing.
    case kind
    /// The severity.
    case severity
    /// The day a deferral ends.
    case until
  }

  /// Which point.
  package let aspect: Aspect
  /// What the case says.
  package let expected: String
  /// What the rule says.
  package let found: String
}

/// Runs every case of every rule.
package func runCases(of pack: CompiledPack) -> CaseRun {
  let results = pack.rules.flatMap { rule in
    rule.cases.map { example in
      let finding = finding(of: rule, in: example, with: pack)
      return CaseResult(
        rule: rule.id, example: example,
        differences: differences(of: finding, from: example.expectation))
    }
  }
  return CaseRun(
    results: results, coverage: pack.rules.map { CaseCoverage(of: $0, results, in: pack) },
    repeatedNames: pack.rules.flatMap(repeatedNames))
}

/// What a rule says of a case, without the words of the other rules.
private func finding(of rule: Rule, in example: RuleCase, with pack: CompiledPack) -> Finding? {
  let answers = pack.answers(of: example, for: rule)
  // What forbids a test is also heard for tests that tables ask for.
  guard !pack.skinTests.refusals.contains(where: { $0.rule == rule.id }) else {
    return screen(answers, with: pack, on: example.interviewDate).findings
      .first { $0.rule == rule.id && $0.origin == .rule }
  }
  return finding(
    of: rule,
    in: AnswerContext(pack: pack, answers: answers, interviewDate: example.interviewDate))
}

/// Where a rule's finding, or its silence, differs from what a case says.
func differences(of finding: Finding?, from expectation: RuleCase.Expectation) -> [CaseDifference] {
  let expected = expectation.kind
  let found = kind(of: finding)
  guard expected == found else {
    return [CaseDifference(aspect: .kind, expected: expected, found: found)]
  }
  guard let finding, case .established(let severity, let until) = expectation else { return [] }
  var differences: [CaseDifference] = []
  if case .stated(let wanted) = severity, wanted != finding.severity {
    differences.append(
      CaseDifference(
        aspect: .severity, expected: wanted.rawValue, found: finding.severity.rawValue))
  }
  if case .stated(let wanted) = until, finding.release != .date(wanted) {
    differences.append(
      CaseDifference(aspect: .until, expected: "\(wanted)", found: words(finding.release)))
  }
  return differences
}

private func kind(of finding: Finding?) -> String {
  switch finding?.certainty {
  case .established: "established"
  case .possible: "possible"
  case nil: "nothing"
  }
}

private func words(_ release: Release) -> String {
  switch release {
  case .notDeferred: "no deferral"
  case .date(let date): "\(date)"
  case .event(let event): "the event \(event)"
  }
}

private func repeatedNames(of rule: Rule) -> [RepeatedCaseName] {
  var seen: Set<String> = []
  var repeated: [RepeatedCaseName] = []
  for example in rule.cases where !seen.insert(example.name).inserted {
    let name = RepeatedCaseName(rule: rule.id, name: example.name)
    if !repeated.contains(name) { repeated.append(name) }
  }
  return repeated
}

extension RuleCase.Expectation {
  fileprivate var kind: String {
    switch self {
    case .established: "established"
    case .possible: "possible"
    case .nothing: "nothing"
    }
  }
}
