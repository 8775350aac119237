package import ClinicalModel
package import Screening

/// What was shown of one declared order of risk.
package struct MonotonicityProof: Hashable, Sendable {
  /// The order.
  package let order: RiskOrder
  /// The rules that were weighed together; those excepted are left out.
  package let rules: [Rule.ID]
  /// How thoroughly their inputs were tried.
  package let extent: Extent
  /// How many patients were screened for it.
  package let patientCount: Int
  /// Where more risk is milder, with the smallest patient; empty when nowhere.
  package let violations: [ProofViolation]
  /// Exceptions that nothing needs: with the rule weighed too, the order holds
  /// as far as it was tried. Each hides what may go wrong later.
  package let unneeded: [RiskException]
}

/// Tries whether an answer of more risk ever leads to a milder outcome, with
/// all rules that depend on the question weighed together, and those that the
/// same answers decide.
///
/// Of a single choice the next option in the order is the answer of more risk,
/// of a multiple choice the same marks and one more.
///
/// Rules are weighed together because a pack may say `defer` of one option and
/// `do-not-treat` of the next in two rules, of which each falls silent. While
/// answers are missing, what the riskier answer could still become counts: a
/// rule that waits for a letter is not milder before anybody has asked for it.
package func proveMonotonicity(
  of order: RiskOrder, in pack: CompiledPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax, by screener: @escaping Screener = screen
) -> MonotonicityProof {
  let trial = MonotonicityTrial(
    order: order, pack: pack,
    rules: pack.rules.map { ($0, Set(inputs(of: $0, in: pack))) },
    interviewDate: interviewDate, most: most, screener: screener)
  let excepted = Set(order.exceptions.map(\.rule))
  let whole = trial.run(leavingOut: excepted)
  let unneeded = order.exceptions.filter { exception in
    trial.run(leavingOut: excepted.subtracting([exception.rule])).tally.violations.isEmpty
  }
  return MonotonicityProof(
    order: order, rules: whole.rules, extent: whole.extent,
    patientCount: whole.tally.patientCount, violations: whole.tally.violations, unneeded: unneeded)
}

/// One order of risk, to be tried with some rules left out.
private struct MonotonicityTrial {
  let order: RiskOrder
  let pack: CompiledPack
  /// Every rule with the questions that it depends on.
  let rules: [(rule: Rule, inputs: Set<Question.ID>)]
  let interviewDate: CalendarDate
  let most: Int
  let screener: Screener

  func run(leavingOut excepted: Set<Rule.ID>) -> (rules: [Rule.ID], extent: Extent, tally: Tally) {
    let weighed = rules.filter { !excepted.contains($0.rule.id) }
    let reading = weighed.filter { $0.inputs.contains(order.question) }
    var tally = Tally()
    if reading.contains(where: readsLists) || pack.question(order.question)?.kind == .multiple {
      // A rule that no riskier answer makes milder by itself makes nothing
      // milder among others. What is left is small; all rules that read a long
      // list of conditions, or lists of entries, would be too many to weigh
      // together.
      var extent = Extent.exhausted
      let milder = reading.filter { candidate in
        var own = Tally()
        if run([candidate.rule], &own) == .pairwise { extent = .pairwise }
        tally.patientCount += own.patientCount
        return !own.violations.isEmpty
      }
      let together = decided(bySameAnswersAs: milder, among: weighed)
      if run(together, &tally) == .pairwise { extent = .pairwise }
      return (reading.map(\.rule.id), extent, tally)
    }
    let together = decided(bySameAnswersAs: reading, among: weighed)
    let extent = run(together, &tally)
    return (together.map(\.id), extent, tally)
  }

  private func readsLists(_ rule: (rule: Rule, inputs: Set<Question.ID>)) -> Bool {
    ListSubject.allCases.contains { rule.inputs.contains($0.question) }
  }

  private func run(_ rules: [Rule], _ tally: inout Tally) -> Extent {
    let inputs = RuleInputs(of: rules, in: pack)
    let (spaces, extent) = spaces(of: inputs)
    for space in spaces { run(space, inputs, rules.map(\.id), &tally) }
    return extent
  }

