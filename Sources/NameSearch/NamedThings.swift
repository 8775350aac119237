package import ClinicalModel

/// Everything that one name means, in whichever table it stands.
///
/// Allergies, medicines, planned and tested ingredients are all looked up here,
/// so that a name that one table knows is known wherever it is given.
package struct NamedThings: Hashable, Sendable {
  /// The medicines, brands and combination brands taken apart.
  package let medicines: [Medicine]
  /// The ingredients; of a medicine those that are the same substance.
  package let ingredients: [Ingredient]
  /// The allergens; of a medicine or an ingredient those that it means.
  package let allergens: [Allergen]

  /// Every ingredient that an allergy of this name makes unfit: those it names,
  /// what holds them, and what they hold.
  package let implicated: Set<Ingredient.ID>
  /// Whether several things were named and no table knows one of them.
  package let hasUnknownPart: Bool

  init(
    medicines: [Medicine] = [], ingredients: [Ingredient] = [], allergens: [Allergen] = [],
    implicated: Set<Ingredient.ID> = [], hasUnknownPart: Bool = false
  ) {
    self.medicines = medicines
    self.ingredients = ingredients
    self.allergens = allergens
    self.implicated = implicated
    self.hasUnknownPart = hasUnknownPart
  }

  /// Whether no table knows the name.
  package var isUnknown: Bool { medicines.isEmpty && ingredients.isEmpty && allergens.isEmpty }
}

/// What a name on a plan or a skin test means.
package struct NamedPlan: Sendable {
  package let ingredients: [Ingredient]
  /// Whether a part of it is no ingredient of the table.
  package let hasUnknownPart: Bool
}

/// What a name on the list of medicines means.
package struct NamedMedicines: Sendable {
  /// Several when the name has several meanings or parts.
  package let medicines: [Medicine]
  /// Whether several were named and no table knows one of them.
  package let hasUnknownPart: Bool
}

extension TableNames {
  /// What somebody who gives this name for an allergy may have reacted to.
  package func reactedTo(named text: String) -> NamedThings {
    reactions.value(text) { findReactedTo(named: text) }
  }

  private func findReactedTo(named text: String) -> NamedThings {
    let own = lookUp(text)
    let same = own.medicines.flatMap { ingredients(of: $0) }
    let all = unique(own.ingredients + same)
    let meant =
      own.medicines.flatMap { allergens(of: $0) }
      + own.ingredients.flatMap { substance($0.id)?.allergens ?? [] }.compactMap(tables.allergen)
    return NamedThings(
      medicines: own.medicines, ingredients: all,
      allergens: unique(own.allergens + meant), implicated: implicated(by: all),
      hasUnknownPart: own.hasUnknownPart)
  }

  /// The ingredients that this name means on a plan or a skin test, and whether
  /// it has a part that is no ingredient of the table.
  package func plannedIngredients(named text: String) -> NamedPlan {
    plans.value(text) { findPlanned(named: text) }
  }

  /// More rows than one medicine is a substance of.
  private static var heldMax: Int { 3 }

  private func findPlanned(named text: String) -> NamedPlan {
    let own = lookUp(text)
    if !own.ingredients.isEmpty {
      return NamedPlan(ingredients: own.ingredients, hasUnknownPart: own.hasUnknownPart)
    }
    if !own.medicines.isEmpty {
      // A product by mouth that may hold many things, such as a multivitamin, says
      // of none that it is in the syringe.
      let parts = own.medicines.map { medicine in
        let held = ingredients(of: medicine)
        return held.count > Self.heldMax ? [] : held
      }
      return NamedPlan(
        ingredients: unique(parts.flatMap { $0 }),
        hasUnknownPart: own.hasUnknownPart || parts.contains(where: \.isEmpty))
    }
    // What people react to may be a part of it, and leaves open what it is.
    let meant = Set(own.allergens.map(\.id))
    let rows = tables.substances.filter { !meant.isDisjoint(with: $0.allergens) }
    return NamedPlan(
      ingredients: unique(rows.compactMap { tables.ingredient($0.ingredient) }),
      hasUnknownPart: true)
  }

  /// The medicines that this name means on the list of medicines.
  ///
  /// - Parameter form: the form of a medicine, as far as it was answered.
  package func takenMedicines(named text: String, form: MedicineRoute? = nil) -> NamedMedicines {
    taken.value("\(form?.rawValue ?? "") \(text)") { findTaken(named: text, form) }
  }

