import ClinicalModel
import Screening
import Testing

@Suite struct WindowTests {
  private static let under14 = Condition.compare(.days("sun"), .less, Quantity(14))

  private func truth(
    _ condition: Condition, sun: AnswerValue? = nil, treatment: AnswerValue? = nil,
    birth: AnswerValue? = nil, interview: String = "2026-11-21"
  ) throws -> Truth {
    var answers = Answers()
    if let sun { answers["sun"] = .known(sun) }
    if let treatment { answers[.plannedTreatmentDate] = .known(treatment) }
    if let birth { answers[.dateOfBirth] = .known(birth) }
    let pack = pack(
      dated("sun"), dated("event", .future), dated(.dateOfBirth),
      dated(.plannedTreatmentDate, .future))
    return AnswerContext(pack: pack, answers: answers, interviewDate: try day(interview))
      .assess(condition).truth
  }

  private func date(_ text: String) throws -> AnswerValue {
    .date(try #require(PartialDate(iso: text)))
  }

  @Test(arguments: [
    ("2026-12-04", Truth.true), ("2026-12-05", .false), ("2026-12-06", .false),
    ("2026-11-21", .true),
  ])
  func `a window of 14 days holds the day before its end and not on its end`(
    treatment: String, expected: Truth
  ) throws {
    #expect(
      try truth(Self.under14, sun: date("2026-11-21"), treatment: date(treatment)) == expected)
  }

  @Test func `a window runs across a leap day`() throws {
    let sun = try date("2028-02-20")
    #expect(
      try truth(Self.under14, sun: sun, treatment: date("2028-03-04"), interview: "2028-02-21")
        == .true)
    #expect(
      try truth(Self.under14, sun: sun, treatment: date("2028-03-05"), interview: "2028-02-21")
        == .false)
  }

  @Test func `without a planned date the window counts to the day of the interview`() throws {
    #expect(try truth(Self.under14, sun: date("2026-11-08")) == .true)
    #expect(try truth(Self.under14, sun: date("2026-11-07")) == .false)
  }

  @Test func `a planned date before the interview is read as the day of the interview`() throws {
    #expect(
      try truth(Self.under14, sun: date("2026-11-07"), treatment: date("2026-11-10")) == .false)
  }

  @Test
  func `a planned date known by its month is its first day, so that no window ends too early`()
    throws
  {
    let sun = try date("2026-11-21")
    #expect(try truth(Self.under14, sun: sun, treatment: date("2026-12")) == .true)
    #expect(try truth(Self.under14, sun: sun, treatment: date("2027-01")) == .false)
  }

  @Test(arguments: [
    ("2026-10", Truth.false, "October ends three weeks before"),
    ("2026-11", .true, "it may have been today"),
    ("2026", .true, "it may have been today"),
    ("2025", .false, "last year"),
  ])
  func `a date known in part counts from the latest day it can have been`(
    sun: String, expected: Truth, why: Comment
  ) throws {
    #expect(try truth(Self.under14, sun: date(sun)) == expected, why)
  }

  @Test func `a month partly ahead counts from the day of the interview at the latest`() throws {
    let window = Condition.compare(.days("sun"), .atLeast, Quantity(10))
    #expect(try truth(window, sun: date("2026-11"), treatment: date("2026-12-01")) == .true)
  }

  @Test func `what never happened and what is still going on have no days to count`() throws {
    #expect(try truth(Self.under14, sun: .never) == .false)
    #expect(try truth(Self.under14, sun: .current) == .false)
    #expect(try truth(.current("sun"), sun: .current) == .true)
    #expect(try truth(.current("sun"), sun: .never) == .false)
    #expect(try truth(.current("sun"), sun: date("2026")) == .false)
  }

  @Test(arguments: [
    ("2008-11-22", Truth.true), ("2008-11-21", .false), ("2008-11", .true), ("2008", .true),
    ("2009", .true), ("2007", .false),
  ])
  func `a patient who may be under 18 counts as under 18`(birth: String, expected: Truth) throws {
    let minor = Condition.compare(.age, .less, Quantity(18))
    #expect(try truth(minor, birth: date(birth)) == expected)
  }

  @Test func `a patient who may be a minor is treated as one under a not as well`() throws {
    // "not (age >= 18)" must fire for the same patients as "age < 18".
    let adult = Condition.compare(.age, .atLeast, Quantity(18))
    #expect(try truth(.not(adult), birth: date("2008")) == .true)
    #expect(try truth(.not(adult), birth: date("2007")) == .false)
  }

  @Test(arguments: [
    ("1950", Truth.true), ("1951", .false), ("1950-11", .true), ("1950-11-22", .false),
    ("1950-11-21", .true),
  ])
  func `a patient who may be over 75 counts as over 75`(birth: String, expected: Truth) throws {
    // Completed 76 years on the day of the interview.
    let old = Condition.compare(.age, .greater, Quantity(75))
    #expect(try truth(old, birth: date(birth)) == expected)
  }

  @Test func `age is counted on the planned day, not on the day of the interview`() throws {
    let minor = Condition.compare(.age, .less, Quantity(18))
    let birth = try date("2008-12-01")
    #expect(try truth(minor, birth: birth) == .true)
    #expect(try truth(minor, treatment: date("2026-12-01"), birth: birth) == .false)
  }

  @Test(arguments: [
    ("2026-12-05", Truth.true), ("2026-12-06", .false), ("2026-12", .true), ("2027", .false),
    ("2026", .true),
  ])
  func `a coming event counts from the earliest day it can be`(event: String, expected: Truth)
    throws
  {
    let pack = pack(dated("event", .future), dated(.plannedTreatmentDate, .future))
    let context = AnswerContext(
      pack: pack, answers: ["event": .known(try date(event))], interviewDate: try day("2026-11-21"))
    #expect(
      context.assess(.compare(.daysUntil("event"), .atMost, Quantity(14))).truth == expected)
  }

  @Test func `the end of a coming trip known by its month is its last day`() throws {
    let pack = pack(dated("trip-end", .future), dated("sun"))
    let context = AnswerContext(
      pack: pack,
      answers: ["trip-end": .known(try date("2026-12")), "sun": .known(try date("2026-11"))],
      interviewDate: try day("2026-11-21"))
    #expect(context.day(countedFrom: "trip-end") == (try day("2026-12-31")))
    #expect(context.day(countedFrom: "sun") == (try day("2026-11-21")))
    #expect(context.day(countedFrom: "not-there") == nil)
  }
}
