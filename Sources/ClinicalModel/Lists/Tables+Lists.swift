// What the lists ask of the tables.

extension Tables {
  /// The days a stopped medicine still counts as taken for a key; nothing when
  /// it counts no more at once.
  func washOut(of key: MedicineKey) -> Int? {
    let days = washoutDays(key)
    return days > 0 ? days : nil
  }

  /// The medicines that spoil a kind of skin test, by the pack's own tags. A
  /// small test area is read for both kinds of reaction, so that what spoils
  /// either spoils it.
  func confounders(of kind: Option.ID) -> [MedicineKey] {
    let immediate: [MedicineKey] = [
      "skin_test_confounder.antihistaminic", "skin_test_confounder.immediate",
    ]
    let delayed: [MedicineKey] = [
      "skin_test_confounder.patch", "skin_test_confounder.patch_local",
    ]
    return switch kind {
    case SkinTestFact.prick: immediate
    case SkinTestFact.patch: delayed
    default: immediate + delayed
    }
  }

  /// Whether an ingredient holds an allergen or may be taken for it.
  func concerns(_ allergen: Allergen, _ ingredient: Ingredient) -> Bool {
    switch relation(of: allergen.id, to: ingredient.id) {
    case .contains, .crossReacts: true
    case .dependsOnParts, .noneKnown: false
    }
  }

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
