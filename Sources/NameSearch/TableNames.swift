package import ClinicalModel

/// The tables of a pack with every name in them ready to be looked up.
///
/// Made once for a pack and handed to whoever looks names up. What was found is
/// kept here, so that the same name is looked up once in a consultation; that
/// shows in nothing but the time.
package final class TableNames: Sendable {
  /// The rows that the names stand for.
  package let tables: Tables

  let medicineIndex: NameIndex<Medicine.ID>
  let ingredientIndex: NameIndex<Ingredient.ID>
  let allergenIndex: NameIndex<Allergen.ID>

  /// What names of allergies mean.
  let reactions = NameCache<NamedThings>()
  /// What names on a plan mean.
  let plans = NameCache<NamedPlan>()
  /// What names on the list of medicines mean, by name and form.
  let taken = NameCache<NamedMedicines>()
  /// The ingredients that are the same substance as a medicine, by its id.
  let substances = NameCache<[Ingredient]>()

  /// Takes in every name of the tables.
  package init(of tables: Tables) {
    self.tables = tables
    medicineIndex = tables.medicineNames()
    ingredientIndex = tables.ingredientNames()
    allergenIndex = tables.allergenNames()
  }

  /// No name at all.
  package static var none: TableNames { TableNames(of: .none) }

  func medicineIDs(_ text: String) -> [Medicine.ID] { Self.items(medicineIndex.resolve(text)) }

  private static func items<Item>(_ resolution: NameResolution<Item>) -> [Item] {
    switch resolution {
    case .matched(let items): items
    case .unmatched: []
    }
  }
}

extension TableNames {
  /// What a medicine's name means; empty when no table knows it, several when
  /// it has several meanings, parts, or forms that it leaves open.
  package func medicines(named text: String) -> [Medicine] {
    medicines(named: text, form: nil)
  }

  /// What an ingredient's name means; empty when no table knows it.
  package func ingredients(named text: String) -> [Ingredient] {
    Self.items(ingredientIndex.resolve(text)).compactMap(tables.ingredient)
  }

  /// What an allergen's name means; empty when no table knows it.
  package func allergens(named text: String) -> [Allergen] {
    Self.items(allergenIndex.resolve(text)).compactMap(tables.allergen)
  }

  /// Whether names mean the same in other tables, which may differ in their
  /// rules, their findings and what options plan.
  package func mean(theSameIn other: Tables) -> Bool {
    tables.medicines == other.medicines && tables.forms == other.forms
      && tables.combinationBrands == other.combinationBrands && tables.keys == other.keys
      && tables.ingredients == other.ingredients && tables.mixtures == other.mixtures
      && tables.allergens == other.allergens && tables.allergenTags == other.allergenTags
      && tables.pairs == other.pairs && tables.substances == other.substances
      && tables.medicineAllergens == other.medicineAllergens && tables.words == other.words
  }
}
