public import ClinicalModel

/// What was shown of one rule.
public struct RuleProof: Hashable, Sendable {
  /// The rule.
  public let rule: Rule.ID
  /// The questions it depends on, in the order of the checklist.
  public let inputs: [Question.ID]
  /// How thoroughly they were tried.
  public let extent: Extent
  /// How many patients were screened for it.
  public let patientCount: Int
  /// What does not hold, each with its smallest patient.
  public let violations: [ProofViolation]
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
public func prove(
  _ rule: Rule, in pack: ProtocolPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax, by screener: @escaping Screener = screen
) -> RuleProof {
  let trial = RuleTrial(
    rules: [rule], in: pack, on: interviewDate, exhaustingUpTo: most, screener: screener)
  var tally = Tally()
  for space in trial.spaces {
    var trying = SpaceTrial(trial, space)
    trying.tryUnknownAnswers(&tally)
    trying.tryDeterminism(&tally)
    trying.tryWaiting(of: rule, &tally)
  }
  return RuleProof(
    rule: rule.id, inputs: trial.inputs.questions.map(\.id), extent: trial.extent,
    patientCount: tally.patientCount, violations: tally.violations)
}

/// Up to this many combinations all are tried.
public let combinationsMax = 120_000

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
    rules: [Rule], in pack: ProtocolPack, on interviewDate: CalendarDate,
    exhaustingUpTo most: Int, screener: @escaping Screener
  ) {
    let inputs = RuleInputs(of: rules, in: pack)
    let domains = inputs.questions.map {
      AnswerDomain(of: $0, for: inputs.conditions, on: interviewDate)
    }
    self.rules = rules
    self.inputs = inputs
    self.interviewDate = interviewDate
    self.screener = screener
    if let whole = AnswerSpace(domains, most: most) {
      spaces = [whole]
      extent = .exhausted
    } else {
      spaces = PairwiseRows(domains).rows.compactMap {
        AnswerSpace(domains.asked(by: $0), most: combinationsMax)
      }
      extent = .pairwise
    }
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

extension [AnswerDomain] {
  /// The most questions that are left open in turn: 2 to the 10th patients.
  private static let openMax = 10

  /// For one row: each question as the row answers it or not asked at all; past
  /// the first ten only as the row answers it.
  func asked(by row: [Int]) -> [AnswerDomain] {
    var open = 0
    return zip(self, row).map { domain, digit in
      let value = domain.values[digit]
      if case .known = value, domain.unknownCount > 0, open < Self.openMax {
        open += 1
        return AnswerDomain(
          question: domain.question, values: [.unknown(.notAsked), value], unknownCount: 1)
      }
      return AnswerDomain(question: domain.question, values: [value], unknownCount: 0)
    }
  }
}
