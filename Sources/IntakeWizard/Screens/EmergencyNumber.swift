import ClinicalModel
import Terminal

extension Wizard {
  /// The number to dial, below an emergency screen's title, where the clinic has
  /// given one; else an empty line, and the steps say "the emergency number".
  ///
  /// It is that of the clinic as it is today: an old record may come from
  /// before the number was filled in, or changed.
  func emergencyNumber(_ body: inout Canvas) {
    var details = setting.pack.clinic
    if details == .notGiven, case .open(let session) = desk { details = session.pack.clinic }
    switch details {
    case .notGiven: body.gap()
    case .given(let clinic):
      body.wrap(
        "Emergency number: call \(clinic.emergencyNumber)", indent: 2, hanging: 2, style: .strong)
    }
  }
}
