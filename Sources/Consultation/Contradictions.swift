// Answers that cannot all be true. This is about the shape of a record, not
// about treatment: no clinical rule follows from it, and a pack cannot switch
// it off.

public import ClinicalModel

/// Answers of one consultation that cannot all be true.
public struct Contradiction: Hashable, Sendable {
  /// What is wrong, in one sentence without an end mark.
  public let words: String
  /// The questions concerned; the first of them is the one to look at.
  public let questions: [Question.ID]

  /// A contradiction from its parts.
  public init(words: String, questions: [Question.ID]) {
    self.words = words
    self.questions = questions
  }
}

extension Answers {
  /// The answers that cannot all be true, in the checklist's order.
  ///
  /// Looked at: sex registered at birth against the pregnancy questions, also
  /// where these do not apply any more; dates before the birth; the last session
  /// after the planned day; an end before its start; a planned day that has gone
  /// by. A partial date contradicts only what no day of it could fit.
  ///
  /// - Parameter today: the clinic's day.
  public func contradictions(in pack: ProtocolPack, today: CalendarDate) -> [Contradiction] {
    let scan = ContradictionScan(answers: self, pack: pack, today: today)
    return scan.sexAndPregnancy + scan.beforeBirth + scan.sessions + scan.lists
  }
}

private struct ContradictionScan {
  let answers: Answers
  let pack: ProtocolPack
  let today: CalendarDate

  private static let sex: Question.ID = "sex-registered-at-birth"
  private static let lastSession: Question.ID = "last-session-date"
  /// Questions that a person registered as male is not asked.
  private static let pregnancy: [Question.ID] = [
    "pregnancy-status", "trying-to-conceive", "fertility-treatment", "breastfeeding-status",
    "pregnancy-ended-date",
  ]
  /// Fields of one entry that follow one another: the first is never later.
  private static let order: [(Question.ID, Question.ID)] = [("started", "last-taken")]

  var sexAndPregnancy: [Contradiction] {
    guard answers[Self.sex] == .known(.choice("male")), let sex = pack.question(Self.sex) else {
      return []
    }
    return Self.pregnancy.compactMap { id in
      guard let question = pack.question(id), isYes(answers[id]) else { return nil }
      return Contradiction(
        words: "\(sex.label) is \(words(Self.sex)), and \(question.label) is \(words(id))",
        questions: [Self.sex, id])
    }
  }

  private func isYes(_ answer: Answer) -> Bool {
    switch answer {
    case .known(.choice(let option)): option != "no" && option != "cannot"
    case .known(.date), .known(.current): true
    case .known, .unknown: false
    }
  }

  /// What happened, or was planned, before the patient was born.
  var beforeBirth: [Contradiction] {
    guard case .known(.date(let born)) = answers[.dateOfBirth],
      let birth = pack.question(.dateOfBirth)
    else { return [] }
    return pack.questions.filter { $0.id != .dateOfBirth }.compactMap { question in
      guard let date = dates(answers[question.id], question).min(by: { $0.latest < $1.latest }),
        date.latest < born.earliest
      else { return nil }
      return Contradiction(
        words: "\(question.label), \(date.spelled), is before \(birth.label), \(born.spelled)",
        questions: [question.id, .dateOfBirth])
    }
  }

  /// Every date of an answer, those of a list's entries included; an expiry is
  /// the product's, not the patient's.
  private func dates(_ answer: Answer, _ question: Question) -> [PartialDate] {
    switch answer {
    case .known(.date(let date)): [date]
    case .known(.entries(let entries)):
      entries.flatMap { entry in
        question.fields.filter { $0.id != "expiry" }.flatMap { dates(entry[$0.id], $0) }
      }
    case .known, .unknown: []
    }
  }

  var sessions: [Contradiction] {
    guard case .known(.date(let planned)) = answers[.plannedTreatmentDate],
      let question = pack.question(.plannedTreatmentDate)
    else { return [] }
    var found: [Contradiction] = []
    if case .known(.date(let last)) = answers[Self.lastSession], last.earliest > planned.latest,
      let session = pack.question(Self.lastSession)
    {
      found.append(
        Contradiction(
          words: "\(session.label), \(last.spelled), is after \(question.label), "
            + planned.spelled,
          questions: [Self.lastSession, .plannedTreatmentDate]))
    }
    if planned.latest < today {
      found.append(
        Contradiction(
          words: "\(question.label), \(planned.spelled), has gone by",
          questions: [.plannedTreatmentDate]))
    }
    return found
  }

  /// An entry that ended before it began.
  var lists: [Contradiction] {
    pack.questions.flatMap { list -> [Contradiction] in
      guard case .known(.entries(let entries)) = answers[list.id] else { return [] }
      return entries.enumerated().flatMap { index, entry in
        Self.order.compactMap { first, second in
          guard case .known(.date(let start)) = entry[first],
            case .known(.date(let end)) = entry[second], end.latest < start.earliest,
            let from = list.field(first), let to = list.field(second)
          else { return nil }
          return Contradiction(
            words: "\(list.label), entry \(index + 1): \(to.label), \(end.spelled), is before "
              + "\(from.label), \(start.spelled)",
            questions: [list.id])
        }
      }
    }
  }

  private func words(_ id: Question.ID) -> String {
    pack.question(id).map { answers[id].words(for: $0) } ?? ""
  }
}
