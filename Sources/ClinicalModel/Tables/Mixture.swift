/// A product that the clinic mixes or buys as one, and what is in it.
///
/// A planned entry of its name is its ingredients, each with findings of its
/// own, as a combination brand is its medicines.
public struct Mixture: Hashable, Sendable {
  /// Names a mixture for good; kebab-case.
  public typealias ID = Identifier<Mixture>

  /// One part of a mixture.
  public struct Part: Hashable, Sendable {
    /// The ingredient.
    public let ingredient: Ingredient.ID
    /// How much of it, in the clinic's words, such as `1 %`; empty when the
    /// clinic does not say.
    public let concentration: String

    /// A part from its parts.
    public init(ingredient: Ingredient.ID, concentration: String = "") {
      self.ingredient = ingredient
      self.concentration = concentration
    }
  }

  /// The permanent name.
  public let id: ID
  /// What the clinic calls it.
  public let name: String
  /// What is in it, at least one.
  public let parts: [Part]

  /// A mixture from its parts.
  public init(id: ID, name: String, parts: [Part]) {
    self.id = id
    self.name = name
    self.parts = parts
  }
}
