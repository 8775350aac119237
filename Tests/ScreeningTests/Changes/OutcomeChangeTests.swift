import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

@Suite struct OutcomeChangeTests {
  private let day = RuleCase.usualDate

  private func changes(_ given: Answers, _ rules: [Rule]) -> OutcomeChanges {
    outcomeChanges(given, with: ChangePack.pack(rules), on: day)
  }

  private let filler = ProofPack.rule(
    .compare(.days("filler-date"), .less, Quantity(28)), .defer,
    until: .date("filler-date", days: 28), id: "filler")
  private let roller = ProofPack.rule(
    .and([.isAny("device", ["roller"]), .compare(.days("filler-date"), .less, Quantity(180))]),
    .defer, until: .date("filler-date", days: 180), id: "roller")

  @Test func `every finding of the outcome's weight must end`() throws {
    let given: Answers = [
      "device": .known(.choice("roller")), "filler-date": try dated("2026-11-21"),
    ]
    let month = Change.waitUntil(try date("2026-12-19"))
    #expect(
      changes(given, [filler, roller]).ways == [
        ChangeSet(steps: [.waitUntil(try date("2027-05-20"))], outcome: .proceed),
        ChangeSet(steps: [month, .change("device", to: .choice("needle"))], outcome: .proceed),
        ChangeSet(steps: [month, .change("device", to: .choice("massage"))], outcome: .proceed),
      ])
  }

  @Test func `a way that brings something as heavy is no way`() throws {
    let needle = ProofPack.rule(
      .isAny("device", ["needle"]), .defer, until: .event("x"), id: "needle")
    let given: Answers = [
      "device": .known(.choice("roller")), "filler-date": try dated("2026-10-01"),
    ]
    #expect(
      changes(given, [roller, needle]).ways.map(\.steps) == [
        [.change("device", to: .choice("massage"))], [.waitUntil(try date("2027-03-30"))],
      ])
  }

  @Test func `two papers for two findings are brought together`() {
    func waits(for letter: Option.ID) -> Rule {
      ProofPack.rule(
        .and([.isAny("sex", ["male"]), .not(.hasAny("letters", [letter]))]), .defer,
        until: .event("letter"), id: Rule.ID(rawValue: "\(letter)"))
    }
    let given: Answers = [
      "sex": .known(.choice("male")), "letters": .known(.choices([Option.none])),
    ]
    #expect(
      changes(given, [waits(for: "heart"), waits(for: "skin")]).ways.map(\.steps) == [
        [.change("letters", to: .choices(["heart", "skin"]))]
      ])
  }

  @Test func `what lasts is named, and then no way is`() {
    let excluded = ProofPack.rule(.isAny("sex", ["male"]), .doNotTreat, id: "excluded")
    let device = ProofPack.rule(.isAny("device", ["roller"]), .doNotTreat, id: "device")
    let given: Answers = [
      "sex": .known(.choice("male")), "device": .known(.choice("roller")),
    ]
    let changes = changes(given, [excluded, device])
    #expect(changes.lasting == ["excluded"])
    #expect(changes.ways == [])
    #expect(changes.outcome == .doNotTreat)
  }

  @Test func `a missing answer of the same weight is asked for first`() {
    let pack = ProofPack.pack([ProofPack.pregnant, ProofPack.sex], [])
    let unsure: Answers = [
      "sex": .known(.choice("female")), "pregnant": .unknown(.unsure),
    ]
    let changes = outcomeChanges(unsure, with: pack, on: day)
    #expect(changes.toAnswer == ["pregnant"])
    #expect(changes.ways == [])
  }

  @Test func `the mildest outcome has nothing to lower`() {
    let note = ProofPack.rule(.isAny("sex", ["male"]), .proceed)
    let changes = changes(["sex": .known(.choice("male"))], [note])
    #expect(changes.outcome == .proceed)
    #expect(changes.ways == [])
    #expect(changes.lasting == [])
  }

  @Test(arguments: [UInt64](0..<6))
  func `in the shipped pack every way is lower and touches no fact of the patient`(seed: UInt64)
    throws
  {
    let pack = try BuiltIn.rulesAlone.get()
    var patient = RandomPatient(seed: seed, interviewDate: day)
    let answers = patient.answers(to: pack, percent: 100)
    let changes = outcomeChanges(answers, with: pack, on: day)
    let report = screen(answers, with: pack, on: day)
    #expect(changes.outcome == report.outcome)
    var sets = changes.ways
    for way in changes.ways { #expect(way.outcome < report.outcome) }
    for finding in report.findings where finding.certainty == .established {
      for set in changeSets(for: finding, answers: answers, with: pack, on: day) {
        let after = screen(answers.with(set.steps), with: pack, on: day)
        #expect(after.finding(finding.rule) == nil)
        #expect(after.outcome == set.outcome)
        #expect(after.outcome <= report.outcome)
        sets.append(set)
      }
    }
    for set in sets {
      #expect(screen(answers.with(set.steps), with: pack, on: day).outcome == set.outcome)
      for case .change(let id, let value) in set.steps {
        let question = try #require(pack.question(id))
        #expect(question.changeability != .fact)
        #expect(question.admits(.known(value)))
        if case .date = value { Issue.record("a date of the past is never varied") }
      }
    }
  }
}

extension Answers {
  /// The answers with some changes made.
  fileprivate func with(_ changes: [Change]) -> Answers {
    changes.reduce(self) { answers, change in
      switch change {
      case .waitUntil(let day):
        answers.adding(.plannedTreatmentDate, .known(.date(.day(day))))
      case .change(let question, let value): answers.adding(question, .known(value))
      case .answer, .event: answers
      }
    }
  }
}
