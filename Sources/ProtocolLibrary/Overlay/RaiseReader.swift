import ClinicalModel

// What an overlay raises stands in four lists of overlay.yaml:
//
//   severities:
//   - {rule: sunburn-now, severity: do-not-treat, reason: "..."}
//   - {rule: tan-fading, severity: defer, until: "event: ...", reason: "..."}
//   - {rule: rosacea-calm, severity: proceed-after-patch-test, offers-test: spot, reason: "..."}
//   windows:
//   - rule: filler-28-days
//     days: 42
//     title: "Filler less than 42 days ago"
//     patient: "We wait 6 weeks after filler."
//     reason: "..."
//     cite: [R38]
//   unknowns:
//   - {question: self-tan-date, severity: caution, reason: "..."}
//   valid-for-day:
//   - {question: sleep, reason: "..."}

/// Reads what an overlay raises, and refuses what would be lower than the pack.
struct RaiseReader {
  let lowering: Lowering
  let names: PackNames
  /// The rules that are raised, as the overlay makes them.
  private(set) var rules: [Rule.ID: Rule] = [:]
  /// The questions whose not being known is raised.
  private(set) var questions: [Question.ID: Question] = [:]
  /// What was raised, in the order read.
  private(set) var raises: [OverlayRaise] = []

  private var base: ProtocolPack { lowering.base }
  private var places: BasePlaces { lowering.places }

  init(lowering: Lowering, names: PackNames) {
    self.lowering = lowering
    self.names = names
  }

  /// The longest wait, ten years, as for a rule.
  private static let daysMax = 3_650
  private static let wordingKeys = ["title", "staff", "patient", "cite", "strength"]

  /// Windows first: a rule that is also raised keeps its longer window.
  mutating func read(_ fields: Fields, _ faults: inout Faults) {
    var seen = UniqueNames()
    for node in fields.items("windows", &faults) where !faults.isFull {
      window(node, &seen, &faults)
    }
    seen = UniqueNames()
    for node in fields.items("severities", &faults) where !faults.isFull {
      severity(node, &seen, &faults)
    }
    seen = UniqueNames()
    for node in fields.items("unknowns", &faults) where !faults.isFull {
      unknown(node, &seen, &faults)
    }
    seen = UniqueNames()
    for node in fields.items("valid-for-day", &faults) where !faults.isFull {
      validity(node, &seen, &faults)
    }
  }

  private mutating func severity(
    _ node: DocumentNode, _ seen: inout UniqueNames, _ faults: inout Faults
  ) {
    let optional = ["until", "offers-test", "for", "for-categories"] + Self.wordingKeys
    guard
      let (fields, rule) = entry(
        node, of: "a raised severity", ["rule", "severity", "reason"], optional, &seen, &faults),
      let place = fields.node("severity")?.place
    else { return }
    let severity = fields.word("severity", of: Severity.allCases, default: .doNotTreat, &faults)
    guard severity > rule.severity else {
      let same = severity == rule.severity
      faults.add(
        place,
        "the overlay says \(severity.rawValue) for the rule \(shown(rule.id.rawValue)), the pack "
          + "says \(rule.severity.rawValue)\(same ? " already" : "")",
        same
          ? "remove the entry"
          : "an overlay only raises: write a severity above \(rule.severity.rawValue) or remove "
            + "the entry",
        related: places.rule(rule.id, "severity"))
      return
    }
    let until = RuleReader(names: names).until(fields, severity, &faults)
    if rule.severity == .proceedAfterPatchTest, !fields.has("staff") {
      faults.add(
        place,
        "the rule \(shown(rule.id.rawValue)) no longer plans the patch test for which the pack "
          + "has it",
        "say in staff whether a patch test is still made", severity: .warning,
        related: places.rule(rule.id, "severity"))
    }
    let raise = OverlayRaise(
      .severity(rule.id, from: rule.severity, to: severity), reason: reason(fields, &faults))
    // What is raised to a test says which test ends it, as a rule of the pack does.
    let offer = RuleReader(names: names).offer(fields, &faults)
    rules[rule.id] = raised(
      rule, by: raise, when: offer.map { .and([rule.when, $0.1]) } ?? rule.when,
      severity: severity, until: until, fields, &faults)
  }

