import ClinicalModel

/// The other answers to one question that may be suggested to end a rule.
struct OtherAnswers {
  let question: Question.ID
  /// The answers; of numbers the nearest first.
  let values: [AnswerValue]

  /// Nothing to suggest where the answer is a fact, is not known, or is a date:
  /// the day of treatment is varied by waiting alone, and no other date is.
  init(to question: Question, answered answer: Answer, ending rule: Rule, _ conditions: [Condition])
  {
    self.question = question.id
    guard question.mayVary(to: rule) else {
      values = []
      return
    }
    switch answer {
    case .known(.choice(let chosen)):
      values = question.options.filter { $0.id != chosen }.map { .choice($0.id) }
    case .known(.choices(let marked)):
      let lists = conditions.flatMap(\.lists).filter { $0.question == question.id }.map(\.options)
      values = Self.marks(marked, of: question, asked: lists)
    case .known(.number(let number)):
      let limits = conditions.flatMap(\.limits).filter { $0.measure.question == question.id }
      values = Self.numbers(near: number, limits.map(\.limit), of: question)
    case .known(.text), .known(.date), .known(.never), .known(.current), .known(.entries), .unknown:
      values = []
    }
  }

  /// Of a plan the options that a condition asks for are left out, as long as
  /// others are left; papers are added, never taken away.
  private static func marks(_ marked: [Option.ID], of question: Question, asked: [[Option.ID]])
    -> [AnswerValue]
  {
    let named = unique(Array(asked.joined()))
    let sets: [[Option.ID]]
    switch question.changeability {
    case .plan:
      sets = (asked + [named]).map { list in marked.filter { !list.contains($0) } }
    case .letter:
      let missing = named.filter { !marked.contains($0) && question.option($0) != nil }
      let papers = missing.map { [$0] } + [missing]
      sets = papers.map { added in
        question.options.map(\.id).filter {
          $0 != Option.none && (marked.contains($0) || added.contains($0))
        }
      }
    case .fact, .test, .passing: sets = []
    }
    return unique(sets).filter { !$0.isEmpty && $0 != marked }.map { .choices($0) }
  }

  /// On and beside each limit, in the question's range.
  private static func numbers(near number: Quantity, _ limits: [Quantity], of question: Question)
    -> [AnswerValue]
  {
    guard case .number(_, let range) = question.kind else { return [] }
    let around = limits.flatMap { limit in
      let step = limit.thousandths % 1000 == 0 ? 1000 : 100
      return [0, -step, step].map { Quantity(thousandths: limit.thousandths + $0) }
    }
    func distance(_ other: Quantity) -> Int { abs(other.thousandths - number.thousandths) }
    return unique(around).filter { $0 != number && range.contains($0) }
      .sorted { (distance($0), $0) < (distance($1), $1) }.map { .number($0) }
  }
}

extension Question {
  /// Whether another answer may be suggested to end a rule.
  ///
  /// What a test has found, or a paper says, and what excludes for it, is not
  /// asked for again until it comes out otherwise.
  fileprivate func mayVary(to rule: Rule) -> Bool {
    switch changeability {
    case .fact, .passing: false
    case .plan: true
    case .letter: kind == .multiple || rule.severity < .doNotTreat
    case .test: rule.severity < .doNotTreat
    }
  }
}
