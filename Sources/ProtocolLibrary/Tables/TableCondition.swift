import ClinicalModel

/// Checks the conditions of table rows: every medicine, ingredient, allergen
/// and reaction that a look-up names is in the tables, and the rest reads as a
/// condition.
///
/// A pack that does not ask for planned ingredients never weighs these rows;
/// questions it lacks are then taken on trust.
struct TableCondition {
  private let tables: Tables
  private let vocabulary: PackNames.Known<QuestionVocabulary>
  private let asksForIngredients: Bool

  init(names: PackNames, tables: Tables) {
    self.tables = tables
    vocabulary = names.questions
    asksForIngredients =
      if case .all(let questions) = names.questions {
        questions["planned-ingredients"] != nil
      } else {
        false
      }
  }

  /// The condition of a row. A pack that does not ask for planned ingredients
  /// never weighs it.
  func read(_ text: String, at place: Place, _ faults: inout Faults) -> Condition {
    guard asksForIngredients, case .all(let questions) = vocabulary, !text.isEmpty else {
      check(text, at: place, &faults)
      return .not(.always)
    }
    do {
      return try parseCondition(text, naming: questions)
    } catch {
      note(error.errors, at: place, &faults)
      return .not(.always)
    }
  }

  private func check(_ text: String, at place: Place, _ faults: inout Faults) {
    guard case .all(let questions) = vocabulary, !text.isEmpty else { return }
    do {
      let tokens = try ConditionToken.tokens(of: text)
      var lookups = TableLookups(tables: tables, tokens: tokens)
      let rest = try lookups.replaced()
      // One look-up and nothing else: there is nothing left to read.
      if rest.count == 4, rest[0].text == TableLookups.standIn.rawValue {
        note(lookups.errors, at: place, &faults)
        return
      }
      var terms: [Question.ID: QuestionVocabulary.Term] = [TableLookups.standIn: .unread]
      for token in rest where token.kind == .word {
        let id = Question.ID(rawValue: token.text)
        if let term = questions[id] {
          terms[id] = term
        } else if !asksForIngredients, !QuestionVocabulary.reserved.contains(token.text) {
          terms[id] = .unread
        }
      }
      terms[.dateOfBirth] = questions[.dateOfBirth] ?? .unread
      var parser = ConditionParser(
        tokens: rest, typing: ConditionTyping(QuestionVocabulary(terms)))
      _ = try parser.whole()
      note(lookups.errors + parser.typing.errors, at: place, &faults)
    } catch {
      note([error], at: place, &faults)
    }
  }

  private func note(_ errors: [ConditionError], at place: Place, _ faults: inout Faults) {
    for error in errors {
      faults.add(place.advanced(by: error.offset), error.cause, error.remedy)
    }
  }
}

/// Takes the look-ups out of a condition and checks what they name.
struct TableLookups {
  /// Stands where a look-up stood.
  static let standIn: Question.ID = "look-up"

  let tables: Tables
  let tokens: [ConditionToken]
  private(set) var errors: [ConditionError] = []

  init(tables: Tables, tokens: [ConditionToken]) {
    self.tables = tables
    self.tokens = tokens
  }

  private enum Argument {
    case medicine
    case ingredient
    case allergen
    case reaction
  }

  private static let calls: [String: [Argument]] = [
    "taking": [.medicine], "self-chosen": [.medicine], "planned": [.ingredient],
    "allergic": [.allergen, .reaction], "has-reaction": [.reaction],
    "free-of": [.ingredient, .allergen],
  ]
  private static let lists: [String: Argument] = [
    "taking-any": .medicine, "planned-any": .ingredient,
  ]

  /// The tokens with a comparison that always reads in place of each look-up.
  mutating func replaced() throws(ConditionError) -> [ConditionToken] {
    var kept: [ConditionToken] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let next = tokens[min(index + 1, tokens.count - 1)]
      if let kinds = Self.calls[token.text], token.kind == .word, next.isSign("(") {
        index = try arguments(from: index + 2, kinds, ")", least: token.text == "free-of" ? 2 : 1)
      } else if let kind = Self.lists[token.text], token.kind == .word, next.isSign("[") {
        let most = tokens.count
        index = try arguments(
          from: index + 2, Array(repeating: kind, count: most), "]", least: 1)
      } else {
        kept.append(token)
        index += 1
        continue
      }
      let word = Self.standIn.rawValue
      kept += [
        ConditionToken(kind: .word, text: word, offset: token.offset),
        ConditionToken(kind: .sign, text: "=", offset: token.offset),
        ConditionToken(kind: .word, text: word, offset: token.offset),
      ]
    }
    return kept
  }

  /// Checks the names up to the closing sign; gives the place after it.
  private mutating func arguments(
    from start: Int, _ kinds: [Argument], _ close: String, least: Int
  ) throws(ConditionError) -> Int {
    var index = start
    var count = 0
    while true {
      let token = tokens[index]
      guard token.kind == .word, count < kinds.count else {
        throw ConditionError(
          offset: token.offset, cause: "\(token.words) stands where a name should be",
          remedy: "name what the look-up asks for")
      }
      check(token, kinds[count])
      count += 1
      let end = tokens[index + 1]
      if end.isSign(","), index + 2 < tokens.count {
        index += 2
        continue
      }
      guard end.isSign(close), count >= least else {
        throw ConditionError(
          offset: end.offset, cause: "\(end.words) stands where \(close) should be",
          remedy: "close the look-up after its names")
      }
      return index + 2
    }
  }

  private mutating func check(_ token: ConditionToken, _ kind: Argument) {
    let name = token.text
    let (isKnown, what): (Bool, String) =
      switch kind {
      case .medicine: (tables.knows(MedicineKey(rawValue: name)), "medicine, class, tag or group")
      case .ingredient: (!tables.ingredients(meant: name).isEmpty, "ingredient")
      case .allergen: (tables.allergen(Allergen.ID(rawValue: name)) != nil, "allergen")
      case .reaction: (ReactionType(rawValue: name) != nil, "reaction")
      }
    guard !isKnown else { return }
    errors.append(
      ConditionError(
        offset: token.offset, cause: "there is no \(what) \(shown(name))",
        remedy: didYouMean(name, all(kind), otherwise: "name one of the tables")))
  }

  private func all(_ kind: Argument) -> [String] {
    switch kind {
    case .medicine:
      tables.keys.map(\.key.rawValue) + tables.medicines.map(\.id.rawValue)
        + tables.medicines.map(\.classKey.rawValue)
    case .ingredient: tables.ingredients.map(\.id.rawValue)
    case .allergen: tables.allergens.map(\.id.rawValue)
    case .reaction: ReactionType.allCases.map(\.rawValue)
    }
  }
}
