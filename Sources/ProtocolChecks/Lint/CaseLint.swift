import ClinicalModel
import Screening

/// Looks for rules that their cases do not show, and for cases that do not
/// hold.
struct CaseLint {
  let pack: CompiledPack

  func findings(of rule: Rule) -> [LintFinding] {
    // A rule of which no file names a case is told of by the reader.
    guard !rule.cases.isEmpty else { return [] }
    let own = RuleInputs(of: [rule], in: pack).pack
    let run = runCases(
      of: CompiledPack(
        own.pack.with(rules: own.rules.map { $0.with(cases: rule.cases) }), from: own))
    return uncovered(rule) + run.failures.map { failure($0) } + boundaries(of: rule)
  }

  private func uncovered(_ rule: Rule) -> [LintFinding] {
    let kinds = Set(rule.cases.map { $0.expectation.word })
    let isSettled = rule.when.isSettled(in: pack)
    let missing = ["established", "nothing", "possible"].filter {
      !kinds.contains($0) && !(isSettled && $0 == "possible")
    }
    guard !missing.isEmpty else { return [] }
    return [
      LintFinding(
        .uncovered, at: PackSpot(.rule(rule.id)),
        "the rule \(quoted(rule.id)) has no case that expects \(missing.joined(separator: " or "))",
        "add one to its cases: met, not met and unknown are each shown")
    ]
  }

  private func failure(_ result: CaseResult) -> LintFinding {
    let differences = result.differences.map {
      "\($0.aspect.rawValue): expected \($0.expected), found \($0.found)"
    }
    return LintFinding(
      .failingCase,
      at: PackSpot(.rule(result.rule), "cases", .key(result.example.name), "expect"),
      "the case \(quoted(result.example.name)) of \(quoted(result.rule)) does not hold",
      witness: .words(differences.joined(separator: "; ")), "correct the rule or the case")
  }

  /// A window of so many days is shown on its last day, on the day it ends and
  /// on the day after.
  private func boundaries(of rule: Rule) -> [LintFinding] {
    guard case .date(let question, let days) = rule.until,
      rule.when.limits.contains(where: { $0.measure == .days(question) })
    else { return [] }
    let shown = Set(rule.cases.compactMap { daysSince(question, in: $0) })
    let wanted = [(days - 1, "the day before"), (days, "the day of"), (days + 1, "the day after")]
    let missing = wanted.filter { !shown.contains($0.0) }
    guard !missing.isEmpty else { return [] }
    return [
      LintFinding(
        .boundary, at: PackSpot(.rule(rule.id), "until"),
        "the window of \(quoted(rule.id)) is not shown at its end",
        witness: .words(
          "no case has \(question) "
            + missing.map { "\($0.0) days before treatment (\($0.1))" }.joined(separator: ", ")),
        "add these cases")
    ]
  }

  /// The days from an exact date of a case to its planned day.
  private func daysSince(_ question: Question.ID, in example: RuleCase) -> Int? {
    guard case .known(.date(let date)) = example.given[question], date.isExact else { return nil }
    let context = AnswerContext(
      pack: pack, answers: example.given, interviewDate: example.interviewDate)
    return context.treatmentDate.days(after: date.earliest)
  }
}

extension RuleCase.Expectation {
  fileprivate var word: String {
    switch self {
    case .established: "established"
    case .possible: "possible"
    case .nothing: "nothing"
    }
  }
}
