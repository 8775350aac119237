import ClinicalModel

// What the lists ask of the tables.

extension Tables {
  /// The days a stopped medicine still counts as taken for a key; nothing when
  /// it counts no more at once.
  func washOut(of key: MedicineKey) -> Int? {
    let days = washoutDays(key)
    return days > 0 ? days : nil
  }

  /// The medicines that spoil a kind of skin test (medicines-ingredients.md
  /// §5.3): by the pack's own tags. A small test area is read for both kinds of
  /// reaction, so that what spoils either spoils it.
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
}
