import ClinicalModel
import Screening
import Testing

/// A question whose answer speaks of now.
private func ofNow(_ id: Question.ID) -> Question {
  Question(
    id: id, ask: "\(id)?", label: "\(id)", kind: .single,
    options: ["yes", "no"].map { Option(id: $0, label: "\($0)") }, validFor: .day)
}

@Suite struct ValidityTests {
  private func context(
    _ said: Option.ID, on given: String, judged: String = "2026-11-30"
  ) throws -> AnswerContext {
    var answers = Answers()
    answers.record(.known(.choice(said)), to: "unwell", on: try day(given))
    return AnswerContext(
      pack: pack(ofNow("unwell"), dated(.plannedTreatmentDate, .future)), answers: answers,
      interviewDate: try day(judged))
  }

  private static let unwell = Condition.isAny("unwell", ["yes"])
  private static let well = Condition.isAny("unwell", ["no"])

  @Test func `a no of today is a no`() throws {
    let context = try context("no", on: "2026-11-30")
    #expect(context.assess(Self.unwell).truth == .false)
    #expect(context.earlier("unwell") == .none)
  }

  @Test(arguments: ["2026-11-20", "2026-11-29", "2026-12-01"])
  func `a no of another day is not known, and never no`(given: String) throws {
    let context = try context("no", on: given)
    #expect(context.assess(Self.unwell).truth == .unknown)
    #expect(context.assess(Self.unwell).missing == ["unwell"])
    #expect(context.answer("unwell") == .unknown(.notAsked))
    #expect(context.earlier("unwell") == .given(.known(.choice("no")), .on(try day(given))))
  }

  @Test func `what a yes of another day has found stands until it is asked again`() throws {
    let context = try context("yes", on: "2026-11-20")
    #expect(context.assess(Self.unwell).truth == .true)
    #expect(context.assess(.not(Self.well)).truth == .true)
    #expect(context.answer("unwell") == .unknown(.notAsked))
  }

  @Test func `an answer without a day is one of the day it is judged on`() throws {
    let answers: Answers = ["unwell": .known(.choice("no"))]
    let context = AnswerContext(
      pack: pack(ofNow("unwell")), answers: answers, interviewDate: try day("2026-11-30"))
    #expect(context.assess(Self.unwell).truth == .false)
  }

  @Test func `a new answer forgets the day of the old one`() throws {
    var answers = Answers()
    answers.record(.known(.choice("no")), to: "unwell", on: try day("2026-11-20"))
    answers["unwell"] = .known(.choice("no"))
    #expect(answers.day(of: "unwell") == .same)
  }

  @Test(arguments: [
    ("2026-11-25", true), ("2026-11-30", false), ("2026-11", false), ("2026-10", true),
  ])
  func `a planned day is asked again once no day of it is left`(planned: String, gone: Bool) throws
  {
    let date = try #require(PartialDate(iso: planned))
    let answers: Answers = [.plannedTreatmentDate: .known(.date(date))]
    let context = AnswerContext(
      pack: pack(dated(.plannedTreatmentDate, .future)), answers: answers,
      interviewDate: try day("2026-11-30"))
    #expect((context.earlier(.plannedTreatmentDate) != .none) == gone)
    #expect(context.treatmentDate == (try day("2026-11-30")))
  }

  @Test func `a month that was told on an earlier day ends on that day`() throws {
    var answers = Answers()
    answers.record(
      .known(.date(.month(year: 2026, month: 11))), to: "sun", on: try day("2026-11-20"))
    let context = AnswerContext(
      pack: pack(dated("sun")), answers: answers, interviewDate: try day("2026-11-30"))
    #expect(context.day(countedFrom: "sun") == (try day("2026-11-20")))
    answers["sun"] = .known(.date(.month(year: 2026, month: 11)))
    let today = AnswerContext(
      pack: pack(dated("sun")), answers: answers, interviewDate: try day("2026-11-30"))
    #expect(today.day(countedFrom: "sun") == (try day("2026-11-30")))
  }
}
