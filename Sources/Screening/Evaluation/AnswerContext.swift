public import ClinicalModel
import NameSearch

/// The answers of one patient, ready to be weighed for one treatment day.
///
/// Applicability comes first: a question whose `when` is false is not
/// applicable, its stored answer is parked, and every comparison on it is
/// false. While the `when` is unknown the question is offered: an answer given
/// to it counts, a missing one keeps the comparison unknown.
///
/// A value that its question does not take, such as an option that a newer
/// pack no longer has, is read as not asked: it says nothing, least of all no.
///
/// An answer that speaks of now and was given on another day is outdated, and so
/// is a planned treatment day that has gone by: it counts as not asked. What it
/// had found stands until the question is asked again, so that growing old makes
/// no answer better than it was.
public struct AnswerContext: Sendable {
  /// The pack whose questions were asked, compiled.
  public let compiled: CompiledPack
  /// What the patient said.
  public let answers: Answers
  /// The day on which the answers are judged: that of the interview, and while a
  /// consultation goes on the day of now.
  public let interviewDate: CalendarDate
  /// The day all windows count to.
  public let treatmentDate: CalendarDate
  /// The answers that their questions take, by place.
  private let fitting: [Answer]
  private let outdated: Outdated
  private let asAnswered: Weighing
  private let eitherWay: Weighing
  /// What was said, whether or not its question applies.
  private let asSaid: Weighing

  /// Prepares the answers for weighing.
  ///
  /// A planned treatment date that is not known is read as the day of the
  /// interview: the earliest possible day, so that no window counts as over
  /// before it is.
  public init(pack: CompiledPack, answers: Answers, interviewDate: CalendarDate) {
    self.init(
      pack: pack, answers: answers, interviewDate: interviewDate,
      outdated: Self.outdated(answers, in: pack.index, on: interviewDate))
  }

  /// The places of the answers that are to be asked again.
  private static func outdated(
    _ answers: Answers, in index: PackIndex, on day: CalendarDate
  ) -> Set<Int> {
    var places: Set<Int> = []
    if answers.tellDays {
      for place in index.ofDay {
        let id = index.questions[place].id
        if case .on(let given) = answers.day(of: id), given != day { places.insert(place) }
      }
    }
    if let place = index.places[.plannedTreatmentDate],
      case .known(.date(let date)) = answers[.plannedTreatmentDate], date.latest < day
    {
      places.insert(place)
    }
    return places
  }

  private init(
    pack: CompiledPack, answers: Answers, interviewDate: CalendarDate, outdated: Set<Int>
  ) {
    let index = pack.index
    var fitting = index.questions.map { question in
      let answer = answers[question.id]
      return question.admits(answer) ? question.settling(answer) : .unknown(.notAsked)
    }
    for place in outdated { fitting[place] = .unknown(.notAsked) }
    self.outdated =
      outdated.isEmpty
      ? .nothing
      : .some(
        outdated,
        asGiven: AnswerContext(
          pack: pack, answers: answers, interviewDate: interviewDate, outdated: []))
    var treatmentDate = interviewDate
    if let place = index.places[.plannedTreatmentDate],
      case .known(.date(let date)) = fitting[place]
    {
      treatmentDate = max(date.earliest, interviewDate)
    }
    // What had happened when it was told lies on that day or before.
    let told = { (id: Question.ID) in
      if case .on(let day) = answers.day(of: id) { day } else { interviewDate }
    }
    let indexed = IndexedAnswers(
      fitting, of: index, interviewDate: interviewDate, treatmentDate: treatmentDate, told: told)
    func facts(without parked: Set<Question.ID>) -> ListFacts {
      ListFacts(
        { id in
          guard let place = index.places[id], !parked.contains(id) else {
            return .unknown(.notAsked)
          }
          return fitting[place]
        }, of: pack, told: told, treatmentDate: treatmentDate)
    }
    func weighing(_ reading: Weighing.Reading, _ lists: ListFacts) -> Weighing {
      var weighing = Weighing(
        reading: reading, index: index, answers: indexed,
        gates: [Truth](repeating: .unknown, count: index.questions.count),
        treatmentDate: treatmentDate, lists: lists)
      weighing.isOfGate = true
      for place in index.order { weighing.gates[place] = weighing.weigh(index.gates[place]) }
      weighing.isOfGate = false
      return weighing
    }
    compiled = pack
    self.answers = answers
    self.interviewDate = interviewDate
    self.treatmentDate = treatmentDate
    self.fitting = fitting
    let lists = facts(without: [])
    let given = (weighing(.asAnswered, lists), weighing(.eitherWay, lists))
    var said = given.0
    for place in said.gates.indices { said.gates[place] = .true }
    asSaid = said
    // An entry of one list is weighed with those of the others, so that a list
    // that does not apply must not be seen from there either.
    let parked = ListSubject.allCases.map(\.question).filter { id in
      guard let place = index.places[id], case .known = fitting[place] else { return false }
      return given.0.gates[place] == .false && given.1.gates[place] == .false
    }
    if parked.isEmpty {
      (asAnswered, eitherWay) = given
    } else {
      let applying = facts(without: Set(parked))
      (asAnswered, eitherWay) = (
        weighing(.asAnswered, applying), weighing(.eitherWay, applying)
      )
    }
  }

