import ClinicalModel
import NameSearch

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
  let names: TableNames
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
    _ answer: (Question.ID) -> Answer, of pack: CompiledPack,
    told: (Question.ID) -> CalendarDate, treatmentDate: CalendarDate
  ) {
    let names = pack.names
    tables = pack.pack.tables
    self.names = names
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
    medicines = entries(.medicines).map { MedicineFact($0, names) }
    let listed = entries(.plannedIngredients).map { PlannedFact($0, names) }
    let besides = Self.planBesides(
      listed, answer, of: pack, interviewDate: told(ListSubject.plannedIngredients.question))
    planned = listed + besides.held
    openPlan = besides.open
    earlier = entries(.earlierProducts).map { PlannedFact($0, names) }
    allergies = entries(.allergies).map { AllergyFact($0, names) }
    tests = entries(.skinTests).map { SkinTestFact($0, names) }
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
