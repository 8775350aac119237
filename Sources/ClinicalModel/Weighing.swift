/// The evaluator of the expression language (conditions.md §0.3).
struct Weighing {
  /// What an answer is worth while nobody knows whether its question applies.
  enum Reading {
    /// It counts as it stands: what a patient says of herself is not dropped
    /// because an earlier question is still open.
    case asAnswered
    /// It counts as far as it would whichever way the gate turns out. Under a
    /// `not`, an answer that was later parked would otherwise raise a finding
    /// which nothing had announced as possible.
    case eitherWay
  }

  let reading: Reading
  let answers: Answers
  let interviewDate: CalendarDate
  let treatmentDate: CalendarDate
  let tense: (Question.ID) -> DateTense
  let gate: (Question.ID) -> Assessment

  func assess(_ condition: Condition) -> Assessment { assess(condition, negated: false) }

  /// `negated` says whether the condition stands under an odd number of `not`:
  /// there the careful reading of a comparison is the other one.
  private func assess(_ condition: Condition, negated: Bool) -> Assessment {
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
    case .current(let id):
      return leaf(id) { value in
        switch value {
        case .current: true
        case .date, .never: false
        case .choice, .choices, .text, .number: nil
        }
      }
    case .compare(let measure, let comparison, let limit):
      return leaf(measure.question) { compare(measure, $0, comparison, limit, negated: negated) }
    case .and(let parts): return combine(parts, decisive: .false, negated: negated)
    case .or(let parts): return combine(parts, decisive: .true, negated: negated)
    case .not(let part):
      let inner = assess(part, negated: !negated)
      return Assessment(truth: !inner.truth, because: inner.because, missing: inner.missing)
    }
  }

  /// A comparison on one question: false while the question does not apply,
  /// unknown while its answer is missing.
  private func leaf(_ id: Question.ID, _ holds: (AnswerValue) -> Bool?) -> Assessment {
    let gate = gate(id)
    guard gate.truth != .false else {
      return Assessment(truth: .false, because: [id], missing: [])
    }
    guard case .known(let value) = answers[id], let result = holds(value) else {
      return Assessment(truth: .unknown, because: [], missing: [id])
    }
    if reading == .eitherWay, gate.truth == .unknown, result {
      return Assessment(truth: .unknown, because: [id], missing: gate.missing)
    }
    return Assessment(truth: Truth(result), because: [id], missing: [])
  }

  /// `decisive` is the truth that settles the whole at once: false for `and`,
  /// true for `or`.
  private func combine(_ parts: [Condition], decisive: Truth, negated: Bool) -> Assessment {
    let assessed = parts.map { assess($0, negated: negated) }
    let settling = assessed.filter { $0.truth == decisive }
    if !settling.isEmpty {
      return Assessment(truth: decisive, because: union(settling.map(\.because)), missing: [])
    }
    let open = assessed.filter { $0.truth == .unknown }
    guard open.isEmpty else {
      // What would fire under `or` is only what is open; under `and` the parts
      // that already hold are half of the reason.
      let reasons = decisive == .true ? open : assessed
      return Assessment(
        truth: .unknown, because: union(reasons.map(\.because)), missing: union(open.map(\.missing))
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
    _ measure: Measure, _ value: AnswerValue, _ comparison: Comparison, _ limit: Quantity,
    negated: Bool
  ) -> Bool? {
    switch (measure, value) {
    case (.number, .number(let number)): return comparison.holds(number, limit)
    case (.age, .date(let birth)):
      // With only a month or year known, take the bound that lets the rule
      // fire: the youngest age for "under", the oldest for "over".
      let under = comparison == .less || comparison == .atMost
      let birthday = under != negated ? min(birth.latest, interviewDate) : birth.earliest
      return comparison.holds(Quantity(treatmentDate.completedYears(since: birthday)), limit)
    case (.days(let id), .date(let date)):
      let day = date.counted(from: tense(id), on: interviewDate)
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

extension PartialDate {
  /// The day from which a window is counted: the latest it can be, so that a
  /// window never ends too early (conditions.md §0.3).
  ///
  /// A past thing known by its month or year cannot lie after the interview.
  func counted(from tense: DateTense, on interviewDate: CalendarDate) -> CalendarDate {
    if isExact || tense == .future { return latest }
    return max(earliest, min(latest, interviewDate))
  }
}
