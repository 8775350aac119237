import ClinicalModel
import Screening
import Testing

@Suite struct AllergyTruthTests {
  private func patient(_ allergies: String, planned: String = "") throws -> ListPatient {
    let plan = planned.isEmpty ? "" : ", \"planned-ingredients\": [\(planned)]"
    return try ListPatient(
      #""medicines-any": "no", "allergies-any": "yes", "allergies": [\#(allergies)]\#(plan)"#)
  }

  @Test(arguments: [#""soy""#, #"{"allergen": "soy", "reaction": "unknown"}"#])
  func `an allergy whose reaction nobody knows is unknown and never false`(entry: String) throws {
    let patient = try patient(entry)
    #expect(try patient.truth("allergic(soy)") == .unknown)
    #expect(try patient.truth("allergic(soy, anaphylaxis)") == .unknown)
    #expect(try patient.truth("allergic(soy, intolerance)") == .unknown)
    #expect(try patient.truth("has-reaction(anaphylaxis)") == .unknown)
    #expect(try patient.truth("allergic(egg)") == .false)
    #expect(try patient.truth("allergic(soy, unknown)") == .true)
    #expect(patient.isEstablished("allergy-details-missing"))
  }

  @Test func `an intolerance or a relative's allergy is no allergy`() throws {
    for reaction in ["intolerance", "family_or_positive_test_only"] {
      let patient = try patient("{\"allergen\": \"soy\", \"reaction\": \"\(reaction)\"}")
      #expect(try patient.truth("allergic(soy)") == .false)
      #expect(try patient.truth("allergic(soy, \(reaction))") == .true)
    }
    let both = try patient(
      #"{"allergen": "soy", "reaction": "intolerance"}, {"allergen": "soy"}"#)
    #expect(try both.truth("allergic(soy)") == .unknown)
  }

  @Test func `an allergy is complete only when everything about it is known`() throws {
    let whole = #"""
      {"allergen": "soy", "reaction": "immediate_mild", "when": "2019", "treated": "tablets",
      "confirmed": "no"}
      """#
    #expect(try patient(whole).truth("complete(allergies)") == .true)
    #expect(try patient(whole).truth("any-allergy(complete and reaction != intolerance)") == .true)
    #expect(try patient("\(whole), \"egg\"").truth("complete(allergies)") == .false)
    #expect(try patient(#""soy""#).truth("any-allergy(incomplete)") == .true)
    #expect(try patient(#""TESTNAME""#).truth("any-allergy(unmatched)") == .true)
    #expect(try patient(#""TESTNAME""#).isEstablished("allergen-unmatched"))
  }

  @Test func `the worst reaction to what the plan contains decides`() throws {
    let patient = try patient(
      #"""
      {"allergen": "soy", "reaction": "intolerance"},
      {"allergen": "soy", "reaction": "immediate_mild"},
      {"allergen": "soy", "reaction": "family_or_positive_test_only"}
      """#, planned: #""phosphatidylcholine""#)
    let contains = patient.report.findings.filter { $0.rule == .allergyContains("soy") }
    #expect(contains.map(\.severity) == [.defer])
    let worse = try self.patient(
      #"""
      {"allergen": "soy", "reaction": "anaphylaxis"}, {"allergen": "soy", "reaction": "unknown"}
      """#, planned: #""phosphatidylcholine", "vitamin-e""#)
    #expect(worse.finding(.allergyContains("soy"))?.severity == .doNotTreat)
    #expect(worse.finding(.allergyCross("soy"))?.severity == .caution)
  }

  @Test func `what the label says is free of an allergen is not held against the plan`() throws {
    let allergy = #"{"allergen": "soy", "reaction": "anaphylaxis"}"#
    let free = try patient(
      allergy, planned: #"{"ingredient": "phosphatidylcholine", "free-of": ["soy"]}"#)
    #expect(try free.truth("free-of(phosphatidylcholine, soy)") == .true)
    #expect(free.finding(.allergyContains("soy")) == nil)
    let both = try patient(
      allergy,
      planned: #"""
        {"ingredient": "phosphatidylcholine", "free-of": ["soy"]}, "phosphatidylcholine"
        """#)
    #expect(both.isEstablished(.allergyContains("soy")))
    let unread = try patient(allergy, planned: #""phosphatidylcholine""#)
    #expect(try unread.truth("free-of(phosphatidylcholine, soy)") == .false)
  }

  @Test func `an allergy counts against every ingredient while nobody has said what is planned`()
    throws
  {
    let patient = try patient(#"{"allergen": "soy", "reaction": "anaphylaxis"}"#)
    #expect(try patient.truth("planned(phosphatidylcholine)") == .unknown)
    let finding = try #require(patient.finding(.allergyContains("soy")))
    #expect(finding.severity == .doNotTreat)
    #expect(finding.certainty == .possible(missing: ["planned-ingredients"]))
    #expect(patient.report.couldBecome == .doNotTreat)
  }

  @Test func `a patient without allergies raises nothing of the allergy list`() throws {
    let patient = try ListPatient(
      #""medicines-any": "no", "allergies-any": "no", "planned-ingredients": ["hyaluronidase"]"#)
    #expect(try patient.truth("allergic(hymenoptera)") == .false)
    #expect(try patient.truth("has-reaction(anaphylaxis)") == .false)
    #expect(!patient.report.findings.contains { $0.rule.rawValue.hasPrefix("allergy-") })
  }

  @Test func `an ingredient is planned under its name or under an allergen that it holds`() throws {
    let patient = try ListPatient(#""planned-ingredients": ["hyaluronidase", "TESTPRODUCT"]"#)
    #expect(try patient.truth("planned(hyaluronidase)") == .true)
    #expect(try patient.truth("planned-any [thiomersal]") == .true)
    #expect(try patient.truth("planned(vitamin-e)") == .false)
    #expect(try patient.truth("any-planned(category has enzyme)") == .true)
    #expect(patient.isEstablished("ingredient-unmatched"))
  }
}
