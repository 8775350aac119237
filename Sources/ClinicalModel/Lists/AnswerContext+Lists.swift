// What the lists say once their names are looked up, for those who make
// findings from the tables.

extension AnswerContext {
  /// Whether a list was given and applies.
  public func isGiven(_ subject: ListSubject) -> Bool {
    if case .known(.entries) = answer(subject.question) { true } else { false }
  }

  /// Whether a list applies, or may apply, and nobody has given it.
  public func isOpen(_ subject: ListSubject) -> Bool {
    guard pack.question(subject.question) != nil, applies(subject.question) != .false else {
      return false
    }
    return !isGiven(subject)
  }

  /// Every medicine that counts as taken, each once, in the list's order.
  public var takenMedicines: [Medicine] {
    guard isGiven(.medicines) else { return [] }
    return unique(lists.medicines.filter { !$0.isStopped }.flatMap(\.medicines))
  }

  /// Every planned ingredient that the tables know, each once, in the list's
  /// order.
  public var plannedIngredients: [Ingredient] {
    guard isGiven(.plannedIngredients) else { return [] }
    return unique(lists.planned.flatMap(\.ingredients))
  }

  /// Every allergen that the patient reacted to and the tables know, with the
  /// reaction.
  public var reactions: [(allergen: Allergen, reaction: ReactionType)] {
    guard isGiven(.allergies) else { return [] }
    return lists.allergies.flatMap { fact in
      let reaction = ReactionType(rawValue: fact.reaction.rawValue) ?? .unknown
      return fact.allergens.map { ($0, reaction) }
    }
  }

  /// Whether each planned entry of an ingredient was read to be free of an
  /// allergen.
  public func isFree(_ ingredient: Ingredient.ID, of allergen: Allergen.ID) -> Bool {
    let entries = lists.planned.filter { $0.ingredients.contains { $0.id == ingredient } }
    return !entries.isEmpty && entries.allSatisfy { $0.isFree(of: allergen.rawValue) }
  }

  private func unique<Row: Hashable>(_ rows: [Row]) -> [Row] {
    var seen: Set<Row> = []
    return rows.filter { seen.insert($0).inserted }
  }
}
