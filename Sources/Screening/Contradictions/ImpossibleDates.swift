import ClinicalModel

/// Dates that no life can hold: before the birth, an end before its beginning, a
/// planned day that has gone by. This is about the shape of a record, whatever
/// the pack; a partial date is impossible only where no day of it fits.
struct ImpossibleDates {
  let context: AnswerContext
  private var answers: Answers { context.answers }
  private var pack: ProtocolPack { context.pack }

  var suspects: [ContradictionSuspect] { beforeBirth + goneBy + ends }

  // MARK: Before the birth

  private var beforeBirth: [ContradictionSuspect] {
    guard case .known(.date(let born)) = answers[.dateOfBirth],
      let birth = pack.question(.dateOfBirth)
    else { return [] }
    return pack.questions.filter { $0.id != .dateOfBirth }.compactMap { question in
      let dates = dates(answers[question.id], question)
      guard let date = dates.min(by: { $0.latest < $1.latest }), date.latest < born.earliest else {
        return nil
      }
      return suspect(
        "before-birth-\(question.id)", title: "Before birth: \(question.label)",
        words: "\(question.label), \(date.spelled), is before \(birth.label), \(born.spelled)",
        questions: [question.id, .dateOfBirth],
        readings: [answers.without(question.id), answers.without(.dateOfBirth)])
    }
  }

  /// Every date of an answer, those of a list's entries included; the dates of a
  /// product are not the patient's.
  private func dates(_ answer: Answer, _ question: Question) -> [PartialDate] {
    switch answer {
    case .known(.date(let date)): [date]
    case .known(.entries(let entries)):
      [.list(.plannedIngredients), .list(.earlierProducts)].contains(question.kind)
        ? []
        : entries.flatMap { entry in question.fields.flatMap { dates(entry[$0.id], $0) } }
    case .known, .unknown: []
    }
  }

  // MARK: The planned day

  private var goneBy: [ContradictionSuspect] {
    guard case .known(.date(let planned)) = answers[.plannedTreatmentDate],
      let question = pack.question(.plannedTreatmentDate), planned.latest < context.interviewDate
    else { return [] }
    return [
      suspect(
        "planned-day-gone-by", title: "The planned day has gone by",
        words: "\(question.label), \(planned.spelled), has gone by",
        questions: [.plannedTreatmentDate], readings: [])
    ]
  }

  // MARK: Ends

  /// Fields of one entry that follow one another: the first is never later.
  private static let order: [(first: Question.ID, second: Question.ID)] = [(.started, .lastTaken)]

  private var ends: [ContradictionSuspect] {
    pack.questions.flatMap { list -> [ContradictionSuspect] in
      guard case .known(.entries(let entries)) = answers[list.id] else { return [] }
      return entries.indices.flatMap { place in
        Self.order.compactMap { first, second in
          end(of: entries, at: place, in: list, first, entries[place][second], second)
        } + readings(of: entries, at: place, in: list)
      }
    }
  }

  /// A skin test is not read before it is placed.
  private func readings(of entries: [Answers], at place: Int, in list: Question)
    -> [ContradictionSuspect]
  {
    guard case .known(.entries(let readings)) = entries[place][.readings],
      let field = list.field(.readings)
    else { return [] }
    let early = readings.compactMap { reading -> PartialDate? in
      if case .known(.date(let date)) = reading[.readingDate] { date } else { nil }
    }.min { $0.latest < $1.latest }
    guard let early else { return [] }
    let end = end(
      of: entries, at: place, in: list, .placed, .known(.date(early)), .readings,
      named: field.field(.readingDate)?.label ?? field.label)
    return end.map { [$0] } ?? []
  }

  private func end(
    of entries: [Answers], at place: Int, in list: Question, _ first: Question.ID, _ end: Answer,
    _ second: Question.ID, named: String? = nil
  ) -> ContradictionSuspect? {
    guard case .known(.date(let begun)) = entries[place][first],
      case .known(.date(let ended)) = end, ended.latest < begun.earliest,
      let from = list.field(first), let to = list.field(second)
    else { return nil }
    func without(_ field: Question.ID) -> Answers {
      var fewer = entries
      fewer[place] = fewer[place].without(field)
      var other = answers
      other[list.id] = .known(.entries(fewer))
      return other
    }
    return suspect(
      "order-\(list.id)-\(place + 1)-\(second)",
      title: "End before its beginning: \(list.label)",
      words: "\(list.label), entry \(place + 1): \(named ?? to.label), \(ended.spelled), is before "
        + "\(from.label), \(begun.spelled)",
      questions: [list.id], readings: [without(first), without(second)])
  }

  private func suspect(
    _ id: String, title: String, words: String, questions: [Question.ID], readings: [Answers]
  ) -> ContradictionSuspect {
    ContradictionSuspect(
      found: FoundContradiction(
        rule: .contradiction(Contradiction.ID(rawValue: id)), words: words, questions: questions),
      title: title, severity: .caution, readings: readings)
  }
}

extension Answers {
  /// The answers as if one question had not been asked.
  fileprivate func without(_ question: Question.ID) -> Answers {
    var answers = self
    answers[question] = .unknown(.notAsked)
    return answers
  }
}
