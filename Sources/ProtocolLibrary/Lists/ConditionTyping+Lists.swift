import ClinicalModel

// The names in tests of lists, checked against the pack's tables and fields.

extension ConditionTyping {
  private var tables: Tables { vocabulary.lists.tables }

  /// A test that belongs to the whole consultation.
  mutating func list(_ test: ListTest, _ name: ConditionToken) -> Condition {
    if case .list = entry {
      refuse(
        name, "\(name.text) stands inside a test of one entry",
        "move it beside the test, joined with and")
    }
    for subject in test.subjects.prefix(1) { checkAsked(subject, name) }
    return .list(test)
  }

  private mutating func checkAsked(_ subject: ListSubject, _ name: ConditionToken) {
    if vocabulary.lists.fields[subject] == nil {
      refuse(
        name, "\(name.text) reads the list \(shown(subject.rawValue)), which the pack lacks",
        "add it as a question of type list")
    }
  }

  /// Lists are asked from outside, readings from inside a skin test.
  mutating func checkPlace(of subject: ListSubject, _ name: ConditionToken) {
    let isInside = entry == .list(.skinTests)
    switch subject {
    case .readings where !isInside:
      refuse(name, "any-reading stands outside any-test", "write any-test(any-reading(...))")
    case .readings: break
    default:
      if entry != .none {
        refuse(
          name, "\(name.text) stands inside a test of one entry",
          "move it beside the test, joined with and")
      }
      checkAsked(subject, name)
    }
  }

  /// A test of one entry, where such a test may stand.
  mutating func entryTest(_ test: EntryTest, _ name: ConditionToken) -> Condition {
    let lists: [ListSubject] =
      switch test {
      case .matches, .formMatters: [.medicines]
      case .unmatched:
        [.medicines, .plannedIngredients, .earlierProducts, .allergies, .skinTests]
      case .complete: [.medicines, .allergies, .skinTests]
      case .isPlanned: [.earlierProducts, .skinTests]
      case .negative, .confounded: [.skinTests]
      }
    if !lists.contains(where: { entry == .list($0) }) {
      refuse(
        name, "\(name.text) does not stand in a test of an entry that has it",
        "write it inside \(listed(lists.map { $0.anyWord + "(...)" }))")
    }
    return .entry(test)
  }

  mutating func key(_ token: ConditionToken) -> MedicineKey {
    let key = MedicineKey(rawValue: token.text)
    if !tables.knows(key) {
      let known = tables.medicineKeys
      refuse(
        token, "no medicine has the id, tag or class \(shown(token.text))",
        didYouMean(
          token.text, known, otherwise: "use a key of the medicines table"))
    }
    return key
  }

  mutating func taking(_ name: ConditionToken, _ keys: [ConditionToken]) -> Condition {
    list(.taking(keys.map { key($0) }), name)
  }

  mutating func planned(_ name: ConditionToken, _ names: [ConditionToken]) -> Condition {
    list(.planned(names.map { ingredientOrTag($0) }), name)
  }

  mutating func onList(_ name: ConditionToken, _ names: [ConditionToken]) -> Condition {
    list(.listed(names.map { ingredient($0) }), name)
  }

  /// `plan-unlisted(q)`: an option of the question is marked that does not say
  /// which ingredient it is, and none that it could be stands on the list.
  mutating func planUnlisted(_ name: ConditionToken, _ question: ConditionToken) -> Condition {
    checkAsked(.plannedIngredients, name)
    let options = tables.planOptions.filter {
      $0.question.rawValue == question.text && !$0.oneOf.isEmpty
    }
    if options.isEmpty {
      refuse(
        question, "no row of tables/plan.csv for \(shown(question.text)) has one_of",
        "name a question whose options do not say which ingredient it is")
    }
    return .or(
      options.map { option in
        .and([
          .hasAny(option.question, [option.option]),
          .not(.list(.listed((option.oneOf + option.listedAs).map(\.rawValue)))),
        ])
      })
  }

