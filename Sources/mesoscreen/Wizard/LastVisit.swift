import ClinicalModel
import Consultation
import IntakeWizard
import Journal

extension EffectPerformer {
  /// The last signed consultation of the patient whose consultation this is.
  /// Where the records cannot be read nothing is shown for reference; the list
  /// on the home screen says why.
  func findLastVisit(of id: Consultation.ID) -> [Action] {
    guard let (current, _) = try? journal.consultation(id), current.answers.namesPatient,
      let listings = try? journal.listing()
    else { return [] }
    var last: Consultation?
    for listing in listings {
      guard case .readable(let other, _) = listing, other.id != id,
        case .signed = other.signature, case .open = other.standing,
        other.openedAt < current.openedAt, other.answers.namesSamePatient(as: current.answers)
      else { continue }
      if let found = last, found.openedAt >= other.openedAt { continue }
      last = other
    }
    return last.map {
      [.foundLastVisit(EarlierVisit($0, $0.answersWithLatestTests), of: id)]
    } ?? []
  }
}
