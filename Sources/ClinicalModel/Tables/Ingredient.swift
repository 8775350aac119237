/// The three kinds of skin test, which answer different questions.
public enum SkinTestKind: String, CaseIterable, Hashable, Sendable {
  /// Prick, then intradermal: an immediate allergy, read after minutes.
  case prickIntradermal = "prick-intradermal"
  /// Taped for two days: a contact allergy, read on days 2, 3 or 4, and 7.
  case patch
  /// A small test area with the mixture: irritation and reactions to that lot.
  case spot
}

/// What an ingredient's table says about pregnancy and breastfeeding; the
/// pack's pregnancy rules always come first.
public enum PregnancyAdvice: Hashable, Sendable {
  /// Nothing is stated.
  case notStated
  /// A weight, and a remark that may be empty.
  case weight(Severity, remark: String)
}

/// A substance that is injected or applied: active, carrier, numbing product
/// or antiseptic.
public struct Ingredient: Hashable, Sendable {
  /// A permanent ingredient name, such as `hyaluronidase`.
  public typealias ID = Identifier<Ingredient>
  /// What an ingredient holds that people react to, such as `sulfite`: an
  /// allergen's id or a declared word.
  public typealias AllergenTag = Identifier<Allergen>
  /// A group of ingredients, such as `plant`.
  public typealias Category = Identifier<IngredientCategory>

  /// The ingredient's name in the pack.
  public let id: ID
  /// Its name for people.
  public let name: String
  /// Other names.
  public let synonyms: [String]
  /// Its group.
  public let category: Category
  /// More about the group; empty when there is nothing.
  public let categoryNote: String
  /// What it is used for.
  public let uses: [String]
  /// What it is made from.
  public let origin: String
  /// What it usually comes with.
  public let excipients: [String]
  /// What people react to in it.
  public let allergenTags: [AllergenTag]
  /// What is said about pregnancy and breastfeeding.
  public let pregnancy: PregnancyAdvice
  /// The tests that answer for it; empty when none does.
  public let skinTests: [SkinTestKind]
  /// A remark on the tests; empty when there is none.
  public let skinTestNote: String
  /// What authorities say, in words.
  public let regulatory: String
  /// Its own weight, whatever the answers.
  public let severity: Severity
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// An ingredient from its parts.
  public init(
    id: ID, name: String, synonyms: [String] = [], category: Category, categoryNote: String = "",
    uses: [String] = [], origin: String = "", excipients: [String] = [],
    allergenTags: [AllergenTag] = [], pregnancy: PregnancyAdvice = .notStated,
    skinTests: [SkinTestKind] = [], skinTestNote: String = "", regulatory: String = "",
    severity: Severity, evidence: TableEvidence
  ) {
    self.id = id
    self.name = name
    self.synonyms = synonyms
    self.category = category
    self.categoryNote = categoryNote
    self.uses = uses
    self.origin = origin
    self.excipients = excipients
    self.allergenTags = allergenTags
    self.pregnancy = pregnancy
    self.skinTests = skinTests
    self.skinTestNote = skinTestNote
    self.regulatory = regulatory
    self.severity = severity
    self.evidence = evidence
  }
}

/// A group of ingredients; only its name is used.
public enum IngredientCategory: Sendable {}

extension Ingredient.Category {
  /// A kit or cocktail, which is its components.
  public static let combination: Self = "combination"
}

extension Rule.ID {
  /// The finding that a planned ingredient raises by itself.
  public static func ingredientDefault(_ ingredient: Ingredient.ID) -> Self {
    .init(rawValue: "ingredient-default-\(ingredient.rawValue)")
  }
}
