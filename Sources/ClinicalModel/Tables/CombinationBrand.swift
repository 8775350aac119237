/// A brand with several active ingredients.
///
/// Only facts that are printed on the box. A combination brand is looked up
/// before any single brand: "Atorva Gold" is never "Atorva" alone.
public struct CombinationBrand: Hashable, Sendable {
  /// The brand as it is printed.
  public let name: String
  /// Its active ingredients as they are printed.
  public let ingredients: [String]
  /// Those of them that the medicine table has, by id; never empty.
  public let medicines: [Medicine.ID]
  /// What in it matters to a rule.
  public let keys: [MedicineKey]
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// A combination brand from its parts.
  public init(
    name: String, ingredients: [String], medicines: [Medicine.ID], keys: [MedicineKey],
    evidence: TableEvidence
  ) {
    self.name = name
    self.ingredients = ingredients
    self.medicines = medicines
    self.keys = keys
    self.evidence = evidence
  }
}
