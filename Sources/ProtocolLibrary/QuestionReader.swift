import ClinicalModel

/// Reads one question of a section.
struct QuestionReader {
  static let required = ["id", "ask", "label", "why", "cite", "type", "on_unknown"]
  static let optional = [
    "hint", "help", "options", "fields", "unit", "range", "tense", "when", "staff", "privacy",
    "changeable", "polarity", "polarity-reason", "unknown-reads", "unknown-reason", "valid-for",
    "for-record",
  ]

  /// The most options of one question.
  private static let optionsMax = 100

  let names: PackNames

  /// What an answer to a question is, as packs write it.
  enum Kind: String, CaseIterable {
    case single
    case multi
    case text
    case number
    case date
    case dateOrNo = "date-or-no"
    case dateOrCurrent = "date-or-current"
    case list
    /// Only fields of a list.
    case name
    /// Only fields of a list.
    case names
  }

  /// What not knowing does, as packs write it.
  private enum OnUnknown: String, CaseIterable {
    case proceed
    case proceedAfterPatchTest = "proceed-after-patch-test"
    case caution
    case `defer`
    case doNotTreat = "do-not-treat"
    case none

    var policy: UnknownPolicy {
      if let severity = Severity(rawValue: rawValue) { .finding(severity) } else { .noFinding }
    }
  }

