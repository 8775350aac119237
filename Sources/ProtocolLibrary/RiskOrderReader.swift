import ClinicalModel

/// Reads `risk-orders.yaml`: which options of a single choice carry more risk
/// than others, and the rules for which the content is known not to follow.
struct RiskOrderReader {
  let names: PackNames
  let rules: Set<Rule.ID>

  func orders(_ root: DocumentNode, _ faults: inout Faults) -> [RiskOrder] {
    guard
      let file = Fields(root, of: "risk-orders.yaml", required: ["risk-orders"], &faults)
    else { return [] }
    var unique = UniqueNames()
    return file.items("risk-orders", &faults).compactMap { order($0, &unique, &faults) }
  }

  private func order(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> RiskOrder?
  {
    guard
      let fields = Fields(
        node, of: "an order of risk", required: ["question", "options"], optional: ["exceptions"],
        &faults)
    else { return nil }
    let question = fields.name("question", &faults)
    let place = fields.node("question")?.place ?? fields.place
    unique.use(question, of: "order of risk for", at: place, &faults)
    let options = fields.items("options", &faults).map {
      ($0.place, Option.ID(rawValue: oneLine($0, of: "an option", most: 64, &faults)))
    }
    if fields.node("options")?.items != nil, options.count < 2 {
      faults.add(
        fields.place(of: "options"), "the order has fewer than two options",
        "write them lowest risk first")
    }
    check(options, of: Question.ID(rawValue: question), at: place, &faults)
    return RiskOrder(
      question: Question.ID(rawValue: question), options: options.map(\.1),
      exceptions: fields.items("exceptions", &faults).compactMap { exception($0, &faults) })
  }

  private func check(
    _ options: [(Place, Option.ID)], of question: Question.ID, at place: Place,
    _ faults: inout Faults
  ) {
    var seen: Set<Option.ID> = []
    for (place, option) in options where !seen.insert(option).inserted {
      faults.add(place, "\(shown(option.rawValue)) stands twice", "keep one of the two")
    }
    guard case .all(let vocabulary) = names.questions, !question.rawValue.isEmpty else { return }
    switch vocabulary[question] {
    case .single(let known):
      for (place, option) in options where !known.contains(option) {
        let words = known.map(\.rawValue)
        faults.add(
          place, "\(shown(question.rawValue)) has no option \(shown(option.rawValue))",
          didYouMean(option.rawValue, words, otherwise: "use one of \(listed(words))"))
      }
    case .unread: break
    case .multiple, .number, .date, .text:
      faults.add(
        place, "\(shown(question.rawValue)) is not a single choice",
        "declare the order of a question of type single")
    case nil:
      faults.add(
        place, "there is no question \(shown(question.rawValue))",
        didYouMean(
          question.rawValue, vocabulary.names, otherwise: "name a question of the pack"))
    }
  }

  private func exception(_ node: DocumentNode, _ faults: inout Faults) -> RiskException? {
    guard
      let fields = Fields(node, of: "an exception", required: ["rule", "reason"], &faults)
    else { return nil }
    let rule = Rule.ID(rawValue: fields.name("rule", &faults))
    if !rule.rawValue.isEmpty, !rules.contains(rule) {
      faults.add(
        fields.node("rule")?.place ?? fields.place, "there is no rule \(shown(rule.rawValue))",
        didYouMean(
          rule.rawValue, rules.map(\.rawValue), otherwise: "name a rule of the pack"))
    }
    return RiskException(rule: rule, reason: fields.text("reason", &faults))
  }
}
