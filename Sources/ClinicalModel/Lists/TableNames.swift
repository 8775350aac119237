/// Every name of a pack's tables, to be looked up by exact steps only.
///
/// It follows from the tables and is worked out once, with them.
final class TableNames: Sendable {
  let medicines: NameIndex<Medicine.ID>
  let ingredients: NameIndex<Ingredient.ID>
  let allergens: NameIndex<Allergen.ID>

  /// No name at all.
  init() {
    medicines = NameIndex(names: [])
    ingredients = NameIndex(names: [])
    allergens = NameIndex(names: [])
  }

  init(of tables: Tables) {
    medicines = tables.medicineNames()
    ingredients = tables.ingredientNames()
    allergens = tables.allergenNames()
  }

  func medicines(_ text: String) -> [Medicine.ID] { Self.items(medicines.resolve(text)) }
  func ingredients(_ text: String) -> [Ingredient.ID] { Self.items(ingredients.resolve(text)) }
  func allergens(_ text: String) -> [Allergen.ID] { Self.items(allergens.resolve(text)) }

  private static func items<Item>(_ resolution: NameResolution<Item>) -> [Item] {
    switch resolution {
    case .matched(let items): items
    case .unmatched: []
    }
  }
}

extension Tables {
  /// What a medicine's name means; empty when no table knows it, several when
  /// it has several meanings or parts.
  public func medicines(named text: String) -> [Medicine] {
    names.medicines(text).compactMap(medicine)
  }

  /// What an ingredient's name means; empty when no table knows it.
  public func ingredients(named text: String) -> [Ingredient] {
    names.ingredients(text).compactMap(ingredient)
  }

  /// What an allergen's name means; empty when no table knows it.
  public func allergens(named text: String) -> [Allergen] {
    names.allergens(text).compactMap(allergen)
  }
}
