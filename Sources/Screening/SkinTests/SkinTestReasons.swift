import ClinicalModel

// Why a test comes first, and what ends it: a test made here, one made
// elsewhere, an answer. No finding of this weight is left without one of them.

/// What ends each finding of the weight "patch test first".
func skinTestReasons(
  in context: AnswerContext, _ standing: SkinTestPlan.Standing, _ items: [SkinTestItem]
) -> [SkinTestReason] {
  let weighed = WeighedPack(context)
  let sayings = weighed.sayings.filter { $0.severity == .proceedAfterPatchTest }
  let ordered = sayings.filter(\.isEstablished) + sayings.filter { !$0.isEstablished }
  return ordered.map { saying in
    let (rule, title, answers) = weighed.cause(of: saying)
    let own = items.filter { item in
      item.askedBy.contains(rule) || item.mayBeAskedBy.contains(rule)
    }.filter { $0.state != .read(.valid) }
    let isUnplanned =
      standing == .planNotKnown && own.isEmpty && answers != [ListSubject.skinTests.question]
    var needed = answers
    if isUnplanned { needed.append(ListSubject.plannedIngredients.question) }
    if own.isEmpty, needed.isEmpty { needed = [ListSubject.skinTests.question] }
    return SkinTestReason(
      rule: rule, title: title, isEstablished: saying.isEstablished,
      tests: own.filter(\.isPossibleHere), elsewhere: own.filter { !$0.isPossibleHere },
      answers: needed)
  }
}

extension WeighedPack {
  /// The name of a finding, its title, and the answers that end it.
  fileprivate func cause(of saying: Saying) -> (Rule.ID, String, [Question.ID]) {
    switch saying.source {
    case .rule(let place): cause(context.pack.rules[place])
    case .tableRule(let place): cause(tableRules[place])
    case .contradiction(let place):
      (
        contradictions[place].suspect.found.rule, contradictions[place].suspect.title,
        contradictions[place].suspect.found.questions
      )
    case .unknownAnswer(let place):
      (
        .unknown(context.pack.questions[place].id),
        "\(context.pack.questions[place].label): not known", [context.pack.questions[place].id]
      )
    }
  }

  private func cause(_ rule: Rule) -> (Rule.ID, String, [Question.ID]) {
    (rule.id, rule.title, rule.endingList.map { [$0.question] } ?? [])
  }
}

/// The rules of this weight that speak of tests on record: a reading that is
/// missing, a test that does not count for this plan.
struct RulesOfTests {
  private let context: AnswerContext
  private let rules: [Rule]

  init(_ context: AnswerContext) {
    self.context = context
    rules = context.pack.rules.indices.filter { place in
      let rule = context.pack.rules[place]
      return rule.severity == .proceedAfterPatchTest && rule.isAboutTests
        && context.truth(ofRule: place) != .false
    }.map { context.pack.rules[$0] }
  }

  /// Those that hold, or may hold, of one of these tests by itself.
  func speaking(of records: [SkinTestRecord]) -> [Rule.ID] {
    let list = ListSubject.skinTests.question
    guard !rules.isEmpty, case .known(.entries(let entries)) = context.answers[list] else {
      return []
    }
    return unique(
      records.filter { entries.indices.contains($0.place) }.flatMap { record -> [Rule.ID] in
        var answers = context.answers
        answers[list] = .known(.entries([entries[record.place]]))
        let alone = AnswerContext(
          pack: context.compiled, answers: answers, interviewDate: context.interviewDate)
        return rules.filter { alone.assess($0.when).truth != .false }.map(\.id)
      })
  }
}
