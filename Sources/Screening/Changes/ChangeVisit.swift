import ClinicalModel

/// Some changes taken together: a later day and other answers.
struct CombinedChange: Hashable {
  /// Days from the interview to the new day of treatment; 0 leaves it as it is.
  var wait = 0
  var values: [Question.ID: AnswerValue] = [:]

  /// How many things are changed.
  var size: Int { values.count + (wait > 0 ? 1 : 0) }

  /// Whether it asks for all that another one asks for, and no earlier day.
  func contains(_ other: CombinedChange) -> Bool {
    wait >= other.wait && other.values.allSatisfy { values[$0] == $1 }
  }
}

/// One patient on one day, to be screened with changes.
struct ChangeVisit {
  let answers: Answers
  let pack: CompiledPack
  let interviewDate: CalendarDate

  /// The outcome as things stand.
  var outcome: Severity { outcome(with: CombinedChange()) }

  /// The outcome with some changes.
  func outcome(with change: CombinedChange) -> Severity {
    WeighedPack(context(with: change, in: pack)).outcome
  }

  /// The changed answers, weighed with the whole pack or a part of it.
  func context(with change: CombinedChange, in pack: CompiledPack) -> AnswerContext {
    var changed = answers
    for (question, value) in change.values { changed[question] = .known(value) }
    if change.wait > 0 {
      changed[.plannedTreatmentDate] = .known(.date(.day(interviewDate.adding(days: change.wait))))
    }
    return AnswerContext(pack: pack, answers: changed, interviewDate: interviewDate)
  }

  /// The changes in the order in which they are shown.
  func changeSet(_ change: CombinedChange, outcome: Severity) -> ChangeSet {
    let wait: [Change] =
      change.wait > 0 ? [.waitUntil(interviewDate.adding(days: change.wait))] : []
    let values = pack.questions.compactMap { question in
      change.values[question.id].map { Change.change(question.id, to: $0) }
    }
    return ChangeSet(steps: wait + values, outcome: outcome)
  }
}

extension [CombinedChange] {
  /// Those that hold none of the others, smaller ones and shorter waits first.
  var minimal: [CombinedChange] {
    var kept: [CombinedChange] = []
    let sorted = enumerated().sorted { first, second in
      (first.element.size, first.element.wait, first.offset)
        < (second.element.size, second.element.wait, second.offset)
    }
    for (_, change) in sorted where !kept.contains(where: change.contains) { kept.append(change) }
    return kept
  }
}