  private mutating func unknown(
    _ node: DocumentNode, _ seen: inout UniqueNames, _ faults: inout Faults
  ) {
    guard
      let (fields, question) = questionEntry(
        node, of: "a raised unknown", ["question", "severity", "reason"], &seen, &faults)
    else { return }
    let name = question.id.rawValue
    guard let severityPlace = fields.node("severity")?.place else { return }
    let severity = fields.word("severity", of: Severity.allCases, default: .doNotTreat, &faults)
    if case .finding(let own) = question.onUnknown, severity <= own {
      let same = severity == own
      faults.add(
        severityPlace,
        "the overlay says \(severity.rawValue) when \(shown(name)) is not known, the pack says "
          + "\(own.rawValue)\(same ? " already" : "")",
        same
          ? "remove the entry"
          : "an overlay only raises: write a severity above \(own.rawValue) or remove the entry",
        related: places.question(question.id, "on_unknown"))
      return
    }
    let raise = OverlayRaise(
      .unknown(question.id, from: question.onUnknown, to: severity),
      reason: reason(fields, &faults))
    raises.append(raise)
    questions[question.id] = question.with(
      onUnknown: .finding(severity), help: joined(question.help, raise.forStaff),
      validFor: question.validFor)
  }

  /// A question whose answer this clinic asks again on another day.
  private mutating func validity(
    _ node: DocumentNode, _ seen: inout UniqueNames, _ faults: inout Faults
  ) {
    guard
      let (fields, question) = questionEntry(
        node, of: "an answer of one day", ["question", "reason"], &seen, &faults),
      let place = fields.node("question")?.place
    else { return }
    let name = question.id.rawValue
    if case .list = question.kind {
      faults.add(place, "\(shown(name)) is a list, which is not of one day", "remove the entry")
      return
    }
    guard question.validFor == .always else {
      faults.add(
        place,
        "the pack asks \(shown(name)) again on another day already", "remove the entry",
        related: places.question(question.id, "valid-for"))
      return
    }
    let raise = OverlayRaise(.validity(question.id), reason: reason(fields, &faults))
    raises.append(raise)
    questions[question.id] = question.with(
      onUnknown: question.onUnknown, help: joined(question.help, raise.forStaff), validFor: .day)
  }

  /// The keys of an entry and the question it names, as it is raised so far.
  private mutating func questionEntry(
    _ node: DocumentNode, of what: String, _ keys: [String], _ seen: inout UniqueNames,
    _ faults: inout Faults
  ) -> (Fields, Question)? {
    let node = lowering.refusingChanges(
      of: node, subject: "question", list: "questions", known: keys, &faults)
    guard let fields = Fields(node, of: what, required: keys, &faults) else { return nil }
    let name = fields.name("question", &faults)
    guard !name.isEmpty, let place = fields.node("question")?.place else { return nil }
    seen.use(
      name, of: "\(what.split(separator: " ").dropFirst().joined(separator: " ")) of",
      at: place, &faults)
    let id = Question.ID(rawValue: name)
    guard let question = questions[id] ?? base.question(id) else {
      faults.add(
        place, "the pack has no question \(shown(name))",
        didYouMean(
          name, base.questions.map(\.id.rawValue), otherwise: "name a question of the pack"))
      return nil
    }
    return (fields, question)
  }
}

extension RaiseReader {
  private mutating func window(
    _ node: DocumentNode, _ seen: inout UniqueNames, _ faults: inout Faults
  ) {
    guard
      let (fields, rule) = entry(
        node, of: "a longer window", ["rule", "days", "reason"], Self.wordingKeys, &seen, &faults),
      let place = fields.node("days")?.place
    else { return }
    let text = fields.text("days", most: 20, &faults)
    guard let days = Int(text), String(days) == text, (1...Self.daysMax).contains(days) else {
      if !text.isEmpty {
        faults.add(
          place, "\(shown(text)) is no number of days",
          "write whole days, from 1 to \(Self.daysMax)")
      }
      return
    }
    guard let window = window(of: rule, at: fields.node("rule")?.place ?? place, &faults) else {
      return
    }
    guard days > window.days else {
      let same = days == window.days
      faults.add(
        place,
        "the overlay waits \(days) days by the rule \(shown(rule.id.rawValue)), the pack waits "
          + "\(window.days)\(same ? " already" : "")",
        same
          ? "remove the entry"
          : "an overlay only lengthens: write more than \(window.days) or remove the entry",
        related: places.rule(rule.id, window.key))
      return
    }
    var until = rule.until
    if case .date(let question, _) = until { until = .date(question, days: days) }
    let raise = OverlayRaise(
      .window(rule.id, from: window.days, to: days), reason: reason(fields, &faults))
    let longer = raised(
      rule, by: raise, when: rule.when.moving(window.comparisons, by: days - window.days),
      severity: rule.severity, until: until, fields, &faults)
    refuseOldWords(of: rule, in: longer, window.days, days, fields, &faults)
    rules[rule.id] = longer
  }

