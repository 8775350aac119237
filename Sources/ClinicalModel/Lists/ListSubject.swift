/// What a list question lists. A pack has at most one list of each, and the
/// list's question bears this name.
public enum ListSubject: String, CaseIterable, Codable, Sendable {
  /// What the patient takes.
  case medicines
  /// What is planned to be injected or put on the skin.
  case plannedIngredients = "planned-ingredients"
  /// What was used when an earlier treatment went wrong.
  case earlierProducts = "earlier-products"
  /// What the patient has reacted to.
  case allergies
  /// Skin tests that were offered, placed, read or refused.
  case skinTests = "skin-tests"
  /// The readings of one skin test; a field of its entry.
  case readings

  /// The question that holds the list.
  public var question: Question.ID { Question.ID(rawValue: rawValue) }
}

/// A table of a pack in which names are looked up.
public enum NameTable: String, CaseIterable, Codable, Sendable {
  /// Generics, brands and combination brands.
  case medicines
  /// What is injected or put on the skin.
  case ingredients
  /// What people react to.
  case allergens
}
