import ClinicalModel
import NameSearch

/// The evaluator of conditions on one entry of a list.
///
/// It reads the entry's fields as the evaluator of the whole reads questions:
/// a field whose gate is false makes a comparison false, a field that is not
/// known leaves it unknown. An entry is small, so nothing is compiled.
struct EntryWeighing {
  let entry: ListFacts.Entry
  let scope: EntryScope
  let facts: ListFacts
  let treatmentDate: CalendarDate
  /// Whether another list is known, for what is asked of an entry beside its
  /// fields.
  let isKnown: (ListSubject) -> Bool
  private let answers: Answers

  init(
    _ entry: ListFacts.Entry, _ scope: EntryScope, _ facts: ListFacts,
    isKnown: @escaping (ListSubject) -> Bool
  ) {
    self.entry = entry
    self.scope = scope
    self.facts = facts
    treatmentDate = facts.treatmentDate
    self.isKnown = isKnown
    var answers = entry.answers
    for (id, answer) in scope.derived(facts, isKnown) { answers[id] = answer }
    self.answers = answers
  }

  /// Kleene's truth of a condition on the entry.
  func weigh(_ condition: Condition) -> Truth {
    switch condition {
    case .always: return .true
    case .isAny(let id, let options):
      return leaf(id) { value in
        if case .choice(let chosen) = value { options.contains(chosen) } else { nil }
      }
    case .isNot(let id, let option):
      return leaf(id) { value in
        if case .choice(let chosen) = value { chosen != option } else { nil }
      }
    case .hasAny(let id, let options):
      return leaf(id) { value in
        guard case .choices(let marked) = value else { return nil }
        if marked.contains(where: options.contains) { return true }
        // A reaction that nobody can name may be the one that is asked for.
        return id == .ingredientAllergyReaction && marked.contains(.unknown) ? nil : false
      }
    case .current(let id):
      return leaf(id) { value in
        switch value {
        case .current: true
        case .date, .never: false
        case .choice, .choices, .text, .number, .entries: nil
        }
      }
    case .compare(let measure, let comparison, let limit):
      return leaf(measure.question) { compare(measure, $0, comparison, limit) }
    case .entry(let test): return weigh(test)
    case .list(.any(.readings, let inner)): return weighReadings(inner)
    case .list: return .unknown
    case .and(let parts): return !parts.map { !weigh($0) }.any
    case .or(let parts): return parts.map { weigh($0) }.any
    case .not(let part): return !weigh(part)
    }
  }

  private func leaf(_ id: Question.ID, _ holds: (AnswerValue) -> Bool?) -> Truth {
    if let field = entry.list.field(id), weigh(field.when) == .false {
      return .false
    }
    guard case .known(let value) = answers[id], let result = holds(value) else { return .unknown }
    return Truth(result)
  }

  /// Nothing when the value has no number to compare.
  private func compare(
    _ measure: Measure, _ value: AnswerValue, _ comparison: Comparison, _ limit: Quantity
  ) -> Bool? {
    switch (measure, value) {
    case (.number, .number(let number)): return comparison.holds(number, limit)
    case (.days(let id), .date(let date)), (.daysUntil(let id), .date(let date)):
      let day = date.counted(from: entry.list.tense(ofField: id), on: entry.interviewDate)
      func holds(on treatment: CalendarDate) -> Bool {
        let days = treatment.days(after: day)
        if case .daysUntil = measure { return comparison.holds(Quantity(-days), limit) }
        return comparison.holds(Quantity(days), limit)
      }
      let soon = holds(on: treatmentDate)
      // What is still to come, such as an expiry, may come before a treatment
      // whose day is not known.
      guard day >= entry.interviewDate, facts.latestTreatmentDate != treatmentDate else {
        return soon
      }
      return holds(on: facts.latestTreatmentDate) == soon ? soon : nil
    case (.days, .never), (.daysUntil, .never), (.days, .current), (.daysUntil, .current):
      return false
    default: return nil
    }
  }

  private func weighReadings(_ condition: Condition) -> Truth {
    guard case .skinTest(let test) = scope else { return .unknown }
    return test.readings.map { reading in
      EntryWeighing(reading, .reading(reading, of: test), facts, isKnown: isKnown)
        .weigh(condition)
    }.any
  }