  /// The pack whose questions were asked.
  public var pack: ProtocolPack { compiled.pack }

  private var index: PackIndex { compiled.index }

  /// The entries of the lists, looked up.
  var lists: ListFacts { asAnswered.lists }

  /// For each entry that meets the condition the day counted from a date field;
  /// nothing for one that is undated.
  func entryDays(of subject: ListSubject, _ field: Question.ID, where condition: Condition)
    -> [CalendarDate?]
  {
    asAnswered.listWeighing.days(of: subject, field, where: condition)
  }

  /// Where the entries stand that speak for a test of a list.
  func listEntries(speakingFor test: ListTest) -> [Int] {
    asAnswered.listWeighing.entries(speakingFor: test)
  }

  /// The names of a list's entries that meet a condition.
  func listedNames(of subject: ListSubject, where condition: Condition) -> [String] {
    asAnswered.listWeighing.names(of: subject, where: condition)
  }

  /// Whether a question applies to this patient; unknown when its gate is.
  public func applies(_ question: Question.ID) -> Truth {
    index.places[question].map(applies(at:)) ?? .unknown
  }

  /// The answer as far as it counts: neither parked answers nor values that
  /// the question does not take are given out.
  public func answer(_ question: Question.ID) -> Answer {
    index.places[question].map(answer(at:)) ?? .unknown(.notAsked)
  }

  /// Weighs a condition.
  public func assess(_ condition: Condition) -> Assessment {
    assess(CompiledCondition(condition, in: index))
  }

  /// The day from which days are counted to a date answer; nothing while the
  /// answer is not a date.
  public func day(countedFrom question: Question.ID) -> CalendarDate? {
    guard let place = index.places[question], case .known(.date(let date)) = answer(at: place)
    else { return nil }
    return date.counted(from: index.tenses[place], on: told(question))
  }

  private func told(_ question: Question.ID) -> CalendarDate {
    if case .on(let day) = answers.day(of: question) { day } else { interviewDate }
  }

  /// What was answered to a question that is to be asked again.
  public func earlier(_ question: Question.ID) -> EarlierAnswer {
    guard let place = index.places[question], isOutdated(at: place) else { return .none }
    return .given(answers[question], answers.day(of: question))
  }

  /// The answer that a finding rests on: also one that is to be asked again.
  package func answerBehind(_ question: Question.ID) -> Answer {
    if let place = index.places[question], case .some(let places, let asGiven) = outdated,
      places.contains(place)
    {
      return asGiven.answer(at: place)
    }
    return answer(question)
  }
}

// The same by place, for those who weigh a whole pack.
extension AnswerContext {
  /// Whether the question at a place of the checklist applies.
  package func applies(at place: Int) -> Truth {
    asAnswered.gates[place] == .false ? eitherWay.gates[place] : asAnswered.gates[place]
  }

  /// The answer to the question at a place of the checklist, as far as it
  /// counts.
  package func answer(at place: Int) -> Answer {
    applies(at: place) == .false ? .unknown(.notAsked) : fitting[place]
  }

  /// Whether the question at a place of the checklist was answered and is to be
  /// asked again.
  package func isOutdated(at place: Int) -> Bool {
    if case .some(let places, _) = outdated { places.contains(place) } else { false }
  }

