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
  /// Each question's `when`.
  let gates: [PlacedCondition]
  /// The order in which gates are weighed, and the rank of each question in it:
  /// what a gate reads comes before it. A gate may stand later in the checklist
  /// than its question. In a circle, which the pack reader refuses, the gate
  /// weighed first takes the others for unknown.
  let order: [Int]
  let ranks: [Int]
  /// Each rule's `when`.
  let rules: [PlacedCondition]
  /// Each emergency screen's `when`.
  let emergencies: [PlacedCondition]

  init(questions: [Question], rules: [Rule], emergencies: [Emergency]) {
    let bare = PackIndex(bare: questions)
    let order = Self.order(of: questions, places: bare.places)
    self.questions = questions
    places = bare.places
    wordCounts = bare.wordCounts
    tenses = bare.tenses
    gates = questions.map { PlacedCondition($0.when, in: bare) }
    self.order = order
    ranks = Self.ranks(order)
    self.rules = rules.map { PlacedCondition($0.when, in: bare) }
    self.emergencies = emergencies.map { PlacedCondition($0.when, in: bare) }
  }

  /// The questions alone: enough to put conditions into numbers.
  private init(bare questions: [Question]) {
    self.questions = questions
    places = Dictionary(
      questions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    wordCounts = questions.map(OptionBits.wordCount)
    tenses = questions.map { question in
      if case .date(let tense, _, _) = question.kind { tense } else { .past }
    }
    gates = []
    order = []
    ranks = []
    rules = []
    emergencies = []
  }

  private static func order(of questions: [Question], places: [Question.ID: Int]) -> [Int] {
    var order: [Int] = []
    var met: Set<Int> = []
    func visit(_ place: Int) {
      guard met.insert(place).inserted else { return }
      for id in questions[place].when.questions {
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

extension PackIndex: Hashable {
  /// Two packs differ in what the index is made of, never in the index alone.
  static func == (_: PackIndex, _: PackIndex) -> Bool { true }

  func hash(into _: inout Hasher) {}
}
