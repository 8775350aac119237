import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  /// The current answer in words, as far as it counts.
  func words(for question: Question.ID) -> String {
    words(context.answer(question), to: question)
  }

  /// An answer in words; a question that does not apply says so, and a stored
  /// answer to it stays parked.
  func words(_ answer: Answer, to id: Question.ID) -> String {
    guard context.applies(id) != .false else { return "does not apply" }
    guard let question = pack.question(id) else { return "not in this pack" }
    switch answer {
    case .known(.choices([Option.none])):
      return "None of the \(question.options.count { $0.id != Option.none }) listed"
    case .known(.date(let date)) where id == .dateOfBirth: return birth(date)
    case .known, .unknown: return Printable.line(answer.words(for: question, in: pack.names))
    }
  }

  /// A date of birth with the age beside it, as two identifiers must agree.
  private func birth(_ date: PartialDate) -> String {
    let now = age(date, on: context.interviewDate)
    let then = age(date, on: context.treatmentDate)
    let later = now == then ? "" : "; \(then) on \(context.treatmentDate.spelled)"
    return "\(date.spelled) (\(now) years\(later))"
  }

  /// Completed years; two numbers when only the year or month is known.
  private func age(_ date: PartialDate, on day: CalendarDate) -> String {
    let oldest = max(0, day.completedYears(since: date.earliest))
    let youngest = max(0, day.completedYears(since: min(date.latest, day)))
    return oldest == youngest ? String(oldest) : "\(youngest) or \(oldest)"
  }
}
