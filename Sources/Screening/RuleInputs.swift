package import ClinicalModel

/// The questions a rule depends on, in the order of the checklist: those of its
/// condition and its deferral, those of the gates before them, and the planned
/// day where days or years are counted.
package func inputs(of rule: Rule, in pack: CompiledPack) -> [Question.ID] {
  let needed = pack.pack.questionsRead(by: [rule], emergencies: [], asking: [])
  return pack.questions.map(\.id).filter(needed.contains)
}

/// Some rules and every question they depend on, as a pack of their own.
///
/// Weighing a rule here says what it says in the whole pack, because nothing
/// else bears on it; it only takes a hundredth of the time.
package struct RuleInputs {
  /// The rules and their questions, without wording.
  package let pack: CompiledPack
  /// The questions, in the order of the checklist.
  package var questions: [Question] { pack.questions }
  /// Every condition among them: those of the rules and of the gates.
  package let conditions: [Condition]

  /// Takes what the rules read: the questions of their conditions, those of
  /// the gates before these, and the planned day where days or years are
  /// counted; and likewise what emergency screens and further questions need.
  package init(
    of rules: [Rule], in whole: CompiledPack, emergencies: [Emergency] = [],
    asking questions: [Question.ID] = []
  ) {
    let needed = whole.pack.questionsRead(by: rules, emergencies: emergencies, asking: questions)
    let gates = whole.questions.filter { needed.contains($0.id) }.map(\.when)
    let written = rules.map(\.when) + emergencies.map(\.when) + gates
    conditions = written + unique(written.flatMap { whole.tables.planReadings(of: $0) })
    let part = ProtocolPack(
      id: whole.id, version: "", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "inputs", title: "", short: "", askedBy: "",
          questions: whole.questions.filter { needed.contains($0.id) }.map(\.withoutWording))
      ],
      rules: rules.map(\.withoutWording), emergencies: emergencies,
      // Names are looked up in the tables; rules that they make are not weighed.
      tables: whole.tables.with(findings: []), contradictions: .nothing)
    pack = CompiledPack(part, from: whole)
  }
}

extension ProtocolPack {
  /// The questions that bear on some rules, emergency screens and further
  /// questions.
  fileprivate func questionsRead(
    by rules: [Rule], emergencies: [Emergency], asking questions: [Question.ID]
  ) -> Set<Question.ID> {
    var needed: Set<Question.ID> = []
    var countsTime =
      rules.contains { $0.when.countsTime(with: tables) || $0.until.countsTime }
      || emergencies.contains { $0.when.countsTime(with: tables) }
    var open = rules.flatMap { tables.questionsRead(by: $0.when) + $0.until.questions }
    open += emergencies.flatMap { tables.questionsRead(by: $0.when) } + questions
    while let id = open.popLast() {
      guard let question = question(id), needed.insert(id).inserted else { continue }
      open += tables.questionsRead(by: question.when)
      countsTime = countsTime || question.when.countsTime(with: tables)
    }
    if countsTime { needed.insert(.plannedTreatmentDate) }
    return needed
  }

  /// What the engine weighs, without a word that it would only carry along.
  package var withoutWording: ProtocolPack {
    ProtocolPack(
      id: id, version: version, digest: digest, title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "all", title: "", short: "", askedBy: "", questions: questions.map(\.withoutWording))
      ],
      rules: rules.map(\.withoutWording), emergencies: emergencies,
      tables: tables.with(findings: tables.findings.map(\.withoutWording)),
      contradictions: .nothing)
  }
}

extension TableFinding {
  /// The finding without a word that screening would only fill in.
  package var withoutWording: TableFinding {
    TableFinding(
      kind: kind, title: "", staff: "", patient: "", note: "", cite: [], strength: strength,
      until: until)
  }
}

extension Until {
  /// The question a deferral is counted from.
  package var questions: [Question.ID] {
    switch self {
    case .date(let question, _): [question]
    case .event, .notDeferred: []
    case .latest(let days, _): days.flatMap(\.questions)
    }
  }

  fileprivate var countsTime: Bool { !questions.isEmpty }
}

extension Condition {
  /// Every comparison with a number, with its measure and limit.
  package var limits: [(measure: Measure, limit: Quantity)] {
    switch self {
    case .always, .isAny, .isNot, .hasAny, .current, .list, .entry: []
    case .compare(let measure, _, let limit): [(measure, limit)]
    case .and(let parts), .or(let parts): parts.flatMap(\.limits)
    case .not(let part): part.limits
    }
  }

  /// Every list of options asked for in a multiple choice.
  package var lists: [(question: Question.ID, options: [Option.ID])] {
    switch self {
    case .always, .isAny, .isNot, .current, .compare, .list, .entry: []
    case .hasAny(let id, let options): [(id, options)]
    case .and(let parts), .or(let parts): parts.flatMap(\.lists)
    case .not(let part): part.lists
    }
  }

  /// Whether it depends on the day of treatment.
  func countsTime(with tables: Tables) -> Bool {
    listTests.contains { $0.countsTime(with: tables) }
      || limits.contains { limit in
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
      id: id, ask: "", label: label, kind: kind, options: options, fields: fields, when: when,
      onUnknown: onUnknown, unknownReads: unknownReads)
  }
}

extension Rule {
  fileprivate var withoutWording: Rule {
    Rule(
      id: id, title: "", when: when, severity: severity, until: until, staff: "", patient: "",
      cite: [], strength: strength, urgency: urgency, scope: scope, settling: settling)
  }
}

extension UntilDay {
  /// The questions a day is counted from.
  package var questions: [Question.ID] {
    switch self {
    case .answer(let question, _): [question]
    case .lastTaken: [ListSubject.medicines.question]
    case .entries(let subject, _, _, _): [subject.question]
    }
  }
}
