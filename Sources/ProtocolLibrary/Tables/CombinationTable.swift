import ClinicalModel

/// `tables/combination-brands.csv`.
struct CombinationTable {
  static let columns = ["brand", "ingredients", "medicines", "keys", "evidence", "sources"]

  let names: PackNames
  let tables: Tables

  func brands(_ rows: [TableRow], _ faults: inout Faults) -> [CombinationBrand] {
    var seen: [[String]: Place] = [:]
    // Every key that some row uses: a row must say which of them it carries.
    let keys = Set(rows.flatMap { $0.raw("keys").split(separator: ";").map(String.init) })
    let members = Dictionary(
      uniqueKeysWithValues: keys.map { key in
        (key, Set(tables.medicines(matching: MedicineKey(rawValue: key)).map(\.id)))
      })
    return rows.map { row in
      let brand = CombinationBrand(
        name: row.required("brand", most: 60, &faults),
        ingredients: row.list("ingredients", &faults),
        medicines: row.list("medicines", &faults).map { Medicine.ID(rawValue: $0) },
        keys: row.list("keys", &faults).map { MedicineKey(rawValue: $0) },
        evidence: row.evidence(names, &faults))
      if brand.ingredients.count < 2 {
        faults.add(
          row.place("ingredients"), "a combination brand has two ingredients or more",
          "name them all, or list the brand in tables/medicines.csv")
      }
      let unknown = brand.medicines.filter { tables.medicine($0) == nil }
      for id in unknown {
        faults.add(
          row.place("medicines"), "there is no medicine \(shown(id.rawValue))",
          didYouMean(
            id.rawValue, tables.medicines.map(\.id.rawValue),
            otherwise: "name a row of tables/medicines.csv"))
      }
      if brand.medicines.isEmpty {
        faults.add(row.place("medicines"), "no medicine is named", "name one or remove the row")
      }
      if unknown.isEmpty { lintKeys(brand, members, row, &faults) }
      let content = [brand.name] + brand.medicines.map(\.rawValue).sorted()
      if let earlier = seen[content] {
        faults.add(
          row.place("brand"), "\(shown(brand.name)) stands there twice with the same content",
          "keep one of the two", related: [RelatedPlace(earlier, "the first of the two")])
      }
      seen[content] = seen[content] ?? row.place("brand")
      return brand
    }
  }

  private func lintKeys(
    _ brand: CombinationBrand, _ members: [String: Set<Medicine.ID>], _ row: TableRow,
    _ faults: inout Faults
  ) {
    let own = members.filter { !$0.value.isDisjoint(with: brand.medicines) }.keys
    let stated = Set(brand.keys.map(\.rawValue))
    for key in own.sorted() where !stated.contains(key) {
      faults.add(
        row.place("keys"), "\(shown(brand.name)) holds \(shown(key)) but does not say so",
        "add \(key)")
    }
    for key in stated.subtracting(own).sorted() {
      faults.add(
        row.place("keys"), "nothing in \(shown(brand.name)) is \(shown(key))",
        "remove it, or name the medicine that is")
    }
  }
}
