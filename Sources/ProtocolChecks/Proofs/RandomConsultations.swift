package import ClinicalModel
package import Screening

/// Random patients over a whole pack, asked in part and then in full.
///
/// Patient n under a seed is always the same, so that runs can be split among
/// threads and joined. Each is tried for what may still come; one in eight also
/// for parked answers and for equal reports.
package struct RandomConsultations: Sendable {
  private let pack: CompiledPack
  private let rules: [Rule.ID]
  private let domains: [AnswerDomain]
  private let interviewDate: CalendarDate
  private let seed: UInt64
  private let engine: Engine

  /// What is put to the proof.
  private enum Engine: Sendable {
    /// `screen`; for outcomes it is enough to weigh as `screen` does.
    case own
    case other(Screener)
  }

  /// Prepares the answers that patients are drawn from, to be screened with
  /// `screen`.
  package init(
    in pack: CompiledPack, seed: UInt64, on interviewDate: CalendarDate = RuleCase.usualDate
  ) {
    self.init(in: pack, seed: seed, on: interviewDate, engine: .own)
  }

  /// Prepares the answers that patients are drawn from, to be screened with
  /// another engine.
  package init(
    in pack: CompiledPack, seed: UInt64, on interviewDate: CalendarDate = RuleCase.usualDate,
    by screener: @escaping Screener
  ) {
    self.init(in: pack, seed: seed, on: interviewDate, engine: .other(screener))
  }

  private init(in pack: CompiledPack, seed: UInt64, on interviewDate: CalendarDate, engine: Engine)
  {
    let conditions =
      pack.rules.map(\.when) + pack.questions.map(\.when) + pack.emergencies.map(\.when)
    self.pack = CompiledPack(pack.withoutWording, from: pack)
    rules = pack.rules.map(\.id)
    domains = AnswerDomain.random(
      of: pack.questions, for: conditions, in: pack, seed: seed, on: interviewDate)
    self.interviewDate = interviewDate
    self.seed = seed
    self.engine = engine
  }

  private static let thoroughEvery = 8

  /// Screens these patients, counted from 0.
  package func prove(patients: Range<Int>) -> ConsultationProof {
    var violations: [ProofViolation] = []
    for patient in patients {
      var numbers = SplitMix64(seed: seed, patient: patient)
      let visit = Visit(of: domains, &numbers)
      let due = patient % Self.thoroughEvery == 0 ? checks : Array(checks.prefix(1))
      for (proof, check) in due where !violations.contains(where: { $0.proof == proof }) {
        guard check(visit) != nil else { continue }
        violations.append(violation(proof, smaller(visit, while: check), check))
      }
    }
    return ConsultationProof(patientCount: patients.count, violations: violations)
  }

  private typealias Check = (Visit) -> String?

  /// Each proof, saying what is wrong with a patient, or nothing.
  private var checks: [(Proof, Check)] {
    [
      (.intervalSoundness, outcomePassed), (.skipSafety, parkedCounts),
      (.determinism, reportsDiffer),
    ]
  }

  private func report(_ answers: Answers) -> Report {
    switch engine {
    case .own: screen(answers, with: pack, on: interviewDate)
    case .other(let screener): screener(answers, pack, interviewDate)
    }
  }

  private func bounds(_ answers: Answers) -> (outcome: Severity, couldBecome: Severity) {
    switch engine {
    case .own:
      let weighed = WeighedPack(
        AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate))
      return (weighed.outcome, weighed.couldBecome)
    case .other(let screener):
      let report = screener(answers, pack, interviewDate)
      return (report.outcome, report.couldBecome)
    }
  }

  private func outcomePassed(_ visit: Visit) -> String? {
    let before = bounds(visit.asked)
    let after = bounds(visit.completed)
    guard max(before.outcome, after.outcome, after.couldBecome) > before.couldBecome else {
      return nil
    }
    let added = pack.questions.map(\.id).filter { visit.asked[$0] != visit.completed[$0] }
      .map { "\($0) = \(visit.completed[$0].words)" }
    let worst = max(before.outcome, after.outcome, after.couldBecome)
    return "the report could become \(before.couldBecome.rawValue) at worst, yet is "
      + worst.rawValue + (added.isEmpty ? "" : " once \(added.joined(separator: ", "))")
  }

  private func parkedCounts(_ visit: Visit) -> String? {
    let context = AnswerContext(
      pack: pack, answers: visit.completed, interviewDate: interviewDate)
    var unparked = visit.completed
    for question in pack.questions where context.applies(question.id) == .false {
      if case .known = visit.completed[question.id] { unparked[question.id] = .unknown(.notAsked) }
    }
    guard unparked != visit.completed, report(unparked) != report(visit.completed) else {
      return nil
    }
    return "an answer that does not apply changes the report"
  }

  private func reportsDiffer(_ visit: Visit) -> String? {
    var backwards = Answers()
    for question in pack.questions.reversed() {
      backwards[question.id] = visit.asked[question.id]
    }
    return report(backwards) == report(visit.asked)
      ? nil : "the same answers give two different reports"
  }

  /// The patient without every answer that the violation does not need.
  private func smaller(_ visit: Visit, while check: Check) -> Visit {
    var smallest = visit
    var shrinking = true
    while shrinking {
      shrinking = false
      for question in pack.questions.map(\.id).reversed() {
        for smaller in smallest.without(question) where check(smaller) != nil {
          smallest = smaller
          shrinking = true
          break
        }
      }
    }
    return smallest
  }

  private func violation(_ proof: Proof, _ visit: Visit, _ check: Check) -> ProofViolation {
    let answers = proof == .skipSafety ? visit.completed : visit.asked
    return ProofViolation(
      proof: proof, rules: rules,
      patient: ProofPatient(answers, of: pack.questions, on: interviewDate),
      words: check(visit) ?? "")
  }
}
