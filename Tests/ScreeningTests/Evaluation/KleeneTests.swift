import ClinicalModel
import Screening
import Testing

@Suite struct KleeneTests {
  /// An answer that makes `q = yes` true, false or unknown.
  private func answer(for truth: Truth) -> Answer {
    switch truth {
    case .true: .known(.choice("yes"))
    case .false: .known(.choice("no"))
    case .unknown: .unknown(.unsure)
    }
  }

  private func weigh(_ condition: Condition, _ first: Truth, _ second: Truth) throws -> Assessment {
    AnswerContext(
      pack: pack(yesNo("a"), yesNo("b")),
      answers: ["a": answer(for: first), "b": answer(for: second)],
      interviewDate: try day("2026-11-21")
    ).assess(condition)
  }

  private static let a = Condition.isAny("a", ["yes"])
  private static let b = Condition.isAny("b", ["yes"])

  @Test(arguments: [
    (Truth.true, Truth.true, Truth.true), (.true, .false, .false), (.true, .unknown, .unknown),
    (.false, .true, .false), (.false, .false, .false), (.false, .unknown, .false),
    (.unknown, .true, .unknown), (.unknown, .false, .false), (.unknown, .unknown, .unknown),
  ])
  func `both hold only when both are known to hold`(first: Truth, second: Truth, whole: Truth)
    throws
  {
    #expect(try weigh(.and([Self.a, Self.b]), first, second).truth == whole)
  }

  @Test(arguments: [
    (Truth.true, Truth.true, Truth.true), (.true, .false, .true), (.true, .unknown, .true),
    (.false, .true, .true), (.false, .false, .false), (.false, .unknown, .unknown),
    (.unknown, .true, .true), (.unknown, .false, .unknown), (.unknown, .unknown, .unknown),
  ])
  func `either holds as soon as one is known to hold`(first: Truth, second: Truth, whole: Truth)
    throws
  {
    #expect(try weigh(.or([Self.a, Self.b]), first, second).truth == whole)
  }

  @Test(arguments: [(Truth.true, Truth.false), (.false, .true), (.unknown, .unknown)])
  func `the opposite of unknown is unknown`(truth: Truth, opposite: Truth) throws {
    #expect(try weigh(.not(Self.a), truth, .true).truth == opposite)
    #expect(!truth == opposite)
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `no way of not knowing makes any comparison true or false`(reason: UnknownReason) throws {
    let pack = pack(
      single("s", ["x", "y"]), multiple("m", ["none", "x"]), dated("d"),
      Question(
        id: "n", ask: "n?", label: "n",
        kind: .number(unit: "mm", range: Quantity(0)...Quantity(9))), dated(.dateOfBirth))
    let context = AnswerContext(
      pack: pack,
      answers: [
        "s": .unknown(reason), "m": .unknown(reason), "d": .unknown(reason), "n": .unknown(reason),
        .dateOfBirth: .unknown(reason),
      ], interviewDate: try day("2026-11-21"))
    let conditions: [Condition] = [
      .isAny("s", ["x"]), .isAny("s", ["x", "y"]), .isNot("s", "x"), .hasAny("m", ["x"]),
      .hasAny("m", ["none"]), .current("d"), .compare(.days("d"), .less, Quantity(14)),
      .compare(.daysUntil("d"), .atMost, Quantity(14)),
      .compare(.number("n"), .atLeast, Quantity(0)),
      .compare(.age, .less, Quantity(18)), .compare(.age, .atLeast, Quantity(18)),
    ]
    for condition in conditions {
      for tried in [condition, .not(condition)] {
        let assessment = context.assess(tried)
        #expect(assessment.truth == .unknown)
        #expect(assessment.because.isEmpty)
        #expect(assessment.missing == condition.questions)
      }
    }
  }

  @Test func `a missing answer is named once and in the order of the condition`() throws {
    let assessment = try weigh(.and([Self.b, Self.a, .not(Self.b)]), .unknown, .unknown)
    #expect(assessment.missing == ["b", "a"])
  }

  @Test func `what already speaks for a possible finding is named, what does not is left out`()
    throws
  {
    #expect(try weigh(.and([Self.a, Self.b]), .true, .unknown).because == ["a"])
    #expect(try weigh(.or([Self.a, Self.b]), .false, .unknown).because == [])
  }

  @Test func `the reason for an either-or is the part that holds`() throws {
    #expect(try weigh(.or([Self.a, Self.b]), .false, .true).because == ["b"])
    #expect(try weigh(.or([Self.a, Self.b]), .true, .true).because == ["a", "b"])
  }
}
