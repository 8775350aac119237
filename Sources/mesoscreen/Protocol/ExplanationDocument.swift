import ClinicalModel
import ProtocolChecks
import Screening

/// Why a rule says what it says, as JSON.
///
///     {"rule": "filler-28-days", "evaluated-for": "2026-12-01",
///      "protocol": {"id": "mesotherapy", "version": "0.1.0", "digest": "sha256:…"},
///      "verdict": "established", "severity": "defer", "until": {"date": "2026-12-05"},
///      "missing": [],
///      "condition": {"condition": "days(filler-date) < 28", "outcome": "true",
///        "question": "filler-date", "applies": "yes", "answer": "2026-11-07",
///        "days": 24, "parts": []}}
struct ExplanationDocument: Encodable {
  private let explanation: Explanation
  private let pack: CompiledPack

  /// The explanation of a rule of this pack.
  init(_ explanation: Explanation, of pack: CompiledPack) {
    self.explanation = explanation
    self.pack = pack
  }

  private enum Key: String, CodingKey {
    case rule, `protocol`, verdict, severity, until, missing, condition
    case evaluatedFor = "evaluated-for"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(explanation.rule.id, forKey: .rule)
    try container.encode(
      ["id": pack.id, "version": pack.version, "digest": pack.digest], forKey: .protocol)
    try container.encode(explanation.evaluatedFor, forKey: .evaluatedFor)
    try container.encode(explanation.rule.severity, forKey: .severity)
    try container.encode(ConditionDocument(node: explanation.condition), forKey: .condition)
    let (verdict, release, missing): (String, Release, [Question.ID]) =
      switch explanation.verdict {
      case .established(let release): ("established", release, [])
      case .possible(let release, let missing): ("possible", release, missing)
      case .nothing: ("nothing", .notDeferred, [])
      }
    try container.encode(verdict, forKey: .verdict)
    try container.encode(missing, forKey: .missing)
    switch release {
    case .notDeferred: try container.encodeNil(forKey: .until)
    case .date(let date): try container.encode(["date": date.description], forKey: .until)
    case .event(let event): try container.encode(["event": event], forKey: .until)
    }
  }
}

/// One part of a condition.
private struct ConditionDocument: Encodable {
  let node: ExplainedCondition

  private enum Key: String, CodingKey {
    case condition, outcome, parts, question, applies, answer, days, years
    case readAs = "read-as"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(node.condition.description, forKey: .condition)
    try container.encode(word(node.outcome), forKey: .outcome)
    guard case .question(let question, let counted) = node.basis else {
      let parts: [ExplainedCondition] = if case .parts(let parts) = node.basis { parts } else { [] }
      try container.encode(parts.map(ConditionDocument.init), forKey: .parts)
      return
    }
    try container.encode([String](), forKey: .parts)
    try container.encode(question.question, forKey: .question)
    try container.encode(word(question.applicability), forKey: .applies)
    try container.encode(AnswerDocument(answer: question.answer), forKey: .answer)
    switch counted {
    case .notCounted, .carefulBound: break
    case .years(let years): try container.encode(years, forKey: .years)
    case .days(let days, let day):
      try container.encode(days, forKey: .days)
      try container.encode(day, forKey: .readAs)
    }
  }

  private func word(_ truth: Truth) -> String {
    switch truth {
    case .true: "true"
    case .false: "false"
    case .unknown: "unknown"
    }
  }

  private func word(_ applicability: ExplainedQuestion.Applicability) -> String {
    switch applicability {
    case .applies: "yes"
    case .offered: "not-known"
    case .doesNotApply: "no"
    case .notInPack: "not-in-pack"
    }
  }
}
