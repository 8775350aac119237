import ClinicalModel
import Screening
import Terminal

extension Wizard {
  /// The number to dial, below an emergency screen's title, where the clinic has
  /// given one; else an empty line, and the steps say "the emergency number".
  func emergencyNumber(_ body: inout Canvas) {
    if emergencyCall.isEmpty { return body.gap() }
    body.wrap(emergencyCall, indent: 2, hanging: 2, style: .strong)
  }

  /// The number in words; empty where the clinic has given none.
  ///
  /// It is that of the clinic as it is today: an old record may come from
  /// before the number was filled in, or changed.
  var emergencyCall: String {
    var details = setting.pack.clinic
    if details == .notGiven, case .open(let session) = desk { details = session.pack.clinic }
    return switch details {
    case .notGiven: ""
    case .given(let clinic): "Emergency number: call \(clinic.emergencyNumber)"
    }
  }
}
