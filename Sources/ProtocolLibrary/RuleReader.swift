import ClinicalModel

/// Reads `rules/<subject>.yaml`.
struct RuleReader {
  static let required = [
    "id", "title", "when", "severity", "staff", "patient", "cite", "strength",
  ]
  static let optional = [
    "until", "until-event", "note", "emergency", "scope", "settles-default", "unless",
    "offers-test", "for", "for-categories",
  ]

  let names: PackNames

  func rules(
    _ root: DocumentNode, fileName: String, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> [Rule] {
    guard
      let fields = Fields(root, of: "a rules file", required: ["subject", "rules"], &faults)
    else { return [] }
    let subject = fields.name("subject", &faults)
    if !subject.isEmpty, subject != fileName, let node = fields.node("subject") {
      faults.add(
        node.place, "the subject \(shown(subject)) stands in a file named for \(shown(fileName))",
        "give the file and the subject the same name")
    }
    return fields.items("rules", &faults).compactMap { rule($0, &unique, &faults) }
  }

  private func rule(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> Rule?
  {
    guard
      let fields = Fields(
        node, of: "a rule", required: Self.required, optional: Self.optional, &faults)
    else { return nil }
    let severity = fields.word(
      "severity", of: Severity.allCases, default: .doNotTreat, &faults)
    checkBlanks(fields, &faults)
    return Rule(
      id: id(fields, &unique, &faults), title: fields.text("title", most: 60, &faults),
      when: whole(fields, &faults), severity: severity, until: until(fields, severity, &faults),
      staff: fields.text("staff", &faults), patient: fields.text("patient", &faults),
      cite: names.citations(fields, of: "the rule", atLeast: 1, &faults),
      strength: fields.word(
        "strength", of: EvidenceStrength.allCases, default: .generalKnowledge, &faults),
      note: fields.text("note", &faults),
      urgency: fields.yes("emergency", &faults) ? .emergency : .ordinary,
      scope: fields.word("scope", of: [RuleScope.plan, .ingredient], default: .plan, &faults),
      settling: fields.yes("settles-default", &faults) ? .settlesDefaults : .keepsDefaults)
  }

  /// `: {names}` at the end of a sentence is the one blank: it goes, with its
  /// colon, while nothing is named.
  private func checkBlanks(_ fields: Fields, _ faults: inout Faults) {
    for field in ["title", "staff", "patient"] {
      guard let node = fields.node(field), let text = node.scalar?.text, text.contains("{") else {
        continue
      }
      let parts = text.split(separator: ": {names}", omittingEmptySubsequences: false)
      let isPlain = parts.count == 2 && !parts.joined().contains("{")
      guard !isPlain || !(parts.last?.isEmpty == true || parts.last?.first == ".") else { continue }
      faults.add(
        node.place, "\(field) has a blank that nothing fills",
        "write \": {names}\" once, at the end of a sentence, or no brace")
    }
  }

  /// The condition, as far as nothing more detailed takes the rule's place.
  func condition(_ fields: Fields, _ faults: inout Faults) -> Condition {
    let when = fields.node("when").map { names.condition($0, of: "when", &faults) } ?? .always
    guard let unless = fields.node("unless") else { return when }
    return .and([when, .not(names.condition(unless, of: "unless", &faults))])
  }

  private func whole(_ fields: Fields, _ faults: inout Faults) -> Condition {
    let when = condition(fields, &faults)
    guard let (_, untested) = offer(fields, &faults) else { return when }
    return .and([when, untested])
  }

  private func id(_ fields: Fields, _ unique: inout UniqueNames, _ faults: inout Faults) -> Rule.ID
  {
    let id = fields.name("id", &faults)
    let place = fields.node("id")?.place ?? fields.place
    unique.use(id, of: "rule", at: place, &faults)
    if id.hasPrefix("unknown-") {
      faults.add(
        place, "the name \(shown(id)) is kept for findings on answers that are not known",
        "let the rule's name begin with another word")
    }
    return Rule.ID(rawValue: id)
  }

  /// `"<date question> + n"` or `"event: ..."`, with `defer` and only there.
  func until(_ fields: Fields, _ severity: Severity, _ faults: inout Faults) -> Until {
    guard let node = fields.node("until") else {
      if severity == .defer {
        faults.add(
          fields.place(of: "severity"), "the rule defers but does not say until when",
          "add until: \"<date question> + n\" or until: \"event: ...\"")
      }
      return .notDeferred
    }
    let severityIsRead =
      fields.node("severity")?.scalar.flatMap { Severity(rawValue: $0.text) } != nil
    if [.proceed, .caution].contains(severity), severityIsRead {
      faults.add(
        fields.place(of: "until"), "the rule has until but does not defer",
        "remove until or set severity: defer")
    }
    let text = oneLine(node, of: "until", most: 300, &faults)
    if text.hasPrefix("event:") {
      let event = text.dropFirst(6).drop { $0 == " " }
      if event.isEmpty {
        faults.add(node.place, "the event is empty", "say what must happen first")
      }
      return .event(String(event))
    }
    if text.isEmpty { return .notDeferred }
    return until(text, fields, node, &faults)
  }

  /// A day, with `until-event` for as long as nobody knows it.
  private func until(
    _ text: String, _ fields: Fields, _ node: DocumentNode, _ faults: inout Faults
  ) -> Until {
    let otherwise = fields.text("until-event", most: 200, &faults)
    if let day = untilDay(text, node, &faults) {
      if otherwise.isEmpty, !fields.has("until-event") {
        faults.add(
          node.place, "the day may not be known, and nothing says what must happen then",
          "add until-event")
      }
      return .latest([day], otherwise: otherwise)
    }
    let until = date(text, node, &faults)
    guard case .date(let question, let days) = until, !otherwise.isEmpty else { return until }
    return .latest([.answer(question, days: days)], otherwise: otherwise)
  }

  private func date(_ text: String, _ node: DocumentNode, _ faults: inout Faults) -> Until {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "+", let days = Int(parts[2]),
      String(days) == parts[2], (0...Self.daysMax).contains(days)
    else {
      faults.add(
        node.place, "until is neither a date nor an event",
        "write \"<date question> + n\", n days up to \(Self.daysMax), or \"event: ...\"")
      return .notDeferred
    }
    let id = Question.ID(rawValue: String(parts[0]))
    guard case .all(let vocabulary) = names.questions else { return .date(id, days: days) }
    switch vocabulary[id] {
    case .date, .unread: break
    case .single, .multiple, .number, .text, .list:
      faults.add(
        node.place(inside: 0), "\(shown(id.rawValue)) is not a date question",
        "name a question of type date, date-or-no or date-or-current")
    case nil:
      faults.add(
        node.place(inside: 0), "there is no question \(shown(id.rawValue))",
        didYouMean(id.rawValue, vocabulary.names, otherwise: "name a question of the pack"))
    }
    return .date(id, days: days)
  }

  /// The longest wait, ten years.
  static let daysMax = 3_650
}
