extension AnswerContext {
  /// Whether a field of a list is asked of an entry; unknown while what decides
  /// about it is not known.
  public func applies(_ field: Question, of list: Question, to entry: Answers) -> Truth {
    guard field.when != .always, case .list(let subject) = list.kind else { return .true }
    let entry = ListFacts.Entry(entry, of: list, interviewDate: interviewDate)
    let tables = pack.tables
    let scope: EntryScope =
      switch subject {
      case .medicines: .medicine(MedicineFact(entry, tables))
      case .plannedIngredients: .planned(PlannedFact(entry, tables))
      case .earlierProducts: .earlier(PlannedFact(entry, tables))
      case .allergies: .allergy(AllergyFact(entry, tables))
      case .skinTests: .skinTest(SkinTestFact(entry, tables))
      case .readings: .reading(entry, of: SkinTestFact(entry, tables))
      }
    return EntryWeighing(entry, scope, lists) { isGiven($0) }.weigh(field.when)
  }
}
