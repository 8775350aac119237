public import ClinicalModel

/// What was shown of one declared order of risk.
public struct MonotonicityProof: Hashable, Sendable {
  /// The order.
  public let order: RiskOrder
  /// The rules that were weighed together.
  public let rules: [Rule.ID]
  /// How thoroughly their inputs were tried.
  public let extent: Extent
  /// How many patients were screened for it.
  public let patientCount: Int
  /// Where more risk is milder, with the smallest patient; empty when nowhere.
  public let violations: [ProofViolation]
}

/// Tries whether an answer of more risk ever leads to a milder outcome, with
/// all rules that depend on the question weighed together, and those that the
/// same answers decide.
///
/// Rules are weighed together because a pack may say `defer` of one option and
/// `do-not-treat` of the next in two rules, of which each falls silent. While
/// answers are missing, what the riskier answer could still become counts: a
/// rule that waits for a letter is not milder before anybody has asked for it.
public func proveMonotonicity(
  of order: RiskOrder, in pack: ProtocolPack, on interviewDate: CalendarDate = RuleCase.usualDate,
  exhaustingUpTo most: Int = combinationsMax, by screener: @escaping Screener = screen
) -> MonotonicityProof {
  let rules = rules(weighedWith: order.question, in: pack)
  let inputs = RuleInputs(of: rules, in: pack)
  let (spaces, extent) = spaces(of: inputs, varying: order, interviewDate, most)
  var tally = Tally()
  for space in spaces {
    guard let place = space.domains.firstIndex(where: { $0.question == order.question }) else {
      continue
    }
    let reports = (0..<space.count).map { combination in
      let report = screener(space.answers(combination), inputs.pack, interviewDate)
      return (outcome: report.outcome, couldBecome: report.couldBecome)
    }
    tally.patientCount += space.count
    for combination in 0..<space.count {
      let next = combination + space.strides[place]
      guard space.digit(place, of: combination) + 1 < space.domains[place].values.count,
        reports[next].couldBecome < reports[combination].outcome
      else { continue }
      tally.add(
        ProofViolation(
          proof: .monotonicity, rules: rules.map(\.id),
          patient: ProofPatient(
            space.answers(combination), of: inputs.questions, on: interviewDate),
          words: "the outcome is \(reports[combination].outcome.rawValue), yet at worst "
            + "\(reports[next].couldBecome.rawValue) with \(order.question) = "
            + space.answer(place, of: next).words),
        size: space.askedCount(combination))
    }
  }
  return MonotonicityProof(
    order: order, rules: rules.map(\.id), extent: extent, patientCount: tally.patientCount,
    violations: tally.violations)
}

/// The rules that depend on a question, and those that the same answers decide
/// anyway: a rule about the letter stands beside the one that asks for it.
private func rules(weighedWith question: Question.ID, in pack: ProtocolPack) -> [Rule] {
  let all = pack.rules.map { (rule: $0, inputs: Set(inputs(of: $0, in: pack))) }
  let known = Set(all.map(\.inputs).filter { $0.contains(question) }.joined())
  return all.filter { !$0.inputs.isEmpty && $0.inputs.isSubset(of: known) }.map(\.rule)
}

/// The question runs through the order; everything else is combined as far as
/// it can be.
private func spaces(
  of inputs: RuleInputs, varying order: RiskOrder, _ interviewDate: CalendarDate, _ most: Int
) -> (spaces: [AnswerSpace], extent: Extent) {
  let domains = inputs.questions.map { question in
    question.id == order.question
      ? AnswerDomain(
        question: question.id,
        values: order.options.filter { question.option($0) != nil }.map { .known(.choice($0)) },
        unknownCount: 0)
      : AnswerDomain(of: question, for: inputs.conditions, on: interviewDate)
  }
  guard !domains.contains(where: \.values.isEmpty) else { return ([], .exhausted) }
  if let whole = AnswerSpace(domains, most: most) { return ([whole], .exhausted) }
  let rows = PairwiseRows(domains).rows.compactMap { row in
    AnswerSpace(
      zip(domains, row).map { domain, digit in
        domain.question == order.question
          ? domain
          : AnswerDomain(
            question: domain.question, values: [domain.values[digit]], unknownCount: 0)
      }, most: combinationsMax)
  }
  return (rows, .pairwise)
}
