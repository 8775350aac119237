// What the lists ask of the tables.

extension Tables {
  /// Whether a table has a row of this id.
  public func has(_ id: String, in table: NameTable) -> Bool {
    switch table {
    case .medicines: medicine(Medicine.ID(rawValue: id)) != nil
    case .ingredients: ingredient(Ingredient.ID(rawValue: id)) != nil
    case .allergens: allergen(Allergen.ID(rawValue: id)) != nil
    }
  }

  /// The groups that ingredients belong to, sorted.
  public var ingredientCategories: [String] {
    Set(ingredients.map(\.category.rawValue)).sorted()
  }

  /// Whether some ingredient carries the word for what people react to.
  public func hasAllergenTag(_ word: String) -> Bool {
    ingredients.contains { $0.allergenTags.contains(.init(rawValue: word)) }
  }

  /// Every key that matches something, sorted.
  public var medicineKeys: [String] {
    let labels = medicines.flatMap(\.labels).map(\.rawValue)
    return Set(labels + keys.map(\.key.rawValue)).sorted()
  }
}
