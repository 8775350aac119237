/// The entries of a consultation's lists, with the names in them looked up.
///
/// What is here is what was given; whether a list applies, and what it means
/// that nobody has given it, is for whoever weighs a condition.
struct ListFacts: Sendable {
  private(set) var medicines: [MedicineFact] = []
  /// What is planned for certain: the entries of the list, then what other
  /// questions of the plan name.
  private(set) var planned: [PlannedFact] = []
  /// What may be planned besides.
  private(set) var openPlan: [OpenPlan] = []
  private(set) var earlier: [PlannedFact] = []
  private(set) var allergies: [AllergyFact] = []
  private(set) var tests: [SkinTestFact] = []
  let tables: Tables
  let treatmentDate: CalendarDate
  /// The latest day the treatment can be on: the planned day may be known by its
  /// month, or not at all.
  let latestTreatmentDate: CalendarDate
  /// Whether it is known why an antithrombotic is taken, which a question of
  /// its own asks.
  let isAntithromboticReasonKnown: Bool
  /// How the product is to be given, which a question of its own asks.
  let plannedMethod: Answer
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
    _ answer: (Question.ID) -> Answer, of pack: ProtocolPack,
    told: (Question.ID) -> CalendarDate, treatmentDate: CalendarDate
  ) {
    tables = pack.tables
    self.treatmentDate = treatmentDate
    latestTreatmentDate =
      switch answer(.plannedTreatmentDate) {
      case .known(.date(let planned)): max(planned.latest, treatmentDate)
      // Until it is asked it is today.
      case .known, .unknown(.notAsked): treatmentDate
      case .unknown: .last
      }
    isAntithromboticReasonKnown =
      if case .known = answer("antithrombotic-reason") { true } else { false }
    plannedMethod = answer(.modality)
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
      return entries.map { Entry($0, of: question, interviewDate: told(question.id)) }
    }
    medicines = entries(.medicines).map { MedicineFact($0, tables) }
    let listed = entries(.plannedIngredients).map { PlannedFact($0, tables) }
    let besides = Self.planBesides(
      listed, answer, of: pack, interviewDate: told(ListSubject.plannedIngredients.question))
    planned = listed + besides.held
    openPlan = besides.open
    earlier = entries(.earlierProducts).map { PlannedFact($0, tables) }
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
  /// What the name means in its form; empty when no table knows it, several
  /// when it has several meanings or parts, or when its form is not known.
  let medicines: [Medicine]

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    medicines = tables.takenMedicines(
      named: entry.text(.medicine), form: entry.choice(.form))
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

/// One planned ingredient, or one that was used before.
struct PlannedFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means; empty when no table knows it.
  let ingredients: [Ingredient]
  /// Whether no table knows it, or a part of it.
  let isUnmatched: Bool
  /// The question that names it: the list, or another one of the plan.
  let origin: Question.ID
  /// Whether it is given apart from the product.
  let isApart: Bool
  /// The name of what no table knows, as names are compared; nothing for what
  /// some table knows.
  let foldedName: String?

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    let meant = tables.plannedIngredients(named: entry.text(.ingredient))
    ingredients = meant.ingredients
    isUnmatched = meant.ingredients.isEmpty || meant.hasUnknownPart
    origin = ListSubject.plannedIngredients.question
    isApart = false
    foldedName = ingredients.isEmpty ? entry.text(.ingredient).foldedName : nil
  }

  /// What an option holds, as an entry of the list of which only the name is
  /// known.
  init(
    _ ingredient: Ingredient, by option: PlanOption, asEntryOf list: Question,
    interviewDate: CalendarDate
  ) {
    entry = ListFacts.Entry(
      [.ingredient: .known(.text(ingredient.id.rawValue))], of: list, interviewDate: interviewDate)
    ingredients = [ingredient]
    isUnmatched = false
    origin = option.question
    isApart = option.isApart
    foldedName = nil
  }

  /// Whether it stands on the list itself.
  var isListed: Bool { origin == ListSubject.plannedIngredients.question }

  /// Whether it is the ingredient or holds the allergen; what no table knows is
  /// meant by its own name, folded.
  func holds(_ name: String) -> Bool {
    ingredients.contains { $0.isMeant(by: name) } || foldedName == name
  }

  /// Whether this one, used before, is planned: the same by name or by what the
  /// name means. Unknown beside what no table knows, on either side.
  func isAmong(_ plan: [PlannedFact]) -> Truth {
    let name = entry.text(.ingredient)
    let isSame = plan.contains { planned in
      !name.isEmpty && planned.entry.text(.ingredient) == name
        || planned.ingredients.contains { one in ingredients.contains { $0.id == one.id } }
    }
    if isSame { return .true }
    return isUnmatched || plan.contains(where: \.isUnmatched) ? .unknown : .false
  }

  /// Whether a test is offered for it; an ingredient that no table knows is in
  /// every scope that names none.
  func isIn(_ scope: IngredientScope) -> Bool { scope.holds(ingredients) }

  /// Whether the label was read to be free of the allergen.
  func isFree(of allergen: String) -> Bool {
    guard case .known(.choices(let ids)) = entry.answers[.freeOf] else { return false }
    return ids.contains { $0.rawValue == allergen }
  }
}

extension Ingredient {
  /// Whether a word of `planned(x)` means it: its id, or a tag of what it holds.
  func isMeant(by word: String) -> Bool {
    id.rawValue == word || allergenTags.contains(.init(rawValue: word))
  }
}

/// One entry of the allergy list.
struct AllergyFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means, in whichever table; nothing when none knows it.
  let things: NamedThings

  init(_ entry: ListFacts.Entry, _ tables: Tables) {
    self.entry = entry
    things = tables.reactedTo(named: entry.text(.allergen))
    foldedName = things.isUnknown ? entry.text(.allergen).foldedName : nil
  }

  var allergens: [Allergen] { things.allergens }
  var isUnmatched: Bool { things.isUnknown || things.hasUnknownPart }
  /// The name of what no table knows, as names are compared; nothing for what
  /// some table knows.
  let foldedName: String?
  /// `unknown` while the kind of reaction is not known.
  var reaction: Option.ID { entry.choice(.reaction) ?? .unknown }

  /// Whether it names the allergen, or makes the ingredient unfit.
  func names(_ word: String) -> Bool {
    allergens.contains { $0.id.rawValue == word }
      || things.implicated.contains(Ingredient.ID(rawValue: word)) || foldedName == word
  }

  /// Matched, the reaction known, and when, how treated and whether confirmed
  /// answered. What is breathed in comes again and again: there is no day to ask
  /// for.
  var isComplete: Bool {
    let isAirborne = allergens.allSatisfy { $0.group == Allergen.airborne }
    return !isUnmatched && reaction != .unknown
      && (isAirborne
        || [Question.ID.reactionDate, .treated, .confirmed].allSatisfy(entry.isKnown))
  }
}

extension String {
  /// The text as names are compared, in one word; nothing when it has no letters.
  fileprivate var foldedName: String? {
    let name = NameKey(self).joined
    return name.isEmpty ? nil : name
  }
}
