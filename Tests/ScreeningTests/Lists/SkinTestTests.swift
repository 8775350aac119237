import ClinicalModel
import Screening
import Testing

@Suite struct SkinTestTests {
  private static let wholePatch = [(2, "-"), (4, "-"), (7, "-")]

  private func reading(_ day: Int, _ grade: String) -> String {
    "{\"day\": \"\(day)\", \"grade\": \"\(grade)\"}"
  }

  private func test(
    _ kind: String = "patch", placed: String = "2026-11-10", lot: String = "L1",
    ingredient: String = "vitamin-e", readings: [(Int, String)] = wholePatch
  ) -> String {
    let read = readings.map { reading($0.0, $0.1) }.joined(separator: ", ")
    return """
      {"kind": "\(kind)", "ingredient": "\(ingredient)", "lot": "\(lot)", "state": "placed",
      "placed": "\(placed)"\(read.isEmpty ? "" : ", \"readings\": [\(read)]")}
      """
  }

  private func patient(
    _ tests: String, planned: String = #"{"ingredient": "vitamin-e", "lot": "L1"}"#,
    others: String = #""medicines-any": "no", "allergies-any": "no""#
  ) throws -> ListPatient {
    try ListPatient("\(others), \"planned-ingredients\": [\(planned)], \"skin-tests\": [\(tests)]")
  }

  @Test func `a whole negative patch test of the planned lot answers for its ingredient`() throws {
    let patient = try patient(test())
    #expect(try patient.truth("complete(skin-tests)") == .true)
    #expect(try patient.truth("any-test(complete and negative)") == .true)
    #expect(try patient.truth("tested(patch)") == .true)
    #expect(try patient.truth("untested(patch)") == .false)
    #expect(try patient.truth("tested(spot)") == .false)
    #expect(try patient.truth("any-test(is-planned and lot-match = same)") == .true)
  }

  @Test func `a test of another lot, kind or ingredient, or a year old, answers nothing`() throws {
    for other in [
      test(lot: "L2"), test("spot"), test(ingredient: "vitamin-k"), test(placed: "2025-11-30"),
      test(readings: [(2, "-"), (4, "-")]), test(readings: [(2, "-"), (4, "-"), (7, "NT")]),
      test(readings: [(2, "-"), (4, "-"), (7, "+")]),
    ] {
      #expect(try patient(other).truth("tested(patch)") == .false, "\(other)")
      #expect(try patient(other).truth("untested(patch)") == .true, "\(other)")
    }
    #expect(try patient(test(placed: "2025-12-01")).truth("tested(patch)") == .true)
    #expect(try patient(test(lot: "L2")).isEstablished("test-not-transferable"))
    #expect(try patient(test(placed: "2025-11-30")).isEstablished("test-not-transferable"))
  }

