import ClinicalModel

// A rule that offers a skin test:
//
//   offers-test: patch
//   for: [chamomile, arnica]      or  for-categories: [plant]  or neither
//
// stands while a planned ingredient of the scope has no valid negative test of
// the kind. `unless: "tested(kind)"` offers the same test of everything planned
// and stands also while nobody knows what is planned.

extension RuleReader {
  /// What a rule adds to its condition by offering a test; nothing for a rule
  /// that offers none.
  func offer(_ fields: Fields, _ faults: inout Faults) -> (kind: Option.ID, Condition)? {
    guard fields.has("offers-test") else {
      for key in ["for", "for-categories"] where fields.has(key) {
        faults.add(
          fields.place(of: key), "the rule has \(key) but offers no test",
          "add offers-test or remove \(key)")
      }
      return nil
    }
    let kind = fields.text("offers-test", most: 64, &faults)
    guard case .all(let vocabulary) = names.questions else { return nil }
    if case .single(let kinds)? = vocabulary.lists.fields[.skinTests]?[.testKind],
      !kinds.contains(Option.ID(rawValue: kind)), let node = fields.node("offers-test")
    {
      let words = kinds.map(\.rawValue)
      faults.add(
        node.place, "there is no skin test of the kind \(shown(kind))",
        didYouMean(kind, words, otherwise: "use one of \(listed(words))"))
    }
    let id = Option.ID(rawValue: kind)
    return (id, .list(.untested(id, scope(fields, vocabulary.lists.tables, &faults))))
  }

  private func scope(_ fields: Fields, _ tables: Tables, _ faults: inout Faults)
    -> IngredientScope
  {
    func names(_ key: String, _ isKnown: (String) -> Bool) -> [String] {
      fields.items(key, &faults).map { item in
        let name = oneLine(item, of: key, most: 64, &faults)
        if !name.isEmpty, !isKnown(name) {
          faults.add(
            item.place, "the table of ingredients has no \(shown(name))", "use a name of the table")
        }
        return name
      }
    }
    if fields.has("for-categories") {
      return .categories(names("for-categories") { tables.ingredientCategories.contains($0) })
    }
    return fields.has("for") ? .ids(names("for") { tables.has($0, in: .ingredients) }) : .all
  }
}

extension QuestionVocabulary {
  /// The vocabulary with what the rules of some files offer, for
  /// `test-wanted(kind)`. Faults are left to the reading of the rules.
  func with(testsOfferedIn roots: [DocumentNode]) -> QuestionVocabulary {
    var whole = self
    let reader = RuleReader(names: PackNames(questions: .all(self), sources: .notAll))
    for node in roots.flatMap({ $0.value("rules")?.items ?? [] }) {
      guard node.value("offers-test") != nil || node.value("unless") != nil else { continue }
      var ignored = Faults()
      guard
        let fields = Fields(
          node, of: "a rule", required: RuleReader.required, optional: RuleReader.optional,
          &ignored),
        fields.node("severity")?.scalar?.text != Severity.proceed.rawValue
      else { continue }
      let when = reader.condition(fields, &ignored)
      let offered = reader.offer(fields, &ignored)
      guard ignored.isUsable else { continue }
      if let (kind, untested) = offered {
        whole.lists.testOffers[kind, default: []].append(.and([when, untested]))
      } else if case .and(let parts) = when, case .not(.list(.tested(let kind)))? = parts.last {
        whole.lists.testOffers[kind, default: []].append(when)
      }
    }
    return whole
  }
}
