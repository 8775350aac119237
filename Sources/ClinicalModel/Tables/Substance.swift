/// An ingredient under its names in the other tables: a row of
/// `tables/ingredient-substances.csv`.
public struct SubstanceRow: Hashable, Sendable {
  /// The ingredient.
  public let ingredient: Ingredient.ID
  /// The medicines that are the same substance, or hold it.
  public let medicines: [MedicineKey]
  /// The allergens that an allergy to it means.
  public let allergens: [Allergen.ID]
  /// Other ingredients that it holds.
  public let contains: [Ingredient.ID]
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A row from its parts.
  public init(
    ingredient: Ingredient.ID, medicines: [MedicineKey] = [], allergens: [Allergen.ID] = [],
    contains: [Ingredient.ID] = [], evidence: TableEvidence
  ) {
    self.ingredient = ingredient
    self.medicines = medicines
    self.allergens = allergens
    self.contains = contains
    self.evidence = evidence
  }
}

/// The allergens that an allergy to some medicines means: a row of
/// `tables/allergen-medicines.csv`.
public struct MedicineAllergens: Hashable, Sendable {
  /// The medicines.
  public let key: MedicineKey
  /// The allergens.
  public let allergens: [Allergen.ID]
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A row from its parts.
  public init(key: MedicineKey, allergens: [Allergen.ID], evidence: TableEvidence) {
    self.key = key
    self.allergens = allergens
    self.evidence = evidence
  }
}

/// What one way of having reacted to a planned ingredient means: a row of
/// `tables/planned-reactions.csv`.
public struct PlannedReaction: Hashable, Sendable {
  /// How the patient reacted.
  public let reaction: ReactionType
  /// What it means for the ingredient.
  public let severity: Severity
  /// What ends the deferral, where it defers.
  public let until: Until
  /// What staff do.
  public let staff: String
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A row from its parts.
  public init(
    reaction: ReactionType, severity: Severity, until: Until = .notDeferred, staff: String,
    evidence: TableEvidence
  ) {
    self.reaction = reaction
    self.severity = severity
    self.until = until
    self.staff = staff
    self.evidence = evidence
  }
}

extension Rule.ID {
  /// The finding on a planned ingredient that the patient reacted to itself, or
  /// to what it holds.
  public static func allergyContains(ingredient: Ingredient.ID) -> Self {
    .init(rawValue: "allergy-contains-\(ingredient.rawValue)")
  }

  /// The finding on a planned product and an allergy of the same name, which no
  /// table knows.
  public static let allergyContainsUnlisted: Self = "allergy-contains-unlisted-product"
}
