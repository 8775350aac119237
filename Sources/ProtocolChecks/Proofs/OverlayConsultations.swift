package import ClinicalModel
package import Screening

/// Random patients over a whole pack, each screened without and with a clinic's
/// overlay.
///
/// Patient n under a seed is always the same, so that runs can be split among
/// threads and joined.
package struct OverlayConsultations: Sendable {
  private let comparison: OverlayComparison
  private let rules: [Rule.ID]
  private let questions: [Question]
  private let domains: [AnswerDomain]
  private let interviewDate: CalendarDate
  private let seed: UInt64
  private let screener: Screener

  /// Prepares the answers that patients are drawn from.
  package init(
    base: CompiledPack, overlaid: CompiledPack, seed: UInt64,
    on interviewDate: CalendarDate = RuleCase.usualDate, by screener: @escaping Screener = screen
  ) {
    let conditions = [base, overlaid].flatMap { pack in
      pack.rules.map(\.when) + pack.questions.map(\.when) + pack.emergencies.map(\.when)
    }
    let questions = overlaid.questions.adding(base.questions)
    comparison = OverlayComparison(
      base: CompiledPack(base.withoutWording, from: base),
      overlaid: CompiledPack(overlaid.withoutWording, from: overlaid))
    rules = base.rules.map(\.id)
    self.questions = questions
    domains = AnswerDomain.random(
      of: questions, for: conditions, in: overlaid, seed: seed, on: interviewDate)
    self.interviewDate = interviewDate
    self.seed = seed
    self.screener = screener
  }

  /// Screens these patients, counted from 0, each as far as asked and once
  /// asked in full.
  package func prove(patients: Range<Int>) -> ConsultationProof {
    for patient in patients {
      var numbers = SplitMix64(seed: seed, patient: patient)
      let visit = Visit(of: domains, &numbers)
      for answers in [visit.asked, visit.completed] where milder(answers) != nil {
        return ConsultationProof(
          patientCount: patient - patients.lowerBound + 1,
          violations: [violation(smallest(answers))])
      }
    }
    return ConsultationProof(patientCount: patients.count, violations: [])
  }

  private func milder(_ answers: Answers) -> Milder? {
    comparison.milder(answers, on: interviewDate, by: screener)
  }

  /// The patient without every answer that the violation does not need.
  private func smallest(_ answers: Answers) -> Answers {
    let aspect = milder(answers)?.aspect
    var smallest = answers
    var shrinking = true
    while shrinking {
      shrinking = false
      for question in smallest.asked.reversed() {
        var smaller = smallest
        smaller[question] = .unknown(.notAsked)
        guard milder(smaller)?.aspect == aspect else { continue }
        smallest = smaller
        shrinking = true
      }
    }
    return smallest
  }

  private func violation(_ answers: Answers) -> ProofViolation {
    ProofViolation(
      proof: .overlay, rules: rules,
      patient: ProofPatient(answers, of: questions, on: interviewDate),
      words: milder(answers)?.words ?? "")
  }
}
