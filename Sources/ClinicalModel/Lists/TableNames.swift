/// Every name of a pack's tables, to be looked up by exact steps only.
///
/// It follows from the tables and is worked out once, with them.
final class TableNames: Sendable {
  let medicines: NameIndex<Medicine.ID>
  let ingredients: NameIndex<Ingredient.ID>
  let allergens: NameIndex<Allergen.ID>

  /// What names of allergies mean.
  let reactions = NameCache<NamedThings>()
  /// What names on a plan mean.
  let plans = NameCache<NamedPlan>()
  /// What names on the list of medicines mean, by name and form.
  let taken = NameCache<NamedMedicines>()
  /// The ingredients that are the same substance as a medicine, by its id.
  let substances = NameCache<[Ingredient]>()

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

  /// The same names with nothing looked up yet, for tables that changed.
  func afresh() -> TableNames {
    TableNames(medicines: medicines, ingredients: ingredients, allergens: allergens)
  }

  private init(
    medicines: NameIndex<Medicine.ID>, ingredients: NameIndex<Ingredient.ID>,
    allergens: NameIndex<Allergen.ID>
  ) {
    self.medicines = medicines
    self.ingredients = ingredients
    self.allergens = allergens
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
  /// it has several meanings, parts, or forms that it leaves open.
  public func medicines(named text: String) -> [Medicine] {
    medicines(named: text, form: nil)
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
