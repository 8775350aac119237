package import ClinicalModel

extension Tables {
  /// An index of every name of a medicine; build it once.
  package func medicineNames() -> NameIndex<Medicine.ID> {
    var names = combinationBrands.map { TableName($0.name, .combinationBrand, $0.medicines) }
    for medicine in medicines {
      let items = forms.meanings(of: medicine.id)
      names.append(TableName(medicine.name, .name, items))
      if NameKey(medicine.id.rawValue) != NameKey(medicine.name) {
        names.append(TableName(medicine.id.rawValue, .name, items))
      }
      names += medicine.alternativeNames.map { TableName($0, .alternativeName, items) }
      names += medicine.brands.confirmed.map {
        TableName($0, .brand, forms.meanings(of: medicine.id, brand: $0))
      }
      names += medicine.brands.unconfirmed.map {
        TableName($0, .unconfirmedBrand, forms.meanings(of: medicine.id, brand: $0))
      }
      names += medicine.misspellings.map { TableName($0, .misspelling, items) }
    }
    let favours = words.reasons.mapValues { keys in
      keys.map { Set(medicines(matching: $0).map(\.id)) }
    }
    return NameIndex(names: names, classes: medicineClasses(), words: words, favours: favours)
  }

  /// The classes in words, then the tags and groups by their own words.
  private func medicineClasses() -> [TableClass<Medicine.ID>] {
    var order: [MedicineKey] = []
    var members: [MedicineKey: [Medicine]] = [:]
    for medicine in medicines {
      if members[medicine.classKey] == nil { order.append(medicine.classKey) }
      members[medicine.classKey, default: []].append(medicine)
    }
    let classes = order.compactMap { key in
      members[key].map { TableClass(title: $0[0].classTitle, items: $0.map(\.id)) }
    }
    let tags = keys.map { declared in
      TableClass(
        title: String(declared.key.rawValue.map { $0 == "_" || $0 == "." ? " " : $0 }),
        items: medicines(matching: declared.key).map(\.id))
    }
    return classes + tags
  }

  /// An index of every name of an ingredient; build it once.
  package func ingredientNames() -> NameIndex<Ingredient.ID> {
    // A mixture is found as a combination brand is: whole, with all its parts.
    var names = mixtures.map { mixture in
      TableName(mixture.name, .combinationBrand, mixture.parts.map(\.ingredient))
    }
    names += ingredients.flatMap { thing in
      Self.names(thing.name, thing.synonyms, id: thing.id.rawValue, item: thing.id)
    }
    var groups: [Ingredient.Category: [Ingredient.ID]] = [:]
    for thing in ingredients { groups[thing.category, default: []].append(thing.id) }
    let classes = groups.sorted { $0.key < $1.key }.map {
      TableClass(title: $0.key.rawValue, items: $0.value)
    }
    return NameIndex(names: names, classes: classes, words: words.ofSubstances)
  }

  /// An index of every name of an allergen; build it once.
  package func allergenNames() -> NameIndex<Allergen.ID> {
    let names = allergens.flatMap { thing in
      Self.names(thing.name, thing.synonyms, id: thing.id.rawValue, item: thing.id)
    }
    var groups: [String: [Allergen.ID]] = [:]
    for thing in allergens { groups[thing.group, default: []].append(thing.id) }
    let classes = groups.sorted { $0.key < $1.key }.map {
      TableClass(title: $0.key, items: $0.value)
    }
    return NameIndex(names: names, classes: classes, words: words.ofSubstances)
  }

  /// A name, its beginning before a bracket, the id and the synonyms.
  private static func names<Item>(
    _ name: String, _ synonyms: [String], id: String, item: Item
  ) -> [TableName<Item>] {
    var names = [TableName(name, .name, [item])]
    let short = name.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
    if NameKey(short) != NameKey(name) { names.append(TableName(short, .name, [item])) }
    if NameKey(id) != NameKey(name), NameKey(id) != NameKey(short) {
      names.append(TableName(id, .name, [item]))
    }
    return names + synonyms.map { TableName($0, .alternativeName, [item]) }
  }
}

extension NameWords {
  /// For substances, "gel", "eye" and "5" are parts of a name like any other.
  fileprivate var ofSubstances: NameWords { .none }
}
