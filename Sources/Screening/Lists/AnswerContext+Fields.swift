public import ClinicalModel
import NameSearch

extension AnswerContext {
  /// Whether a field of a list is asked of an entry; unknown while what decides
  /// about it is not known.
  public func applies(_ field: Question, of list: Question, to entry: Answers) -> Truth {
    guard field.when != .always, case .list(let subject) = list.kind else { return .true }
    let entry = ListFacts.Entry(entry, of: list, interviewDate: interviewDate)
    let names = compiled.names
    let scope: EntryScope =
      switch subject {
      case .medicines: .medicine(MedicineFact(entry, names))
      case .plannedIngredients: .planned(PlannedFact(entry, names))
      case .earlierProducts: .earlier(PlannedFact(entry, names))
      case .allergies: .allergy(AllergyFact(entry, names))
      case .skinTests: .skinTest(SkinTestFact(entry, names))
      case .readings: .reading(entry, of: SkinTestFact(entry, names))
      }
    return EntryWeighing(entry, scope, lists) { isGiven($0) }.weigh(field.when)
  }
}
