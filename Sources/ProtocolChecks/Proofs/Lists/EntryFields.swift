import ClinicalModel
import Screening

/// What some tests read of the fields of one list's entries.
struct EntryFields {
  /// Comparisons that tell two answers to a field apart.
  private(set) var conditions: [Condition] = []
  /// Fields of which it matters whether they were answered.
  private(set) var answered: Set<Question.ID> = []

  init(of subject: ListSubject, for tests: [ListTest], in tables: Tables) {
    for test in tests { add(test, subject, tables) }
  }

  private mutating func add(_ test: ListTest, _ subject: ListSubject, _ tables: Tables) {
    switch test {
    case .taking(let keys): if subject == .medicines { addTaken(keys, tables) }
    case .countTaking(let key, _): if subject == .medicines { addTaken([key], tables) }
    case .onlyTaking(let key, let group):
      if subject == .medicines { addTaken([key, group], tables) }
    case .selfChosen(let key):
      guard subject == .medicines else { return }
      addTaken([key], tables)
      conditions.append(.isAny(.prescribed, ["no"]))
    case .startedWithin(let days, _):
      conditions.append(.compare(.days(.started), .atMost, Quantity(days)))
    case .stoppedWithin(let days, _):
      conditions.append(.isAny(.use, ["stopped"]))
      conditions.append(.compare(.days(.lastTaken), .less, Quantity(days)))
    case .planned, .listed: break
    case .freeOf: answered.insert(.freeOf)
    case .allergic(_, .only(let reaction)), .hasReaction(let reaction):
      conditions.append(.isAny(.reaction, [reaction]))
    case .allergic(_, .allergic):
      conditions.append(.isAny(.reaction, ["intolerance", "family_or_positive_test_only"]))
    case .any(let own, let condition):
      if own == subject {
        add(condition)
      } else if own == .skinTests, test.subjects.contains(subject) {
        addValidity(subject, tables)
      }
    case .complete(let own): if own == subject { addComplete(subject) }
    case .tested, .untested: addValidity(subject, tables)
    }
  }

  private mutating func add(_ condition: Condition) {
    conditions.append(condition)
    for leaf in condition.entryLeaves {
      switch leaf {
      case .entry(.complete), .entry(.negative): addComplete(nil)
      case .isAny(.lotMatch, _), .isNot(.lotMatch, _): answered.insert(.lot)
      case .compare(.days(.readingsDue), let comparison, let limit):
        // The last reading is due seven days after placing, or on that day.
        for days in [0, 7] {
          let placed = Quantity(thousandths: limit.thousandths + days * 1000)
          conditions.append(.compare(.days(.placed), comparison, placed))
        }
      default: break
      }
    }
  }

  /// A stopped medicine still counts for as long as its wash-out lasts.
  private mutating func addTaken(_ keys: [MedicineKey], _ tables: Tables) {
    conditions.append(.isAny(.use, ["stopped"]))
    for days in Set(keys.map { tables.washoutDays($0) }).sorted() where days > 0 {
      conditions.append(.compare(.days(.lastTaken), .less, Quantity(days)))
    }
  }

  /// What makes an entry complete.
  private mutating func addComplete(_ subject: ListSubject?) {
    switch subject {
    case .medicines:
      conditions.append(.isAny(.use, ["stopped"]))
      answered.formUnion([.use, .prescribed, .reason, .stoppedBecause, .lastTaken])
    case .allergies: answered.formUnion([.reaction, .reactionDate, .treated, .confirmed])
    case .skinTests: addValidity(.skinTests, .none)
    case .plannedIngredients, .earlierProducts, .readings: break
    case nil:
      answered.formUnion([
        .use, .prescribed, .reason, .stoppedBecause, .lastTaken, .reaction, .reactionDate,
        .treated, .confirmed, .testKind, .readings,
      ])
    }
  }

  /// What can spoil a skin test.
  private mutating func addValidity(_ subject: ListSubject, _ tables: Tables) {
    switch subject {
    case .medicines: addTaken([], tables)
    case .plannedIngredients: answered.insert(.lot)
    case .allergies:
      conditions.append(.isAny(.reaction, ["anaphylaxis", "severe_delayed"]))
    case .skinTests:
      conditions += [
        .isAny(.testState, ["refused", "planned"]), .isAny(.lateReaction, ["yes"]),
        .compare(.days(.placed), .atMost, Quantity(365)),
      ]
      answered.formUnion([.testKind, .lot, .readings, .method])
    case .earlierProducts, .readings: break
    }
  }

  /// Whether anything reads the field.
  func reads(_ field: Question.ID) -> Bool {
    answered.contains(field)
      || conditions.contains { $0.questions.contains(field) || $0.readsInside(field) }
  }
}

extension Condition {
  /// Whether it reads a field of readings within an entry.
  fileprivate func readsInside(_ field: Question.ID) -> Bool {
    entryLeaves.contains { leaf in
      if case .list(.any(.readings, _)) = leaf { field == .readings } else { false }
    }
  }
}