  /// Weighs what is asked of an entry beside its fields.
  private func weigh(_ test: EntryTest) -> Truth {
    switch (test, scope) {
    case (.matches(let key), .medicine(let fact)):
      Truth(!fact.matching(key, facts.tables).isEmpty)
    case (.unmatched, .medicine(let fact)): Truth(fact.isUnmatched)
    case (.formMatters, .medicine(let fact)):
      Truth(facts.names.leavesFormOpen(fact.entry.text(.medicine)))
    case (.unmatched, .planned(let fact)), (.unmatched, .earlier(let fact)):
      Truth(fact.isUnmatched)
    case (.unmatched, .allergy(let fact)): Truth(fact.isUnmatched)
    case (.unmatched, .skinTest(let fact)): Truth(fact.ingredients.isEmpty)
    case (.complete, .medicine(let fact)): Truth(fact.isComplete(reasonKnownOtherwise: false))
    case (.complete, .allergy(let fact)): Truth(fact.isComplete)
    case (.complete, .skinTest(let fact)): Truth(fact.isComplete)
    case (.negative, .skinTest(let fact)): Truth(fact.isNegative)
    case (.isPlanned, .skinTest(let fact)) where fact.testKind?.isOfMethod == true:
      Truth(!fact.isOfAnotherMethod(facts))
    case (.isPlanned, .skinTest(let fact)):
      facts.isPlanned(fact, isListKnown: isKnown(.plannedIngredients))
    case (.isPlanned, .earlier(let fact)):
      facts.isPlanned(used: fact, isListKnown: isKnown(.plannedIngredients))
    case (.confounded, .skinTest(let fact)):
      isKnown(.medicines) ? facts.confounded(fact) : .unknown
    default: .unknown
    }
  }

  /// The answer to a field or to what is worked out for the entry.
  func answer(_ id: Question.ID) -> Answer { answers[id] }
}

/// Where a condition on an entry is weighed.
enum EntryScope: Sendable {
  /// Over one entry of the medicine list.
  case medicine(MedicineFact)
  /// Over one planned ingredient.
  case planned(PlannedFact)
  /// Over one product that was used before.
  case earlier(PlannedFact)
  /// Over one entry of the allergy list.
  case allergy(AllergyFact)
  /// Over one skin test.
  case skinTest(SkinTestFact)
  /// Over one reading of a skin test.
  case reading(ListFacts.Entry, of: SkinTestFact)

  /// What is worked out for an entry from the tables and the other lists.
  fileprivate func derived(_ facts: ListFacts, _ isKnown: (ListSubject) -> Bool)
    -> [(Question.ID, Answer)]
  {
    switch self {
    case .planned(let fact), .earlier(let fact):
      let categories = fact.ingredients.map { Option.ID(rawValue: $0.category.rawValue) }
      return categories.isEmpty ? [] : [(.category, .known(.choices(categories)))]
    case .skinTest(let fact):
      return [
        (
          .ingredientAllergyReaction,
          isKnown(.allergies) ? .known(.choices(facts.reactions(to: fact))) : .unknown(.notAsked)
        ),
        (
          .lotMatch,
          isKnown(.plannedIngredients)
            ? .known(.choice(facts.lotMatch(of: fact))) : .unknown(.notAsked)
        ),
        (.readingsDue, fact.readingsDue),
      ]
    case .reading(let reading, let test):
      guard let excess = SkinTestFact.whealOverSaline(reading) else { return [] }
      var derived: [(Question.ID, Answer)] = [(.whealOverSaline, .known(.number(excess)))]
      // A prick test is judged by its wheal: where no grade is given none is
      // missing.
      if test.kind == SkinTestFact.prick, reading.choice(.grade) == nil {
        derived.append((.grade, .known(.choice("-"))))
      }
      return derived
    case .medicine, .allergy: return []
    }
  }
}

extension [Truth] {
  /// Kleene's "or": false for none at all.
  var any: Truth { contains(.true) ? .true : contains(.unknown) ? .unknown : .false }
}

extension Question {
  /// Whether a date field lies behind or ahead.
  fileprivate func tense(ofField id: ID) -> DateTense {
    if case .date(let tense, _, _)? = field(id)?.kind { tense } else { .past }
  }
}

extension SkinTestFact {
  /// The day of the last reading that the kind of test needs.
  fileprivate var readingsDue: Answer {
    guard let placed = entry.day(countedFrom: .placed) else { return .unknown(.notAsked) }
    return .known(.date(.day(placed.adding(days: testKind?.lastReadingDay ?? 7))))
  }
}
