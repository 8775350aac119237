/// The evaluator of the expression language (conditions.md §0.3).
struct Weighing {
  let answers: Answers
  let interviewDate: CalendarDate
  let treatmentDate: CalendarDate
  let applies: (Question.ID) -> Truth

  func assess(_ condition: Condition) -> Assessment {
    switch condition {
    case .always: return Assessment(truth: .true, because: [], missing: [])
    case .isAny(let id, let options):
      return leaf(id) { value in
        if case .choice(let chosen) = value { options.contains(chosen) } else { nil }
      }
    case .isNot(let id, let option):
      return leaf(id) { value in
        if case .choice(let chosen) = value { chosen != option } else { nil }
      }
    case .hasAny(let id, let options):
      return leaf(id) { value in
        if case .choices(let marked) = value {
          marked.contains(where: options.contains)
        } else {
          nil
        }
      }
    case .current(let id): return leaf(id) { $0 == .current }
    case .compare(let measure, let comparison, let limit):
      return leaf(measure.question) { compare(measure, $0, comparison, limit) }
    case .and(let parts): return combine(parts, decisive: .false)
    case .or(let parts): return combine(parts, decisive: .true)
    case .not(let part):
      let inner = assess(part)
      return Assessment(truth: !inner.truth, because: inner.because, missing: inner.missing)
    }
  }

  /// A comparison on one question: false while the question does not apply,
  /// unknown while its answer is missing.
  private func leaf(_ id: Question.ID, _ holds: (AnswerValue) -> Bool?) -> Assessment {
    guard applies(id) != .false else {
      return Assessment(truth: .false, because: [id], missing: [])
    }
    guard case .known(let value) = answers[id], let result = holds(value) else {
      return Assessment(truth: .unknown, because: [], missing: [id])
    }
    return Assessment(truth: Truth(result), because: [id], missing: [])
  }

  /// `decisive` is the truth that settles the whole at once: false for `and`,
  /// true for `or`.
  private func combine(_ parts: [Condition], decisive: Truth) -> Assessment {
    let assessed = parts.map(assess)
    let settling = assessed.filter { $0.truth == decisive }
    if !settling.isEmpty {
      return Assessment(truth: decisive, because: union(settling.map(\.because)), missing: [])
    }
    let open = assessed.filter { $0.truth == .unknown }
    if !open.isEmpty {
      return Assessment(
        truth: .unknown, because: union(assessed.map(\.because)),
        missing: union(open.map(\.missing))
      )
    }
    return Assessment(truth: !decisive, because: union(assessed.map(\.because)), missing: [])
  }

  private func union(_ lists: [[Question.ID]]) -> [Question.ID] {
    var seen: [Question.ID] = []
    for id in lists.joined() where !seen.contains(id) { seen.append(id) }
    return seen
  }

  /// Nothing when the value has no number to compare: then the answer does not
  /// tell, and the comparison stays unknown.
  private func compare(
    _ measure: Measure, _ value: AnswerValue, _ comparison: Comparison, _ limit: Quantity
  ) -> Bool? {
    switch (measure, value) {
    case (.number, .number(let number)): return comparison.holds(number, limit)
    case (.age, .date(let birth)):
      // With only a month or year known, take the bound that lets the rule
      // fire: the youngest age for "under", the oldest for "over".
      let under = comparison == .less || comparison == .atMost
      let day = under ? min(birth.latest, interviewDate) : birth.earliest
      return comparison.holds(Quantity(treatmentDate.completedYears(since: day)), limit)
    case (.days, .date(let date)):
      // A past event: the latest day it can have been (conditions.md §0.3).
      let day = date.isExact ? date.latest : max(date.earliest, min(date.latest, interviewDate))
      return comparison.holds(Quantity(treatmentDate.days(after: day)), limit)
    case (.daysUntil, .date(let date)):
      // A coming event: the earliest day it can be.
      let day = date.isExact ? date.earliest : min(date.latest, max(date.earliest, interviewDate))
      return comparison.holds(Quantity(day.days(after: treatmentDate)), limit)
    // It never happened, or it has not ended: there are no days to count.
    // What is still going on is asked for with `current(q)`.
    case (.days, .never), (.daysUntil, .never), (.days, .current), (.daysUntil, .current):
      return false
    default: return nil
    }
  }
}
