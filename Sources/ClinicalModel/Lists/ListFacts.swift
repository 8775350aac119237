/// The entries of a consultation's lists, with the names in them looked up.
///
/// What is here is what was given; whether a list applies, and what it means
/// that nobody has given it, is for whoever weighs a condition.
struct ListFacts: Sendable {
  private(set) var medicines: [MedicineFact] = []
  private(set) var planned: [PlannedFact] = []
  private(set) var allergies: [AllergyFact] = []
  private(set) var tests: [SkinTestFact] = []
  let tables: Tables
  let treatmentDate: CalendarDate
  /// Whether it is known why an antithrombotic is taken, which a question of
  /// its own asks.
  let isAntithromboticReasonKnown: Bool
  private var givings: [ListSubject: Giving] = [:]

  /// Whether a list was given.
  enum Giving {
    case given
    case notAsked
    case notKnown
  }

  /// Whether a list was given; one that the pack does not ask for was not.
  func giving(_ subject: ListSubject) -> Giving { givings[subject] ?? .notAsked }

  /// Looks up the names of the lists that were given.
  init(
    _ answer: (Question.ID) -> Answer, of pack: ProtocolPack, interviewDate: CalendarDate,
    treatmentDate: CalendarDate
  ) {
    tables = pack.tables
    self.treatmentDate = treatmentDate
    isAntithromboticReasonKnown =
      if case .known = answer("antithrombotic-reason") { true } else { false }
    var givings: [ListSubject: Giving] = [:]
    func entries(_ subject: ListSubject) -> [Entry] {
      switch answer(subject.question) {
      case .known: givings[subject] = .given
      case .unknown(.notAsked): givings[subject] = .notAsked
      case .unknown: givings[subject] = .notKnown
      }
      guard let question = pack.question(subject.question),
        case .known(.entries(let entries)) = answer(subject.question)
      else { return [] }
      return entries.map { Entry($0, of: question, interviewDate: interviewDate) }
    }
    medicines = entries(.medicines).map { MedicineFact($0, tables) }
    planned = entries(.plannedIngredients).map { PlannedFact($0, tables) }
    allergies = entries(.allergies).map { AllergyFact($0, tables) }
    tests = entries(.skinTests).map { SkinTestFact($0, tables) }
    self.givings = givings
  }

  /// One entry of a list, ready to be weighed.
  struct Entry: Sendable {
    /// The fields' answers; a field that is not known reads as its option
    /// `unknown` where it has one.
    let answers: Answers
    /// The question or field that holds the list.
    let list: Question
    let interviewDate: CalendarDate

    init(_ given: Answers, of list: Question, interviewDate: CalendarDate) {
      var answers = given
      for field in list.fields where field.option(.unknown) != nil {
        if case .unknown = given[field.id] { answers[field.id] = .known(.choice(.unknown)) }
      }
      self.answers = answers
      self.list = list
      self.interviewDate = interviewDate
    }

    /// The option of a single choice; nothing while it is not known.
    func choice(_ id: Question.ID) -> Option.ID? {
      if case .known(.choice(let option)) = answers[id] { option } else { nil }
    }

    /// The text of a name or text field; empty while it is not known.
    func text(_ id: Question.ID) -> String {
      if case .known(.text(let text)) = answers[id] { text } else { "" }
    }

    func number(_ id: Question.ID) -> Quantity? {
      if case .known(.number(let number)) = answers[id] { number } else { nil }
    }

    func date(_ id: Question.ID) -> PartialDate? {
      if case .known(.date(let date)) = answers[id] { date } else { nil }
    }

    /// Whether a value was given.
    func isKnown(_ id: Question.ID) -> Bool {
      if case .known = answers[id] { true } else { false }
    }

    /// The day from which days are counted to a date field.
    func day(countedFrom id: Question.ID) -> CalendarDate? {
      guard let date = date(id), case .date(let tense, _, _)? = list.field(id)?.kind else {
        return nil
      }
      return date.counted(from: tense, on: interviewDate)
    }

    /// The entries of a list field, such as a test's readings.
    func entries(_ id: Question.ID) -> [Entry] {
      guard let field = list.field(id), case .known(.entries(let entries)) = answers[id] else {
        return []
      }
      return entries.map { Entry($0, of: field, interviewDate: interviewDate) }
    }
  }
}

extension Option.ID {
  /// The option that stands for not knowing, where a question has one.
  static let unknown: Self = "unknown"
}

/// One entry of the medicine list.
struct MedicineFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means; empty when no table knows it, several when it has
  /// several meanings or parts.
  let medicines: [Medicine]

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    medicines = tables.medicines(named: entry.text(.medicine))
  }

  var isUnmatched: Bool { medicines.isEmpty }
  var isStopped: Bool { entry.choice(.use) == "stopped" }

  /// Identified, use and origin known, a reason given; if stopped, why and
  /// when (medicines-ingredients.md §2.1).
  func isComplete(reasonKnownOtherwise: Bool) -> Bool {
    let known = [Question.ID.use, .prescribed] + (isStopped ? [.stoppedBecause, .lastTaken] : [])
    return !isUnmatched && (entry.isKnown(.reason) || reasonKnownOtherwise)
      && known.allSatisfy { entry.isKnown($0) && entry.choice($0) != .unknown }
  }
}

/// One planned ingredient.
struct PlannedFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means; empty when no table knows it.
  let ingredients: [Ingredient]

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    ingredients = tables.ingredients(named: entry.text(.ingredient))
  }

  var isUnmatched: Bool { ingredients.isEmpty }

  /// Whether it is the ingredient or holds the allergen.
  func holds(_ name: String) -> Bool {
    ingredients.contains {
      $0.id.rawValue == name || $0.allergenTags.contains(.init(rawValue: name))
    }
  }

  /// Whether a test is offered for it; an ingredient that no table knows is in
  /// every scope that names none.
  func isIn(_ scope: IngredientScope) -> Bool {
    switch scope {
    case .all: true
    case .ids(let ids): ingredients.contains { ids.contains($0.id.rawValue) }
    case .categories(let names):
      // Several ingredients in one product are a combination, whatever each is.
      ingredients.contains { names.contains($0.category.rawValue) }
        || ingredients.count > 1 && names.contains(Ingredient.Category.combination.rawValue)
    }
  }

  /// Whether the label was read to be free of the allergen.
  func isFree(of allergen: String) -> Bool {
    guard case .known(.choices(let ids)) = entry.answers[.freeOf] else { return false }
    return ids.contains { $0.rawValue == allergen }
  }
}

/// One entry of the allergy list.
struct AllergyFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means; empty when no table knows it.
  let allergens: [Allergen]

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    allergens = tables.allergens(named: entry.text(.allergen))
  }

  var isUnmatched: Bool { allergens.isEmpty }
  /// `unknown` while the kind of reaction is not known.
  var reaction: Option.ID { entry.choice(.reaction) ?? .unknown }

  func names(_ allergen: String) -> Bool { allergens.contains { $0.id.rawValue == allergen } }

  /// Matched, the reaction known, and when, how treated and whether confirmed
  /// answered.
  var isComplete: Bool {
    !isUnmatched && reaction != .unknown
      && [Question.ID.reactionDate, .treated, .confirmed].allSatisfy(entry.isKnown)
  }
}
