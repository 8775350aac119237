import ClinicalModel
import Consultation
import Screening
import Terminal

extension ResultScreen {
  mutating func startSigning(_ around: Around) -> [Outcome] {
    let session = around.session
    guard case .decided(_, let time) = session.consultation.decision else {
      return [.say("Decide first: 1 to 5.")]
    }
    if let words = around.decidedEarlier(at: time) {
      return [.warn("Not signed: \(words). Decide again, then sign.")]
    }
    if let words = around.whyNotSigned { return [.warn(words)] }
    // Who has just overridden, or else sits at the terminal, is offered as the
    // signer; Enter is still pressed, and another name typed after Ctrl-U.
    var offered = session.consultation.overrides.last?.clinician ?? around.user.name
    if case .yes(let against, _) = session.consultation.againstAdvice {
      offered = against.clinician
    }
    ask(.name, offering: offered, lengthMax: 80)
    return [.effects([.flushInput])]
  }

  func sign(as clinician: String, _ around: Around) -> [Outcome] {
    let session = around.session
    guard !clinician.isEmpty else {
      return [.warn("Enter the clinician's name, or Esc to leave it unsigned.")]
    }
    if let words = around.whyNotSigned { return [.warn(words)] }
    if case .yes(let against, _) = session.consultation.againstAdvice,
      AgainstAdvice.isSamePerson(clinician, against.second)
    {
      return [
        .warn(
          "Not signed: \(against.second) stands for it as the second person. Another one signs.")
      ]
    }
    let signature = Signature(
      clinician: clinician, headHash: session.head, outcome: session.report.outcome,
      couldBecome: session.report.couldBecome, day: .on(session.day))
    return [
      .effects([.flushInput]), .append([.signedOff(signature)]),
      .show(ExportScreen(folder: around.setting.exportFolder)),
    ]
  }
}

extension ConsultationSurroundings {
  /// Why nothing can be signed now; `nil` when it can.
  fileprivate var whyNotSigned: String? {
    guard session.saving == .done else {
      return "Not everything is saved, so it cannot be signed. Ctrl-X A tries again."
    }
    return contradictionBeforeSigning(session)
  }

  /// That the decision is of another day; `nil` when it is of today. What was
  /// seen then is not what is signed now.
  func decidedEarlier(at time: Instant) -> String? {
    let then = setting.localTime.date(of: time)
    return then == session.day || session.isSigned ? nil : "decided on \(then.spelled)"
  }
}