  /// Whether the rule at a place of the pack holds.
  package func truth(ofRule place: Int) -> Truth { truth(index.rules[place]) }

  /// The rule at a place of the pack, weighed.
  package func assess(rule place: Int) -> Assessment { assess(index.rules[place]) }

  /// Whether the emergency screen at a place of the pack is called for.
  package func truth(ofEmergency place: Int) -> Truth { truth(index.emergencies[place]) }

  /// Whether a condition that was compiled with the same pack holds.
  package func truth(_ condition: CompiledCondition) -> Truth {
    var truth: Truth = asAnswered.weigh(condition)
    // Silence needs more than speech: it must hold whichever way the gates of
    // the answered questions turn out.
    if truth == .false { truth = eitherWay.weigh(condition) }
    if truth != .true, case .some(_, let asGiven) = outdated, asGiven.truth(condition) == .true {
      return .true
    }
    return truth
  }

  /// Whether both sides of the contradiction at a place of the pack were said,
  /// also in answers to questions that do not apply.
  package func truth(ofContradiction place: Int) -> Truth {
    let (one, other) = index.contradictions[place]
    let truth: Truth = asSaid.weigh(one)
    return truth == .true ? asSaid.weigh(other) : truth
  }

  /// The rule at a place of the pack, weighed as if some questions applied.
  package func assess(rule place: Int, opening gates: [Int]) -> Assessment {
    var weighing = asSaid
    weighing.gates = asAnswered.gates
    for gate in gates { weighing.gates[gate] = .true }
    let condition = index.rules[place]
    let indexed: IndexedAssessment = weighing.weigh(condition)
    return Assessment(
      truth: indexed.truth, because: indexed.because.map { name($0, in: condition) }, missing: [])
  }

  /// Weighs a condition that was compiled with the same pack.
  package func assess(_ condition: CompiledCondition) -> Assessment {
    var indexed: IndexedAssessment = asAnswered.weigh(condition)
    if indexed.truth == .false { indexed = eitherWay.weigh(condition) }
    if indexed.truth != .true, case .some(_, let asGiven) = outdated {
      let before = asGiven.assess(condition)
      if before.truth == .true { return before }
    }
    return Assessment(
      truth: indexed.truth, because: indexed.because.map { name($0, in: condition) },
      missing: missing(indexed, in: condition) { _ in true })
  }

  private func name(_ place: Int, in condition: CompiledCondition) -> Question.ID {
    let own = index.questions.count
    return place < own ? index.questions[place].id : condition.foreign[place - own]
  }

  /// The answers that are missing; for an open gate those that it waits for.
  private func missing(
    _ indexed: IndexedAssessment, in condition: CompiledCondition, asking gates: (Int) -> Bool
  ) -> [Question.ID] {
    let lists = indexed.missing.map { open in
      switch open {
      case .answer(let place): [name(place, in: condition)]
      case .gate(let place): gates(place) ? missing(before: place) : []
      }
    }
    return once(lists)
  }

  private func missing(before place: Int) -> [Question.ID] {
    let rank = index.ranks[place]
    // What the gate saw when it was weighed: those before it.
    var weighing = eitherWay
    weighing.isOfGate = true
    for other in weighing.gates.indices where index.ranks[other] >= rank {
      weighing.gates[other] = .unknown
    }
    let gate = index.gates[place]
    return missing(weighing.weigh(gate), in: gate) { index.ranks[$0] < rank }
  }
}

extension CompiledPack {
  /// Compiles a condition, to weigh it against many patients' answers
  /// to this pack.
  package func compiled(_ condition: Condition) -> CompiledCondition {
    CompiledCondition(condition, in: index)
  }
}

extension Question {
  /// "Not sure" of a question that has an option for it is that option, whoever
  /// recorded it.
  fileprivate func settling(_ answer: Answer) -> Answer {
    guard answer == .unknown(.unsure), kind == .single, option(.unknown) != nil else {
      return answer
    }
    return .known(.choice(.unknown))
  }
}

/// Whether what an outdated answer had found still stands.
enum Outdated: Sendable {
  /// No answer is outdated.
  case nothing
  /// The places of the outdated answers, and the same answers judged as if they
  /// were not: a finding that stood on an outdated answer stands until the
  /// question is asked again, while what it denied is not known.
  indirect case some(Set<Int>, asGiven: AnswerContext)
}
