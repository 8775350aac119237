package import ClinicalModel
package import Screening

/// Spoils each row of a pack's tables in turn and asks the examples and the lint
/// whether they notice.
///
/// Like the mutants of rules: a change that no answers can tell from the row is
/// left out. What only the list of protected findings would notice counts as not
/// noticed.
package struct TableMutation: Sendable {
  private let pack: CompiledPack
  private let interviewDate: CalendarDate
  private let rows: [RowRule]
  private let cases: [TableRowKey: [TableCase]]
  private let reactions: [ReactionKey: [AllergyCase]]
  private let brands: BrandLint

  private struct ReactionKey: Hashable {
    let allergen: Allergen.ID
    let ingredient: Ingredient.ID
  }

  /// Prepares the parts; nothing is tried yet.
  package init(
    of pack: CompiledPack, cases: [TableCase], reactions: [AllergyCase],
    on interviewDate: CalendarDate = RuleCase.usualDate
  ) {
    self.pack = pack
    self.interviewDate = interviewDate
    rows = pack.tables.rowRules
    var byRow: [TableRowKey: [TableCase]] = [:]
    for example in cases {
      for row in example.rows {
        byRow[TableRowKey(example.table, row), default: []].append(example)
      }
    }
    self.cases = byRow
    self.reactions = Dictionary(grouping: reactions) {
      ReactionKey(allergen: $0.allergen, ingredient: $0.ingredient)
    }
    brands = BrandLint(pack: pack)
  }

  /// How many parts there are that do not depend on one another.
  package var partCount: Int { rows.count + 2 }

  /// The mutants of one part.
  package func mutants(ofPart part: Int) -> [TableMutant] {
    guard part < rows.count else { return part == rows.count ? ofAllergens : ofBrands }
    return mutants(of: rows[part])
  }

  // MARK: Rows that weigh

  private func mutants(of row: RowRule) -> [TableMutant] {
    let own = cases[TableRowKey(row.table, row.row)] ?? []
    let shown = own.contains { if case .finding = $0.expectation { true } else { false } }
    func mutant(_ change: TableMutant.Change, _ words: String, _ isNoticed: Bool) -> TableMutant {
      TableMutant(
        table: row.table, row: [row.row], change: change, words: words, severity: row.rule.severity,
        notice: isNoticed ? .cases : .nobody)
    }
    var found = [mutant(.rowRemoved, "removed", shown)]
    for (change, severity) in row.rule.severity.neighbours {
      found.append(mutant(change, "\(row.rule.severity.rawValue) -> \(severity.rawValue)", shown))
    }
    if case .event(let event) = row.rule.until {
      let states = own.contains {
        if case .finding(_, .stated) = $0.expectation { true } else { false }
      }
      found.append(mutant(.until, "until \(event) -> at once", states))
    }
    return found + ofCondition(row, own) + ofTags(row)
  }

  private func ofCondition(_ row: RowRule, _ own: [TableCase]) -> [TableMutant] {
    guard row.rule.when != .always else { return [] }
    let examples = own.enumerated().map { place, example in
      RuleCase(
        name: "\(place)", interviewDate: example.interviewDate, given: example.given,
        expectation: example.expectation.ofRule)
    }
    let run = runMutants(of: row.rule.with(cases: examples), in: pack, on: interviewDate)
    func mutant(_ words: String, _ notice: TableMutant.Notice) -> TableMutant {
      TableMutant(
        table: row.table, row: [row.row], change: .condition, words: words,
        severity: row.rule.severity, notice: notice)
    }
    let survivors = run.survivors.filter { $0.change != .severity && $0.change != .window }
    let all = ProtocolChecks.mutants(of: row.rule).count {
      $0.change != .severity && $0.change != .window
    }
    let equivalent = run.equivalents.count { $0.change != .severity && $0.change != .window }
    return survivors.map { mutant("\($0.original) -> \($0.replacement)", .nobody) }
      + (0..<max(0, all - survivors.count - equivalent)).map { mutant("\($0)", .cases) }
  }

  /// A tag that the class implies is missed by the lint, another by nobody.
  private func ofTags(_ row: RowRule) -> [TableMutant] {
    guard row.table == "medicines",
      let medicine = pack.tables.medicine(Medicine.ID(rawValue: row.row))
    else { return [] }
    let implied = pack.tables.classTags.filter {
      $0.classKey == medicine.classKey && !$0.exceptions.contains(medicine.id)
    }.flatMap(\.tags)
    return medicine.tags.map { tag in
      TableMutant(
        table: row.table, row: [row.row], change: .tagRemoved, words: "without \(tag)",
        severity: row.rule.severity, notice: implied.contains(tag) ? .lint : .nobody)
    }
  }

  // MARK: Allergens

  private var ofAllergens: [TableMutant] {
    pack.tables.allergens.flatMap { allergen in
      let relations = pack.tables.ingredients.map {
        ($0, pack.tables.relation(of: allergen.id, to: $0.id))
      }
      return relations.flatMap { ofRelation(allergen, $0, $1) }
        + allergen.rows.flatMap { row in
          [AllergenRelation.contains, .crossReacts].flatMap { relation in
            ofReaction(
              allergen, row, relation, relations.filter { $0.1 == relation }.map(\.0.id))
          }
        }
    }
  }

  private func ofReaction(
    _ allergen: Allergen, _ row: AllergenRow, _ relation: AllergenRelation,
    _ ingredients: [Ingredient.ID]
  ) -> [TableMutant] {
    // What no ingredient of the pack is related to weighs for nobody.
    guard case .finding(let severity, _, _) = row.verdict(for: relation), !ingredients.isEmpty
    else { return [] }
    let isShown = ingredients.contains { ingredient in
      reactions[ReactionKey(allergen: allergen.id, ingredient: ingredient), default: []].contains {
        $0.reaction == row.reaction && $0.relation == relation
          && $0.expectation == .finding(severity)
      }
    }
    return severity.neighbours.map { change, other in
      TableMutant(
        table: "allergen-reactions", row: [allergen.id.rawValue, row.reaction.rawValue],
        change: change, words: "\(relation.rawValue): \(severity.rawValue) -> \(other.rawValue)",
        severity: severity, notice: isShown ? .cases : .nobody)
    }
  }

  private func ofRelation(
    _ allergen: Allergen, _ ingredient: Ingredient, _ relation: AllergenRelation
  ) -> [TableMutant] {
    let others: [AllergenRelation] =
      switch relation {
      case .contains: [.noneKnown, .crossReacts]
      case .crossReacts: [.noneKnown, .contains]
      case .dependsOnParts, .noneKnown: []
      }
    let key = ReactionKey(allergen: allergen.id, ingredient: ingredient.id)
    let isShown = reactions[key] != nil
    let isTagged = holds(ingredient, allergen.id)
    let worst =
      allergen.rows.compactMap { row -> Severity? in
        guard case .finding(let severity, _, _) = row.verdict(for: relation) else { return nil }
        return severity
      }.max() ?? .proceed
    return others.map { other in
      TableMutant(
        table: "allergen-ingredients", row: [allergen.id.rawValue], change: .relation,
        words: "\(ingredient.id): \(relation.rawValue) -> \(other.rawValue)", severity: worst,
        notice: isShown ? .cases : isTagged && other == .noneKnown ? .lint : .nobody)
    }
  }

  private func holds(_ ingredient: Ingredient, _ allergen: Allergen.ID) -> Bool {
    ingredient.allergenTags.contains { tag in
      tag == allergen
        || pack.tables.allergenTags.contains { $0.tag == tag && $0.meaning == .sameAs(allergen) }
    }
  }

  // MARK: Brands

  private var ofBrands: [TableMutant] {
    pack.tables.combinationBrands.flatMap { brand in
      brand.medicines.map { medicine in
        TableMutant(
          table: "combination-brands", row: [brand.name], change: .partRemoved,
          words: "without \(medicine)",
          severity: pack.tables.medicine(medicine)?.severity ?? .proceed,
          notice: brands.notices(brand, without: medicine) || isKeyLost(brand, medicine)
            ? .lint : .nobody)
      }
    }
  }

  /// The row names keys that nothing else in the brand would carry.
  private func isKeyLost(_ brand: CombinationBrand, _ medicine: Medicine.ID) -> Bool {
    brand.keys.contains { key in
      !brand.medicines.contains { $0 != medicine && pack.tables.matches($0, key) }
    }
  }
}

extension Severity {
  /// One up and one down, as far as there is one.
  fileprivate var neighbours: [(TableMutant.Change, Severity)] {
    guard let place = Self.allCases.firstIndex(of: self) else { return [] }
    let near: [(TableMutant.Change, Int)] = [
      (.severityLowered, place - 1), (.severityRaised, place + 1),
    ]
    return near.filter { Self.allCases.indices.contains($0.1) }.map { ($0.0, Self.allCases[$0.1]) }
  }
}

extension TableCase.Expectation {
  fileprivate var ofRule: RuleCase.Expectation {
    switch self {
    case .nothing: .nothing
    case .finding(let severity, _): .established(severity: .stated(severity), until: .notStated)
    }
  }
}
