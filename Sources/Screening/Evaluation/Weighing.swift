import ClinicalModel

/// The evaluator of the expression language (`QuestionsAndRules.md`).
///
/// It weighs a condition into a `Truth`, which is quick, or into a
/// `IndexedAssessment`, which also says what the truth rests on: one walk and
/// one reading of the leaves, with two ways of putting parts together.
///
/// A new form of condition needs a line in `CompiledCondition` and one in
/// `holds`.
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
  let index: PackIndex
  let answers: IndexedAnswers
  /// Whether each question applies.
  var gates: [Truth]
  /// Whether a question's `when` is weighed.
  var isOfGate = false
  let treatmentDate: CalendarDate
  let lists: ListFacts

  func weigh<Result: Weighed>(_ condition: CompiledCondition) -> Result {
    weigh(condition, at: 0, negated: false)
  }

  /// `negated` says whether the part stands under an odd number of `not`: there
  /// the careful reading of a comparison is the other one.
  private func weigh<Result: Weighed>(
    _ condition: CompiledCondition, at node: Int, negated: Bool
  ) -> Result {
    switch condition.nodes[node].kind {
    case .always: Result.always
    case .leaf(let place, let test):
      Result(leaf(place, test, condition, negated: negated), of: place)
    case .list(let place, let test):
      Result(list(condition.lists[test], place), of: place)
    case .and: combine(condition, at: node, decisive: .false, negated: negated)
    case .or: combine(condition, at: node, decisive: .true, negated: negated)
    case .not: !(weigh(condition, at: node + 1, negated: !negated) as Result)
    }
  }

  /// `decisive` is the truth that settles the whole at once: false for `and`,
  /// true for `or`.
  private func combine<Result: Weighed>(
    _ condition: CompiledCondition, at node: Int, decisive: Truth, negated: Bool
  ) -> Result {
    var combination = Result.Combination(decisive: decisive)
    var part = node + 1
    while part < condition.nodes[node].end, !combination.isSettled {
      combination.add(weigh(condition, at: part, negated: negated))
      part = condition.nodes[part].end
    }
    return combination.result
  }

  /// A test of lists, of which the one it asks about first stands at a place.
  private func list(_ test: ListTest, _ place: Int) -> WeighedLeaf {
    let outcome = listWeighing.weigh(test)
    switch outcome.truth {
    case .unknown: return missing(outcome)
    case .true where !outcome.because.isEmpty && !places(outcome.because).contains(place):
      return .settledBy(.true, places(outcome.because))
    case .true where reading == .eitherWay && place < gates.count && gates[place] == .unknown:
      return .gateOpen
    case .true where !outcome.because.isEmpty:
      return .settledBy(.true, places(outcome.because))
    case .true, .false: return .settled(outcome.truth)
    }
  }

  private func places(_ questions: [Question.ID]) -> [Int] {
    questions.compactMap { index.places[$0] }
  }

  private func missing(_ outcome: ListWeighing.Outcome) -> WeighedLeaf {
    .missingOthers(places(outcome.missing), because: places(outcome.because))
  }

  /// The lists, each with whether its question applies.
  var listWeighing: ListWeighing {
    ListWeighing(facts: lists) { subject in
      index.places[subject.question].map { gates[$0] } ?? .false
    }
  }

  /// A comparison on one question: false while the question does not apply,
  /// unknown while its answer is missing.
  private func leaf(
    _ place: Int, _ test: CompiledCondition.Test, _ condition: CompiledCondition, negated: Bool
  ) -> WeighedLeaf {
    let own = ownLeaf(place, test, condition, negated: negated)
    guard place < gates.count, index.takesPlan[place] else { return own }
    return counting(test, place, condition, beside: own)
  }

  /// An option of the plan also holds where what it stands for is planned, by
  /// whichever question that was said.
  private func counting(
    _ test: CompiledCondition.Test, _ place: Int, _ condition: CompiledCondition,
    beside own: WeighedLeaf
  ) -> WeighedLeaf {
    let question = index.questions[place]
    let words: Int
    switch (test, own) {
    case (_, .settled(.true)), (_, .gateOpen): return own
    case (.isAny(let asked), _), (.hasAny(let asked), _): words = asked
    case (.isNot, _), (.current, _), (.compare, _): return own
    }
    let asked = question.options.enumerated().filter { bit, _ in
      condition.words[words + bit / 64] & (1 << UInt64(bit % 64)) != 0
    }.map(\.element.id)
    guard let outcome = listWeighing.counts(as: asked, of: question.id) else { return own }
    // What an open plan may still bring opens no question: each of them is asked
    // when the plan names it, and until then the open plan weighs by itself.
    if isOfGate, outcome.truth == .unknown, case .settled = own { return own }
    switch (outcome.truth, own) {
    case (.true, _): return .settledBy(.true, places(outcome.because))
    case (.unknown, .missing):
      return .missingOthers(
        once([[place], places(outcome.missing)]), because: places(outcome.because))
    case (.unknown, _): return missing(outcome)
    case (.false, _): return own
    }
  }

  private func ownLeaf(
    _ place: Int, _ test: CompiledCondition.Test, _ condition: CompiledCondition, negated: Bool
  ) -> WeighedLeaf {
    guard place < gates.count else { return .missing }
    let gate = gates[place]
    guard gate != .false else { return .settled(.false) }
    let wordCount = index.wordCounts[place]
    let told = holds(test, answers.values[place], condition, wordCount, negated: negated)
    guard let holds = told else { return .missing }
    return reading == .eitherWay && gate == .unknown && holds ? .gateOpen : .settled(Truth(holds))
  }

  /// Nothing when the answer does not tell.
  private func holds(
    _ test: CompiledCondition.Test, _ value: IndexedAnswers.Value, _ condition: CompiledCondition,
    _ wordCount: Int, negated: Bool
  ) -> Bool? {
    func marked(_ asked: Int, _ given: Int) -> Bool {
      (0..<wordCount).contains { condition.words[asked + $0] & answers.words[given + $0] != 0 }
    }
    switch (test, value) {
    case (.isAny(let asked), .choice(let given)), (.hasAny(let asked), .choices(let given)):
      return marked(asked, given)
    case (.isNot(let asked), .choice(let given)): return !marked(asked, given)
    case (.current, .current): return true
    case (.current, .date), (.current, .never): return false
    case (.compare(let number, let comparison, let limit), _):
      return compare(number, value, comparison, limit, negated: negated)
    default: return nil
    }
  }

  /// Nothing when the value has no number to compare: then the answer does not
  /// tell, and the comparison stays unknown.
  private func compare(
    _ number: CompiledCondition.Number, _ value: IndexedAnswers.Value, _ comparison: Comparison,
    _ limit: Quantity, negated: Bool
  ) -> Bool? {
    switch (number, value) {
    case (.number, .number(let number)): return comparison.holds(number, limit)
    case (.age, .date(let birth)):
      // With only a month or year known, take the bound that lets the rule
      // fire: the youngest age for "under", the oldest for "over".
      let under = comparison == .less || comparison == .atMost
      let birthday = under != negated ? birth.latest : birth.earliest
      return comparison.holds(Quantity(treatmentDate.completedYears(since: birthday)), limit)
    case (.days, .date(let date)): return comparison.holds(Quantity(date.days), limit)
    case (.daysUntil, .date(let date)):
      let under = comparison == .less || comparison == .atMost
      let bound = under != negated ? date.daysUntil.lowerBound : date.daysUntil.upperBound
      return comparison.holds(Quantity(bound), limit)
    // It never happened, or it has not ended: there are no days to count.
    // What is still going on is asked for with `current(q)`.
    case (.days, .never), (.daysUntil, .never), (.days, .current), (.daysUntil, .current):
      return false
    default: return nil
    }
  }
}
