import ClinicalModel

/// Evaluates tests of lists over a whole consultation (`Lists.md`).
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
    /// What it rests on; empty where that is the list the test asks about.
    var because: [Question.ID] = []
    /// The questions that would have to be answered; empty unless unknown.
    let missing: [Question.ID]
  }

  func weigh(_ test: ListTest) -> Outcome {
    switch test {
    case .complete(let subject): return settled(isComplete(subject))
    case .tested(let kind): return settled(isTested(kind))
    case .planned(let names):
      return planned(names)
    case .untested(let kind, let scope): return untested(kind, scope)
    default: break
    }
    guard let main = test.subjects.first else { return Outcome(truth: .unknown, missing: []) }
    switch standing(main) {
    case .absent: return settled(false)
    case .open: return Outcome(truth: .unknown, missing: [main.question])
    case .given: break
    }
    let truth = given(test)
    guard truth == .unknown else { return Outcome(truth: truth, missing: []) }
    // What an entry leaves open may lie in another list, else in its own.
    let others = test.subjects.dropFirst().filter { standing($0) == .open }.map(\.question)
    let open = test.readsPlan ? others + openPlanQuestions : others
    return Outcome(truth: .unknown, missing: open.isEmpty ? [main.question] : once([open]))
  }

  /// The questions of the plan beside its list that have no answer.
  private var openPlanQuestions: [Question.ID] {
    facts.openPlan.filter { !$0.isOneOf }.map(\.question)
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
    case .listed(let names):
      Truth(listed.contains { fact in names.contains { fact.holds($0) } })
    case .freeOf(let ingredient, let allergen):
      Truth(listed.contains { $0.holds(ingredient) && $0.isFree(of: allergen) })
    case .allergic(let allergen, let reaction):
      isAllergic(facts.allergies.filter { $0.names(allergen) }, reaction)
    case .hasReaction(let reaction): isAllergic(facts.allergies, .only(reaction))
    case .any(let subject, let condition): anyEntry(of: subject, condition)
    case .complete, .tested, .planned, .untested: .unknown
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
    case .plannedIngredients:
      return listed.allSatisfy { !$0.isUnmatched } && facts.openPlan.allSatisfy(isNamed)
    case .earlierProducts: return facts.earlier.allSatisfy { !$0.isUnmatched }
    case .readings: return false
    }
  }

  /// Whether the list says which it is, where an option of the plan does not.
  private func isNamed(_ open: OpenPlan) -> Bool {
    !open.isOneOf
      || listed.contains { fact in fact.ingredients.contains { open.ids.contains($0.id) } }
  }

  private func isTested(_ kind: Option.ID) -> Bool {
    if let kind = kind.skinTest, kind.isOfMethod {
      return standing(.skinTests) == .given
        && facts.tests.contains { $0.answersForMethod(kind, in: facts) }
    }
    return standing(.plannedIngredients) == .given && facts.openPlan.allSatisfy(\.isApart)
      && facts.planned.allSatisfy { $0.isApart || hasValidTest(kind, for: $0) }
  }

  private func hasValidTest(_ kind: Option.ID, for planned: PlannedFact) -> Bool {
    // A medicine or an allergy that nobody has told of may spoil the test.
    guard standing(.skinTests) == .given, standing(.medicines) != .open,
      standing(.allergies) != .open
    else { return false }
    return facts.tests.contains { $0.answers(kind, for: planned, in: facts) }
  }

  private func untested(_ kind: Option.ID, _ scope: IngredientScope) -> Outcome {
    let open = facts.openPlan.filter { !$0.isApart }
    let scoped = open.flatMap(\.candidates).filter { scope.holds([$0]) }
    return plan(
      Set(scoped.map(\.id)),
      certain: { !$0.isApart && $0.isIn(scope) && !hasValidTest(kind, for: $0) }, open: open)
  }
}

// The plan, whichever question an ingredient was named by.
extension ListWeighing {
  /// The entries of the list of planned ingredients.
  private var listed: [PlannedFact] { facts.planned.filter(\.isListed) }

  /// Whether an ingredient is planned.
  private func planned(_ names: [String]) -> Outcome {
    let meant = Set(names.flatMap { facts.tables.ingredients(meant: $0) }.map(\.id))
    return plan(
      meant,
      certain: { fact in
        fact.ingredients.contains { meant.contains($0.id) }
          || fact.foldedName.map(names.contains) == true
      }, open: facts.openPlan)
  }