  private func findTaken(named text: String, _ form: MedicineRoute?) -> NamedMedicines {
    let whole = findOneTaken(named: text, form)
    let parts = text.namedParts
    guard whole.isEmpty, parts.count > 1 else {
      return NamedMedicines(medicines: whole, hasUnknownPart: false)
    }
    let taken = parts.map { findOneTaken(named: $0, form) }
    return NamedMedicines(
      medicines: unique(taken.flatMap { $0 }), hasUnknownPart: taken.contains(where: \.isEmpty))
  }

  private func findOneTaken(named text: String, _ form: MedicineRoute?) -> [Medicine] {
    let own = medicines(named: text, form: form)
    guard own.isEmpty else { return own }
    let meant = lookUpOne(text).ingredients.map(\.id)
    guard !meant.isEmpty else { return [] }
    return tables.medicines.filter { medicine in
      ingredients(of: medicine).contains { meant.contains($0.id) }
    }
  }

  /// The ingredients that are the same substance as a medicine or part of it:
  /// by a row of the table, else by a common name.
  func ingredients(of medicine: Medicine) -> [Ingredient] {
    substances.value(medicine.id.rawValue) { findIngredients(of: medicine) }
  }

  private func findIngredients(of medicine: Medicine) -> [Ingredient] {
    let rows = tables.substances.filter { row in
      row.medicines.contains { tables.matches(medicine.id, $0) }
    }
    guard rows.isEmpty else { return rows.compactMap { tables.ingredient($0.ingredient) } }
    return unique(
      ([medicine.name] + medicine.alternativeNames).flatMap { ingredients(named: $0) })
  }

  /// The allergens that an allergy to a medicine means.
  func allergens(of medicine: Medicine) -> [Allergen] {
    tables.medicineAllergens.filter { tables.matches(medicine.id, $0.key) }.flatMap(\.allergens)
      .compactMap(tables.allergen)
  }

  /// Every ingredient that an allergy to one of these makes unfit: itself, what
  /// holds it, and what it holds.
  package func implicated(by ingredients: [Ingredient]) -> Set<Ingredient.ID> {
    let named = Set(ingredients.map(\.id))
    let holding = tables.substances.filter { !named.isDisjoint(with: $0.contains) }.map(
      \.ingredient)
    let held = named.flatMap { substance($0)?.contains ?? [] }
    return named.union(holding).union(held)
  }

  private func substance(_ id: Ingredient.ID) -> SubstanceRow? {
    tables.substances.first { $0.ingredient == id }
  }

  /// What a text names: one thing, or several with commas or "and" between
  /// them.
  private func lookUp(_ text: String) -> NamedThings {
    let whole = lookUpOne(text)
    let parts = text.namedParts
    guard whole.isUnknown, parts.count > 1 else { return whole }
    let things = parts.map(lookUpOne)
    guard things.contains(where: { !$0.isUnknown }) else { return whole }
    return NamedThings(
      medicines: unique(things.flatMap(\.medicines)),
      ingredients: unique(things.flatMap(\.ingredients)),
      allergens: unique(things.flatMap(\.allergens)),
      hasUnknownPart: things.contains(where: \.isUnknown))
  }

  /// A name in every table as it stands, else in singular or plural, else
  /// without its strength and form.
  private func lookUpOne(_ text: String) -> NamedThings {
    let key = NameKey(text)
    let plain = key.readings(tables.words).dropFirst()
    let readings =
      [text] + key.countForms + plain.map { $0.words.joined(separator: " ") }
      + plain.flatMap(\.countForms)
    for reading in readings {
      let things = NamedThings(
        medicines: medicines(named: reading), ingredients: ingredients(named: reading),
        allergens: allergens(named: reading))
      if !things.isUnknown { return things }
    }
    return NamedThings()
  }
}

extension NameKey {
  /// The name in the singular and in the plural, as far as its last word has one.
  fileprivate var countForms: [String] {
    guard let last = words.last, last.count > 3 else { return [] }
    var forms = [last + "s", last + "es"]
    if last.hasSuffix("s") { forms.insert(String(last.dropLast()), at: 0) }
    if last.hasSuffix("es") { forms.insert(String(last.dropLast(2)), at: 1) }
    if last.hasSuffix("ies") { forms.insert(String(last.dropLast(3)) + "y", at: 0) }
    if last.hasSuffix("y") { forms.append(String(last.dropLast()) + "ies") }
    return forms.map { (words.dropLast() + [$0]).joined(separator: " ") }
  }
}

extension String {
  /// The names in a text that lists several; a name itself may hold the signs.
  fileprivate var namedParts: [String] {
    let spaced = split(separator: " ").map { $0.lowercased() == "and" ? "," : String($0) }
    return spaced.joined(separator: " ").split { ",;+&/\n".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
