import ClinicalModel
import Screening
import Summary

/// The plan of skin tests as JSON:
///
///     {"standing": "made", "today": "2026-11-21", "earliest-treatment": "2026-12-01",
///      "ingredients": [{"ingredient": "vitamin-e", "lot": "L1", "never-test": [],
///        "tests": [{"kind": "patch", "asked-by": ["test-offered-eczema-atopy"],
///          "may-be-asked-by": [], "refused-by": [], "may-be-refused-by": [],
///          "state": "not-planned", "verdict": null, "placing": "2026-11-23",
///          "placing-is": "suggested", "readings": [{"day": 2,
///            "date": "2026-11-25", "standing": "ahead", "words": "…"}],
///          "earliest-treatment": "2026-12-01"}]}],
///      "reasons": [{"rule": "test-offered-eczema-atopy", "title": "…",
///        "certainty": "established", "tests": [{"kind": "patch", "ingredient": "vitamin-e"}],
///        "elsewhere": [], "answers": [], "ends": ["…"]}],
///      "methods": [],
///      "others": [{"kind": "patch", "ingredient": "vitamin-k", "state": "read",
///        "verdict": "positive"}]}
///
/// `state` is `not-planned`, `planned`, `plan-missed`, `placed`, `reading-due`, `read` or
/// `refused`. A reason is a finding at "patch test first" with what ends it: tests
/// here, tests `elsewhere` with who makes them in `instead`, or answers; one of
/// them at least. `methods` are tests of the method. `due` says which reading, and `overdue` by how many days.
struct SkinTestPlanDocument: Encodable {
  let plan: SkinTestPlan
  let pack: CompiledPack

  private enum Key: String, CodingKey {
    case standing, today, ingredients, others, reasons, methods
    case earliestTreatment = "earliest-treatment"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(plan.standing.rawValue, forKey: .standing)
    try container.encode(plan.today, forKey: .today)
    try container.encode(plan.earliestTreatment, orNilFor: .earliestTreatment)
    try container.encode(
      plan.ingredients.map(SkinTestIngredientDocument.init), forKey: .ingredients)
    try container.encode(
      plan.reasons.map { SkinTestReasonDocument(reason: $0, pack: pack) }, forKey: .reasons)
    try container.encode(plan.methods.map(SkinTestItemDocument.init), forKey: .methods)
    try container.encode(plan.others.map(OtherTestDocument.init), forKey: .others)
  }
}

private struct SkinTestReasonDocument: Encodable {
  let reason: SkinTestReason
  let pack: CompiledPack

  private enum Key: String, CodingKey {
    case rule, title, certainty, tests, elsewhere, answers, ends
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(reason.rule, forKey: .rule)
    try container.encode(reason.title, forKey: .title)
    try container.encode(reason.isEstablished ? "established" : "possible", forKey: .certainty)
    try container.encode(reason.tests.map(NamedTestDocument.init), forKey: .tests)
    try container.encode(reason.elsewhere.map(NamedTestDocument.init), forKey: .elsewhere)
    try container.encode(reason.answers, forKey: .answers)
    try container.encode(reason.ends(in: pack), forKey: .ends)
  }
}

private struct NamedTestDocument: Encodable {
  let item: SkinTestItem

  private enum Key: String, CodingKey { case kind, ingredient, instead }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(item.kind.rawValue, forKey: .kind)
    try container.encode(item.planned.name, forKey: .ingredient)
    try container.encode(item.instead, forKey: .instead)
  }
}

private struct SkinTestIngredientDocument: Encodable {
  let ingredient: SkinTestIngredient

  private enum Key: String, CodingKey {
    case ingredient, lot, tests
    case neverTest = "never-test"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ingredient.planned.name, forKey: .ingredient)
    try container.encode(ingredient.planned.lot, forKey: .lot)
    try container.encode(
      ingredient.never.map { ["id": $0.id.rawValue, "reason": $0.reason] }, forKey: .neverTest)
    try container.encode(ingredient.tests.map(SkinTestItemDocument.init), forKey: .tests)
  }
}

private struct SkinTestItemDocument: Encodable {
  let item: SkinTestItem

