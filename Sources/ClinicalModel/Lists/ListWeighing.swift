/// Weighs tests of lists over a whole consultation (medicines-ingredients.md
/// §2.1).
struct ListWeighing {
  let facts: ListFacts
  /// Whether each list's question applies.
  let gate: (ListSubject) -> Truth

  /// How far a list is known.
  private enum Standing {
    /// Its gate is false: there is nothing in it.
    case absent
    /// It was given.
    case given
    /// Nobody has given it.
    case open
  }

  private func standing(_ subject: ListSubject) -> Standing {
    if gate(subject) == .false { return .absent }
    switch facts.giving(subject) {
    case .given: return .given
    // Nobody asked about skin tests: none was done.
    case .notAsked where subject == .skinTests: return .absent
    case .notAsked, .notKnown: return .open
    }
  }

  /// What comes of weighing a test.
  struct Outcome {
    let truth: Truth
    /// The lists that would have to be given; empty unless unknown.
    let missing: [ListSubject]
  }

  func weigh(_ test: ListTest) -> Outcome {
    switch test {
    case .complete(let subject): return settled(isComplete(subject))
    case .tested(let kind): return settled(isTested(kind))
    default: break
    }
    guard let main = test.subjects.first else { return Outcome(truth: .unknown, missing: []) }
    switch standing(main) {
    case .absent: return settled(false)
    case .open: return Outcome(truth: .unknown, missing: [main])
    case .given: break
    }
    let truth = given(test)
    guard truth == .unknown else { return Outcome(truth: truth, missing: []) }
    // What an entry leaves open may lie in another list, else in its own.
    let others = test.subjects.dropFirst().filter { standing($0) == .open }
    return Outcome(truth: .unknown, missing: others.isEmpty ? [main] : others)
  }

  private func settled(_ holds: Bool) -> Outcome { Outcome(truth: Truth(holds), missing: []) }

  private func given(_ test: ListTest) -> Truth {
    switch test {
    case .taking(let keys): Truth(keys.contains { facts.isTaken($0) })
    case .countTaking(let key, .exactly(let count)): Truth(facts.takenCount(key) == count)
    case .countTaking(let key, .atLeast(let count)): Truth(facts.takenCount(key) >= count)
    case .selfChosen(let key): Truth(facts.isSelfChosen(key))
    case .onlyTaking(let key, let group): Truth(facts.isOnlyTaken(key, of: group))
    case .startedWithin(let days, let keys): Truth(facts.isStarted(within: days, keys))
    case .stoppedWithin(let days, let key): Truth(facts.isStopped(within: days, key))
    case .planned(let names):
      Truth(names.contains { name in facts.planned.contains { $0.holds(name) } })
    case .freeOf(let ingredient, let allergen):
      Truth(facts.planned.contains { $0.holds(ingredient) && $0.isFree(of: allergen) })
    case .allergic(let allergen, let reaction):
      isAllergic(facts.allergies.filter { $0.names(allergen) }, reaction)
    case .hasReaction(let reaction): isAllergic(facts.allergies, .only(reaction))
    case .any(let subject, let condition): anyEntry(of: subject, condition)
    case .untested(let kind, let scope): Truth(isUntested(kind, scope))
    case .complete, .tested: .unknown
    }
  }

  /// Unknown, never false, while only an entry whose reaction is not known
  /// could make it true.
  private func isAllergic(_ entries: [AllergyFact], _ wanted: ListTest.AllergicReaction) -> Truth {
    entries.map { entry -> Truth in
      switch wanted {
      case .only(.unknown): Truth(entry.reaction == .unknown)
      case _ where entry.reaction == .unknown: .unknown
      case .only(let reaction): Truth(entry.reaction == reaction)
      case .allergic:
        Truth(!["intolerance", "family_or_positive_test_only"].contains(entry.reaction))
      }
    }.any
  }

  private func isComplete(_ subject: ListSubject) -> Bool {
    guard standing(subject) == .given else { return false }
    switch subject {
    case .medicines:
      return facts.medicines.allSatisfy { fact in
        let isAntithrombotic = !fact.matching("antithrombotic", facts.tables).isEmpty
        return fact.isComplete(
          reasonKnownOtherwise: facts.isAntithromboticReasonKnown && isAntithrombotic)
      }
    case .allergies: return facts.allergies.allSatisfy(\.isComplete)
    case .skinTests: return facts.tests.allSatisfy(\.isComplete)
    case .plannedIngredients: return facts.planned.allSatisfy { !$0.isUnmatched }
    case .readings: return false
    }
  }

  private func isTested(_ kind: Option.ID) -> Bool {
    standing(.plannedIngredients) == .given
      && facts.planned.allSatisfy { hasValidTest(kind, for: $0) }
  }

  private func hasValidTest(_ kind: Option.ID, for planned: PlannedFact) -> Bool {
    // A medicine or an allergy that nobody has told of may spoil the test.
    guard standing(.skinTests) == .given, standing(.medicines) != .open,
      standing(.allergies) != .open
    else { return false }
    return facts.tests.contains { $0.answers(kind, for: planned, in: facts) }
  }

  private func isUntested(_ kind: Option.ID, _ scope: IngredientScope) -> Bool {
    facts.planned.contains { $0.isIn(scope) && !hasValidTest(kind, for: $0) }
  }
}

extension ListWeighing {
  /// Kleene's "some entry meets it".
  private func anyEntry(of subject: ListSubject, _ condition: Condition) -> Truth {
    weighings(of: subject).map { $0.weigh(condition) }.any
  }

  private func weighings(of subject: ListSubject) -> [EntryWeighing] {
    let scopes: [(ListFacts.Entry, EntryScope)] =
      switch subject {
      case .medicines: facts.medicines.map { ($0.entry, .medicine($0)) }
      case .plannedIngredients: facts.planned.map { ($0.entry, .planned($0)) }
      case .allergies: facts.allergies.map { ($0.entry, .allergy($0)) }
      case .skinTests: facts.tests.map { ($0.entry, .skinTest($0)) }
      case .readings: []
      }
    return scopes.map { entry, scope in
      EntryWeighing(entry, scope, facts) { standing($0) != .open }
    }
  }

  /// For each entry that meets the condition, or may meet it, the day counted
  /// from a date field.
  func days(of subject: ListSubject, _ field: Question.ID, where condition: Condition)
    -> [CalendarDate?]
  {
    weighings(of: subject).compactMap { weighing -> CalendarDate?? in
      guard weighing.weigh(condition) != .false else { return nil }
      guard case .known(.date(let date)) = weighing.answer(field) else { return .some(nil) }
      return .some(date.latest)
    }
  }
}