  func question(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> Question?
  {
    guard
      let fields = Fields(
        node, of: "a question", required: Self.required, optional: Self.optional, &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    let idPlace = fields.node("id")?.place ?? fields.place
    unique.use(id, of: "question", at: idPlace, &faults)
    if QuestionVocabulary.reserved.contains(id) {
      faults.add(
        idPlace, "\(shown(id)) is a word of the condition language", "give the question another id")
    }
    let hint = fields.text("hint", &faults)
    if hint.hasSuffix("."), let node = fields.node("hint") {
      faults.add(
        node.place, "the hint ends with a full stop", "remove the full stop", severity: .warning)
    }
    let kind = fields.word(
      "type", of: Kind.allCases.filter { ![.name, .names].contains($0) }, default: .text, &faults)
    if kind == .list, id == ListSubject.readings.rawValue {
      faults.add(
        idPlace, "readings belong to a skin test", "make them a field of the list skin-tests")
    }
    return Question(
      id: Question.ID(rawValue: id), ask: fields.text("ask", &faults),
      label: fields.text("label", most: 40, &faults), hint: hint,
      help: fields.text("help", &faults), why: fields.text("why", &faults),
      cite: names.citations(fields, of: "the question", atLeast: 0, &faults),
      kind: answerKind(kind, fields, &faults), options: options(kind, fields, &faults),
      fields: entryFields(kind, fields, &faults),
      when: fields.node("when").map { names.condition($0, of: "when", &faults) } ?? .always,
      onUnknown: fields.word("on_unknown", of: OnUnknown.allCases, default: .none, &faults).policy,
      unknownReason: fields.text("unknown-reason", most: 200, &faults),
      answeredByStaff: fields.yes("staff", &faults),
      privacy: fields.word(
        "privacy", of: [Privacy.ordinary, .restricted], default: .ordinary, &faults),
      changeability: fields.word(
        "changeable", of: [Changeability.fact, .plan, .letter, .test, .passing], default: .fact,
        &faults),
      findingSide: findingSide(fields, &faults), unknownReads: unknownReads(fields, &faults),
      validFor: validity(kind, fields, &faults), forRecord: recordReasons(fields, &faults))
  }

  /// `unknown-reads: "none"`, for a paper or a test that lifts what waits for it.
  private func unknownReads(_ fields: Fields, _ faults: inout Faults) -> [Option.ID] {
    guard let node = fields.node("unknown-reads") else { return [] }
    let name = oneLine(node, of: "an option", most: 64, &faults)
    let known = fields.node("options")?.entries?.map(\.key) ?? []
    if !known.contains(name) {
      faults.add(
        node.place, "there is no option \(shown(name))",
        didYouMean(name, known, otherwise: "name an option of the question"))
    }
    return [Option.ID(rawValue: name)]
  }

  /// `valid-for: day`, of a question that speaks of now.
  private func validity(_ kind: Kind, _ fields: Fields, _ faults: inout Faults) -> AnswerValidity {
    guard fields.has("valid-for") else { return .always }
    if kind == .list {
      faults.add(
        fields.place(of: "valid-for"), "a list is not of one day",
        "remove valid-for, or ask a question beside the list")
    }
    return fields.word("valid-for", of: [AnswerValidity.day], default: .day, &faults)
  }

  /// `polarity: "no"` with its reason, where the good answer is yes.
  private func findingSide(_ fields: Fields, _ faults: inout Faults) -> FindingSide {
    let side = fields.word("polarity", of: YesOrNo.allCases, default: .yes, &faults)
    let reason = fields.text("polarity-reason", most: 200, &faults)
    let options = Set(fields.node("options")?.entries?.map(\.key) ?? [])
    if fields.has("polarity"), !options.isSuperset(of: ["yes", "no"]) {
      faults.add(
        fields.place(of: "polarity"), "a question without the options yes and no has no polarity",
        "remove polarity and polarity-reason")
    }
    if side == .no, !fields.has("polarity-reason") {
      faults.add(
        fields.place(of: "polarity"), "no bears the finding, but nobody says why",
        "add polarity-reason, or turn the question round")
    }
    if side == .yes, fields.has("polarity-reason") {
      faults.add(
        fields.place(of: "polarity-reason"), "there is a polarity-reason without polarity: \"no\"",
        "remove it or add polarity: \"no\"")
    }
    return side == .no ? .no(reason: reason) : .yes
  }

  func answerKind(_ kind: Kind, _ fields: Fields, _ faults: inout Faults) -> AnswerKind {
    let keys: Set<String> =
      switch kind {
      case .single, .multi: ["options"]
      case .text: []
      case .number: ["unit", "range"]
      case .date, .dateOrNo, .dateOrCurrent: ["tense"]
      case .list: ["fields"]
      case .name, .names: ["table"]
      }
    for key in ["options", "unit", "range", "tense", "fields", "table"]
    where fields.has("type") && fields.has(key) && !keys.contains(key) {
      faults.add(
        fields.place(of: key), "a question of type \(kind.rawValue) has no \(key)",
        "remove \(key) or change the type")
    }
    for key in ["options", "unit", "range", "fields", "table"]
    where keys.contains(key) && !fields.has(key) {
      faults.add(
        fields.place, "a question of type \(kind.rawValue) needs \(key)", "add the key \(key)")
    }
    switch kind {
    case .single: return .single
    case .multi: return .multiple
    case .text: return .text
    case .number:
      return .number(unit: fields.text("unit", most: 20, &faults), range: range(fields, &faults))
    case .date, .dateOrNo, .dateOrCurrent:
      return .date(
        tense: fields.word(
          "tense", of: [DateTense.past, .future, .either], default: .past, &faults),
        orNever: kind == .dateOrNo, orCurrent: kind == .dateOrCurrent)
    case .list: return .list(subject(fields, &faults))
    case .name: return .name(table(fields, &faults))
    case .names: return .names(table(fields, &faults))
    }
  }

  private func range(_ fields: Fields, _ faults: inout Faults) -> ClosedRange<Quantity> {
    let standIn = Quantity(0)...Quantity(0)
    guard let node = fields.node("range") else { return standIn }
    let bounds = fields.items("range", &faults).map { item in
      let text = oneLine(item, of: "a bound", &faults)
      if !text.isEmpty, Quantity(text) == nil {
        faults.add(
          item.place, "\(shown(text)) is no number with at most three decimals",
          "write it like \"18.5\"")
      }
      return Quantity(text)
    }
    guard node.items != nil else { return standIn }
    guard bounds.count == 2 else {
      faults.add(node.place, "a range has two bounds", "write [\"0\", \"50\"]")
      return standIn
    }
    guard let lower = bounds[0], let upper = bounds[1] else { return standIn }
    guard lower <= upper else {
      faults.add(node.place, "the range ends before it begins", "write the lower bound first")
      return standIn
    }
    return lower...upper
  }

  /// Options of a field bear the ids of the tables, which join words by `_`.
  func options(
    _ kind: Kind, _ fields: Fields, ofField isField: Bool = false, _ faults: inout Faults
  ) -> [Option] {
    guard kind == .single || kind == .multi, let node = fields.node("options") else { return [] }
    guard let entries = node.entries, !entries.isEmpty else {
      faults.add(node.place, "options is not a list of names with labels", "write \"yes\": \"Yes\"")
      return []
    }
    if entries.count > Self.optionsMax {
      faults.add(
        node.place, "there are more than \(Self.optionsMax) options", "split the question")
      return []
    }
    return entries.map { entry in
      if !Self.grades.contains(entry.key) {
        let joined = isField ? String(entry.key.map { $0 == "_" ? "-" : $0 }) : entry.key
        checkOptionName(entry, named: joined, &faults)
      }
      let label = oneLine(entry.value, of: "the label of \(shown(entry.key))", most: 200, &faults)
      if entry.value.scalar?.style == .plain, !label.isEmpty {
        faults.add(
          entry.value.place, "the label of \(shown(entry.key)) is not in quotes",
          "put it in quotes")
      }
      return Option(id: Option.ID(rawValue: entry.key), label: label)
    }
  }

  /// Grades of a skin test are signs (ESCD/ICDRG), which no name rule fits.
  private static let grades: Set<String> = ["-", "?+", "+", "++", "+++", "IR", "NT"]

  private func checkOptionName(
    _ entry: DocumentNode.Entry, named name: String, _ faults: inout Faults
  ) {
    if entry.keyStyle == .plain {
      faults.add(
        entry.keyPlace, "the option \(shown(entry.key)) is not in quotes",
        "write \"\(shown(entry.key).dropFirst().dropLast())\" in quotes, so that no reader takes "
          + "it for a yes-or-no value")
    }
    if UnknownReason(rawValue: entry.key) != nil {
      faults.add(
        entry.keyPlace, "\(shown(entry.key)) is an answer to every question, not an option",
        "remove the option")
    } else if !isKebabCase(name.lowercased()) || !entry.key.utf8.allSatisfy({ $0 < 128 }) {
      // Skin types are named I to VI, so capitals are let through here.
      faults.add(
        entry.keyPlace, "\(shown(entry.key)) is not an option name",
        "use letters, digits and single hyphens, as in yes-fine")
    }
  }
}
