import ClinicalModel

/// A pack's questions by their place in the checklist, and its conditions in
/// numbers. It follows from the pack and is worked out once.
final class PackIndex: Sendable {
  let questions: [Question]
  let places: [Question.ID: Int]
  /// How many words hold each question's options.
  let wordCounts: [Int]
  /// Whether each question's date lies behind or ahead; dates are past unless
  /// the pack says otherwise.
  let tenses: [DateTense]
  /// The places of the questions whose answers hold for a day.
  let ofDay: [Int]
  /// Each question's `when`.
  let gates: [CompiledCondition]
  /// The order in which gates are weighed, and the rank of each question in it:
  /// what a gate reads comes before it. A gate may stand later in the checklist
  /// than its question. In a circle, which the pack reader refuses, the gate
  /// weighed first takes the others for unknown.
  let order: [Int]
  let ranks: [Int]
  /// Whether each question has options as which planned ingredients count.
  let takesPlan: [Bool]
  /// Each rule's `when`.
  let rules: [CompiledCondition]
  /// Each emergency screen's `when`.
  let emergencies: [CompiledCondition]
  /// Both sides of each contradiction.
  let contradictions: [(one: CompiledCondition, other: CompiledCondition)]

  init(of pack: ProtocolPack) {
    let questions = pack.questions
    let tables = pack.tables
    let bare = PackIndex(bare: questions, places: pack.places)
    let order = Self.order(of: questions, places: bare.places, tables)
    self.questions = questions
    places = bare.places
    wordCounts = bare.wordCounts
    tenses = bare.tenses
    ofDay = bare.ofDay
    gates = questions.map { CompiledCondition($0.when, in: bare) }
    self.order = order
    ranks = Self.ranks(order)
    takesPlan = questions.map { Self.takesPlan($0, tables, bare.places) }
    rules = pack.rules.map { CompiledCondition($0.when, in: bare) }
    emergencies = pack.emergencies.map { CompiledCondition($0.when, in: bare) }
    contradictions = pack.contradictions.pairs.map {
      (CompiledCondition($0.one, in: bare), CompiledCondition($0.other, in: bare))
    }
  }

  /// The questions alone: enough to compile conditions.
  private init(bare questions: [Question], places: [Question.ID: Int]) {
    self.questions = questions
    self.places = places
    wordCounts = questions.map(OptionBits.wordCount)
    tenses = questions.map { question in
      if case .date(let tense, _, _) = question.kind { tense } else { .past }
    }
    ofDay = questions.indices.filter { questions[$0].validFor == .day }
    gates = []
    order = []
    ranks = []
    takesPlan = []
    rules = []
    emergencies = []
    contradictions = []
  }

  /// A pack that asks for no list of what is planned has no plan.
  private static func takesPlan(
    _ question: Question, _ tables: Tables, _ places: [Question.ID: Int]
  ) -> Bool {
    places[ListSubject.plannedIngredients.question] != nil
      && tables.planOptions.contains { $0.question == question.id && $0.countsBack }
  }

  private static func order(
    of questions: [Question], places: [Question.ID: Int], _ tables: Tables
  ) -> [Int] {
    var order: [Int] = []
    var met: Set<Int> = []
    func visit(_ place: Int) {
      guard met.insert(place).inserted else { return }
      for id in tables.questionsRead(by: questions[place].when) {
        if let read = places[id] { visit(read) }
      }
      order.append(place)
    }
    for place in questions.indices { visit(place) }
    return order
  }

  private static func ranks(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    return ranks
  }
}
