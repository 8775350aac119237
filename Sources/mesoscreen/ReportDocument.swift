import ClinicalModel
import Screening

/// A report as JSON: the keys are a contract, more may be added.
///
///     {"protocol": {"id": "mesotherapy", "version": "0.1.0", "digest": "sha256:…"},
///      "evaluated-for": "2026-12-01",
///      "outcome": "defer", "could-become": "do-not-treat", "complete": false,
///      "findings": [{"rule": "strong-sun-14-days", "severity": "defer",
///        "certainty": "established", "until": {"date": "2026-12-05"}, …}],
///      "earliest-date": "2026-12-05", "events": [], …}
struct ReportDocument: Encodable {
  let report: Report
  let pack: ProtocolPack

  init(_ report: Report, pack: ProtocolPack) {
    self.report = report
    self.pack = pack
  }

  private enum Key: String, CodingKey {
    case `protocol`, outcome, complete, findings, events, unanswered, offered, emergencies
    case evaluatedFor = "evaluated-for"
    case couldBecome = "could-become"
    case earliestDate = "earliest-date"
    case patchTest = "patch-test"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(
      ["id": pack.id, "version": pack.version, "digest": pack.digest], forKey: .protocol)
    try container.encode(report.evaluatedFor, forKey: .evaluatedFor)
    try container.encode(report.outcome, forKey: .outcome)
    try container.encode(report.couldBecome, forKey: .couldBecome)
    try container.encode(report.complete, forKey: .complete)
    try container.encode(report.findings.map(FindingDocument.init), forKey: .findings)
    switch report.earliestDate {
    case .date(let date): try container.encode(date, forKey: .earliestDate)
    case .notDeferred, .excluded: try container.encodeNil(forKey: .earliestDate)
    }
    try container.encode(report.events, forKey: .events)
    try container.encode(PatchTestDocument(advice: report.patchTest), forKey: .patchTest)
    try container.encode(report.unanswered, forKey: .unanswered)
    try container.encode(report.offered, forKey: .offered)
    try container.encode(report.emergencies, forKey: .emergencies)
  }
}

/// One finding.
private struct FindingDocument: Encodable {
  let finding: Finding

  private enum Key: String, CodingKey {
    case rule, title, severity, certainty, until, staff, patient, because, missing, cite, strength
    case note, emergency
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(finding.rule, forKey: .rule)
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
  }
}

/// One answer that a finding rests on, in the form in which answers are given:
/// a text, a list of options, or the reserved word for an unknown.
private struct BecauseDocument: Encodable {
  let because: Because

  private enum Key: String, CodingKey { case question, answer }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(because.question, forKey: .question)
    switch because.answer {
    case .known(.choice(let option)): try container.encode(option, forKey: .answer)
    case .known(.choices(let options)): try container.encode(options, forKey: .answer)
    case .known(.text(let text)): try container.encode(text, forKey: .answer)
    case .known(.number(let number)): try container.encode(number.description, forKey: .answer)
    case .known(.date(let date)): try container.encode(date.description, forKey: .answer)
    case .known(.never): try container.encode("no", forKey: .answer)
    case .known(.current): try container.encode("current", forKey: .answer)
    case .unknown(let reason): try container.encode(reason, forKey: .answer)
    }
  }
}

/// Whether a patch test is advised; its plan is empty until a pack can describe
/// one.
private struct PatchTestDocument: Encodable {
  let advice: PatchTestAdvice

  private enum Key: String, CodingKey { case advised, because, plan }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let reasons: [Rule.ID] = if case .advised(let because) = advice { because } else { [] }
    try container.encode(advice != .notAdvised, forKey: .advised)
    try container.encode(reasons, forKey: .because)
    try container.encode([String: String](), forKey: .plan)
  }
}
