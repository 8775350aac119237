public import ClinicalModel

/// The questions a rule depends on, in the order of the checklist: those of its
/// condition and its deferral, those of the gates before them, and the planned
/// day where days or years are counted.
public func inputs(of rule: Rule, in pack: ProtocolPack) -> [Question.ID] {
  RuleInputs(of: [rule], in: pack).questions.map(\.id)
}

/// Some rules and every question they depend on, as a pack of their own.
///
/// Weighing a rule here says what it says in the whole pack, because nothing
/// else bears on it; it only takes a hundredth of the time.
struct RuleInputs {
  /// The rules and their questions, without wording.
  let pack: ProtocolPack
  /// The questions, in the order of the checklist.
  var questions: [Question] { pack.questions }
  /// Every condition among them: those of the rules and of the gates.
  let conditions: [Condition]

  /// Takes what the rules read: the questions of their conditions, those of
  /// the gates before these, and the planned day where days or years are
  /// counted.
  init(of rules: [Rule], in whole: ProtocolPack) {
    var needed: Set<Question.ID> = []
    var open = rules.flatMap { $0.when.questions + $0.until.questions }
    while let id = open.popLast() {
      guard let question = whole.question(id), needed.insert(id).inserted else { continue }
      open += question.when.questions
    }
    let gates = whole.questions.filter { needed.contains($0.id) }.map(\.when)
    let conditions = rules.map(\.when) + gates
    if conditions.contains(where: \.countsTime) || rules.contains(where: \.until.countsTime) {
      needed.insert(.plannedTreatmentDate)
    }
    self.conditions = conditions
    pack = ProtocolPack(
      id: whole.id, version: "", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "inputs", title: "", short: "", askedBy: "",
          questions: whole.questions.filter { needed.contains($0.id) }.map(\.withoutWording))
      ],
      rules: rules.map(\.withoutWording))
  }
}

extension ProtocolPack {
  /// What the engine weighs, without a word that it would only carry along.
  var withoutWording: ProtocolPack {
    ProtocolPack(
      id: id, version: version, digest: digest, title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "all", title: "", short: "", askedBy: "", questions: questions.map(\.withoutWording))
      ],
      rules: rules.map(\.withoutWording), emergencies: emergencies)
  }
}

extension Until {
  /// The question a deferral is counted from.
  var questions: [Question.ID] {
    switch self {
    case .date(let question, _): [question]
    case .event, .notDeferred: []
    }
  }

  fileprivate var countsTime: Bool { !questions.isEmpty }
}

extension Condition {
  /// Every comparison with a number, with its measure and limit.
  var limits: [(measure: Measure, limit: Quantity)] {
    switch self {
    case .always, .isAny, .isNot, .hasAny, .current: []
    case .compare(let measure, _, let limit): [(measure, limit)]
    case .and(let parts), .or(let parts): parts.flatMap(\.limits)
    case .not(let part): part.limits
    }
  }

  /// Every list of options asked for in a multiple choice.
  var lists: [(question: Question.ID, options: [Option.ID])] {
    switch self {
    case .always, .isAny, .isNot, .current, .compare: []
    case .hasAny(let id, let options): [(id, options)]
    case .and(let parts), .or(let parts): parts.flatMap(\.lists)
    case .not(let part): part.lists
    }
  }

  /// Whether it depends on the day of treatment.
  var countsTime: Bool {
    limits.contains { limit in
      switch limit.measure {
      case .age, .days, .daysUntil: true
      case .number: false
      }
    }
  }
}

extension Question {
  /// What the engine weighs, and the label that a wait is named by.
  fileprivate var withoutWording: Question {
    Question(
      id: id, ask: "", label: label, kind: kind, options: options, when: when,
      onUnknown: onUnknown)
  }
}

extension Rule {
  fileprivate var withoutWording: Rule {
    Rule(
      id: id, title: "", when: when, severity: severity, until: until, staff: "", patient: "",
      cite: [], strength: strength, urgency: urgency)
  }
}