  mutating func ingredient(_ token: ConditionToken) -> String {
    if !tables.has(token.text, in: .ingredients) {
      let known = tables.ingredients.map(\.id.rawValue)
      refuse(
        token, "there is no ingredient \(shown(token.text))",
        didYouMean(token.text, known, otherwise: "use an id of the table"))
    }
    return token.text
  }

  private mutating func ingredientOrTag(_ token: ConditionToken) -> String {
    if !tables.has(token.text, in: .ingredients), !tables.hasAllergenTag(token.text) {
      let known = tables.ingredients.map(\.id.rawValue)
      refuse(
        token, "there is no ingredient or allergen tag \(shown(token.text))",
        didYouMean(token.text, known, otherwise: "use an id of the table"))
    }
    return token.text
  }

  private mutating func allergen(_ token: ConditionToken) -> String {
    if !tables.has(token.text, in: .allergens) {
      let known = tables.allergens.map(\.id.rawValue)
      refuse(
        token, "there is no allergen \(shown(token.text))",
        didYouMean(token.text, known, otherwise: "use an id of the table"))
    }
    return token.text
  }

  mutating func freeOf(
    _ name: ConditionToken, _ ingredient: ConditionToken, _ allergen: ConditionToken
  ) -> Condition {
    list(
      .freeOf(ingredient: self.ingredient(ingredient), allergen: self.allergen(allergen)), name)
  }

  mutating func allergic(_ name: ConditionToken, _ names: [ConditionToken]) -> Condition {
    let allergen = allergen(names[0])
    let reaction: ListTest.AllergicReaction =
      names.count > 1 ? .only(option(names[1], of: .reaction, in: .allergies)) : .allergic
    return list(.allergic(allergen, reaction), name)
  }

  mutating func hasReaction(_ name: ConditionToken, _ reaction: ConditionToken) -> Condition {
    list(.hasReaction(option(reaction, of: .reaction, in: .allergies)), name)
  }

  mutating func testKind(_ token: ConditionToken) -> Option.ID {
    option(token, of: .testKind, in: .skinTests)
  }

  private mutating func option(
    _ token: ConditionToken, of field: Question.ID, in subject: ListSubject
  ) -> Option.ID {
    let id = Option.ID(rawValue: token.text)
    if case .single(let options)? = vocabulary.lists.fields[subject]?[field],
      !options.contains(id)
    {
      let words = options.map(\.rawValue)
      refuse(
        token, "\(shown(token.text)) is not an option of \(shown(field.rawValue))",
        didYouMean(token.text, words, otherwise: "use one of \(listed(words))"))
    }
    return id
  }

  mutating func complete(_ name: ConditionToken, _ list: ConditionToken) -> Condition {
    guard let subject = ListSubject(rawValue: list.text), subject != .readings else {
      refuse(list, "there is no list \(shown(list.text))", "name medicines or allergies")
      return .always
    }
    return self.list(.complete(subject), name)
  }

  /// `test-wanted(kind)`, `test-wanted(any)`: an offer of a skin test stands, or
  /// one of the kind is planned or placed for a planned ingredient.
  mutating func testWanted(_ name: ConditionToken, _ kind: ConditionToken) -> Condition {
    checkAsked(.skinTests, name)
    let isAny = kind.text == "any"
    let wanted = isAny ? nil : testKind(kind)
    // What forbids a test of a product forbids no test of the method.
    let offers = vocabulary.lists.testOffers.filter { kind, _ in
      wanted.map { kind == $0 } ?? (kind.skinTest?.isOfMethod != true)
    }
    .sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
    var underWay: [Condition] = [
      .entry(.isPlanned), .isAny(.testState, ["planned", "placed"]),
    ]
    if let wanted { underWay.append(.isAny(.testKind, [wanted])) }
    return .or(offers + [.list(.any(.skinTests, .and(underWay)))])
  }
}
