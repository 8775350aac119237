package import ClinicalModel

// What conditions ask of lists, taken apart.

extension Condition {
  /// Every test of a list, as far as it stands outside of another.
  package var listTests: [ListTest] {
    switch self {
    case .list(let test): [test]
    case .and(let parts), .or(let parts): parts.flatMap(\.listTests)
    case .not(let part): part.listTests
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .entry: []
    }
  }

  /// Each comparison and each test, also those of entries, as a condition of
  /// its own.
  package var entryLeaves: [Condition] {
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
  package var choices: [(question: Question.ID, options: [Option.ID])] {
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
  /// Every key of medicines in it.
  package var keys: [MedicineKey] {
    switch self {
    case .taking(let keys), .startedWithin(_, let keys): keys
    case .countTaking(let key, _), .selfChosen(let key), .stoppedWithin(_, let key): [key]
    case .onlyTaking(let key, let group): [key, group]
    case .any(_, let condition): condition.entryKeys
    case .complete(.medicines): ["antithrombotic"]
    case .planned, .listed, .freeOf, .allergic, .hasReaction, .complete, .tested, .untested: []
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
