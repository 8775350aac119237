import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// My PIN: changed where there is one, else set.
  mutating func openMyPassphrase() -> [Effect] {
    let kept = leavePage()
    switch user {
    case .nobody: dialogs.append(PassphraseDialog(.newcomer))
    case .member(let member): dialogs.append(PassphraseDialog(.change(member)))
    }
    return kept
  }

  mutating func openPeople() -> [Effect] {
    guard !roster.members.isEmpty else { return openMyPassphrase() }
    let kept = leavePage()
    dialogs.append(PeopleDialog())
    return kept + [.staff(.read)]
  }
}
