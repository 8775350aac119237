import ClinicalModel

/// Reads `risk-orders.yaml`: which options of a choice carry more risk than
/// others, and the rules for which the content is known not to follow.
///
/// ```
/// risk-orders:
/// - question: keloid-history
///   options: ["no", "family", "personal"]        # lowest risk first
///   exceptions:
///   - {rule: keloid-family, reason: "..."}
/// marks:                                          # each mark is a risk more
/// - question: medical-conditions                  # options: all but "none"
/// sets: [allergies, {list: medicines, exceptions: [...]}]   # each entry is one
/// ```
struct RiskOrderReader {
  let names: PackNames
  let rules: Set<Rule.ID>

  func declared(_ root: DocumentNode, _ faults: inout Faults)
    -> (orders: [RiskOrder], sets: [RiskSet])
  {
    guard
      let file = Fields(
        root, of: "risk-orders.yaml", required: ["risk-orders"], optional: ["marks", "sets"],
        &faults)
    else { return ([], []) }
    var unique = UniqueNames()
    let orders = file.items("risk-orders", &faults).compactMap { order($0, &unique, &faults) }
    let marked = file.items("marks", &faults).compactMap { marks($0, &unique, &faults) }
    return (orders + marked, file.items("sets", &faults).compactMap { set($0, &unique, &faults) })
  }

  /// The lists that may be declared: what is added to a list of skin tests may
  /// be a negative one.
  private static let lists: [ListSubject] = [.medicines, .allergies, .plannedIngredients]

  /// A list, by its name alone or with exceptions.
  private func set(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> RiskSet?
  {
    let name: DocumentNode
    var exceptions: [RiskException] = []
    if node.scalar != nil {
      name = node
    } else {
      guard
        let fields = Fields(
          node, of: "an entry of sets", required: ["list"], optional: ["exceptions"], &faults),
        let node = fields.node("list")
      else { return nil }
      name = node
      exceptions = self.exceptions(fields, &faults)
    }
    let text = oneLine(name, of: "a list", most: 64, &faults)
    guard let list = Self.lists.first(where: { $0.rawValue == text }) else {
      let words = Self.lists.map(\.rawValue)
      faults.add(
        name.place, "\(shown(text)) is no list of which each entry is a risk",
        didYouMean(text, words, otherwise: "use one of \(listed(words))"))
      return nil
    }
    unique.use(text, of: "order of risk for", at: name.place, &faults)
    if case .list = term(list.question, at: name.place, &faults) {
      return RiskSet(list: list, exceptions: exceptions)
    }
    return nil
  }

  /// An order of a single choice.
  private func order(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> RiskOrder?
  {
    guard
      let fields = Fields(
        node, of: "an order of risk", required: ["question", "options"], optional: ["exceptions"],
        &faults)
    else { return nil }
    let (question, place) = question(fields, &unique, &faults)
    let options = options(fields, &faults)
    if fields.node("options")?.items != nil, options.count < 2 {
      faults.add(
        fields.place(of: "options"), "the order has fewer than two options",
        "write them lowest risk first")
    }
    switch term(question, at: place, &faults) {
    case .single(let known): check(options, among: known, of: question, &faults)
    case .unread: break
    case .multiple, .number, .date, .text, .list:
      faults.add(
        place, "\(shown(question.rawValue)) is not a single choice",
        "declare the order of a question of type single; one of type multi belongs under marks")
    }
    return RiskOrder(
      question: question, options: options.map(\.1), exceptions: exceptions(fields, &faults))
  }

  /// The risks of a multiple choice; all its options but `none` when they are
  /// not named.
  private func marks(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> RiskOrder?
  {
    guard
      let fields = Fields(
        node, of: "an entry of marks", required: ["question"], optional: ["options", "exceptions"],
        &faults)
    else { return nil }
    let (question, place) = question(fields, &unique, &faults)
    var options = options(fields, &faults)
    switch term(question, at: place, &faults) {
    case .multiple(let known):
      check(options, among: known.filter { $0 != Option.none }, of: question, &faults)
      if !fields.has("options") {
        options = known.filter { $0 != Option.none }.map { (place, $0) }
      }
    case .unread: break
    case .single, .number, .date, .text, .list:
      faults.add(
        place, "\(shown(question.rawValue)) is not a multiple choice",
        "a question of type single belongs under risk-orders")
    }
    return RiskOrder(
      question: question, options: options.map(\.1), exceptions: exceptions(fields, &faults))
  }

  private func question(
    _ fields: Fields, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> (Question.ID, Place) {
    let question = fields.name("question", &faults)
    let place = fields.node("question")?.place ?? fields.place
    unique.use(question, of: "order of risk for", at: place, &faults)
    return (Question.ID(rawValue: question), place)
  }

  private func options(_ fields: Fields, _ faults: inout Faults) -> [(Place, Option.ID)] {
    fields.items("options", &faults).map {
      ($0.place, Option.ID(rawValue: oneLine($0, of: "an option", most: 64, &faults)))
    }
  }

  /// What kind of question it is; unread when that cannot be told.
  private func term(_ question: Question.ID, at place: Place, _ faults: inout Faults)
    -> QuestionVocabulary.Term
  {
    guard case .all(let vocabulary) = names.questions, !question.rawValue.isEmpty else {
      return .unread
    }
    if let term = vocabulary[question] { return term }
    faults.add(
      place, "there is no question \(shown(question.rawValue))",
      didYouMean(question.rawValue, vocabulary.names, otherwise: "name a question of the pack"))
    return .unread
  }

  private func check(
    _ options: [(Place, Option.ID)], among known: [Option.ID], of question: Question.ID,
    _ faults: inout Faults
  ) {
    var seen: Set<Option.ID> = []
    for (place, option) in options {
      if !seen.insert(option).inserted {
        faults.add(place, "\(shown(option.rawValue)) stands twice", "keep one of the two")
      }
      guard !known.contains(option), !option.rawValue.isEmpty else { continue }
      let words = known.map(\.rawValue)
      faults.add(
        place, "\(shown(question.rawValue)) has no option \(shown(option.rawValue))",
        didYouMean(option.rawValue, words, otherwise: "use one of \(listed(words))"))
    }
  }

  private func exceptions(_ fields: Fields, _ faults: inout Faults) -> [RiskException] {
    var seen: Set<Rule.ID> = []
    return fields.items("exceptions", &faults).compactMap { node in
      guard
        let fields = Fields(node, of: "an exception", required: ["rule", "reason"], &faults)
      else { return nil }
      let rule = Rule.ID(rawValue: fields.name("rule", &faults))
      let place = fields.node("rule")?.place ?? fields.place
      if !rule.rawValue.isEmpty, !rules.contains(rule) {
        faults.add(
          place, "there is no rule \(shown(rule.rawValue))",
          didYouMean(
            rule.rawValue, rules.map(\.rawValue), otherwise: "name a rule of the pack"))
      } else if !seen.insert(rule).inserted {
        faults.add(place, "\(shown(rule.rawValue)) is excepted twice", "keep one of the two")
      }
      return RiskException(rule: rule, reason: fields.text("reason", &faults))
    }
  }
}
