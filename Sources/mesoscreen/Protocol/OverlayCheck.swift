import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening

/// What was shown of a clinic's overlay: that with it nothing is milder than
/// without it.
struct OverlayCheck {
  /// Empty when the pack has no overlay.
  let proofs: [OverlayProof]
  /// Empty when no random patients were asked for.
  let consultations: [ConsultationProof]

  /// No overlay, nothing to show.
  static let none = OverlayCheck(proofs: [], consultations: [])

  var violations: [ProofViolation] {
    proofs.flatMap(\.violations) + consultations.flatMap(\.violations)
  }

  /// The text below that of the other proofs; empty without an overlay.
  var text: String {
    guard !proofs.isEmpty else { return "" }
    let exhausted = proofs.count { $0.means == .screened(.exhausted) }
    let paired = proofs.count { $0.means == .screened(.pairwise) }
    let patients = proofs.map(\.patientCount).reduce(0, +)
    let drawn = consultations.map(\.patientCount).reduce(0, +)
    let random = drawn == 0 ? "" : ", and\n  \(drawn) random patients over the whole pack"
    let found =
      proofs.flatMap { proof in
        proof.violations.map { line($0, at: proof.subject.words) }
      } + consultations.flatMap(\.violations).map { line($0, at: "the whole") }
    return "\nOverlay: \(proofs.count) parts of the pack, "
      + "\(proofs.count - exhausted - paired) untouched, \(exhausted) tried with every combination\n"
      + "  of their inputs, \(paired) with every pair; \(patients) patients screened with and "
      + "without it\(random)\n  "
      + Columns.left(Proof.overlay.rawValue, 20)
      + (found.isEmpty ? "holds" : "VIOLATED \(found.count)") + "\n" + found.joined()
  }

  private func line(_ violation: ProofViolation, at subject: String) -> String {
    "    \(subject): \(violation.words)\n      \(violation.patient.words)\n"
  }
}

extension OverlayCheck {
  private static let patientsAtOnce = 200

  /// Proves the overlay of a pack, if it has one.
  init(
    _ files: PackFiles, read overlaid: CompiledPack, on day: CalendarDate, random: Int,
    seed: UInt64
  ) throws(Failure) {
    guard let below = files.belowOverlay else {
      self = .none
      return
    }
    let base: CompiledPack
    do { base = CompiledPack(try readPack(below, digest: "")) } catch {
      throw Failure(.badInput, error)
    }
    let trials = OverlayTrials(base: base, overlaid: overlaid, on: day)
    proofs = onAllCores(trials.count, "Overlay") { trials.prove($0) }
    guard random > 0 else {
      consultations = []
      return
    }
    let patients = OverlayConsultations(base: base, overlaid: overlaid, seed: seed, on: day)
    let parts = (random + Self.patientsAtOnce - 1) / Self.patientsAtOnce
    let runs = onAllCores(parts, "Overlay, patients") { part in
      let first = part * Self.patientsAtOnce
      return patients.prove(patients: first..<min(first + Self.patientsAtOnce, random))
    }
    consultations = [ConsultationProof(joining: runs)]
  }
}

extension OverlayProof.Subject {
  fileprivate var words: String {
    switch self {
    case .rule(let id): id.rawValue
    case .emergency(let id): "emergency \(id)"
    case .question(let id): "question \(id)"
    }
  }
}
