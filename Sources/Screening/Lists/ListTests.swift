import ClinicalModel

// What conditions ask of lists, taken apart.

extension Condition {
  /// Every test of a list, as far as it stands outside of another.
  var listTests: [ListTest] {
    switch self {
    case .list(let test): [test]
    case .and(let parts), .or(let parts): parts.flatMap(\.listTests)
    case .not(let part): part.listTests
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .entry: []
    }
  }

  /// Each comparison and each test, also those of entries, as a condition of
  /// its own.
  var entryLeaves: [Condition] {
    switch self {
    case .always: []
    case .isAny, .isNot, .hasAny, .current, .compare, .entry: [self]
    case .list(.any(let subject, let inner)):
      [self] + inner.entryLeaves.map { .list(.any(subject, $0)) }
    case .list: [self]
    case .and(let parts), .or(let parts): parts.flatMap(\.entryLeaves)
    case .not(let part): part.entryLeaves
    }
  }

  /// Every list of options that a choice is compared with.
  var choices: [(question: Question.ID, options: [Option.ID])] {
    entryLeaves.compactMap { leaf in
      switch leaf {
      case .isAny(let id, let options), .hasAny(let id, let options): (id, options)
      case .isNot(let id, let option): (id, [option])
      default: nil
      }
    }
  }
}

extension ListTest {
  /// The test and everything near it: each part of it alone, and each way of
  /// spoiling it.
  ///
  /// What none of these can tell apart no condition written with the test can.
  var atoms: [Condition] {
    var atoms = [Condition.list(self)] + spoilt.map(\.condition)
    switch self {
    case .taking(let keys): atoms += keys.map { .list(.taking([$0])) }
    case .planned(let names): atoms += names.map { .list(.planned([$0])) }
    case .startedWithin(let days, let keys):
      atoms += keys.map { .list(.startedWithin(days, [$0])) }
    case .selfChosen(let key), .stoppedWithin(_, let key), .countTaking(let key, _):
      atoms.append(.list(.taking([key])))
    case .onlyTaking(let key, let group): atoms += [key, group].map { .list(.taking([$0])) }
    case .any(let subject, let condition):
      let leaves = condition.entryLeaves
      atoms += (leaves + leaves.flatMap { $0.spoilt.map(\.whole) }).map {
        .list(.any(subject, $0))
      }
    case .listed, .freeOf, .allergic, .hasReaction, .complete, .tested, .untested: break
    }
    return atoms.filter { $0 != .always && $0 != .never }
  }

  /// Whether it asks whether skin tests are valid, for which the other lists
  /// matter too.
  var asksForTests: Bool {
    switch self {
    case .tested, .untested: true
    case .any(.skinTests, _): true
    default: false
    }
  }

  /// Every key of medicines in it.
  var keys: [MedicineKey] {
    switch self {
    case .taking(let keys), .startedWithin(_, let keys): keys
    case .countTaking(let key, _), .selfChosen(let key), .stoppedWithin(_, let key): [key]
    case .onlyTaking(let key, let group): [key, group]
    case .any(_, let condition): condition.entryKeys
    case .complete(.medicines): ["antithrombotic"]
    case .planned, .listed, .freeOf, .allergic, .hasReaction, .complete, .tested, .untested: []
    }
  }

  /// Every word in it that means ingredients.
  var ingredientWords: [String] {
    switch self {
    case .planned(let names): names
    case .freeOf(let ingredient, _): [ingredient]
    case .untested(_, .ids(let ids)): ids
    default: []
    }
  }

  /// The ingredients of which one must stand on the list; nothing for another
  /// test.
  var listedNames: [String]? { if case .listed(let names) = self { names } else { nil } }

  /// Every group of ingredients in it.
  var categories: [String] {
    switch self {
    case .untested(_, .categories(let names)): names
    case .any(_, let condition):
      condition.choices.filter { $0.question == .category }.flatMap(\.options).map(\.rawValue)
    default: []
    }
  }

  /// Every allergen in it.
  var allergenWords: [String] {
    switch self {
    case .allergic(let allergen, _): [allergen]
    case .freeOf(_, let allergen): [allergen]
    default: []
    }
  }
}

extension Condition {
  /// The keys by which a condition on entries tells medicines apart.
  fileprivate var entryKeys: [MedicineKey] {
    switch self {
    case .entry(.matches(let key)): [key]
    case .and(let parts), .or(let parts): parts.flatMap(\.entryKeys)
    case .not(let part): part.entryKeys
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .entry, .list: []
    }
  }
}

extension ListTest {
  /// Whether it counts days to the day of treatment, as what was stopped does
  /// while its wash-out lasts.
  func countsTime(with tables: Tables) -> Bool {
    switch self {
    case .startedWithin, .stoppedWithin, .tested, .untested: true
    case .taking, .countTaking, .selfChosen, .onlyTaking:
      keys.contains { tables.washoutDays($0) > 0 }
    case .any(_, let condition):
      condition.entryLeaves.contains { leaf in
        switch leaf {
        case .compare(.days, _, _), .compare(.daysUntil, _, _), .entry(.confounded): true
        default: false
        }
      }
    case .planned, .listed, .freeOf, .allergic, .hasReaction, .complete: false
    }
  }
}
