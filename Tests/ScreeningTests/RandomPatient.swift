import ClinicalModel
import Screening

/// A patient made up by the numbers that follow from a seed, so that a failure
/// can be seen again.
struct RandomPatient: RandomNumberGenerator {
  private var state: UInt64
  let interviewDate: CalendarDate

  init(seed: UInt64, interviewDate: CalendarDate) {
    state = seed
    self.interviewDate = interviewDate
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Answers to about `share` percent of the questions; the planned date stays
  /// open, because its default counts as an answer.
  mutating func answers(to pack: CompiledPack, percent share: Int) -> Answers {
    var answers = Answers()
    for question in pack.questions where question.id != .plannedTreatmentDate {
      if Int.random(in: 0..<100, using: &self) < share {
        answers[question.id] = answer(to: question)
      }
    }
    return answers
  }

  /// The same answers, with everything that was not known now said or still
  /// not known.
  mutating func completing(_ answers: Answers, for pack: CompiledPack) -> Answers {
    var completed = answers
    for question in pack.questions where question.id != .plannedTreatmentDate {
      if case .unknown = answers[question.id] { completed[question.id] = answer(to: question) }
    }
    return completed
  }

  /// An answer the question takes; one in eight is not known.
  mutating func answer(to question: Question) -> Answer {
    if Int.random(in: 0..<8, using: &self) == 0 {
      return .unknown(UnknownReason.allCases.randomElement(using: &self) ?? .unsure)
    }
    switch question.kind {
    case .single:
      return question.options.randomElement(using: &self).map { .known(.choice($0.id)) }
        ?? .unknown(.unsure)
    case .multiple: return .known(.choices(marked(question)))
    case .text, .name: return .known(.text("TESTPATIENT"))
    case .list, .names: return .unknown(.notAsked)
    case .number(_, let range):
      let thousandths = Int.random(
        in: range.lowerBound.thousandths...range.upperBound.thousandths, using: &self)
      return .known(.number(Quantity(thousandths: thousandths)))
    case .date(let tense, let orNever, let orCurrent):
      if orNever, Bool.random(using: &self) { return .known(.never) }
      if orCurrent, Bool.random(using: &self) { return .known(.current) }
      return .known(.date(date(tense, years: question.id == .dateOfBirth ? 90 : 2)))
    }
  }

  private mutating func marked(_ question: Question) -> [Option.ID] {
    let others = question.options.map(\.id).filter { $0 != Option.none }
    let count = Int.random(in: 0...3, using: &self)
    let chosen = others.shuffled(using: &self).prefix(count)
    if chosen.isEmpty { return question.options.prefix(1).map(\.id) }
    return others.filter(chosen.contains)
  }

  private mutating func date(_ tense: DateTense, years: Int) -> PartialDate {
    let days = Int.random(in: 0...(365 * years), using: &self)
    let day = interviewDate.adding(days: tense == .past ? -days : days)
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return .month(year: day.year, month: day.month)
    case 1: return .year(day.year)
    default: return .day(day)
    }
  }
}
