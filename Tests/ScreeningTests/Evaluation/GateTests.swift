import ClinicalModel
import Screening
import Testing

@Suite struct GateTests {
  /// Sex decides whether pregnancy is asked, pregnancy whether a test is.
  private let questions = pack(
    single("sex", ["female", "male"]),
    yesNo("pregnant", when: .isNot("sex", "male")),
    yesNo("test-done", when: .isAny("pregnant", ["no"])))
  private let pregnant = Condition.isAny("pregnant", ["yes"])

  private func context(_ answers: Answers) throws -> AnswerContext {
    AnswerContext(pack: questions, answers: answers, interviewDate: try day("2026-11-21"))
  }

  @Test func `an answer is parked while its question does not apply`() throws {
    let parked = try context(["sex": .known(.choice("male")), "pregnant": .known(.choice("yes"))])
    #expect(parked.applies("pregnant") == .false)
    #expect(parked.assess(pregnant).truth == .false)
    #expect(parked.answer("pregnant") == .unknown(.notAsked))
    #expect(parked.answers["pregnant"] == .known(.choice("yes")))
  }

  @Test func `a question that does not apply makes its own questions not apply`() throws {
    let male = try context(["sex": .known(.choice("male")), "test-done": .known(.choice("yes"))])
    #expect(male.applies("test-done") == .false)
    #expect(male.assess(.isAny("test-done", ["yes"])).truth == .false)
    #expect(male.assess(.isNot("test-done", "yes")).truth == .false)
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `while the gate is unknown a given answer counts and a missing one stays unknown`(
    reason: UnknownReason
  ) throws {
    let given = try context(["sex": .unknown(reason), "pregnant": .known(.choice("yes"))])
    #expect(given.applies("pregnant") == .unknown)
    #expect(given.assess(pregnant).truth == .true)
    let missing = try context(["sex": .unknown(reason)])
    #expect(missing.assess(pregnant).truth == .unknown)
    #expect(missing.assess(pregnant).missing == ["pregnant"])
  }

  @Test func `an answer whose gate is unknown does not silence a condition with not`() throws {
    // Should the gate turn out to be closed, the answer is parked and "not
    // pregnant" holds: until then it is possible.
    let given = try context(["pregnant": .known(.choice("yes"))])
    let assessment = given.assess(.not(pregnant))
    #expect(assessment.truth == .unknown)
    #expect(assessment.missing == ["sex"])
    let settled = try context([
      "sex": .known(.choice("female")), "pregnant": .known(.choice("yes")),
    ])
    #expect(settled.assess(.not(pregnant)).truth == .false)
  }

  @Test func `a gate may stand after its question`() throws {
    let reversed = pack(yesNo("detail", when: .isAny("gate", ["yes"])), yesNo("gate"))
    let open = AnswerContext(
      pack: reversed, answers: ["gate": .known(.choice("yes"))],
      interviewDate: try day("2026-11-21"))
    #expect(open.applies("detail") == .true)
  }

  @Test func `gates in a circle stay unknown and end`() throws {
    let circle = pack(
      yesNo("a", when: .isAny("b", ["yes"])), yesNo("b", when: .isAny("a", ["yes"])))
    let context = AnswerContext(
      pack: circle, answers: [:], interviewDate: try day("2026-11-21"))
    #expect(context.applies("a") == .unknown)
    #expect(context.applies("b") == .unknown)
  }

  @Test(arguments: [
    AnswerValue.choice("removed-option"), .choices(["none"]), .text("yes"), .never,
    .number(Quantity(1)),
  ])
  func `a value its question does not take says nothing, least of all no`(value: AnswerValue)
    throws
  {
    let context = try context(["sex": .known(.choice("female")), "pregnant": .known(value)])
    #expect(context.assess(pregnant).truth == .unknown)
    #expect(context.assess(.isNot("pregnant", "no")).truth == .unknown)
    #expect(context.answer("pregnant") == .unknown(.notAsked))
  }

  @Test(
    arguments: [[], ["none", "lupus"], ["lupus", "lupus"], ["lupus", "gone"]] as [[Option.ID]])
  func `a multiple choice that cannot have been given says nothing`(marked: [Option.ID]) throws {
    let context = AnswerContext(
      pack: pack(multiple("conditions", ["none", "lupus", "asthma"])),
      answers: ["conditions": .known(.choices(marked))], interviewDate: try day("2026-11-21"))
    #expect(context.assess(.hasAny("conditions", ["lupus"])).truth == .unknown)
    #expect(context.assess(.hasAny("conditions", ["asthma"])).truth == .unknown)
  }
}
