import ClinicalModel
import Screening

/// The answers to one question that are worth trying: for each way in which a
/// condition can tell two answers apart, one of either kind.
struct AnswerDomain: Hashable {
  /// The question.
  let question: Question.ID
  /// The answers: the ways of not knowing first, then the values.
  let values: [Answer]
  /// How many of them are not known.
  let unknownCount: Int
  /// Whether more answers could be told apart than are tried.
  var isSampled = false

  /// The planned day has a default, the day of the interview: leaving it open
  /// is an answer, and nothing completes it later.
  init(
    of question: Question, for conditions: [Condition], in pack: CompiledPack,
    on interviewDate: CalendarDate
  ) {
    self.question = question.id
    let known: [Answer]
    if case .list = question.kind {
      let lists = ListDomain.lists(of: question, for: conditions, in: pack, on: interviewDate)
      known = lists.values.map { .known($0) }
      isSampled = lists.isSampled
    } else {
      known = Self.known(question, conditions, interviewDate).map { .known($0) }
    }
    // "Not sure" of a question that has an option for it is that option.
    let reasons = UnknownReason.allCases.filter {
      $0 != .unsure || question.kind != .single || question.option("unknown") == nil
    }
    if question.id == .plannedTreatmentDate {
      values = [.unknown(.notAsked)] + known
      unknownCount = 0
    } else if question.kind == .list(.skinTests) || !question.unknownReads.isEmpty {
      // That nobody speaks of skin tests means that none was done, and a letter
      // that nobody has seen is none: what is told of later is news and
      // completes nothing.
      values = reasons.map { .unknown($0) } + known
      unknownCount = 0
    } else {
      values = reasons.map { .unknown($0) } + known
      unknownCount = reasons.count
    }
  }

  /// Some answers in the order of the checklist's question.
  init(question: Question.ID, values: [Answer], unknownCount: Int) {
    self.question = question
    self.values = values
    self.unknownCount = unknownCount
  }

  private static func known(
    _ question: Question, _ conditions: [Condition], _ interviewDate: CalendarDate
  ) -> [AnswerValue] {
    let limits = conditions.flatMap(\.limits).filter { $0.measure.question == question.id }
    switch question.kind {
    case .single: return question.options.map { .choice($0.id) }
    case .multiple:
      return marks(
        question.options.map(\.id),
        asked: conditions.flatMap(\.lists).filter { $0.question == question.id }.map(\.options))
    case .text, .name: return [.text("TESTPATIENT")]
    // Only fields are of these kinds, but for lists, which are made up apart.
    case .names, .list: return []
    case .number(_, let range): return numbers(limits.map(\.limit), within: range)
    case .date(let tense, let orNever, let orCurrent):
      let days = TryingDays(interviewDate: interviewDate, tense: tense)
      let around = limits.flatMap { days.around($0.measure, $0.limit) }
      let dates = around + (question.id == .plannedTreatmentDate ? days.planned : days.always)
      return (orNever ? [.never] : []) + (orCurrent ? [.current] : [])
        + unique(dates).filter(days.admits).map { .date($0) }
    }
  }

  /// The most options of which every pair is tried.
  private static let pairedMax = 6
  /// The most lists of options of which every combination is tried.
  private static let listsMax = 4

  /// None, each option a condition asks for, one it does not ask for, and
  /// several at once.
  ///
  /// Options that stand in the same lists cannot be told apart. Beyond a few,
  /// one of each such kind stands for them where several are combined.
  private static func marks(_ options: [Option.ID], asked lists: [[Option.ID]]) -> [AnswerValue] {
    let mentioned = options.filter { option in lists.contains { $0.contains(option) } }
    let others = options.filter { !mentioned.contains($0) && $0 != Option.none }
    let single =
      options.filter { $0 == Option.none } + mentioned.filter { $0 != Option.none }
      + others.prefix(1)
    var kinds: [[Bool]: Option.ID] = [:]
    for option in mentioned.reversed() where option != Option.none {
      kinds[lists.map { $0.contains(option) }] = option
    }
    let combined = mentioned.filter { $0 != Option.none }
    let samples = combined.count <= pairedMax ? combined : combined.filter(kinds.values.contains)
    var several: [[Option.ID]] = []
    for (place, first) in samples.enumerated() {
      several += samples.dropFirst(place + 1).map { [first, $0] }
    }
    let kindSamples = combined.filter(kinds.values.contains)
    if (3...listsMax).contains(kindSamples.count) {
      several += (0..<(1 << kindSamples.count)).map { set in
        kindSamples.enumerated().filter { set & (1 << $0.offset) != 0 }.map(\.element)
      }.filter { $0.count > 2 }
    }
    if let first = combined.first, let other = others.first {
      several.append(options.filter { $0 == first || $0 == other })
    }
    return unique(single.map { [$0] } + several).map { .choices($0) }
  }

  /// On, just beside and further beside each limit, and the ends of the range.
  private static func numbers(_ limits: [Quantity], within range: ClosedRange<Quantity>)
    -> [AnswerValue]
  {
    let steps = [-1000, -100, -1, 0, 1, 100, 1000]
    let around = limits.flatMap { limit in
      steps.map { Quantity(thousandths: limit.thousandths + $0) }
    }
    let all = (around + [range.lowerBound, range.upperBound]).filter(range.contains)
    return Set(all).sorted().map { .number($0) }
  }
}