  /// Whether something planned counts as one of these options of a question;
  /// nothing when nothing but the question's answer does.
  func counts(as options: [Option.ID], of question: Question.ID) -> Outcome? {
    let counting = facts.tables.ingredients(countingAs: options, of: question)
    guard !counting.isEmpty else { return nil }
    return plan(
      counting,
      certain: { !$0.isApart && $0.ingredients.contains { counting.contains($0.id) } },
      open: facts.openPlan.filter { !$0.isApart && $0.question != question })
  }

  /// Kleene's "some part of the plan is such".
  private func plan(
    _ meant: Set<Ingredient.ID>, certain: (PlannedFact) -> Bool, open: [OpenPlan]
  ) -> Outcome {
    let list = ListSubject.plannedIngredients.question
    let standing = standing(.plannedIngredients)
    let holding = facts.planned.filter { (!$0.isListed || standing == .given) && certain($0) }
    if !holding.isEmpty {
      return Outcome(truth: .true, because: once([holding.map(\.origin)]), missing: [])
    }
    if let sure = open.first(where: { $0.isOneOf && $0.ids.isSubset(of: meant) }) {
      return Outcome(truth: .true, because: [sure.question], missing: [])
    }
    let possible = open.filter { !meant.isDisjoint(with: $0.ids) }
    let oneOf = possible.filter(\.isOneOf).map(\.question)
    // Which one it is belongs on the list.
    let missing =
      (standing == .open || !oneOf.isEmpty ? [list] : [])
      + possible.filter { !$0.isOneOf }.map(\.question)
    return missing.isEmpty
      ? settled(false)
      : Outcome(truth: .unknown, because: once([oneOf]), missing: once([missing]))
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
      case .plannedIngredients: listed.map { ($0.entry, .planned($0)) }
      case .earlierProducts: facts.earlier.map { ($0.entry, .earlier($0)) }
      case .allergies: facts.allergies.map { ($0.entry, .allergy($0)) }
      case .skinTests: facts.tests.map { ($0.entry, .skinTest($0)) }
      case .readings: []
      }
    return scopes.map { entry, scope in
      EntryWeighing(entry, scope, facts) { standing($0) != .open }
    }
  }

  /// The names of the entries that meet the condition.
  func names(of subject: ListSubject, where condition: Condition) -> [String] {
    weighings(of: subject).filter { $0.weigh(condition) == .true }.compactMap { weighing in
      let fields = weighing.entry.list.fields
      let name = fields.first { if case .name = $0.kind { true } else { false } }
      return name.map { weighing.entry.text($0.id) }
    }.filter { !$0.isEmpty }
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

extension ListWeighing {
  /// Where the entries stand, in the test's first list, that speak for it;
  /// empty where the list as a whole does.
  func entries(speakingFor test: ListTest) -> [Int] {
    switch test {
    case .taking(let keys):
      places(facts.medicines) { fact in
        keys.contains { !fact.matching($0, facts.tables).isEmpty && facts.isTaken(fact, for: $0) }
      }
    case .startedWithin(_, let keys): medicines(matching: keys)
    case .countTaking(let key, _), .selfChosen(let key), .stoppedWithin(_, let key):
      medicines(matching: [key])
    case .onlyTaking(_, let group): medicines(matching: [group])
    case .planned(let names):
      places(facts.planned) { fact in names.contains { fact.holds($0) } }
    case .listed(let names):
      places(facts.planned) { fact in fact.isListed && names.contains { fact.holds($0) } }
    case .freeOf(let ingredient, _): places(facts.planned) { $0.holds(ingredient) }
    case .allergic(let allergen, let reaction):
      places(facts.allergies) {
        $0.names(allergen) && isAllergic([$0], reaction) != .false
      }
    case .hasReaction(let reaction):
      places(facts.allergies) { isAllergic([$0], .only(reaction)) != .false }
    case .any(let subject, let condition):
      places(weighings(of: subject)) { $0.weigh(condition) != .false }
    case .untested(let kind, let scope):
      places(facts.planned) { $0.isIn(scope) && !hasValidTest(kind, for: $0) }
    case .complete, .tested: []
    }
  }

  private func medicines(matching keys: [MedicineKey]) -> [Int] {
    places(facts.medicines) { fact in
      keys.contains { !fact.matching($0, facts.tables).isEmpty }
    }
  }

  private func places<Fact>(_ facts: [Fact], where speaks: (Fact) -> Bool) -> [Int] {
    facts.indices.filter { speaks(facts[$0]) }
  }
}
