import ClinicalModel
import Foundation
import ProtocolLibrary
import Screening
import Testing

@Suite struct TableFindingTests {
  @Test func `a medicine's own default stands where no rule says as much`() throws {
    let alone = try ListPatient(taking: #""prednisolone""#)
    #expect(alone.finding(.medicineDefault("prednisolone")) == nil)
    #expect(alone.isEstablished("systemic-steroid"))
    // The rule for an antidepressant beside nothing else only advises.
    let milder = try ListPatient(taking: #""carbamazepine""#)
    #expect(milder.finding(.medicineDefault("carbamazepine")) == nil)
    let marker = try ListPatient(taking: #""levetiracetam""#)
    #expect(marker.isEstablished(.medicineDefault("levetiracetam")))
    #expect(marker.finding(.medicineDefault("levetiracetam"))?.severity == .caution)
  }

  @Test func `only a rule that says so settles a default with something milder`() throws {
    let own = try ListPatient(
      taking: #"{"medicine": "ibuprofen", "use": "as-needed", "prescribed": "no"}"#)
    #expect(own.finding("nsaid-self-chosen")?.severity == .proceed)
    #expect(own.finding(.medicineDefault("ibuprofen")) == nil)
    let prescribed = try ListPatient(taking: #"{"medicine": "ibuprofen", "prescribed": "yes"}"#)
    #expect(prescribed.isEstablished("nsaid-prescribed"))
    #expect(prescribed.finding("nsaid-prescribed")?.severity == .caution)
  }

  @Test func `an ingredient's default is found without any other answer`() throws {
    let patient = try ListPatient(#""planned-ingredients": ["iron", "zinc"]"#)
    #expect(patient.finding(.ingredientDefault("iron"))?.severity == .doNotTreat)
    #expect(patient.finding(.ingredientDefault("zinc")) == nil)
  }

  private static let negativePrick = #"""
    {"kind": "prick-intradermal", "ingredient": "hyaluronidase", "lot": "L1", "state": "placed",
    "placed": "2026-11-10", "readings": [{"day": "0", "date": "2026-11-10", "wheal-mm": "0",
    "histamine-mm": "5", "saline-mm": "0"}]}
    """#

  private func planned(lot: String, tests: String) throws -> ListPatient {
    try ListPatient(
      """
      "medicines-any": "no", "allergies-any": "no",
      "planned-ingredients": [{"ingredient": "hyaluronidase", "lot": "\(lot)"}],
      "skin-tests": [\(tests)]
      """)
  }

  @Test func `patch test first falls away after a valid negative test, and only then`() throws {
    let id = Rule.ID.ingredientDefault("hyaluronidase")
    #expect(
      try ListPatient(#""planned-ingredients": ["hyaluronidase"]"#).finding(id)?.severity
        == .proceedAfterPatchTest)
    #expect(try planned(lot: "L1", tests: Self.negativePrick).finding(id) == nil)
    #expect(try planned(lot: "L2", tests: Self.negativePrick).isEstablished(id))
    let patch = Self.negativePrick.replacingOccurrences(of: "prick-intradermal", with: "patch")
    #expect(try planned(lot: "L1", tests: patch).isEstablished(id))
  }

  @Test func `an unusable ingredient is never cleared by a test`() throws {
    let test = Self.negativePrick.replacingOccurrences(of: "hyaluronidase", with: "collagenase")
    let patient = try ListPatient(
      """
      "medicines-any": "no", "allergies-any": "no",
      "planned-ingredients": [{"ingredient": "collagenase", "lot": "L1"}],
      "skin-tests": [\(test)]
      """)
    #expect(patient.finding(.ingredientDefault("collagenase"))?.severity == .doNotTreat)
  }

  @Test func `a deferral counts from the last dose once that day is known`() throws {
    func release(_ entry: String) throws -> Release? {
      try ListPatient(taking: entry).finding("systemic-steroid")?.release
    }
    let waiting = "28 days after the prescribed course, or specialist letter if long-term"
    #expect(
      try release(#"{"medicine": "prednisolone", "use": "stopped", "last-taken": "2026-11-10"}"#)
        == .date(date("2026-12-08")))
    #expect(
      try release(#"{"medicine": "prednisolone", "use": "stopped", "last-taken": "2026-11"}"#)
        == .date(date("2026-12-19")))
    #expect(try release(#"{"medicine": "prednisolone", "use": "regular"}"#) == .event(waiting))
    #expect(
      try release(#"{"medicine": "prednisolone", "use": "stopped", "last-taken": "unsure"}"#)
        == .event(waiting))
  }

  @Test func `a table's finding cites its row and explains itself by the list`() throws {
    let patient = try ListPatient(taking: #""levetiracetam""#)
    let finding = try #require(patient.finding(.medicineDefault("levetiracetam")))
    #expect(finding.title == "Takes levetiracetam")
    #expect(finding.because.map(\.question) == ["medicines"])
    #expect(!finding.cite.isEmpty)
    #expect(!finding.staff.contains("{"))
  }
}

@Suite struct NearestPlanTests {
  private func beeSting(replacing old: String = "", with new: String = "") throws -> AnswersFile {
    let file = ListPatient.folder.appending(path: "bee-sting.yaml")
    var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    if !old.isEmpty { text = text.replacingOccurrences(of: old, with: new) }
    return try readAnswers(
      Array(text.utf8), named: "bee-sting.yaml", for: BuiltIn.pack.get().pack,
      today: BuiltIn.interviewDate)
  }

  private func plans(_ answers: Answers) throws -> [PlanProposal] {
    nearestPlans(to: answers, with: try BuiltIn.pack.get(), on: BuiltIn.interviewDate)
  }

  @Test func `after a bee sting with collapse the plan without hyaluronidase is the nearest`()
    throws
  {
    let answers = try beeSting(replacing: #"grade: "+""#, with: #"grade: "-""#).answers
    let report = screen(
      answers, with: try BuiltIn.pack.get(), on: BuiltIn.interviewDate)
    #expect(report.outcome == .doNotTreat)
    let plans = try plans(answers)
    #expect(plans.map(\.without) == [["hyaluronidase"]])
    #expect(plans.map(\.outcome) == [.defer])
  }

  @Test func `a finding about the plan names what it does not outlast, as screening again shows`()
    throws
  {
    let pack = try BuiltIn.pack.get()
    func ends(_ rule: Rule.ID, _ answers: Answers) throws -> [String] {
      let report = screen(answers, with: pack, on: BuiltIn.interviewDate)
      let finding = try #require(report.findings.first { $0.rule == rule })
      return plannedEntries(
        ending: finding, in: answers, with: pack, on: BuiltIn.interviewDate)
    }
    let answers = try beeSting().answers
    #expect(try ends("allergy-cross-hymenoptera", answers) == ["hyaluronidase"])
    #expect(try ends("test-reading-positive", answers) == ["lidocaine-inj"])
    #expect(try ends("dual-antithrombotic", answers) == [])
    let alone = try beeSting(replacing: "  - {ingredient: lidocaine-inj, lot: B2}\n").answers
    #expect(try ends("allergy-cross-hymenoptera", alone) == [])
  }

  @Test func `no plan is proposed when leaving out does not help, and never an empty one`() throws {
    // With a positive patch test of the other ingredient nothing would be left.
    #expect(try plans(try beeSting().answers).isEmpty)
    var alone = try beeSting().answers
    guard case .known(.entries(let entries)) = alone["planned-ingredients"] else {
      Issue.record("no plan")
      return
    }
    alone["planned-ingredients"] = .known(.entries(Array(entries.prefix(1))))
    #expect(try plans(alone).isEmpty)
  }
}
