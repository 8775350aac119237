import ClinicalModel

/// Reads and checks the tables of a pack, each after those it names.
struct TablesReader {
  /// The tables that a pack has all of or none.
  static let files = [
    "allergen-ingredients", "allergen-reactions", "allergen-tags", "allergens",
    "combination-brands", "ingredient-conditions", "ingredient-medicines", "ingredients",
    "medicine-keys", "medicines", "name-words",
  ]

  /// Tables that a pack may have beside these.
  static let optional = [
    "allergen-medicines", "class-tags", "ingredient-substances", "medicine-forms",
    "medicine-plans", "plan", "planned-reactions",
  ]

  private let names: PackNames
  private let sheets: [String: TableSheet]
  private let isWhole: Bool
  private let isEmpty: Bool

  /// Splits the tables among the files into cells.
  init(_ files: [PackFile], names: PackNames, _ faults: inout Faults) {
    self.names = names
    var sheets: [String: TableSheet] = [:]
    var seen: Set<String> = []
    for file in files {
      guard PackPath(file.path).kind == .table else { continue }
      let name = String(file.path.dropFirst("tables/".count).dropLast(".csv".count))
      seen.insert(name)
      sheets[name] = TableSheet(file, &faults)
    }
    isEmpty = seen.isEmpty
    if !isEmpty {
      for name in Self.files where !seen.contains(name) {
        faults.add(
          Place(file: "tables/\(name).csv", line: 1, column: 1),
          "the pack has no tables/\(name).csv",
          "add it, or have no tables at all")
      }
    }
    isWhole = Self.files.allSatisfy { sheets[$0] != nil }
    self.sheets = sheets
  }

  /// The tables without the rows that hold conditions; none when a file is
  /// missing or cannot be read, which is recorded already.
  ///
  /// Conditions may name what stands in the tables, so they are read later.
  func tables(_ faults: inout Faults) -> Tables {
    guard isWhole, !isEmpty else { return .none }
    let before = faults.count
    let keys = rows("medicine-keys", KeyTable.columns, &faults).map { KeyTable.keys($0, &faults) }
    let medicines = rows("medicines", MedicineTable.columns, &faults).map {
      MedicineTable(names: names, keys: keys ?? []).medicines($0, &faults)
    }
    // What follows names medicines and keys: with half of them every name
    // would be a fault.
    guard let keys, let medicines, faults.count == before else { return .none }
    let first = Tables(medicines: medicines, keys: keys)
    let forms =
      sheets["medicine-forms"] == nil
      ? MedicineForms.none
      : rows("medicine-forms", FormTable.columns, &faults).map {
        FormTable(tables: first).forms($0, &faults)
      }
    let words = rows("name-words", WordTable.columns, &faults).map {
      WordTable(tables: first, routes: Set(forms?.rows.flatMap(\.routes) ?? []))
        .words($0, &faults)
    }
    let combinations = rows("combination-brands", CombinationTable.columns, &faults).map {
      CombinationTable(names: names, tables: first).brands($0, &faults)
    }
    let allergens = allergens(&faults)
    let tags = rows("allergen-tags", AllergenTagTable.columns, &faults).map {
      AllergenTagTable(allergens: Set(allergens.map(\.id))).tags($0, &faults)
    }
    let ingredients = rows("ingredients", IngredientTable.columns, &faults).map {
      IngredientTable(names: names, allergens: Set(allergens.map(\.id)), tags: tags ?? [])
        .ingredients($0, &faults)
    }
    guard let words, let forms, let combinations, let tags, let ingredients, faults.count == before
    else {
      return .none
    }
    let pairs = sheets["allergen-ingredients"].map {
      PairTable(allergens: allergens, ingredients: ingredients, tags: tags).pairs($0, &faults)
    }
    let whole = Tables(
      medicines: medicines, combinationBrands: combinations, keys: keys, ingredients: ingredients,
      allergens: allergens, allergenTags: tags, pairs: pairs ?? .none, words: words, forms: forms)
    let plan = rows("plan", PlanTable.columns, &faults).map {
      PlanTable(names: names, tables: whole).options($0, &faults)
    }
    let substances = SubstanceTables(names: names, tables: whole)
    return whole.with(planOptions: plan ?? []).with(classTags: classTags(first, &faults)).with(
      substances: rows("ingredient-substances", SubstanceTables.ingredientColumns, &faults).map {
        substances.substances($0, &faults)
      } ?? [],
      medicineAllergens: rows("allergen-medicines", SubstanceTables.medicineColumns, &faults).map {
        substances.medicines($0, &faults)
      } ?? [],
      plannedReactions: rows("planned-reactions", PlannedReactionTable.columns, &faults).map {
        PlannedReactionTable(names: names).reactions($0, &faults)
      } ?? [])
  }

  /// Compares the rows that name questions with the checklist.
  func check(against checklist: [Question], _ faults: inout Faults) {
    guard isWhole, let sheet = sheets["plan"], sheet.columns == PlanTable.columns else { return }
    PlanTable.check(sheet.rows, against: checklist, &faults)
  }

  private func classTags(_ tables: Tables, _ faults: inout Faults) -> [ClassTags] {
    guard sheets["class-tags"] != nil else { return [] }
    return rows("class-tags", ClassTagTable.columns, &faults).map {
      ClassTagTable(tables: tables).classes($0, &faults)
    } ?? []
  }

  /// The tables with the rows that hold conditions, which are read with all of
  /// the pack's names.
  func tables(_ named: Tables, with names: PackNames, _ faults: inout Faults) -> Tables {
    guard isWhole, !isEmpty, !named.ingredients.isEmpty else { return named }
    let rules = IngredientRuleTables(names: names, tables: named)
    return named.with(
      conditionRules: rows(
        "ingredient-conditions", IngredientRuleTables.conditionColumns, &faults
      ).map { rules.conditions($0, &faults) } ?? [],
      medicineRules: rows("ingredient-medicines", IngredientRuleTables.medicineColumns, &faults)
        .map { rules.medicines($0, &faults) } ?? [],
      planConcerns: rows("medicine-plans", PlanConcernTable.columns, &faults).map {
        PlanConcernTable(names: names, tables: named).concerns($0, &faults)
      } ?? [])
  }

  private func allergens(_ faults: inout Faults) -> [Allergen] {
    guard let things = rows("allergens", AllergenTable.columns, &faults),
      let reactions = rows("allergen-reactions", AllergenTable.reactionColumns, &faults)
    else { return [] }
    return AllergenTable(names: names).allergens(things, reactions, &faults)
  }

  /// The rows of a table with these columns; nothing after a fault.
  private func rows(_ name: String, _ columns: [String], _ faults: inout Faults) -> [TableRow]? {
    guard let sheet = sheets[name], sheet.hasColumns(columns, &faults) else { return nil }
    return sheet.rows
  }
}
