import ClinicalModel

/// What tests of lists may name.
struct ListVocabulary: Hashable, Sendable {
  /// The fields of the entries of each list that the pack asks for.
  var fields: [ListSubject: [Question.ID: QuestionVocabulary.Term]]
  /// The tables in which keys and names are looked up.
  var tables: Tables
  /// When a skin test of each kind is wanted.
  var testOffers: [Option.ID: [Condition]] = [:]

  /// No list and no table.
  static let none = ListVocabulary(fields: [:], tables: .none)

  /// Takes the lists that the pack asks for, with what is worked out for their
  /// entries beside the fields.
  init(of questions: [Question], tables: Tables) {
    self.init(
      fields: Self.fields(
        of: questions.map { ($0.kind, QuestionVocabulary.terms($0.fields)) }
          + questions.flatMap { $0.fields.map { ($0.kind, QuestionVocabulary.terms($0.fields)) } }),
      tables: tables)
  }

  init(
    fields: [ListSubject: [Question.ID: QuestionVocabulary.Term]], tables: Tables,
    testOffers: [Option.ID: [Condition]] = [:]
  ) {
    self.fields = fields
    self.tables = tables
    self.testOffers = testOffers
    for subject in fields.keys {
      for (id, term) in derived(subject) { self.fields[subject]?[id] = term }
    }
  }

  private static func fields(of lists: [(AnswerKind, [Question.ID: QuestionVocabulary.Term])])
    -> [ListSubject: [Question.ID: QuestionVocabulary.Term]]
  {
    var known: [ListSubject: [Question.ID: QuestionVocabulary.Term]] = [:]
    for case (.list(let subject), let terms) in lists { known[subject] = terms }
    return known
  }

  /// What is worked out for an entry and can be asked like a field.
  private func derived(_ subject: ListSubject) -> [Question.ID: QuestionVocabulary.Term] {
    switch subject {
    case .plannedIngredients, .earlierProducts:
      return [.category: .multiple(tables.ingredientCategories.map { Option.ID(rawValue: $0) })]
    case .skinTests:
      var reactions = [Option.none]
      if case .single(let options)? = fields[.allergies]?[.reaction] { reactions += options }
      return [
        .ingredientAllergyReaction: .multiple(reactions),
        .lotMatch: .single(["same", "differs", "missing"]), .readingsDue: .date(orCurrent: false),
      ]
    case .readings: return [.whealOverSaline: .number]
    case .medicines, .allergies: return [:]
    }
  }
}

/// A word of the language that begins a test of a list.
enum ListWord: String, CaseIterable {
  case taking
  case takingAny = "taking-any"
  case countTaking = "count-taking"
  case selfChosen = "self-chosen"
  case onlyTaking = "only-taking"
  case startedWithin = "started-within"
  case stoppedWithin = "stopped-within"
  case planned
  case plannedAny = "planned-any"
  case listed
  case listedAny = "listed-any"
  case planUnlisted = "plan-unlisted"
  case freeOf = "free-of"
  case allergic
  case hasReaction = "has-reaction"
  case anyMedicine = "any-medicine"
  case anyPlanned = "any-planned"
  case anyEarlier = "any-earlier"
  case anyAllergy = "any-allergy"
  case anyTest = "any-test"
  case anyReading = "any-reading"
  case complete
  case untested
  case tested
  case testWanted = "test-wanted"

  /// The list whose entries it walks through.
  var entries: ListSubject? {
    ListSubject.allCases.first { $0.anyWord == rawValue }
  }
}