  /// The window of a rule: that of its dated deferral, or the one window its
  /// condition has.
  private func window(of rule: Rule, at place: Place, _ faults: inout Faults)
    -> (days: Int, comparisons: Set<ConditionWindow>, key: String)?
  {
    let windows = Set(rule.when.windows)
    let name = shown(rule.id.rawValue)
    let remedy = "raise its severity, or add a rule with the window the clinic wants"
    if case .date(let question, let days) = rule.until {
      let counted = windows.filter { $0.measure == .days(question) }
      let own = counted.filter { $0.end == days }
      if own.isEmpty, !counted.isEmpty {
        faults.add(
          place,
          "the rule \(name) counts other days than its until does", remedy,
          related: places.rule(rule.id, "when", "the days its when counts")
            + places.rule(rule.id, "until", "the days its until counts"))
        return nil
      }
      return (days, own, "until")
    }
    guard windows.count == 1, let only = windows.first else {
      faults.add(
        place,
        "the rule \(name) has \(windows.isEmpty ? "no window" : "several windows")", remedy,
        related: places.rule(rule.id, "when", "its condition"))
      return nil
    }
    return (only.days, windows, "when")
  }

  /// A title that says 28 days over a window of 42 would be wrong on screen.
  private func refuseOldWords(
    of rule: Rule, in longer: Rule, _ old: Int, _ new: Int, _ fields: Fields,
    _ faults: inout Faults
  ) {
    let texts = [
      ("title", longer.title), ("staff", longer.staff), ("patient", longer.patient),
    ]
    for (key, text) in texts {
      let words = windowWords(of: old, in: text)
      guard !words.isEmpty else { continue }
      faults.add(
        fields.place(of: key),
        "the \(key) of \(shown(rule.id.rawValue)) says \(shown(words)), the window has "
          + "\(new) days", "give the entry a \(key) that fits \(new) days",
        related: fields.has(key) ? [] : places.rule(rule.id, key))
    }
  }

  /// The keys of an entry and the rule it names, as it is raised so far.
  private func entry(
    _ node: DocumentNode, of what: String, _ required: [String], _ optional: [String],
    _ seen: inout UniqueNames, _ faults: inout Faults
  ) -> (Fields, Rule)? {
    let node = lowering.refusingChanges(
      of: node, subject: "rule", list: "rules", known: required + optional, &faults)
    guard let fields = Fields(node, of: what, required: required, optional: optional, &faults),
      let place = fields.node("rule")?.place
    else { return nil }
    let name = fields.name("rule", &faults)
    guard !name.isEmpty else { return nil }
    seen.use(name, of: "\(what.dropFirst(2)) of", at: place, &faults)
    let id = Rule.ID(rawValue: name)
    guard let rule = rules[id] ?? base.rule(id) else {
      faults.add(
        place, "the pack has no rule \(shown(name))",
        didYouMean(name, base.rules.map(\.id.rawValue), otherwise: "name a rule of the pack"))
      return nil
    }
    return (fields, rule)
  }

  /// The rule as the overlay makes it, with the raise in its note: a finding
  /// says whose window it is.
  ///
  /// The sources stand for what the pack says; what the clinic makes of it is
  /// the clinic's own opinion unless the entry says otherwise.
  private mutating func raised(
    _ rule: Rule, by raise: OverlayRaise, when: Condition, severity: Severity, until: Until,
    _ fields: Fields, _ faults: inout Faults
  ) -> Rule {
    raises.append(raise)
    let own = names.citations(fields, of: "the entry", atLeast: 0, &faults)
    func text(_ key: String, _ otherwise: String, most: Int = Fields.textMax) -> String {
      fields.has(key) ? fields.text(key, most: most, &faults) : otherwise
    }
    return rule.with(
      title: text("title", rule.title, most: 60), when: when, severity: severity, until: until,
      staff: text("staff", rule.staff), patient: text("patient", rule.patient),
      cite: rule.cite + own.filter { !rule.cite.contains($0) },
      strength: fields.word(
        "strength", of: EvidenceStrength.allCases,
        default: rule.strength == .generalKnowledge ? .generalKnowledge : .expertOpinion, &faults),
      note: joined(rule.note, raise.forStaff))
  }

  private func reason(_ fields: Fields, _ faults: inout Faults) -> String {
    fields.text("reason", most: 300, &faults)
  }

  private func joined(_ text: String, _ more: String) -> String {
    text.isEmpty ? more : "\(text) \(more)"
  }
}

extension OverlayRaise {
  /// The raise as a sentence beside the finding or question.
  fileprivate var forStaff: String {
    let end = reason.last.map { ".!?".contains($0) } == true ? "" : "."
    return "This clinic: \(words). \(reason)\(end)"
  }
}
