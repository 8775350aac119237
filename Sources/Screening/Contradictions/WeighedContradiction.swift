package import ClinicalModel

// What a contradiction weighs until it is settled: as much as the worst that
// either way of reading the answers would establish and the answers as they
// stand do not, and never less than the pack says. Where a list stands behind a
// gate that says no, the reading without the gate counts what is in the list.

/// A contradiction with its weight.
struct WeighedContradiction {
  let suspect: ContradictionSuspect
  let severity: Severity
  /// What one way of reading the answers would find, heaviest first.
  let hidden: [String]
  /// The ways of reading the answers.
  let readings: [WeighedPack]

  /// - Parameter weigh: weighs answers without what contradicts in them.
  init(
    _ suspect: ContradictionSuspect, beside own: WeighedPack, weigh: (Answers) -> WeighedPack
  ) {
    let readings = suspect.readings.map(weigh)
    let known = Set(own.sayings.filter(\.isEstablished).map(own.rule))
    var new = readings.flatMap { reading in
      reading.sayings.filter { $0.isEstablished && !known.contains(reading.rule(of: $0)) }
        .map { (severity: $0.severity, title: reading.title(of: $0)) }
    }
    let rules = own.context.pack.rules
    new += suspect.parked.map { (severity: rules[$0].severity, title: rules[$0].title) }
    self.suspect = suspect
    self.readings = readings
    severity = new.map(\.severity).reduce(suspect.severity, max)
    hidden = unique(
      Severity.allCases.sorted(by: >).filter { $0 >= .caution }.flatMap { severity in
        new.filter { $0.severity == severity }.compactMap(\.title)
      })
  }

  /// More than anybody reads in one sentence.
  private static let hiddenMax = 3

  func finding(in context: AnswerContext) -> Finding {
    let questions = suspect.found.questions
    let check =
      questions.count == 1
      ? "Check it, and correct what is wrong."
      : "Check both sides with the patient, and correct the one that is wrong."
    let counting = hidden.prefix(Self.hiddenMax).joined(separator: "; ")
    let meanwhile = hidden.isEmpty ? "" : " Until then this counts too: \(counting)."
    return Finding(
      rule: suspect.found.rule, origin: .rule, title: suspect.title, severity: severity,
      certainty: .established,
      release: severity == .defer ? .event("settled: \(suspect.title)") : .notDeferred,
      staff: "\(suspect.found.words). \(check)\(meanwhile)",
      patient: "Some answers do not fit together. We go over them with you.",
      because: questions.compactMap { question in
        let answer = context.answers[question]
        guard case .known = answer else { return nil }
        return Because(question: question, answer: answer)
      },
      cite: [], strength: .generalKnowledge, note: "", urgency: .ordinary)
  }
}

extension WeighedPack {
  /// The name of what is said.
  package func rule(of saying: Saying) -> Rule.ID {
    switch saying.source {
    case .rule(let place): context.pack.rules[place].id
    case .tableRule(let place): tableRules[place].id
    case .contradiction(let place): contradictions[place].suspect.found.rule
    case .unknownAnswer(let place): .unknown(context.pack.questions[place].id)
    }
  }

  /// Its title; nothing for an answer that is not known.
  fileprivate func title(of saying: Saying) -> String? {
    switch saying.source {
    case .rule(let place): context.pack.rules[place].title
    case .tableRule(let place): tableRules[place].title
    case .contradiction, .unknownAnswer: nil
    }
  }
}
