import ClinicalModel
import Screening

/// A report as JSON: the keys are a contract, more may be added.
///
///     {"protocol": {"id": "mesotherapy", "version": "0.1.0", "digest": "sha256:…"},
///      "evaluated-for": "2026-12-01",
///      "outcome": "defer", "could-become": "do-not-treat", "complete": false,
///      "findings": [{"rule": "strong-sun-14-days", "severity": "defer",
///        "certainty": "established", "until": {"date": "2026-12-05"}, …}],
///      "lines": [{"line": "strong-sun-14-days", "kind": "found", "severity": "defer",
///        "rules": ["strong-sun-14-days"]}],
///      "counts": {"do-not-treat": 0, "defer": 1, "caution": 0,
///        "proceed-after-patch-test": 0, "not-known": 0, "not-answered": 0, "may-apply": 0},
///      "earliest-date": "2026-12-05", "events": [],
///      "patch-test": {"advised": true, "because": ["…"], "plan": {…}},
///      "ingredients": [{"ingredient": "hyaluronidase", "outcome": "do-not-treat",
///        "could-become": "do-not-treat", "rules": ["…"]}],
///      "nearest-plans": [{"without": ["hyaluronidase"], "outcome": "caution",
///        "could-become": "caution"}],
///      "lower-outcome": {"ways": [{"steps": [{"wait-until": "2026-12-05"}],
///        "outcome": "caution"}], "to-answer": [], "lasting": []}, …}
///
/// `plan` is described at `SkinTestPlanDocument`. The nearest plans are
/// proposals; nothing applies them.
struct ReportDocument: Encodable {
  let report: Report
  let context: AnswerContext
  private var pack: CompiledPack { context.compiled }

  init(_ report: Report, on context: AnswerContext) {
    self.report = report
    self.context = context
  }

  private enum Key: String, CodingKey {
    case `protocol`, outcome, complete, findings, events, unanswered, offered, emergencies
    case evaluatedFor = "evaluated-for"
    case couldBecome = "could-become"
    case earliestDate = "earliest-date"
    case patchTest = "patch-test"
    case lowerOutcome = "lower-outcome"
    case nearestPlans = "nearest-plans"
    case ingredients, lines, counts
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(
      ["id": pack.id, "version": pack.version, "digest": pack.digest], forKey: .protocol)
    try container.encode(report.evaluatedFor, forKey: .evaluatedFor)
    try container.encode(report.outcome, forKey: .outcome)
    try container.encode(report.couldBecome, forKey: .couldBecome)
    try container.encode(report.complete, forKey: .complete)
    try container.encode(
      report.findings.map {
        FindingDocument(finding: $0, line: report.line(of: $0), context: context)
      }, forKey: .findings)
    try container.encode(report.lines.map(LineDocument.init), forKey: .lines)
    try container.encode(CountsDocument(counts: report.counts), forKey: .counts)
    switch report.earliestDate {
    case .date(let date): try container.encode(date, forKey: .earliestDate)
    case .notDeferred, .excluded: try container.encodeNil(forKey: .earliestDate)
    }
    try container.encode(report.events, forKey: .events)
    try container.encode(PatchTestDocument(report: report, context: context), forKey: .patchTest)
    try container.encode(
      ingredientOutcomes(of: context.answers, with: pack, on: context.interviewDate)
        .map(IngredientOutcomeDocument.init), forKey: .ingredients)
    try container.encode(
      nearestPlans(to: context.answers, with: pack, on: context.interviewDate)
        .map(NearestPlanDocument.init), forKey: .nearestPlans)
    try container.encode(report.unanswered, forKey: .unanswered)
    try container.encode(report.offered, forKey: .offered)
    try container.encode(report.emergencies, forKey: .emergencies)
    try container.encode(
      OutcomeChangesDocument(
        changes: outcomeChanges(context.answers, with: pack, on: context.interviewDate)),
      forKey: .lowerOutcome)
  }
}

/// One finding.
private struct FindingDocument: Encodable {
  let finding: Finding
  let line: FindingLine?
  let context: AnswerContext

  private enum Key: String, CodingKey {
    case line, rule, title, severity, certainty, until, staff, patient, because, missing, cite
    case strength, note, emergency, changes
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(finding.rule, forKey: .rule)
    try container.encode(line?.head.rule ?? finding.rule, forKey: .line)
    try container.encode(finding.title, forKey: .title)
    try container.encode(finding.severity, forKey: .severity)
    switch finding.certainty {
    case .established:
      try container.encode("established", forKey: .certainty)
      try container.encode([Question.ID](), forKey: .missing)
    case .possible(let missing):
      try container.encode("possible", forKey: .certainty)
      try container.encode(missing, forKey: .missing)
    }
    switch finding.release {
    case .notDeferred: try container.encodeNil(forKey: .until)
    case .date(let date): try container.encode(["date": date.description], forKey: .until)
    case .event(let event): try container.encode(["event": event], forKey: .until)
    }
    try container.encode(finding.staff, forKey: .staff)
    try container.encode(finding.patient, forKey: .patient)
    try container.encode(finding.because.map(BecauseDocument.init), forKey: .because)
    try container.encode(finding.cite, forKey: .cite)
    try container.encode(finding.strength, forKey: .strength)
    try container.encode(finding.note, forKey: .note)
    try container.encode(finding.urgency == .emergency, forKey: .emergency)
    let changes = changeSets(
      for: finding, answers: context.answers, with: context.compiled, on: context.interviewDate)
    try container.encode(changes.map(ChangeSetDocument.init), forKey: .changes)
  }
}

/// One answer that a finding rests on.
private struct BecauseDocument: Encodable {
  let because: Because

  private enum Key: String, CodingKey { case question, answer, entries, options }

  /// Which entries or options of the answer speak for it, where it has several.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(because.question, forKey: .question)
    try container.encode(AnswerDocument(answer: because.answer), forKey: .answer)
    switch because.part {
    case .whole, .absence: break
    case .options(let options): try container.encode(options, forKey: .options)
    case .entries(let places): try container.encode(places, forKey: .entries)
    }
  }
}

/// Whether a patch test is advised, and the plan of all tests.
private struct PatchTestDocument: Encodable {
  let report: Report
  let context: AnswerContext

  private enum Key: String, CodingKey { case advised, because, plan }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let reasons: [Rule.ID] =
      if case .advised(let because) = report.patchTest { because } else { [] }
    try container.encode(report.patchTest != .notAdvised, forKey: .advised)
    try container.encode(reasons, forKey: .because)
    let plan = skinTestPlan(
      context.answers, with: context.compiled, on: context.interviewDate,
      today: context.interviewDate)
    try container.encode(SkinTestPlanDocument(plan: plan, pack: context.compiled), forKey: .plan)
  }
}
