public import ClinicalModel
package import NameSearch

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

  /// Every planned ingredient that the tables know, each once: those of the
  /// list in its order, then those that other questions of the plan name.
  public var plannedIngredients: [Ingredient] { unique(plannedFacts.flatMap(\.ingredients)) }

  /// What may be planned besides, each once: an option that does not say which,
  /// or a question of the plan that has no answer.
  public var possibleIngredients: [Ingredient] {
    let known = Set(plannedIngredients)
    return unique(lists.openPlan.flatMap(\.candidates)).filter { !known.contains($0) }
  }

  /// What the questions of the plan that have no answer may bring, each once.
  public var unansweredIngredients: [Ingredient] {
    unique(lists.openPlan.filter { !$0.isOneOf }.flatMap(\.candidates))
  }

  /// What is planned for certain.
  var plannedFacts: [PlannedFact] {
    isGiven(.plannedIngredients) ? lists.planned : lists.planned.filter { !$0.isListed }
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

  /// Every entry of the allergy list: everything its name means, and the
  /// reaction.
  package var reactedTo: [(things: NamedThings, reaction: ReactionType)] {
    guard isGiven(.allergies) else { return [] }
    return lists.allergies.map {
      ($0.things, ReactionType(rawValue: $0.reaction.rawValue) ?? .unknown)
    }
  }

  /// Every allergy that no table knows and that has the name of a planned
  /// product which no table knows either: the name as names are compared, as the
  /// plan writes it, and the reaction.
  public var unlistedReactions: [(folded: String, name: String, reaction: ReactionType)] {
    guard isGiven(.allergies) else { return [] }
    return lists.allergies.flatMap { allergy in
      plannedFacts.compactMap { planned in
        guard let folded = planned.foldedName, folded == allergy.foldedName else { return nil }
        return (
          folded, planned.entry.text(.ingredient),
          ReactionType(rawValue: allergy.reaction.rawValue) ?? .unknown
        )
      }
    }
  }

  /// Whether each planned entry of an ingredient was read to be free of an
  /// allergen.
  public func isFree(_ ingredient: Ingredient.ID, of allergen: Allergen.ID) -> Bool {
    let entries = plannedFacts.filter { $0.ingredients.contains { $0.id == ingredient } }
    return !entries.isEmpty && entries.allSatisfy { $0.isFree(of: allergen.rawValue) }
  }

  /// The names, as they were given, of the entries for which a condition asks
  /// with `any-medicine(...)` and its like and which meet what it asks.
  public func entryNames(meeting condition: Condition) -> [String] {
    switch condition {
    case .list(.any(let subject, let inner)):
      isGiven(subject) ? unique(listedNames(of: subject, where: inner)) : []
    case .and(let parts), .or(let parts): unique(parts.flatMap(entryNames))
    default: []
    }
  }
}
