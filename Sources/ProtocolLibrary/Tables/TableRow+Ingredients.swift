import ClinicalModel

extension TableRow {
  /// The ingredient of this name; a fault where the table of ingredients has none
  /// such.
  func ingredient(
    _ name: String, in column: String, of tables: Tables, _ faults: inout Faults
  ) -> Ingredient.ID {
    let id = Ingredient.ID(rawValue: name)
    if tables.ingredient(id) == nil {
      faults.add(
        place(column), "there is no ingredient \(shown(name))",
        didYouMean(
          name, tables.ingredients.map(\.id.rawValue),
          otherwise: "name a row of tables/ingredients.csv"))
    }
    return id
  }

  /// The ingredients that a cell lists.
  func ingredients(_ column: String, of tables: Tables, _ faults: inout Faults) -> [Ingredient.ID] {
    list(column, &faults).map { ingredient($0, in: column, of: tables, &faults) }
  }
}
