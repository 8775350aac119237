/// What random patients have shown of a whole pack.
package struct ConsultationProof: Hashable, Sendable {
  /// How many patients were screened, each several times.
  package let patientCount: Int
  /// What does not hold, at most one patient for each proof.
  package let violations: [ProofViolation]

  /// Several runs as one, the first violation of each proof.
  package init(joining runs: [ConsultationProof]) {
    patientCount = runs.map(\.patientCount).reduce(0, +)
    let all = runs.flatMap(\.violations)
    violations = Proof.allCases.compactMap { proof in all.first { $0.proof == proof } }
  }

  init(patientCount: Int, violations: [ProofViolation]) {
    self.patientCount = patientCount
    self.violations = violations
  }
}
