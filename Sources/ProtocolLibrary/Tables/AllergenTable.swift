import ClinicalModel

/// `tables/allergens.csv` and `tables/allergen-reactions.csv`.
struct AllergenTable {
  static let columns = ["id", "name", "synonyms", "group", "note", "evidence", "sources"]
  static let reactionColumns = [
    "allergen", "reaction", "severity_containing", "until_containing", "staff_containing",
    "severity_cross", "until_cross", "staff_cross",
  ]

  let names: PackNames

  func allergens(_ things: [TableRow], _ reactions: [TableRow], _ faults: inout Faults)
    -> [Allergen]
  {
    var unique = UniqueNames()
    let ids = Set(things.map { $0.raw("id") })
    let rows = rows(reactions, of: ids, &faults)
    return things.map { row in
      let id = row.name("id", signs: "_", &faults)
      unique.use(id, of: "allergen", at: row.place("id"), &faults)
      let own = rows[id, default: [:]]
      for reaction in ReactionType.allCases where own[reaction] == nil {
        faults.add(
          row.place("id"), "\(shown(id)) has no row for \(shown(reaction.rawValue))",
          "add it to tables/allergen-reactions.csv")
      }
      return Allergen(
        id: Allergen.ID(rawValue: id), name: row.required("name", most: 100, &faults),
        synonyms: row.list("synonyms", &faults), group: row.name("group", &faults),
        note: row.text("note", most: 300, &faults),
        rows: ReactionType.allCases.compactMap { own[$0] },
        evidence: row.evidence(names, &faults))
    }
  }

  private func rows(_ rows: [TableRow], of ids: Set<String>, _ faults: inout Faults)
    -> [String: [ReactionType: AllergenRow]]
  {
    var found: [String: [ReactionType: AllergenRow]] = [:]
    for row in rows {
      let id = row.raw("allergen")
      if !ids.contains(id) {
        faults.add(
          row.place("allergen"), "there is no allergen \(shown(id))",
          didYouMean(id, ids.sorted(), otherwise: "name a row of tables/allergens.csv"))
      }
      let reaction: ReactionType = row.word("reaction", or: .unknown, &faults)
      if found[id]?[reaction] != nil {
        faults.add(
          row.place("reaction"), "\(shown(id)) has two rows for \(shown(reaction.rawValue))",
          "keep one of the two")
      }
      let containing = verdict(row, "containing", &faults)
      let crossReacting = verdict(row, "cross", &faults)
      lint(reaction, containing, "severity_containing", row, &faults)
      if reaction == .unknown || reaction == .severeDelayed {
        lint(reaction, crossReacting, "severity_cross", row, &faults)
      }
      found[id, default: [:]][reaction] = AllergenRow(
        reaction: reaction, containing: containing, crossReacting: crossReacting)
    }
    return found
  }

  private func verdict(_ row: TableRow, _ side: String, _ faults: inout Faults) -> AllergenVerdict {
    let staff = row.text("staff_\(side)", most: 240, &faults)
    let isStated = !row.raw("severity_\(side)").isEmpty
    guard isStated else {
      if !staff.isEmpty || !row.raw("until_\(side)").isEmpty {
        faults.add(
          row.place("severity_\(side)"), "the row has words but no weight", "write its severity")
      }
      return .notStated
    }
    if staff.isEmpty {
      faults.add(row.place("staff_\(side)"), "the row has a weight but no words", "say what to do")
    }
    let severity: Severity = row.word("severity_\(side)", or: .doNotTreat, &faults)
    return .finding(severity, until: row.until("until_\(side)", severity, &faults), staff: staff)
  }

  /// What no table may weigh less.
  private func lint(
    _ reaction: ReactionType, _ verdict: AllergenVerdict, _ column: String, _ row: TableRow,
    _ faults: inout Faults
  ) {
    guard case .finding(let severity, _, _) = verdict else { return }
    // What may only resemble the allergen is looked at, not put off.
    let isContained = column == "severity_containing"
    let least =
      reaction == .unknown && !isContained ? .caution : reaction.leastWhenContained
    if severity < least {
      faults.add(
        row.place(column), "\(shown(reaction.rawValue)) weighs less than \(least.rawValue)",
        "write \(least.rawValue) or more")
    }
  }
}

/// `tables/allergen-tags.csv`: words for what is in an ingredient, beside the
/// allergens.
struct AllergenTagTable {
  static let columns = ["tag", "same_as"]

  let allergens: Set<Allergen.ID>

  func tags(_ rows: [TableRow], _ faults: inout Faults) -> [DeclaredAllergenTag] {
    var unique = UniqueNames()
    return rows.map { row in
      let tag = Ingredient.AllergenTag(rawValue: row.name("tag", signs: "_", &faults))
      unique.use(tag.rawValue, of: "allergen tag", at: row.place("tag"), &faults)
      if allergens.contains(tag) {
        faults.add(
          row.place("tag"), "\(shown(tag.rawValue)) is an allergen already", "remove the row")
      }
      let same = Allergen.ID(rawValue: row.raw("same_as"))
      if !same.rawValue.isEmpty, !allergens.contains(same) {
        faults.add(
          row.place("same_as"), "there is no allergen \(shown(same.rawValue))",
          didYouMean(
            same.rawValue, allergens.map(\.rawValue).sorted(),
            otherwise: "name a row of tables/allergens.csv"))
      }
      return DeclaredAllergenTag(tag: tag, meaning: same.rawValue.isEmpty ? .itself : .sameAs(same))
    }
  }
}
