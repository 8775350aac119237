package import ClinicalModel
package import Screening

/// What was shown of one part of a pack with a clinic's overlay on top.
package struct OverlayProof: Hashable, Sendable {
  /// What was tried.
  package enum Subject: Hashable, Sendable {
    /// A rule of the pack, with every rule that the same answers decide.
    case rule(Rule.ID)
    /// An emergency screen of the pack.
    case emergency(Emergency.ID)
    /// A question that no rule and no emergency screen reads.
    case question(Question.ID)
  }

  /// How it was shown.
  package enum Means: Hashable, Sendable {
    /// The overlay leaves it and everything weighed with it as it is: the same
    /// answers to the same pack give the same report.
    case unchanged
    /// Patients were screened with and without the overlay.
    case screened(Extent)
  }

  /// What was tried.
  package let subject: Subject
  /// How it was shown.
  package let means: Means
  /// How many patients were screened, each with and without the overlay.
  package let patientCount: Int
  /// Where the overlay is milder, with the smallest patient; empty when
  /// nowhere.
  package let violations: [ProofViolation]
}

/// Tries whether an overlay ever makes anything milder or earlier than the pack
/// without it.
///
/// The reader of overlays refuses what is written to lower the pack. This does
/// not look at what is written: it screens the same patients with both packs.
///
/// For each rule every combination of the answers that it depends on is tried,
/// with the limits of both packs, and with all rules that these answers decide.
/// Where these rules and questions are equal in both packs there is nothing to
/// try.
package struct OverlayTrials: Sendable {
  private let subjects: [OverlayProof.Subject]
  private let base: OverlaySide
  private let overlaid: OverlaySide
  private let interviewDate: CalendarDate
  private let most: Int
  private let screener: Screener

  /// Prepares what is to be tried.
  ///
  /// - Parameters:
  ///   - base: the pack without the overlay.
  ///   - overlaid: the pack with the overlay.
  ///   - interviewDate: the day of the interviews.
  ///   - most: up to how many combinations all are tried; beyond, every pair of
  ///     answers.
  ///   - screener: what is put to the proof.
  package init(
    base: CompiledPack, overlaid: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
    exhaustingUpTo most: Int = combinationsMax, by screener: @escaping Screener = screen
  ) {
    self.base = OverlaySide(base)
    self.overlaid = OverlaySide(CompiledPack(overlaid.withoutMixtures, from: overlaid))
    self.interviewDate = interviewDate
    self.most = most
    self.screener = screener
    let read = self.base.everyInput
    subjects =
      base.rules.map { .rule($0.id) } + base.emergencies.map { .emergency($0.id) }
      + base.questions.map(\.id).filter { !read.contains($0) }.map { .question($0) }
  }

  /// How many parts of the pack there are to try.
  package var count: Int { subjects.count }

  /// Tries one part, counted from 0.
  package func prove(_ number: Int) -> OverlayProof {
    let subject = subjects[number]
    let packs = parts(weighedWith: subject)
    guard packs.base.pack != packs.overlaid.pack else {
      return OverlayProof(subject: subject, means: .unchanged, patientCount: 0, violations: [])
    }
    let conditions = packs.base.conditions + packs.overlaid.conditions
    let questions = packs.overlaid.questions.adding(packs.base.questions)
    let domains = questions.map {
      AnswerDomain(of: $0, for: conditions, in: overlaid.pack, on: interviewDate)
    }
    let (spaces, extent) = spaces(of: domains)
    let comparison = OverlayComparison(base: packs.base.pack, overlaid: packs.overlaid.pack)
    // A milder result says more than a milder detail, even of a patient with
    // more answers.
    var results = Tally()
    var details = Tally()
    for space in spaces {
      for combination in 0..<space.count {
        let size = space.askedCount(combination)
        results.patientCount += 1
        guard results.wants(.overlay, size: size) else { continue }
        let answers = space.answers(combination)
        let milder = comparison.milder(answers, on: interviewDate, by: screener)
        guard let milder else { continue }
        let violation = ProofViolation(
          proof: .overlay, rules: packs.base.pack.rules.map(\.id),
          patient: ProofPatient(answers, of: questions, on: interviewDate), words: milder.words)
        switch milder.aspect {
        case .result: results.add(violation, size: size)
        case .detail: details.add(violation, size: size)
        }
      }
    }
    return OverlayProof(
      subject: subject, means: .screened(extent), patientCount: results.patientCount,
      violations: results.violations.isEmpty ? details.violations : results.violations)
  }

  /// What is weighed with a subject in either pack.
  ///
  /// A raised rule may read more questions than the pack's rule of that name,
  /// so what the pack decides by some answers says which rules are weighed; what
  /// they read in either pack is tried.
  private func parts(weighedWith subject: OverlayProof.Subject)
    -> (base: RuleInputs, overlaid: RuleInputs)
  {
    let inputs = base.inputs(of: subject).union(overlaid.inputs(of: subject))
    let decided = base.decided(by: inputs)
    let added = Set(overlaid.decided(by: inputs)).subtracting(base.everything)
    return (
      base: base.part(decided, asking: inputs),
      overlaid: overlaid.part(decided + added, asking: inputs)
    )
  }

  private func spaces(of domains: [AnswerDomain]) -> ([AnswerSpace], Extent) {
    domains.spaces(most: most)
  }
}