  private func run(
    _ space: AnswerSpace, _ inputs: RuleInputs, _ rules: [Rule.ID], _ tally: inout Tally
  ) {
    guard let place = space.domains.firstIndex(where: { $0.question == order.question }) else {
      return
    }
    let reports = (0..<space.count).map { combination in
      let report = screener(space.answers(combination), inputs.pack, interviewDate)
      return (outcome: report.outcome, couldBecome: report.couldBecome)
    }
    tally.patientCount += space.count
    let steps = riskier(in: space.domains[place])
    for combination in 0..<space.count {
      let digit = space.digit(place, of: combination)
      for other in steps[digit] {
        let next = combination + (other - digit) * space.strides[place]
        guard reports[next].couldBecome < reports[combination].outcome else { continue }
        tally.add(
          ProofViolation(
            proof: .monotonicity, rules: rules,
            patient: ProofPatient(
              space.answers(combination), of: inputs.questions, on: interviewDate),
            words: "the outcome is \(reports[combination].outcome.rawValue), yet at worst "
              + "\(reports[next].couldBecome.rawValue) with \(order.question) = "
              + space.answer(place, of: next).words),
          size: space.askedCount(combination))
      }
    }
  }

  /// For each answer of the domain the answers of a little more risk.
  private func riskier(in domain: AnswerDomain) -> [[Int]] {
    domain.values.indices.map { digit in
      domain.values.indices.filter { isRiskier(domain.values[$0], than: domain.values[digit]) }
    }
  }

  private func isRiskier(_ answer: Answer, than other: Answer) -> Bool {
    switch (answer, other) {
    case (.known(.choice(let more)), .known(.choice(let less))):
      order.options.firstIndex(of: more) == order.options.firstIndex(of: less).map { $0 + 1 }
    case (.known(.choices(let more)), .known(.choices(let less))):
      isOneMore(Set(more).subtracting([Option.none]), than: Set(less).subtracting([Option.none]))
    default: false
    }
  }

  private func isOneMore(_ more: Set<Option.ID>, than less: Set<Option.ID>) -> Bool {
    let added = more.subtracting(less)
    return added.count == 1 && less.isSubset(of: more) && added.isSubset(of: order.options)
  }

  /// Some rules and those that the same answers decide anyway: a rule about the
  /// letter stands beside the one that asks for it.
  private func decided(
    bySameAnswersAs some: [(rule: Rule, inputs: Set<Question.ID>)],
    among rules: [(rule: Rule, inputs: Set<Question.ID>)]
  ) -> [Rule] {
    let known = Set(some.map(\.inputs).joined())
    return rules.filter { !$0.inputs.isEmpty && known.isSuperset(of: $0.inputs) }.map(\.rule)
  }

  /// The question runs through the order; everything else is combined as far as
  /// it can be.
  private func spaces(of inputs: RuleInputs) -> (spaces: [AnswerSpace], extent: Extent) {
    let domains = inputs.questions.map { question in
      let domain = AnswerDomain(
        of: question, for: inputs.conditions, in: inputs.pack, on: interviewDate)
      guard question.id == order.question else { return domain }
      let values =
        question.kind == .single
        ? order.options.filter { question.option($0) != nil }.map { Answer.known(.choice($0)) }
        : Array(domain.values.dropFirst(domain.unknownCount))
      return AnswerDomain(question: question.id, values: values, unknownCount: 0)
    }
    guard !domains.contains(where: \.values.isEmpty) else { return ([], .exhausted) }
    if let whole = AnswerSpace(domains, most: most) { return ([whole], domains.extent) }
    // Many rules read many lists: a few lists of each stand for the others.
    let fewer = domains.map { $0.question == order.question ? $0 : $0.fewerLists }
    let rows = PairwiseRows(fewer).rows.compactMap { row in
      AnswerSpace(
        zip(fewer, row).map { domain, digit in
          domain.question == order.question
            ? domain
            : AnswerDomain(
              question: domain.question, values: [domain.values[digit]], unknownCount: 0)
        }, most: combinationsMax)
    }
    return (rows, .pairwise)
  }
}
