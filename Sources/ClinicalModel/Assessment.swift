/// A condition weighed against answers: its truth, and what it rests on.
public struct Assessment: Hashable, Sendable {
  /// Whether the condition holds.
  public let truth: Truth
  /// The questions whose answers decided it; empty while unknown.
  public let because: [Question.ID]
  /// The questions whose answers are missing; empty unless unknown.
  public let missing: [Question.ID]
}

/// The answers of one patient, ready to be weighed for one treatment day.
///
/// Applicability comes first: a question whose `when` is false is not
/// applicable, its stored answer is parked, and every comparison on it is
/// false. While the `when` is unknown the question is offered: an answer given
/// to it counts, a missing one keeps the comparison unknown.
public struct AnswerContext: Sendable {
  /// The pack whose questions were asked.
  public let pack: ProtocolPack
  /// What the patient said.
  public let answers: Answers
  /// The day of the interview.
  public let interviewDate: CalendarDate
  /// The day all windows count to.
  public let treatmentDate: CalendarDate
  private let applicability: [Question.ID: Truth]

  /// Prepares the answers for weighing.
  ///
  /// A planned treatment date that is not known is read as the day of the
  /// interview: the earliest possible day, so that no window counts as over
  /// before it is.
  public init(pack: ProtocolPack, answers: Answers, interviewDate: CalendarDate) {
    self.pack = pack
    self.answers = answers
    self.interviewDate = interviewDate
    if case .known(.date(let date)) = answers[.plannedTreatmentDate] {
      treatmentDate = max(date.earliest, interviewDate)
    } else {
      treatmentDate = interviewDate
    }
    var known: [Question.ID: Truth] = [:]
    // Gates only look back (the pack reader refuses cycles), but a gate may
    // stand later in the checklist, so they are worked out on demand.
    var open: Set<Question.ID> = []
    func applies(_ id: Question.ID) -> Truth {
      if let truth = known[id] { return truth }
      guard let question = pack.question(id), open.insert(id).inserted else { return .unknown }
      let truth = Weighing(
        answers: answers, interviewDate: interviewDate, treatmentDate: treatmentDate,
        applies: applies
      ).assess(question.when).truth
      open.remove(id)
      known[id] = truth
      return truth
    }
    let treatmentDate = treatmentDate
    for question in pack.questions { _ = applies(question.id) }
    applicability = known
  }

  /// Whether a question applies to this patient; unknown when its gate is.
  public func applies(_ question: Question.ID) -> Truth { applicability[question] ?? .unknown }

  /// The answer as far as it counts: parked answers are not given out.
  public func answer(_ question: Question.ID) -> Answer {
    applies(question) == .false ? .unknown(.notAsked) : answers[question]
  }

  /// Weighs a condition.
  public func assess(_ condition: Condition) -> Assessment {
    Weighing(
      answers: answers, interviewDate: interviewDate, treatmentDate: treatmentDate, applies: applies
    ).assess(condition)
  }
}