  @Test func `a medicine that hides a reaction spoils its kind of test and no other`() throws {
    func taking(_ medicine: String) -> String {
      "\"medicines-any\": \"yes\", \"medicines\": [\"\(medicine)\"], \"allergies-any\": \"no\""
    }
    let steroid = try patient(test(), others: taking("prednisolone"))
    #expect(try steroid.truth("any-test(confounded)") == .true)
    #expect(try steroid.truth("tested(patch)") == .false)
    #expect(steroid.isEstablished("test-confounder-patch"))
    let antihistamine = try patient(test(), others: taking("cetirizine"))
    #expect(try antihistamine.truth("any-test(confounded)") == .false)
    #expect(try antihistamine.truth("tested(patch)") == .true)
    let prick = try patient(
      test("prick-intradermal", readings: []), others: taking("cetirizine"))
    #expect(prick.isEstablished("test-confounder-immediate"))
    let unknown = try patient(test(), others: #""medicines-any": "unsure""#)
    #expect(try unknown.truth("any-test(confounded)") == .unknown)
    #expect(try unknown.truth("tested(patch)") == .false)
  }

  @Test func `a positive reading excludes only while its ingredient is planned`() throws {
    let positive = test(readings: [(2, "-"), (4, "++"), (7, "+")])
    #expect(try patient(positive).finding("test-reading-positive")?.severity == .doNotTreat)
    let other = try patient(positive, planned: #"{"ingredient": "vitamin-k", "lot": "L1"}"#)
    #expect(other.finding("test-reading-positive") == nil)
    let open = try ListPatient("\"skin-tests\": [\(positive)]")
    #expect(open.finding("test-reading-positive")?.certainty != .established)
    #expect(open.finding("test-reading-positive") != nil)
  }

  @Test func `a prick test counts by its controls and by the wheal over saline`() throws {
    func prick(_ wheal: String, _ histamine: String, _ saline: String) throws -> ListPatient {
      try patient(
        """
        {"kind": "prick-intradermal", "ingredient": "vitamin-e", "lot": "L1", "state": "placed",
        "placed": "2026-11-10", "readings": [{"day": "0", "wheal-mm": "\(wheal)",
        "histamine-mm": "\(histamine)", "saline-mm": "\(saline)"}]}
        """)
    }
    #expect(try prick("2", "5", "0").truth("tested(prick-intradermal)") == .true)
    #expect(try prick("3", "5", "0").truth("tested(prick-intradermal)") == .false)
    #expect(try prick("3", "5", "0").isEstablished("test-immediate-positive"))
    // Whether there were symptoms was not recorded.
    let overControl = try prick("3", "5", "1").finding("test-immediate-positive")
    #expect(overControl?.certainty == .possible(missing: ["skin-tests"]))
    #expect(try prick("0", "2", "0").isEstablished("test-controls-invalid"))
    #expect(try prick("0", "2", "0").truth("tested(prick-intradermal)") == .false)
    #expect(try prick("0", "5", "1").isEstablished("test-controls-invalid"))
  }

  @Test func `treatment waits for the last reading of a test`() throws {
    let late = try patient(test(placed: "2026-11-21", readings: []))
    #expect(late.finding("test-readings-incomplete")?.severity == .proceedAfterPatchTest)
    #expect(late.finding("test-before-last-reading") == nil)
    let early = try patient(
      """
      {"kind": "patch", "ingredient": "vitamin-e", "lot": "L1", "state": "planned",
      "placed": "2026-11-24"}
      """)
    #expect(try early.finding("test-before-last-reading")?.release == .date(date("2026-12-02")))
    #expect(early.finding("test-before-last-reading")?.certainty == .established)
  }

  @Test func `no test is wanted where a past reaction or a medicine forbids it`() throws {
    let planned = #"{"ingredient": "hyaluronidase", "lot": "L1"}"#
    func wanted(_ medicine: String, _ allergy: String) throws -> ListPatient {
      try ListPatient(
        """
        "medicines-any": "yes", "medicines": ["\(medicine)"], "allergies-any": "yes",
        "allergies": [\(allergy)], "planned-ingredients": [\(planned)]
        """)
    }
    let sting = #"{"allergen": "hymenoptera", "reaction": "immediate_mild", "when": "2019"}"#
    let patient = try wanted("propranolol", sting)
    #expect(patient.isEstablished("test-offered-hyaluronidase-sting"))
    #expect(patient.isEstablished("test-refused-beta-blocker-asthma"))
    #expect(patient.finding("test-refused-recent-reaction") == nil)
    #expect(try wanted("cetirizine", sting).finding("test-refused-beta-blocker-asthma") == nil)
    let recent = #"{"allergen": "hymenoptera", "reaction": "immediate_mild", "when": "2026-11-15"}"#
    #expect(
      try wanted("cetirizine", recent).finding("test-refused-recent-reaction")?.release
        == .date(date("2026-12-13")))
    let severe = try ListPatient(
      """
      "medicines-any": "no", "allergies-any": "yes",
      "allergies": [{"allergen": "hymenoptera", "reaction": "anaphylaxis"}],
      "planned-ingredients": [\(planned)],
      "skin-tests": [\(test("prick-intradermal", ingredient: "hyaluronidase", readings: []))]
      """)
    #expect(severe.finding("test-refused-severe-reaction")?.severity == .doNotTreat)
    #expect(severe.isEstablished("test-refused-severe-reaction"))
  }

  @Test func `a shock of unknown cause waits for the allergist before any skin test`() throws {
    let patient = try ListPatient(
      """
      "medicines-any": "no", "allergies-any": "yes",
      "allergies": [{"allergen": "TESTNAME", "reaction": "anaphylaxis"}],
      "planned-ingredients": ["hyaluronidase"]
      """)
    #expect(patient.isEstablished("test-refused-unknown-trigger"))
  }

  @Test func `nobody asked about skin tests means that none was done`() throws {
    let patient = try ListPatient(
      #""medicines-any": "no", "allergies-any": "no", "planned-ingredients": ["vitamin-e"]"#)
    #expect(try patient.truth("any-test(negative)") == .false)
    #expect(try patient.truth("untested(patch)") == .true)
    let unsure = try ListPatient(#""skin-tests": "unsure""#)
    #expect(try unsure.truth("any-test(negative)") == .unknown)
  }
}
