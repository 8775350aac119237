/// The kinds of skin test, which answer different questions: three of an
/// ingredient, two of the method by which it is given.
public enum SkinTestKind: String, CaseIterable, Hashable, Sendable {
  /// Prick, then intradermal: an immediate allergy, read after minutes.
  case prickIntradermal = "prick-intradermal"
  /// Taped for two days: a contact allergy, read on days 2, 3 or 4, and 7.
  case patch
  /// A small test area with the mixture: irritation and reactions to that lot.
  case spot
  /// A small area treated with the planned method: how this skin takes it.
  case methodArea = "method-area"
  /// One puncture in a hidden place: whether this skin scars.
  case methodPuncture = "method-puncture"

  /// The kinds that test an ingredient.
  public static let ofIngredients: [Self] = [.prickIntradermal, .patch, .spot]

  /// Whether it tests the method, whatever is planned to be given by it.
  public var isOfMethod: Bool { !Self.ofIngredients.contains(self) }
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

  /// What the row says, behind one reference: rows are copied by the million
  /// when packs are proven.
  private let fields: Shared<Fields>

  private struct Fields: Hashable, Sendable {
    let id: ID
    let name: String
    let synonyms: [String]
    let category: Category
    let categoryNote: String
    let uses: [String]
    let origin: String
    let excipients: [String]
    let allergenTags: [AllergenTag]
    let pregnancy: PregnancyAdvice
    let skinTests: [SkinTestKind]
    let skinTestNote: String
    let regulatory: String
    let severity: Severity
    let evidence: TableEvidence
  }

  /// The ingredient's name in the pack.
  public var id: ID { fields.value.id }
  /// Its name for people.
  public var name: String { fields.value.name }
  /// Other names.
  public var synonyms: [String] { fields.value.synonyms }
  /// Its group.
  public var category: Category { fields.value.category }
  /// More about the group; empty when there is nothing.
  public var categoryNote: String { fields.value.categoryNote }
  /// What it is used for.
  public var uses: [String] { fields.value.uses }
  /// What it is made from.
  public var origin: String { fields.value.origin }
  /// What it usually comes with.
  public var excipients: [String] { fields.value.excipients }
  /// What people react to in it.
  public var allergenTags: [AllergenTag] { fields.value.allergenTags }
  /// What is said about pregnancy and breastfeeding.
  public var pregnancy: PregnancyAdvice { fields.value.pregnancy }
  /// The tests that answer for it; empty when none does.
  public var skinTests: [SkinTestKind] { fields.value.skinTests }
  /// A remark on the tests; empty when there is none.
  public var skinTestNote: String { fields.value.skinTestNote }
  /// What authorities say, in words.
  public var regulatory: String { fields.value.regulatory }
  /// Its own weight, whatever the answers.
  public var severity: Severity { fields.value.severity }
  /// Where the row comes from.
  public var evidence: TableEvidence { fields.value.evidence }

  /// An ingredient from its parts.
  public init(
    id: ID, name: String, synonyms: [String] = [], category: Category, categoryNote: String = "",
    uses: [String] = [], origin: String = "", excipients: [String] = [],
    allergenTags: [AllergenTag] = [], pregnancy: PregnancyAdvice = .notStated,
    skinTests: [SkinTestKind] = [], skinTestNote: String = "", regulatory: String = "",
    severity: Severity, evidence: TableEvidence
  ) {
    fields = Shared(
      Fields(
        id: id, name: name, synonyms: synonyms, category: category, categoryNote: categoryNote,
        uses: uses, origin: origin, excipients: excipients, allergenTags: allergenTags,
        pregnancy: pregnancy, skinTests: skinTests, skinTestNote: skinTestNote,
        regulatory: regulatory, severity: severity, evidence: evidence))
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

extension Ingredient {
  /// Hashes the id alone: no two rows of a table share it.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
