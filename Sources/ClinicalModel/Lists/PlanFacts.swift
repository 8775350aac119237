// What is planned, whichever question says so: the entries of the list, and what
// the options of other questions put into or onto the patient.

/// Something that may be planned while it is not known whether, or which one.
struct OpenPlan: Sendable {
  /// The question that would tell, or the one whose option leaves it open.
  let question: Question.ID
  /// What it may be.
  let candidates: [Ingredient]
  /// Whether one of them is planned for certain: an option is marked that does
  /// not say which. Otherwise the question has no answer.
  let isOneOf: Bool
  /// Whether it is given apart from the product.
  let isApart: Bool
}

extension ListFacts {
  /// The plan beside the list: what is certain, and what is open.
  ///
  /// What stands on the list by any of a row's names is not planned twice; the
  /// entry has the lot and the label.
  static func planBesides(
    _ listed: [PlannedFact], _ answer: (Question.ID) -> Answer, of pack: ProtocolPack,
    interviewDate: CalendarDate
  ) -> (held: [PlannedFact], open: [OpenPlan]) {
    let tables = pack.tables
    guard !tables.planOptions.isEmpty,
      let list = pack.question(ListSubject.plannedIngredients.question)
    else { return ([], []) }
    let onList = Set(listed.flatMap(\.ingredients).map(\.id))
    var held: [PlannedFact] = []
    var open: [OpenPlan] = []
    for question in tables.planQuestions where pack.question(question) != nil {
      let options = tables.planOptions(of: question)
      guard let marked = answer(question).markedOptions else {
        for isApart in [false, true] {
          let ids = once(options.filter { $0.isApart == isApart }.map(\.brings))
          let candidates = ids.compactMap(tables.ingredient)
          guard !candidates.isEmpty else { continue }
          open.append(
            OpenPlan(
              question: question, candidates: candidates, isOneOf: false, isApart: isApart))
        }
        continue
      }
      for option in options where marked.contains(option.option) {
        if onList.isDisjoint(with: option.listedAs) {
          let known = onList.union(held.flatMap(\.ingredients).map(\.id))
          held += option.holds.filter { !known.contains($0) }.compactMap(tables.ingredient).map {
            PlannedFact($0, by: option, asEntryOf: list, interviewDate: interviewDate)
          }
        }
        // What is given apart may be another product of the same kind.
        let isNamed = !option.isApart && !onList.isDisjoint(with: option.oneOf + option.listedAs)
        if !option.oneOf.isEmpty, !isNamed {
          open.append(
            OpenPlan(
              question: question, candidates: option.oneOf.compactMap(tables.ingredient),
              isOneOf: true, isApart: option.isApart))
        }
      }
    }
    return (held, open)
  }
}

extension Tables {
  /// The questions that say what is planned beside the list, in the table's
  /// order.
  public var planQuestions: [Question.ID] { once([planOptions.map(\.question)]) }
}

extension Answer {
  /// The options of a choice that was made; nothing while the answer is not
  /// known.
  fileprivate var markedOptions: [Option.ID]? {
    switch self {
    case .known(.choice(let option)): [option]
    case .known(.choices(let options)): options
    case .known(.text), .known(.number), .known(.date), .known(.never), .known(.current),
      .known(.entries), .unknown:
      nil
    }
  }
}
