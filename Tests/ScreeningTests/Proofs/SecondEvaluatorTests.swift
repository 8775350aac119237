import ClinicalModel
import Screening
import Testing

/// The engine compared with a second evaluator that shares no line with it.
@Suite struct SecondEvaluatorTests {
  @Test(arguments: [UInt64](0..<60))
  func `random conditions over random answers come out the same twice`(seed: UInt64) {
    var numbers = RandomPatient(seed: seed, interviewDate: RuleCase.usualDate)
    for _ in 0..<40 {
      let pack = RandomConditions.pack(&numbers)
      let answers = RandomConditions.answers(to: pack, &numbers)
      let context = AnswerContext(
        pack: pack, answers: answers, interviewDate: RuleCase.usualDate)
      let naive = NaiveEvaluator(pack, answers, on: RuleCase.usualDate)
      for _ in 0..<10 {
        let condition = RandomConditions.condition(over: pack, depth: 3, &numbers)
        let truth = context.assess(condition).truth.three
        #expect(truth == naive.weigh(condition), "seed \(seed): \(condition)")
      }
    }
  }

  /// The meaning of the three values itself: what is false stays false and
  /// what is true stays true, whatever the missing answers turn out to be.
  @Test(arguments: [UInt64](0..<60))
  func `no later answer overturns what was false or true`(seed: UInt64) {
    var numbers = RandomPatient(seed: seed, interviewDate: RuleCase.usualDate)
    for _ in 0..<10 {
      let pack = RandomConditions.pack(&numbers)
      let answers = RandomConditions.answers(to: pack, &numbers)
      let condition = RandomConditions.condition(over: pack, depth: 3, &numbers)
      let truth = AnswerContext(
        pack: pack, answers: answers, interviewDate: RuleCase.usualDate
      ).assess(condition).truth
      let naive = NaiveEvaluator(pack, answers, on: RuleCase.usualDate)
      // An answer given while its gate was open may be parked later, and then
      // what it established falls.
      let mayBeParked = pack.questions.contains {
        if case .known = answers[$0.id] { naive.applies($0.id) == .open } else { false }
      }
      for _ in 0..<30 where truth != .unknown && !(truth == .true && mayBeParked) {
        let world = NaiveEvaluator(
          pack, RandomConditions.completing(answers, for: pack, &numbers),
          on: RuleCase.usualDate)
        #expect(
          world.holds(condition) == (truth == .true), "seed \(seed): \(condition)")
      }
    }
  }

  @Test(arguments: [UInt64](0..<30))
  func `every rule and every gate of the shipped pack comes out the same twice`(seed: UInt64)
    throws
  {
    // What counts as an option because the plan holds it has its own tests.
    let whole = try BuiltIn.pack.get()
    let pack = CompiledPack(
      ProtocolPack(
        id: whole.id, version: whole.version, digest: whole.digest, title: whole.title,
        jurisdiction: whole.jurisdiction, approval: whole.approval, intendedUse: whole.intendedUse,
        sections: whole.sections, rules: whole.rules, tables: whole.tables.with(planOptions: [])),
      from: whole)
    var numbers = RandomPatient(seed: seed, interviewDate: BuiltIn.interviewDate)
    let answers = numbers.answers(to: pack, percent: Int(seed) * 4)
    let context = AnswerContext(
      pack: pack, answers: answers, interviewDate: BuiltIn.interviewDate)
    let naive = NaiveEvaluator(pack, answers, on: BuiltIn.interviewDate)
    // The second evaluator knows single answers; lists have their own tests.
    for rule in pack.rules where !rule.when.asksLists {
      #expect(
        context.assess(rule.when).truth.three == naive.weigh(rule.when), "seed \(seed): \(rule.id)")
    }
    for question in pack.questions where !question.when.asksLists {
      #expect(
        context.assess(question.when).truth.three == naive.weigh(question.when),
        "seed \(seed): \(question.id)")
    }
  }

  @Test func `every window of the shipped pack ends on the same day twice`() throws {
    let pack = try BuiltIn.pack.get()
    var windows = 0
    for rule in pack.rules {
      for (question, limit) in rule.when.windows {
        for days in limit - 1...limit + 1 where days >= 0 {
          windows += 1
          let answers: Answers = [
            question: .known(.date(.day(BuiltIn.interviewDate.adding(days: -days))))
          ]
          let context = AnswerContext(
            pack: pack, answers: answers, interviewDate: BuiltIn.interviewDate)
          let naive = NaiveEvaluator(pack, answers, on: BuiltIn.interviewDate)
          for comparison in Comparison.allCases {
            let window = Condition.compare(.days(question), comparison, Quantity(limit))
            #expect(
              context.assess(window).truth.three == naive.weigh(window), "\(rule.id): \(window)")
          }
        }
      }
    }
    #expect(windows > 100)
  }
}

extension Condition {
  /// Each count of days it compares with.
  fileprivate var windows: [(question: Question.ID, days: Int)] {
    switch self {
    case .compare(.days(let id), _, let limit): [(id, limit.thousandths / 1000)]
    case .and(let parts), .or(let parts): parts.flatMap(\.windows)
    case .not(let part): part.windows
    default: []
    }
  }
}

extension Condition {
  /// Whether it asks anything of a list.
  fileprivate var asksLists: Bool {
    switch self {
    case .list, .entry: true
    case .always, .isAny, .isNot, .hasAny, .current, .compare: false
    case .and(let parts), .or(let parts): parts.contains(where: \.asksLists)
    case .not(let part): part.asksLists
    }
  }
}
