/// An ingredient that does not go with something in the patient's history.
public struct IngredientConditionRule: Hashable, Sendable {
  /// The finding's name.
  public let id: Rule.ID
  /// The planned ingredient it speaks of.
  public let ingredient: Ingredient.ID
  /// The history in a few words.
  public let condition: String
  /// Its weight.
  public let severity: Severity
  /// What ends the deferral, where it defers.
  public let until: Until
  /// A remark for staff; empty when there is none.
  public let note: String
  /// When it holds, besides the ingredient being planned.
  public let when: Condition
  /// The question that is asked only when the ingredient is planned.
  public let asks: IngredientQuestion
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A rule from its parts.
  public init(
    id: Rule.ID, ingredient: Ingredient.ID, condition: String, severity: Severity,
    until: Until = .notDeferred, note: String = "", when: Condition,
    asks: IngredientQuestion = .asksNothing, evidence: TableEvidence
  ) {
    self.id = id
    self.ingredient = ingredient
    self.condition = condition
    self.severity = severity
    self.until = until
    self.note = note
    self.when = when
    self.asks = asks
    self.evidence = evidence
  }
}

/// Whether a rule has a question of its own.
public enum IngredientQuestion: Hashable, Sendable {
  /// It reads questions that are asked anyway.
  case asksNothing
  /// It reads this question, asked only when the ingredient is planned.
  case asks(Question.ID)
}

/// An ingredient that does not go with a medicine.
public struct IngredientMedicineRule: Hashable, Sendable {
  /// The finding's name.
  public let id: Rule.ID
  /// The planned ingredient it speaks of.
  public let ingredient: Ingredient.ID
  /// The medicines it speaks of.
  public let key: MedicineKey
  /// Its weight.
  public let severity: Severity
  /// What ends the deferral, where it defers.
  public let until: Until
  /// A remark for staff; empty when there is none.
  public let note: String
  /// When it holds, besides the ingredient being planned.
  public let when: Condition
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A rule from its parts.
  public init(
    id: Rule.ID, ingredient: Ingredient.ID, key: MedicineKey, severity: Severity,
    until: Until = .notDeferred, note: String = "", when: Condition, evidence: TableEvidence
  ) {
    self.id = id
    self.ingredient = ingredient
    self.key = key
    self.severity = severity
    self.until = until
    self.note = note
    self.when = when
    self.evidence = evidence
  }
}
