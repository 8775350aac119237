/// One example of what having reacted to an allergen means for an ingredient.
public struct AllergyCase: Hashable, Sendable {
  /// What must come of it.
  public enum Expectation: Hashable, Sendable {
    /// Neither table finding about the two.
    case nothing
    /// A finding of this weight.
    case finding(Severity)
  }

  /// What the patient reacted to.
  public let allergen: Allergen.ID
  /// How.
  public let reaction: ReactionType
  /// The one ingredient that is planned.
  public let ingredient: Ingredient.ID
  /// How the two are related.
  public let relation: AllergenRelation
  /// What must come of it.
  public let expectation: Expectation

  /// An example from its parts.
  public init(
    allergen: Allergen.ID, reaction: ReactionType, ingredient: Ingredient.ID,
    relation: AllergenRelation, expectation: Expectation
  ) {
    self.allergen = allergen
    self.reaction = reaction
    self.ingredient = ingredient
    self.relation = relation
    self.expectation = expectation
  }
}
