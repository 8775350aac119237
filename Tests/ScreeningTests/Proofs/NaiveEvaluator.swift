import ClinicalModel
import Foundation
import Screening

/// A second evaluator, written from the words of the content document alone and
/// as plainly as can be, so that the engine can be compared with it.
///
/// It looks every gate up again, counts days with Foundation's calendar, gives no
/// reasons, and knows neither lists nor tables.
struct NaiveEvaluator {
  enum Three { case yes, no, open }

  let questions: [Question.ID: Question]
  private(set) var answers: Answers
  let interviewDate: CalendarDate

  init(_ pack: CompiledPack, _ answers: Answers, on interviewDate: CalendarDate) {
    questions = Dictionary(uniqueKeysWithValues: pack.questions.map { ($0.id, $0) })
    self.answers = answers
    self.interviewDate = interviewDate
  }

  /// What the engine should say: an answer counts while its gate is open, but
  /// silence must hold as well if the gate closes. Without a planned day that
  /// has gone by nothing that was true may become milder.
  func weigh(_ condition: Condition) -> Three {
    guard case .known(.date(let planned)) = answers[.plannedTreatmentDate],
      planned.latest < interviewDate
    else { return weighAll(condition) }
    var open = self
    open.answers[.plannedTreatmentDate] = .unknown(.notAsked)
    let now = open.weighAll(condition)
    return now != .yes && weighAll(condition) == .yes ? .yes : now
  }

  private func weighAll(_ condition: Condition) -> Three {
    let asSaid = weigh(condition, closing: false, under: false)
    return asSaid == .no ? weigh(condition, closing: true, under: false) : asSaid
  }

  /// Whether a question applies, in the first of the two readings.
  func applies(_ id: Question.ID) -> Three {
    questions[id].map { weigh($0.when, closing: false, under: false) } ?? .open
  }

  /// In a world where everything that applies is known there are two values.
  func holds(_ condition: Condition, under not: Bool = false) -> Bool {
    switch condition {
    case .and(let parts): return parts.allSatisfy { holds($0, under: not) }
    case .or(let parts): return parts.contains { holds($0, under: not) }
    case .not(let part): return !holds(part, under: !not)
    case .always: return true
    default:
      guard let id = condition.questions.first, let question = questions[id],
        holds(question.when), let value = value(of: question)
      else { return false }
      return compare(condition, value, under: not) == .yes
    }
  }

  /// What a question's answer is read as: the planned day is that of the
  /// interview while nobody knows a later one, and an unknown answer may read as
  /// an option.
  private func value(of question: Question) -> AnswerValue? {
    if question.id == .plannedTreatmentDate { return .date(.day(treatment)) }
    if case .known(let value) = answers[question.id] { return value }
    guard let first = question.unknownReads.first else { return nil }
    return question.kind == .single ? .choice(first) : .choices(question.unknownReads)
  }

  private func weigh(_ condition: Condition, closing: Bool, under not: Bool) -> Three {
    switch condition {
    case .always: return .yes
    case .not(let part):
      switch weigh(part, closing: closing, under: !not) {
      case .yes: return .no
      case .no: return .yes
      case .open: return .open
      }
    case .and(let parts):
      let values = parts.map { weigh($0, closing: closing, under: not) }
      return values.contains(.no) ? .no : values.contains(.open) ? .open : .yes
    case .or(let parts):
      let values = parts.map { weigh($0, closing: closing, under: not) }
      return values.contains(.yes) ? .yes : values.contains(.open) ? .open : .no
    default:
      guard let id = condition.questions.first, let question = questions[id] else { return .open }
      let gate = weigh(question.when, closing: closing, under: false)
      if gate == .no { return .no }
      guard let value = value(of: question) else { return .open }
      let result = compare(condition, value, under: not)
      return closing && gate == .open && result == .yes ? .open : result
    }
  }

  private func compare(_ condition: Condition, _ value: AnswerValue, under not: Bool) -> Three {
    func three(_ holds: Bool) -> Three { holds ? .yes : .no }
    switch (condition, value) {
    case (.isAny(_, let options), .choice(let chosen)): return three(options.contains(chosen))
    case (.isNot(_, let option), .choice(let chosen)): return three(option != chosen)
    case (.hasAny(_, let options), .choices(let marked)):
      return three(!Set(options).isDisjoint(with: marked))
    case (.current, .current): return .yes
    case (.current, .date), (.current, .never): return .no
    case (.compare(.number, let sign, let limit), .number(let number)):
      return three(compare(number.thousandths, sign, limit))
    case (.compare(.age, let sign, let limit), .date(let birth)):
      let young = (sign == .less || sign == .atMost) != not
      let birthday = young ? min(birth.latest, interviewDate) : birth.earliest
      let before = (treatment.month, treatment.day) < (birthday.month, birthday.day)
      return three(
        compare((treatment.year - birthday.year - (before ? 1 : 0)) * 1000, sign, limit))
    case (.compare(.days(let id), let sign, let limit), .date(let date)):
      return three(compare(days(from: counted(date, id), to: treatment) * 1000, sign, limit))
    case (.compare(.daysUntil, let sign, let limit), .date(let date)):
      let soon = (sign == .less || sign == .atMost) != not
      let day =
        date.isExact
        ? date.earliest
        : soon ? min(date.latest, max(date.earliest, interviewDate)) : date.latest
      return three(compare(days(from: treatment, to: day) * 1000, sign, limit))
    case (.compare(.days, _, _), _), (.compare(.daysUntil, _, _), _): return .no
    default: return .open
    }
  }

  private func compare(_ number: Int, _ sign: Comparison, _ limit: Quantity) -> Bool {
    switch sign {
    case .less: number < limit.thousandths
    case .atMost: number <= limit.thousandths
    case .greater: number > limit.thousandths
    case .atLeast: number >= limit.thousandths
    }
  }

  private var treatment: CalendarDate {
    guard case .known(.date(let date)) = answers[.plannedTreatmentDate] else {
      return interviewDate
    }
    return max(date.earliest, interviewDate)
  }

  /// The latest day it can be; what is past cannot be later than the interview.
  private func counted(_ date: PartialDate, _ id: Question.ID) -> CalendarDate {
    if case .date(.future, _, _) = questions[id]?.kind { return date.latest }
    if date.isExact { return date.latest }
    return max(date.earliest, min(date.latest, interviewDate))
  }

  private func days(from first: CalendarDate, to second: CalendarDate) -> Int {
    func day(_ date: CalendarDate) -> Int {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
      let noon = calendar.date(
        from: DateComponents(year: date.year, month: date.month, day: date.day, hour: 12))
      return Int(((noon?.timeIntervalSince1970 ?? 0) / 86_400).rounded(.down))
    }
    return day(second) - day(first)
  }
}

extension Truth {
  /// The same value as the second evaluator names it.
  var three: NaiveEvaluator.Three {
    switch self {
    case .true: .yes
    case .false: .no
    case .unknown: .open
    }
  }
}
