package import ClinicalModel

/// The changes that silence one rule.
struct RuleChanges {
  /// The most changes that are taken together.
  static let sizeMax = 3
  /// The most combinations that are weighed for one rule.
  private static let triesMax = 3_000
  /// The longest wait that is still advice: five years.
  private static let waitMax = 1_827

  let rule: Rule
  private let visit: ChangeVisit
  /// The rule with the questions that bear on it.
  private let part: CompiledPack
  private let others: [OtherAnswers]
  /// The days worth waiting for, from the interview, shortest first.
  private let waits: [Int]

  init(ending rule: Rule, in visit: ChangeVisit) {
    let inputs = RuleInputs(of: [rule], in: visit.pack)
    let context = visit.context(with: CombinedChange(), in: visit.pack)
    self.rule = rule
    self.visit = visit
    part = inputs.pack
    others = inputs.questions.compactMap { visit.pack.question($0.id) }.map { question in
      OtherAnswers(
        to: question, answered: context.answer(question.id), ending: rule, inputs.conditions)
    }.filter { !$0.values.isEmpty }
    // Gates count time too, but to wait until a question no longer applies is
    // no advice: a pregnancy does not end with the age at which one asks.
    let turning = turningWaits(rule.when.limits, context.answer, on: visit.interviewDate)
    let now = context.treatmentDate.days(after: visit.interviewDate)
    waits = turning.filter { $0 > now && $0 <= Self.waitMax }.sorted()
  }

  /// Whether the rule is silent with these changes, and so whatever the missing
  /// answers are.
  func isSilent(with change: CombinedChange) -> Bool {
    let context = visit.context(with: change, in: part)
    guard context.truth(ofRule: 0) == .false else { return false }
    guard change.wait > 0 else { return true }
    let sameDay = visit.context(with: CombinedChange(values: change.values), in: part)
    return part.tables.questionsRead(by: rule.when).allSatisfy {
      context.applies($0) != .false || sameDay.applies($0) == .false
    }
  }

  /// The smallest changes that silence the rule, smaller ones first.
  var smallest: [CombinedChange] {
    var found: [CombinedChange] = []
    var tries = 0
    // The shortest wait that helps; without answers to change, waits alone.
    func tryWaits(with values: [Question.ID: AnswerValue]) {
      let allowed = values.count < Self.sizeMax ? [0] + waits : [0]
      for wait in allowed {
        let change = CombinedChange(wait: wait, values: values)
        if change.size == 0 || found.contains(where: change.contains) { continue }
        guard tries < Self.triesMax else { return }
        tries += 1
        if isSilent(with: change) {
          found.append(change)
          return
        }
      }
    }
    func choose(_ count: Int, from place: Int, _ values: [Question.ID: AnswerValue]) {
      guard count > 0 else { return tryWaits(with: values) }
      for next in others.indices.dropFirst(place) {
        for value in others[next].values {
          var chosen = values
          chosen[others[next].question] = value
          let before = found.count
          choose(count - 1, from: next + 1, chosen)
          // Of numbers the nearest that helps is enough.
          if case .number = value, count == 1, found.count > before { break }
        }
      }
    }
    for count in 0...Self.sizeMax { choose(count, from: 0, [:]) }
    return found.minimal
  }
}

/// The days of waiting, from the interview, at which one of these comparisons
/// can come out otherwise: those on which a limit or a birthday is reached, and
/// the days beside them. Between these every comparison stays as it is.
package func turningWaits(
  _ limits: [(measure: Measure, limit: Quantity)], _ answer: (Question.ID) -> Answer,
  on interviewDate: CalendarDate
) -> Set<Int> {
  var waits: Set<Int> = []
  for (measure, limit) in limits {
    let count = limit.thousandths / 1000
    guard case .known(.date(let date)) = answer(measure.question) else { continue }
    for day in [date.earliest, date.latest, min(date.latest, interviewDate)] {
      let turning =
        switch measure {
        case .days, .number: day.adding(days: count)
        case .daysUntil: day.adding(days: -count)
        case .age: day.adding(months: 12 * count)
        }
      let wait = turning.days(after: interviewDate)
      waits.formUnion([wait - 1, wait, wait + 1])
    }
  }
  return waits
}