  private enum Key: String, CodingKey {
    case kind, state, verdict, placing, readings, due, overdue, instead, subject
    case askedBy = "asked-by"
    case mayBeAskedBy = "may-be-asked-by"
    case refusedBy = "refused-by"
    case mayBeRefusedBy = "may-be-refused-by"
    case placingIs = "placing-is"
    case earliestTreatment = "earliest-treatment"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(item.kind.rawValue, forKey: .kind)
    try container.encode(item.askedBy, forKey: .askedBy)
    try container.encode(item.mayBeAskedBy, forKey: .mayBeAskedBy)
    try container.encode(item.refusals.map(RefusalDocument.init), forKey: .refusedBy)
    try container.encode(item.possibleRefusals.map(RefusalDocument.init), forKey: .mayBeRefusedBy)
    try container.encode(item.instead, forKey: .instead)
    try container.encode(item.planned.name, forKey: .subject)
    try encodeState(&container)
    try container.encode(item.schedule?.placing, orNilFor: .placing)
    try container.encode(item.schedule?.standing.rawValue, orNilFor: .placingIs)
    try container.encode(item.schedule?.earliestTreatment, orNilFor: .earliestTreatment)
    try container.encode(
      (item.schedule?.readings ?? []).map(ReadingDocument.init), forKey: .readings)
  }

  private func encodeState(_ container: inout KeyedEncodingContainer<Key>) throws {
    try container.encode(item.state.name, forKey: .state)
    switch item.state {
    case .read(let verdict): try container.encode(verdict.rawValue, forKey: .verdict)
    case .readingDue(let day, _, let overdue):
      try container.encodeNil(forKey: .verdict)
      try container.encode(day, forKey: .due)
      try container.encode(overdue, forKey: .overdue)
    case .notPlanned, .planned, .planMissed, .placed, .refused:
      try container.encodeNil(forKey: .verdict)
    }
  }
}

extension SkinTestState {
  /// The state's name in reports.
  var name: String {
    switch self {
    case .notPlanned: "not-planned"
    case .planned: "planned"
    case .planMissed: "plan-missed"
    case .placed: "placed"
    case .readingDue: "reading-due"
    case .read: "read"
    case .refused: "refused"
    }
  }
}

private struct RefusalDocument: Encodable {
  let finding: Finding

  private enum Key: String, CodingKey { case rule, until }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(finding.rule, forKey: .rule)
    switch finding.release {
    case .notDeferred: try container.encodeNil(forKey: .until)
    case .date(let date): try container.encode(["date": date.description], forKey: .until)
    case .event(let event): try container.encode(["event": event], forKey: .until)
    }
  }
}

private struct ReadingDocument: Encodable {
  let reading: SkinTestSchedule.Reading

  private enum Key: String, CodingKey { case day, date, standing, words }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(reading.day, forKey: .day)
    try container.encode(reading.date, forKey: .date)
    try container.encode(reading.standing.rawValue, forKey: .standing)
    try container.encode(reading.words, forKey: .words)
  }
}

private struct OtherTestDocument: Encodable {
  let item: SkinTestItem

  private enum Key: String, CodingKey { case kind, ingredient, state, verdict }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(item.kind.rawValue, forKey: .kind)
    try container.encode(item.planned.name, forKey: .ingredient)
    try container.encode(item.state.name, forKey: .state)
    try container.encode(item.current?.verdict.rawValue, orNilFor: .verdict)
  }
}

/// One planned ingredient with its own outcome:
/// `{"ingredient": "vitamin-e", "outcome": "proceed", "could-become": "proceed", "rules": []}`.
struct IngredientOutcomeDocument: Encodable {
  let ingredient: IngredientOutcome

  private enum Key: String, CodingKey {
    case ingredient, outcome, rules
    case couldBecome = "could-become"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ingredient.ingredient, forKey: .ingredient)
    try container.encode(ingredient.outcome, forKey: .outcome)
    try container.encode(ingredient.couldBecome, forKey: .couldBecome)
    try container.encode(ingredient.rules, forKey: .rules)
  }
}

/// A plan without some ingredients, which nobody has applied:
/// `{"without": ["hyaluronidase"], "outcome": "caution", "could-become": "caution"}`.
struct NearestPlanDocument: Encodable {
  let proposal: PlanProposal

  private enum Key: String, CodingKey {
    case without, outcome
    case couldBecome = "could-become"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(proposal.without, forKey: .without)
    try container.encode(proposal.outcome, forKey: .outcome)
    try container.encode(proposal.couldBecome, forKey: .couldBecome)
  }
}

extension KeyedEncodingContainer {
  /// Writes a value, or null where there is none, so that the key never lacks.
  fileprivate mutating func encode(_ value: (some Encodable)?, orNilFor key: Key) throws {
    if let value { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }
}
