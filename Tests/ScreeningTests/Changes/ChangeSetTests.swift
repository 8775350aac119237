import ClinicalModel
import Screening
import Testing

@Suite struct ChangeSetTests {
  private let day = RuleCase.usualDate

  private func sets(_ rule: Rule.ID, _ given: Answers, _ rules: [Rule]) throws -> [ChangeSet] {
    let pack = ChangePack.pack(rules)
    let finding = try #require(screen(given, with: pack, on: day).finding(rule))
    return changeSets(for: finding, answers: given, with: pack, on: day)
  }

  @Test func `where one change is not enough two are named together`() throws {
    let rule = ProofPack.rule(
      .or([.isAny("device", ["roller"]), .hasAny("product", ["filler"])]), .caution)
    let given: Answers = [
      "device": .known(.choice("roller")), "product": .known(.choices(["vitamins", "filler"])),
    ]
    let product = Change.change("product", to: .choices(["vitamins"]))
    #expect(
      try sets("rule", given, [rule]) == [
        ChangeSet(
          steps: [.change("device", to: .choice("needle")), product], outcome: .proceed),
        ChangeSet(
          steps: [.change("device", to: .choice("massage")), product], outcome: .proceed),
      ])
  }

  @Test func `a shorter wait is named beside the change that it needs`() throws {
    let rule = ProofPack.rule(
      .or([
        .compare(.days("filler-date"), .less, Quantity(28)),
        .and([
          .isAny("device", ["roller"]), .compare(.days("filler-date"), .less, Quantity(180)),
        ]),
      ]), .defer, until: .date("filler-date", days: 180))
    let given: Answers = [
      "device": .known(.choice("roller")), "filler-date": try dated("2026-11-21"),
    ]
    let month = Change.waitUntil(try date("2026-12-19"))
    #expect(
      try sets("rule", given, [rule]) == [
        ChangeSet(steps: [.waitUntil(try date("2027-05-20"))], outcome: .proceed),
        ChangeSet(steps: [month, .change("device", to: .choice("needle"))], outcome: .proceed),
        ChangeSet(steps: [month, .change("device", to: .choice("massage"))], outcome: .proceed),
      ])
  }

  @Test func `a letter is brought and none is taken away`() throws {
    let waits = ProofPack.rule(
      .and([.isAny("sex", ["male"]), .not(.hasAny("letters", ["heart"]))]), .defer,
      until: .event("letter"), id: "waits")
    let review = ProofPack.rule(.hasAny("letters", ["heart", "skin"]), .caution, id: "review")
    let given: Answers = [
      "sex": .known(.choice("male")), "letters": .known(.choices(["skin"])),
    ]
    #expect(
      try sets("waits", given, [waits, review]) == [
        ChangeSet(
          steps: [.change("letters", to: .choices(["heart", "skin"]))], outcome: .caution)
      ])
    #expect(try sets("review", given, [waits, review]) == [])
    let none: Answers = [
      "sex": .known(.choice("male")), "letters": .known(.choices([Option.none])),
    ]
    #expect(
      try sets("waits", none, [waits, review]).map(\.steps) == [
        [.change("letters", to: .choices(["heart"]))]
      ])
  }

  @Test func `a test may be done again, unless it excludes`() throws {
    let high = ProofPack.rule(.isAny("sugar", ["high"]), .defer, until: .event("test"))
    let given: Answers = ["sugar": .known(.choice("high"))]
    #expect(
      try sets("rule", given, [high]).map(\.steps) == [
        [.change("sugar", to: .choice("in-range"))], [.change("sugar", to: .choice("not-done"))],
      ])
    #expect(try sets("rule", given, [ProofPack.rule(.isAny("sugar", ["high"]), .doNotTreat)]) == [])
  }

  @Test func `of numbers the nearest that helps is named`() throws {
    let deep = ProofPack.rule(
      .and([
        .compare(.number("depth"), .greater, Quantity(thousandths: 1500)),
        .isAny("device", ["roller"]),
      ]), .caution)
    let given: Answers = [
      "depth": .known(.number(Quantity(4))), "device": .known(.choice("roller")),
    ]
    let steps = try sets("rule", given, [deep]).map(\.steps)
    #expect(steps.contains([.change("depth", to: .number(Quantity(thousandths: 1500)))]))
    #expect(steps.count == 3)
  }

  @Test func `nobody is told to wait until a question no longer applies`() throws {
    // Gates count years too: whoever is older is not asked.
    let given: Answers = [
      .dateOfBirth: try dated("1970-01-01"), "with-child": .known(.choice("yes")),
      "filler-date": try dated("2026-11-21"),
    ]
    let rule = ProofPack.rule(
      .and([
        .isAny("with-child", ["yes"]), .compare(.days("filler-date"), .less, Quantity(1400)),
      ]), .defer, until: .event("birth"))
    // The filler's own limit lies after the birthday on which the question ends.
    #expect(try sets("rule", given, [rule]) == [])
    let younger = given.adding(.dateOfBirth, try dated("1990-01-01"))
    #expect(
      try sets("rule", younger, [rule]).map(\.steps) == [[.waitUntil(try date("2030-09-21"))]])
  }

  @Test func `nothing heavier comes in the place of what was ended`() throws {
    let rules = [
      ProofPack.rule(.isAny("device", ["roller"]), .caution),
      ProofPack.rule(.isAny("device", ["massage"]), .defer, until: .event("x"), id: "other"),
    ]
    #expect(
      try sets("rule", ["device": .known(.choice("roller"))], rules).map(\.steps) == [
        [.change("device", to: .choice("needle"))]
      ])
  }

  @Test func `what is only possible has no set of changes`() throws {
    let rule = ProofPack.rule(.isAny("device", ["roller"]), .caution)
    #expect(try sets("rule", [:], [rule]) == [])
  }
}

/// Questions of every changeability.
enum ChangePack {
  static let questions: [Question] = [
    ProofPack.sex, ProofPack.filler, ProofPack.planned,
    question("letters", .multiple, ["none", "heart", "skin"], .letter),
    question("leaflet", .single, ["read", "not-read", "listed"], .letter),
    question("sugar", .single, ["in-range", "high", "not-done"], .test),
    question("device", .single, ["roller", "needle", "massage"], .plan),
    question("product", .multiple, ["vitamins", "filler", "fat-dissolving"], .plan),
    Question(
      id: "depth", ask: "", label: "", kind: .number(unit: "mm", range: Quantity(0)...Quantity(20)),
      changeability: .plan),
    Question(
      id: .dateOfBirth, ask: "", label: "",
      kind: .date(tense: .past, orNever: false, orCurrent: false)),
    Question(
      id: "with-child", ask: "", label: "", kind: .single,
      options: ProofPack.options(["yes", "no"]), when: .compare(.age, .less, Quantity(60))),
  ]

  static func pack(_ rules: [Rule]) -> CompiledPack { ProofPack.pack(questions, rules) }

  private static func question(
    _ id: Question.ID, _ kind: AnswerKind, _ options: [Option.ID], _ changeability: Changeability
  ) -> Question {
    Question(
      id: id, ask: "", label: "", kind: kind, options: ProofPack.options(options),
      changeability: changeability)
  }
}

extension Answers {
  /// The answers with one more.
  func adding(_ question: Question.ID, _ answer: Answer) -> Answers {
    var answers = self
    answers[question] = answer
    return answers
  }
}
