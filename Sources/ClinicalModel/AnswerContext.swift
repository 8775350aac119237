/// The answers of one patient, ready to be weighed for one treatment day.
///
/// Applicability comes first: a question whose `when` is false is not
/// applicable, its stored answer is parked, and every comparison on it is
/// false. While the `when` is unknown the question is offered: an answer given
/// to it counts, a missing one keeps the comparison unknown.
///
/// A value that its question does not take, such as an option that a newer
/// pack no longer has, is read as not asked: it says nothing, least of all no.
public struct AnswerContext: Sendable {
  /// The pack whose questions were asked.
  public let pack: ProtocolPack
  /// What the patient said.
  public let answers: Answers
  /// The day of the interview.
  public let interviewDate: CalendarDate
  /// The day all windows count to.
  public let treatmentDate: CalendarDate
  private let fitting: Answers
  private let gates: Gates

  /// Each question's `when`, weighed once for each reading of the answers.
  private struct Gates: Sendable {
    var asAnswered: [Question.ID: Assessment] = [:]
    var eitherWay: [Question.ID: Assessment] = [:]
  }

  /// Prepares the answers for weighing.
  ///
  /// A planned treatment date that is not known is read as the day of the
  /// interview: the earliest possible day, so that no window counts as over
  /// before it is.
  public init(pack: ProtocolPack, answers: Answers, interviewDate: CalendarDate) {
    var fitting = Answers()
    for question in pack.questions where question.admits(answers[question.id]) {
      fitting[question.id] = answers[question.id]
    }
    var treatmentDate = interviewDate
    if case .known(.date(let date)) = fitting[.plannedTreatmentDate] {
      treatmentDate = max(date.earliest, interviewDate)
    }
    self.pack = pack
    self.answers = answers
    self.interviewDate = interviewDate
    self.treatmentDate = treatmentDate
    self.fitting = fitting
    func weigh(_ reading: Weighing.Reading) -> [Question.ID: Assessment] {
      Self.gates(
        of: pack,
        Weighing(
          reading: reading, answers: fitting, interviewDate: interviewDate,
          treatmentDate: treatmentDate, tense: pack.tense, gate: { _ in .unweighed }))
    }
    gates = Gates(asAnswered: weigh(.asAnswered), eitherWay: weigh(.eitherWay))
  }

  /// A gate may stand later in the checklist than its question, so gates are
  /// worked out on demand; a cycle, which the pack reader refuses, stays
  /// unknown.
  private static func gates(of pack: ProtocolPack, _ weighing: Weighing)
    -> [Question.ID: Assessment]
  {
    var known: [Question.ID: Assessment] = [:]
    var open: Set<Question.ID> = []
    func gate(_ id: Question.ID) -> Assessment {
      if let assessment = known[id] { return assessment }
      guard let question = pack.question(id), open.insert(id).inserted else { return .unweighed }
      let assessment = weighing.with(gate: gate).assess(question.when)
      open.remove(id)
      known[id] = assessment
      return assessment
    }
    for question in pack.questions { _ = gate(question.id) }
    return known
  }

  /// Whether a question applies to this patient; unknown when its gate is.
  public func applies(_ question: Question.ID) -> Truth {
    let asAnswered = gates.asAnswered[question]?.truth ?? .unknown
    return asAnswered == .false ? gates.eitherWay[question]?.truth ?? .unknown : asAnswered
  }

  /// The answer as far as it counts: neither parked answers nor values that
  /// the question does not take are given out.
  public func answer(_ question: Question.ID) -> Answer {
    applies(question) == .false ? .unknown(.notAsked) : fitting[question]
  }

  /// Weighs a condition.
  public func assess(_ condition: Condition) -> Assessment {
    let asAnswered = weighing(.asAnswered, gates.asAnswered).assess(condition)
    guard asAnswered.truth == .false else { return asAnswered }
    // Silence needs more than speech: it must hold whichever way the gates of
    // the answered questions turn out.
    return weighing(.eitherWay, gates.eitherWay).assess(condition)
  }

  /// The day from which days are counted to a date answer; nothing while the
  /// answer is not a date.
  public func day(countedFrom question: Question.ID) -> CalendarDate? {
    guard case .known(.date(let date)) = answer(question) else { return nil }
    return date.counted(from: pack.tense(question), on: interviewDate)
  }

  private func weighing(_ reading: Weighing.Reading, _ gates: [Question.ID: Assessment])
    -> Weighing
  {
    Weighing(
      reading: reading, answers: fitting, interviewDate: interviewDate,
      treatmentDate: treatmentDate, tense: pack.tense, gate: { gates[$0] ?? .unweighed })
  }
}

extension Weighing {
  fileprivate func with(gate: @escaping (Question.ID) -> Assessment) -> Weighing {
    Weighing(
      reading: reading, answers: answers, interviewDate: interviewDate,
      treatmentDate: treatmentDate, tense: tense, gate: gate)
  }
}

extension ProtocolPack {
  /// Whether a question's date lies behind or ahead; dates are past unless the
  /// pack says otherwise.
  fileprivate func tense(_ id: Question.ID) -> DateTense {
    if case .date(let tense, _, _) = question(id)?.kind { tense } else { .past }
  }
}
