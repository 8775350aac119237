package import ClinicalModel

/// A whole pack weighed against one patient's answers, before anything is put
/// into words.
///
/// `screen` makes its report from this. Proofs over millions of patients stop
/// here: they compare outcomes and need no sentence.
package struct WeighedPack {
  /// A finding to come: a rule or an unknown answer, by place.
  package struct Saying {
    package enum Source {
      case rule(Int)
      /// A rule that the tables make, by its place in `tableRules`.
      case tableRule(Int)
      /// Answers that cannot all be so, by their place in `contradictions`.
      case contradiction(Int)
      case unknownAnswer(Int)
    }

    let source: Source
    package let severity: Severity
    package let isEstablished: Bool
  }

  let context: AnswerContext
  /// The rules that the tables make for the entries of the lists.
  let tableRules: [Rule]
  /// Answers that cannot all be so.
  private(set) var contradictions: [WeighedContradiction] = []
  /// In the pack's order, rules before those that the tables make, these before
  /// contradictions and unknown answers.
  package private(set) var sayings: [Saying]
  /// Required questions that nobody has answered, by place.
  let unanswered: [Int]
  /// Questions that may apply and that nobody has answered, by place.
  let offered: [Int]
  /// Where a rule that forbids a test was heard for a test that a table asks for:
  /// its condition knows only of those that rules ask for.
  let refusedIn: [Int: AnswerContext]
  /// The worst that is established.
  package private(set) var outcome: Severity
  /// The worst that is still possible.
  package private(set) var couldBecome: Severity

  /// Whether answers that cannot all be so weigh.
  package enum ContradictionWeighing {
    case weighed
    case leftOut
  }

  package init(_ context: AnswerContext, contradictions: ContradictionWeighing = .weighed) {
    let pack = context.pack
    var sayings: [Saying] = []
    for place in pack.rules.indices {
      let truth = context.truth(ofRule: place)
      if truth == .false { continue }
      sayings.append(
        Saying(
          source: .rule(place), severity: pack.rules[place].severity,
          isEstablished: truth == .true))
    }
    let made = Self.made(by: context, beside: sayings)
    tableRules = made.map(\.rule)
    for (place, made) in made.enumerated() {
      sayings.append(
        Saying(
          source: .tableRule(place), severity: made.rule.severity,
          isEstablished: made.isEstablished))
    }
    let refused = context.refusals(
      ofTestsFor: made.filter(\.isEstablished).map(\.rule), beside: sayings)
    sayings.removeAll { saying in
      if case .rule(let place) = saying.source { refused[place] != nil } else { false }
    }
    for place in refused.keys.sorted() {
      sayings.append(
        Saying(source: .rule(place), severity: pack.rules[place].severity, isEstablished: true))
    }
    let ruleCount = sayings.count
    var unanswered: [Int] = []
    var offered: [Int] = []
    var worstOffered = context.worstUnlisted
    for place in pack.questions.indices {
      guard case .unknown(let reason) = context.answer(at: place) else { continue }
      let applies = context.applies(at: place)
      if applies == .false { continue }
      let isSilent = reason == .notAsked
      let isOffered = applies == .unknown && isSilent
      if isOffered {
        offered.append(place)
      } else if isSilent,
        pack.questions[place].whenNotAsked == .notKnown || context.isOutdated(at: place)
      {
        unanswered.append(place)
      }
      guard case .finding(let severity) = pack.questions[place].onUnknown,
        !context.isEndedByTest(severity)
      else { continue }
      if isOffered {
        // An offered question has no finding yet, but its gate may open and its
        // answer be "not sure": what that would weigh belongs to what is still
        // possible.
        worstOffered = max(worstOffered, severity)
      } else {
        sayings.append(
          Saying(source: .unknownAnswer(place), severity: severity, isEstablished: true))
      }
    }
    refusedIn = refused
    self.context = context
    self.sayings = sayings
    self.unanswered = unanswered
    self.offered = offered
    outcome = sayings.lazy.filter(\.isEstablished).map(\.severity).max() ?? .proceed
    couldBecome = max(sayings.lazy.map(\.severity).max() ?? .proceed, worstOffered)
    if contradictions == .weighed { weighContradictions(after: ruleCount) }
  }

  /// Weighs what cannot all be so; it is said after so many rules. What is still
  /// possible in one way of reading the answers is still possible.
  private mutating func weighContradictions(after ruleCount: Int) {
    let suspects = context.contradictions
    couldBecome = max(couldBecome, context.worstParked)
    guard !suspects.isEmpty else { return }
    // Several contradictions may leave the same answers.
    var known: [Answers: WeighedPack] = [:]
    let weighed = suspects.map { suspect in
      WeighedContradiction(suspect, beside: self) { answers in
        if let weighed = known[answers] { return weighed }
        let weighed = WeighedPack(
          AnswerContext(
            pack: context.compiled, answers: answers, interviewDate: context.interviewDate),
          contradictions: .leftOut)
        known[answers] = weighed
        return weighed
      }
    }
    contradictions = weighed
    sayings.insert(
      contentsOf: weighed.indices.map {
        Saying(source: .contradiction($0), severity: weighed[$0].severity, isEstablished: true)
      }, at: ruleCount)
    outcome = weighed.map(\.severity).reduce(outcome, max)
    couldBecome = weighed.flatMap(\.readings).map(\.couldBecome).reduce(
      max(outcome, couldBecome), max)
  }

  /// The rules that the tables make and that hold or may hold; a medicine's
  /// default only where no rule of the pack says as much.
  private static func made(by context: AnswerContext, beside sayings: [Saying])
    -> [(rule: Rule, isEstablished: Bool)]
  {
    let rules = Screening.tableRules(in: context)
    guard !rules.isEmpty else { return [] }
    let fired = sayings.compactMap { saying -> Rule? in
      guard saying.isEstablished, case .rule(let place) = saying.source else { return nil }
      return context.pack.rules[place]
    }
    let defaults = SettledDefaults(fired: fired, context.pack.tables)
    let settled = context.takenMedicines.filter { !defaults.stands($0) }
      .map { Rule.ID.medicineDefault($0.id) }
    return rules.compactMap { rule in
      guard !settled.contains(rule.id) else { return nil }
      let truth = context.assess(rule.when).truth
      return truth == .false ? nil : (rule, truth == .true)
    }
  }

  /// Heaviest first, established before possible; within these the order of the
  /// pack stays, rules before unknown answers.
  var ordered: [Saying] {
    Severity.allCases.sorted(by: >).flatMap { severity in
      let own = sayings.filter { $0.severity == severity }
      return own.filter(\.isEstablished) + own.filter { !$0.isEstablished }
    }
  }
}
