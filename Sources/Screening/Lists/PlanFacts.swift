import ClinicalModel

// What is planned, whichever question says so: the entries of the list, and what
// the options of other questions put into or onto the patient.

/// Something that may be planned while it is not known whether, or which one.
struct OpenPlan: Sendable {
  /// The question that would tell, or the one whose option leaves it open.
  let question: Question.ID
  /// What it may be.
  let candidates: [Ingredient]
  /// The same by name.
  let ids: Set<Ingredient.ID>
  /// Whether one of them is planned for certain: an option is marked that does
  /// not say which. Otherwise the question has no answer.
  let isOneOf: Bool
  /// Whether it is given apart from the product.
  let isApart: Bool

  init(question: Question.ID, candidates: [Ingredient], isOneOf: Bool, isApart: Bool) {
    self.question = question
    self.candidates = candidates
    ids = Set(candidates.map(\.id))
    self.isOneOf = isOneOf
    self.isApart = isApart
  }
}

/// A question that says what is planned beside the list.
struct PlanQuestion: Sendable {
  let question: Question.ID
  /// Its rows, in the table's order.
  let options: [PlanOption]
  /// What may be planned while it has no answer.
  let unanswered: [OpenPlan]
  /// What an option leaves open.
  let oneOf: [Option.ID: OpenPlan]
}

extension ListFacts {
  /// The plan beside the list: what is certain, and what is open.
  ///
  /// What stands on the list by any of a row's names is not planned twice; the
  /// entry has the lot and the label.
  static func planBesides(
    _ listed: [PlannedFact], _ answer: (Question.ID) -> Answer, of pack: CompiledPack,
    interviewDate: CalendarDate
  ) -> (held: [PlannedFact], open: [OpenPlan]) {
    let tables = pack.pack.tables
    guard !pack.plan.isEmpty,
      let list = pack.question(ListSubject.plannedIngredients.question)
    else { return ([], []) }
    let onList = Set(listed.flatMap(\.ingredients).map(\.id))
    var held: [PlannedFact] = []
    var open: [OpenPlan] = []
    for asked in pack.plan where pack.question(asked.question) != nil {
      guard let marked = answer(asked.question).markedOptions else {
        open += asked.unanswered
        continue
      }
      for option in asked.options where marked.contains(option.option) {
        if onList.isDisjoint(with: option.listedAs) {
          let known = onList.union(held.flatMap(\.ingredients).map(\.id))
          held += option.holds.filter { !known.contains($0) }.compactMap(tables.ingredient).map {
            PlannedFact($0, by: option, asEntryOf: list, interviewDate: interviewDate)
          }
        }
        // What is given apart may be another product of the same kind.
        let isNamed = !option.isApart && !onList.isDisjoint(with: option.oneOf + option.listedAs)
        if !isNamed, let oneOf = asked.oneOf[option.option] { open.append(oneOf) }
      }
    }
    return (held, open)
  }
}

extension Tables {
  /// The questions that say what is planned beside the list, with what each
  /// leaves open.
  var plan: [PlanQuestion] {
    planQuestions.map { question in
      let options = planOptions.filter { $0.question == question }
      let unanswered = [false, true].map { isApart in
        OpenPlan(
          question: question,
          candidates: once(options.filter { $0.isApart == isApart }.map(\.brings))
            .compactMap(ingredient), isOneOf: false, isApart: isApart)
      }
      let oneOf = options.filter { !$0.oneOf.isEmpty }.map { option in
        let open = OpenPlan(
          question: question, candidates: option.oneOf.compactMap(ingredient), isOneOf: true,
          isApart: option.isApart)
        return (option.option, open)
      }
      return PlanQuestion(
        question: question, options: options,
        unanswered: unanswered.filter { !$0.candidates.isEmpty },
        oneOf: Dictionary(oneOf, uniquingKeysWith: { first, _ in first }))
    }
  }
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
