import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

@Suite struct BuiltInPackTests {
  private func yes(_ question: Question.ID) -> [Question.ID: Answer] {
    [question: .known(.choice("yes"))]
  }

  @Test func `a patient in whom nothing is found reads so and no more`() throws {
    let report = try BuiltIn.report([:])
    #expect(report.established == [])
    #expect(report.couldBecome == .proceed)
    #expect(report.complete)
    #expect(
      report.outcome.outcomeSentence
        == "Nothing was found in the answers. The clinician decides.")
  }

  @Test func `a pregnant patient is never treated`() throws {
    let report = try BuiltIn.report(yes("pregnancy-status"))
    #expect(report.finding("pregnant")?.severity == .doNotTreat)
    #expect(report.finding("pregnant")?.certainty == .established)
    #expect(report.earliestDate == .excluded)
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `a patient whose pregnancy is not known waits and could be excluded`(
    reason: UnknownReason
  ) throws {
    let report = try BuiltIn.report(["pregnancy-status": .unknown(reason)])
    #expect(report.finding("pregnant")?.certainty == .possible(missing: ["pregnancy-status"]))
    #expect(report.finding("unknown-pregnancy-status")?.severity == .defer)
    #expect(report.outcome == .defer)
    #expect(report.couldBecome == .doNotTreat)
  }

  @Test func `a breastfeeding patient is never treated and never told to wean`() throws {
    let finding = try #require(
      BuiltIn.report(yes("breastfeeding-status")).finding("breastfeeding"))
    #expect(finding.severity == .doNotTreat)
    #expect(finding.staff.contains("never advise weaning"))
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `a patient whose blood thinners are not known is never clear`(reason: UnknownReason) throws {
    let report = try BuiltIn.report(["blood-thinner-use": .unknown(reason)])
    #expect(
      report.finding("blood-thinner-gate")?.certainty
        == .possible(missing: ["blood-thinner-use"]))
    #expect(report.outcome == .caution)
  }

  @Test(arguments: [
    ("2026-11-18", Severity.defer), ("2026-11-17", .proceed), ("2026-11-16", .proceed),
  ])
  func `strong sun 13 days before treatment defers, 14 days before does not`(
    sun: String, outcome: Severity
  ) throws {
    let report = try BuiltIn.report(["last-strong-sun-date": dated(sun)])
    #expect(report.outcome == outcome)
  }

  @Test func `moving the planned day ends a wait without a new interview`() throws {
    let sun = try dated("2026-11-21")
    let before = try BuiltIn.report(["last-strong-sun-date": sun])
    #expect(before.earliestDate == .date(try date("2026-12-05")))
    let after = try BuiltIn.report([
      "last-strong-sun-date": sun, .plannedTreatmentDate: dated("2026-12-05"),
    ])
    #expect(after.finding("strong-sun-14-days") == nil)
  }

  @Test func `a letter turns a letter-based wait into a review`() throws {
    let insulin: [Question.ID: Answer] = [
      "medical-conditions": .known(.choices(["diabetes"])),
      "diabetes-treatment": .known(.choice("insulin")),
      "diabetes-control": .known(.choice("in-range")),
      "diabetes-complications": .known(.choice("no")),
    ]
    let without = try BuiltIn.report(insulin)
    #expect(without.outcome == .defer)
    #expect(without.established.contains("diabetes-insulin"))
    let with = try BuiltIn.report(
      insulin.merging(["doctor-letters": .known(.choices(["diabetes"]))]) { $1 })
    #expect(with.outcome == .caution)
    #expect(with.established.contains("specialist-letter-review"))
    let unsure = try BuiltIn.report(
      insulin.merging(["doctor-letters": .unknown(.unsure)]) { $1 })
    #expect(unsure.couldBecome == .defer)
  }

  @Test(
    arguments: [
      "breathing", "face-swelling", "chest-pain", "stroke-signs", "vision", "skin-dark",
      "spreading-infection", "rapid-hives",
    ] as [Option.ID])
  func `every red flag excludes and opens an emergency screen`(flag: Option.ID) throws {
    let report = try BuiltIn.report(["red-flags-now": .known(.choices([flag]))])
    #expect(report.outcome == .doNotTreat)
    #expect(report.finding("red-flag-today")?.urgency == .emergency)
    #expect(!report.emergencies.isEmpty)
  }

  @Test func `a patient born in a year that leaves it open counts as under 18`() throws {
    let report = try BuiltIn.report([.dateOfBirth: dated("2008")])
    #expect(report.finding("minor-under-18")?.certainty == .established)
    #expect(report.unanswered == ["guardian-present"])
    #expect(try BuiltIn.report([.dateOfBirth: dated("2007")]).outcome == .proceed)
  }

  @Test func `filler waits six months only with microneedling, and another device is named`() throws
  {
    let given = try BuiltIn.answers([
      "filler-date": dated("2026-10-01"), "modality": .known(.choice("microneedling-pen")),
      "planned-depth-mm": .known(.number(Quantity(1))),
    ])
    let pack = try BuiltIn.pack.get()
    let report = screen(given, with: pack, on: BuiltIn.interviewDate)
    let finding = try #require(report.finding("filler-180-days-microneedling"))
    let changes = changes(for: finding, answers: given, with: pack, on: BuiltIn.interviewDate)
    #expect(changes.first == .waitUntil(try date("2027-03-30")))
    #expect(changes.contains(.change("modality", to: .choice("syringe-needle"))))
    #expect(!changes.contains(.change("modality", to: .choice("dermaroller"))))
    // A pressure injector would exclude hyaluronic acid.
    #expect(!changes.contains(.change("modality", to: .choice("needle-free-jet"))))
  }

  @Test func `nobody is advised to answer a question about themselves differently`() throws {
    let pack = try BuiltIn.pack.get()
    for example in Example.all {
      let answers = try example.read().answers
      let report = screen(answers, with: pack, on: BuiltIn.interviewDate)
      for finding in report.findings where finding.certainty == .established {
        for change in changes(for: finding, answers: answers, with: pack, on: BuiltIn.interviewDate)
        {
          guard case .change(let question, _) = change else { continue }
          #expect(pack.question(question)?.changeability != .fact)
        }
      }
    }
  }

  @Test(arguments: [UInt64](0..<60))
  func `whatever is still answered, nothing gets worse than the report said it could`(seed: UInt64)
    throws
  {
    try expectSound((seed < 10 ? BuiltIn.pack : BuiltIn.rulesAlone).get(), seed: seed)
  }

  @Test(arguments: [UInt64](1000..<1060))
  func `a wait ends on the day it names and not the day before`(seed: UInt64) throws {
    let pack = try BuiltIn.rulesAlone.get()
    var patient = RandomPatient(seed: seed, interviewDate: BuiltIn.interviewDate)
    var answers = patient.answers(to: pack, percent: 100)
    let report = screen(answers, with: pack, on: BuiltIn.interviewDate)
    for finding in report.findings where finding.certainty == .established {
      guard case .date(let end) = finding.release, let rule = pack.rule(finding.rule),
        case .date(let question, let days) = rule.until,
        rule.when.countsDays(from: question, below: days), end > BuiltIn.interviewDate
      else { continue }
      answers[.plannedTreatmentDate] = .known(.date(.day(end)))
      let then = screen(answers, with: pack, on: BuiltIn.interviewDate)
      #expect(!then.established.contains(rule.id), "seed \(seed): \(rule.id) on \(end)")
      answers[.plannedTreatmentDate] = .known(.date(.day(end.adding(days: -1))))
      let dayBefore = screen(answers, with: pack, on: BuiltIn.interviewDate)
      #expect(dayBefore.established.contains(rule.id), "seed \(seed): \(rule.id) before \(end)")
    }
  }

  @Test func `every wait with a day is over when its days are, but for the trip still to come`()
    throws
  {
    let otherwise = try BuiltIn.pack.get().rules.filter { rule in
      guard case .date(let question, let days) = rule.until else { return false }
      return !rule.when.countsDays(from: question, below: days)
    }
    #expect(otherwise.map(\.id) == ["sun-ahead-unavoidable"])
  }
}

extension Condition {
  /// Whether it holds only while fewer than so many days have passed.
  fileprivate func countsDays(from question: Question.ID, below days: Int) -> Bool {
    switch self {
    case .compare(.days(question), .less, Quantity(days)): true
    case .and(let parts): parts.contains { $0.countsDays(from: question, below: days) }
    default: false
    }
  }
}
