import ClinicalModel

/// `tables/ingredient-substances.csv` and `tables/allergen-medicines.csv`: which
/// rows of the tables are one substance. A pack may do without them.
struct SubstanceTables {
  static let ingredientColumns = [
    "ingredient", "medicines", "allergens", "contains", "evidence", "sources", "decided_here",
  ]
  static let medicineColumns = ["key", "allergens", "evidence", "sources", "decided_here"]

  let names: PackNames
  let tables: Tables

  func substances(_ rows: [TableRow], _ faults: inout Faults) -> [SubstanceRow] {
    var unique = UniqueNames()
    return rows.map { row in
      let id = row.raw("ingredient")
      unique.use(id, of: "row of", at: row.place("ingredient"), &faults)
      return SubstanceRow(
        ingredient: row.ingredient(id, in: "ingredient", of: tables, &faults),
        medicines: row.list("medicines", &faults).map { key($0, "medicines", row, &faults) },
        allergens: allergens(row, &faults),
        contains: row.ingredients("contains", of: tables, &faults),
        evidence: row.evidence(names, &faults))
    }
  }

  func medicines(_ rows: [TableRow], _ faults: inout Faults) -> [MedicineAllergens] {
    var unique = UniqueNames()
    return rows.map { row in
      unique.use(row.raw("key"), of: "row of", at: row.place("key"), &faults)
      return MedicineAllergens(
        key: key(row.raw("key"), "key", row, &faults), allergens: allergens(row, &faults),
        evidence: row.evidence(names, &faults))
    }
  }

  private func key(_ text: String, _ column: String, _ row: TableRow, _ faults: inout Faults)
    -> MedicineKey
  {
    let key = MedicineKey(rawValue: text)
    if !tables.knows(key) {
      faults.add(
        row.place(column), "no medicine matches \(shown(text))",
        "name a tag, a class, a group or a medicine")
    }
    return key
  }

  private func allergens(_ row: TableRow, _ faults: inout Faults) -> [Allergen.ID] {
    row.list("allergens", &faults).map { text in
      let id = Allergen.ID(rawValue: text)
      if tables.allergen(id) == nil {
        faults.add(
          row.place("allergens"), "there is no allergen \(shown(text))",
          didYouMean(
            text, tables.allergens.map(\.id.rawValue),
            otherwise: "name a row of tables/allergens.csv"))
      }
      return id
    }
  }
}

/// `tables/planned-reactions.csv`: what an allergy to a planned ingredient
/// itself means, whatever it is.
struct PlannedReactionTable {
  static let columns = [
    "reaction", "severity", "until", "staff", "evidence", "sources", "decided_here",
  ]

  let names: PackNames

  func reactions(_ rows: [TableRow], _ faults: inout Faults) -> [PlannedReaction] {
    var unique = UniqueNames()
    let reactions = rows.map { row in
      let severity: Severity = row.word("severity", or: .doNotTreat, &faults)
      let reaction: ReactionType = row.word("reaction", or: .unknown, &faults)
      unique.use(reaction.rawValue, of: "row of", at: row.place("reaction"), &faults)
      if severity < reaction.leastWhenContained {
        faults.add(
          row.place("severity"),
          "\(shown(reaction.rawValue)) weighs less than \(reaction.leastWhenContained.rawValue)",
          "write \(reaction.leastWhenContained.rawValue) or more")
      }
      return PlannedReaction(
        reaction: reaction, severity: severity, until: row.until("until", severity, &faults),
        staff: row.required("staff", most: 240, &faults), evidence: row.evidence(names, &faults))
    }
    for missing in ReactionType.allCases
    where !reactions.contains(where: { $0.reaction == missing }) {
      faults.add(
        Place(file: "tables/planned-reactions.csv", line: 1, column: 1),
        "there is no row for \(shown(missing.rawValue))", "add it")
    }
    return reactions
  }
}

extension ReactionType {
  /// What no table may weigh less for what is planned.
  var leastWhenContained: Severity {
    switch self {
    case .anaphylaxis, .severeDelayed: .doNotTreat
    case .unknown: .defer
    case .immediateMild, .contactDelayed, .intolerance, .familyOrPositiveTestOnly: .proceed
    }
  }
}
