import ClinicalModel
import ProtocolChecks
import Screening

/// What two packs say otherwise, in the words of a pack: names, not labels, so
/// that whoever edits the pack finds the place.
struct DiffWords {
  let interviewDate: CalendarDate

  /// What was changed.
  func words(_ subject: SubjectDiff.Subject) -> String {
    switch subject {
    case .rule(let id): "rule \(id)"
    case .question(let id): "question \(id)"
    case .emergency(let id): "emergency screen \(id)"
    }
  }

  /// The answers: `filler-date = 28 days before, modality = dermaroller`.
  func words(_ patient: ProofPatient) -> String {
    guard !patient.answers.isEmpty else { return "nothing answered" }
    return patient.answers.map { "\($0.question) = \(words($0.answer, to: $0.question))" }
      .joined(separator: ", ")
  }

  /// Windows are counted in days, and a birthday is better read as a date.
  private static let countedMax = 1_500

  private func words(_ answer: Answer, to question: Question.ID) -> String {
    guard case .known(.date(.day(let day))) = answer, question != .dateOfBirth else {
      return answer.asWritten
    }
    let days = interviewDate.days(after: day)
    guard abs(days) <= Self.countedMax else { return answer.asWritten }
    let count = "\(abs(days)) \(abs(days) == 1 ? "day" : "days")"
    return days == 0
      ? "the day of the interview" : days > 0 ? "\(count) before" : "\(count) after"
  }

  /// What a pack says.
  func words(_ saying: DiffSaying) -> String {
    switch saying {
    case .nothing: "nothing"
    case .possible(let severity): "possibly \(severity.rawValue)"
    case .established(let severity, .notDeferred): severity.rawValue
    case .established(let severity, .date(let day)): "\(severity.rawValue) until \(day)"
    case .established(let severity, .event(let event)): "\(severity.rawValue) until \(event)"
    case .offered(let policy): "offered, \(words(policy))"
    case .asked(let policy): "asked, \(words(policy))"
    case .called: "called for"
    }
  }

  private func words(_ policy: UnknownPolicy) -> String {
    switch policy {
    case .noFinding: "not knowing it raises nothing"
    case .finding(let severity): "not knowing it: \(severity.rawValue)"
    }
  }
}