extension [Question] {
  /// These questions, and of others those that are not among them.
  func adding(_ others: [Question]) -> [Question] {
    let own = Set(map(\.id))
    return self + others.filter { !own.contains($0.id) }
  }
}

/// One of the two packs, with what each of its rules depends on.
private struct OverlaySide: Sendable {
  let pack: CompiledPack
  private let ofRules: [Rule.ID: Set<Question.ID>]
  private let ofEmergencies: [Emergency.ID: Set<Question.ID>]

  init(_ pack: CompiledPack) {
    self.pack = pack
    ofRules = Dictionary(
      pack.rules.map { ($0.id, Self.inputs(RuleInputs(of: [$0], in: pack))) },
      uniquingKeysWith: { first, _ in first })
    ofEmergencies = Dictionary(
      pack.emergencies.map {
        ($0.id, Self.inputs(RuleInputs(of: [], in: pack, emergencies: [$0])))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func inputs(_ inputs: RuleInputs) -> Set<Question.ID> {
    Set(inputs.questions.map(\.id))
  }

  /// Every question that a rule or an emergency screen depends on.
  var everyInput: Set<Question.ID> {
    Set(ofRules.values.joined()).union(ofEmergencies.values.joined())
  }

  /// Every rule and emergency screen.
  var everything: [OverlayProof.Subject] {
    pack.rules.map { .rule($0.id) } + pack.emergencies.map { .emergency($0.id) }
  }

  func inputs(of subject: OverlayProof.Subject) -> Set<Question.ID> {
    switch subject {
    case .rule(let id): ofRules[id] ?? []
    case .emergency(let id): ofEmergencies[id] ?? []
    case .question(let id): Self.inputs(RuleInputs(of: [], in: pack, asking: [id]))
    }
  }

  /// What these answers decide.
  func decided(by answers: Set<Question.ID>) -> [OverlayProof.Subject] {
    everything.filter { inputs(of: $0).isSubset(of: answers) }
  }

  /// Some rules and emergency screens, as far as the pack has them, and these
  /// questions.
  func part(_ subjects: [OverlayProof.Subject], asking questions: Set<Question.ID>) -> RuleInputs {
    RuleInputs(
      of: pack.rules.filter { subjects.contains(.rule($0.id)) }, in: pack,
      emergencies: pack.emergencies.filter { subjects.contains(.emergency($0.id)) },
      asking: questions.sorted())
  }
}
