package import ClinicalModel
package import Screening

/// What was shown of one rule.
package struct RuleProof: Hashable, Sendable {
  /// The rule.
  package let rule: Rule.ID
  /// The questions it depends on, in the order of the checklist.
  package let inputs: [Question.ID]
  /// How thoroughly they were tried.
  package let extent: Extent
  /// How many patients were screened for it.
  package let patientCount: Int
  /// What does not hold, each with its smallest patient.
  package let violations: [ProofViolation]
}

/// Tries every proof on one rule, over every combination of its own inputs.
///
/// - Parameters:
///   - rule: a rule of the pack.
///   - pack: the pack; only what the rule depends on is weighed.
///   - interviewDate: the day of the interview.
///   - most: up to how many combinations all are tried; beyond, every pair of
///     answers.
///   - screener: what is put to the proof.
package func prove(
  _ rule: Rule, in pack: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax, by screener: @escaping Screener = screen
) -> RuleProof {
  prove(
    rule,
    by: RuleTrial(
      rules: [rule], in: pack, on: interviewDate, exhaustingUpTo: most, screener: screener))
}

/// Tries every proof on one rule, over the combinations of a trial.
func prove(_ rule: Rule, by trial: RuleTrial) -> RuleProof {
  var tally = Tally()
  for space in trial.spaces {
    var trying = SpaceTrial(trial, space)
    trying.tryUnknownAnswers(&tally)
    trying.tryDeterminism(&tally, amongSpaces: trial.spaces.count)
    trying.tryWaiting(of: rule, &tally)
  }
  return RuleProof(
    rule: rule.id, inputs: trial.inputs.questions.map(\.id), extent: trial.extent,
    patientCount: tally.patientCount, violations: tally.violations)
}

/// Up to this many combinations all are tried.
package let combinationsMax = 120_000

/// The smallest violation of each proof found so far.
struct Tally {
  private var found: [Proof: (size: Int, violation: ProofViolation)] = [:]
  /// How many patients were screened.
  var patientCount = 0

  /// Whether a patient with so many answers would be the smallest so far.
  func wants(_ proof: Proof, size: Int) -> Bool { found[proof].map { size < $0.size } ?? true }

  mutating func add(_ violation: ProofViolation, size: Int) {
    if wants(violation.proof, size: size) { found[violation.proof] = (size, violation) }
  }

  var violations: [ProofViolation] { Proof.allCases.compactMap { found[$0]?.violation } }
}

/// What is needed to try some rules: their inputs and all combinations.
struct RuleTrial {
  let rules: [Rule]
  let inputs: RuleInputs
  let interviewDate: CalendarDate
  let spaces: [AnswerSpace]
  let extent: Extent
  let screener: Screener

  init(
    rules: [Rule], in pack: CompiledPack, on interviewDate: CalendarDate,
    exhaustingUpTo most: Int, screener: @escaping Screener,
    notKnowing reasons: [UnknownReason] = UnknownReason.allCases
  ) {
    let inputs = RuleInputs(of: rules, in: pack)
    let domains = inputs.questions.map {
      AnswerDomain(of: $0, for: inputs.conditions, in: inputs.pack, on: interviewDate)
        .notKnown(for: reasons)
    }
    self.rules = rules
    self.inputs = inputs
    self.interviewDate = interviewDate
    self.screener = screener
    (spaces, extent) = domains.spaces(most: most)
  }

  func report(_ answers: Answers) -> Report { screener(answers, inputs.pack, interviewDate) }

  func context(_ answers: Answers) -> AnswerContext {
    AnswerContext(pack: inputs.pack, answers: answers, interviewDate: interviewDate)
  }

  func violation(_ proof: Proof, _ answers: Answers, _ words: String) -> ProofViolation {
    ProofViolation(
      proof: proof, rules: rules.map(\.id),
      patient: ProofPatient(answers, of: inputs.questions, on: interviewDate), words: words)
  }
}

extension AnswerDomain {
  /// The most lists of one question where many questions are combined.
  private static let fewListsMax = 8

  /// The same with a few of its lists, evenly chosen; other answers stay.
  var fewerLists: AnswerDomain {
    let known = Array(values.dropFirst(unknownCount))
    guard known.count > Self.fewListsMax,
      known.contains(where: { if case .known(.entries) = $0 { true } else { false } })
    else { return self }
    let chosen = (0..<Self.fewListsMax).map { known[$0 * known.count / Self.fewListsMax] }
    var fewer = AnswerDomain(
      question: question, values: values.prefix(unknownCount) + chosen, unknownCount: unknownCount)
    fewer.isSampled = true
    return fewer
  }

  /// The same with some of the ways of not knowing.
  fileprivate func notKnown(for reasons: [UnknownReason]) -> AnswerDomain {
    guard unknownCount > reasons.count else { return self }
    var fewer = AnswerDomain(
      question: question,
      values: reasons.map { .unknown($0) } + values.dropFirst(unknownCount),
      unknownCount: reasons.count)
    fewer.isSampled = isSampled
    return fewer
  }
}

extension [AnswerDomain] {
  /// How thoroughly their combinations try what can be told apart.
  var extent: Extent { contains(where: \.isSampled) ? .pairwise : .exhausted }

  /// The most questions that are left open in turn: 2 to the 10th patients.
  private static let openMax = 10
  /// Looking up names takes time: where lists are read, up to so many
  /// combinations are tried.
  private static let listCombinationsMax = 8_000

  /// Every combination, or, where there are too many, every pair of answers
  /// with some of the questions left open in turn.
  func spaces(most: Int) -> (spaces: [AnswerSpace], extent: Extent) {
    let most = readsLists ? Swift.min(most, Self.listCombinationsMax) : most
    if let whole = AnswerSpace(self, most: most) { return ([whole], extent) }
    let rows = PairwiseRows(self).rows
    var openMax = Self.openMax
    if readsLists {
      while openMax > 0, rows.count << openMax > most { openMax -= 1 }
    }
    let spaces = rows.enumerated().compactMap { place, row in
      AnswerSpace(
        asked(by: row, openMax: openMax, from: readsLists ? place : 0), most: combinationsMax)
    }
    return (spaces, .pairwise)
  }

  /// Whether a question is a list.
  var readsLists: Bool {
    contains { domain in
      domain.values.contains { if case .known(.entries) = $0 { true } else { false } }
    }
  }

  /// For one row: each question as the row answers it or not asked at all; past
  /// the first few only as the row answers it. The first is that of a place,
  /// after the last comes the first again.
  private func asked(by row: [Int], openMax: Int, from start: Int) -> [AnswerDomain] {
    var open: Set<Int> = []
    for step in indices where open.count < openMax {
      let place = (start + step) % count
      if case .known = self[place].values[row[place]], self[place].unknownCount > 0 {
        open.insert(place)
      }
    }
    return zip(self, row).enumerated().map { place, pair in
      let (domain, digit) = pair
      let value = domain.values[digit]
      if open.contains(place) {
        return AnswerDomain(
          question: domain.question, values: [.unknown(.notAsked), value], unknownCount: 1)
      }
      return AnswerDomain(question: domain.question, values: [value], unknownCount: 0)
    }
  }
}
