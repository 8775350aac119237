import ClinicalModel
import Screening
import Testing

/// A patient with a plan, and what the plan of skin tests says of it.
struct PlanPatient {
  let patient: ListPatient
  let plan: SkinTestPlan

  init(
    planned: String, medicines: String = #""medicines-any": "no""#,
    allergies: String = #""allergies-any": "no""#, tests: String = "", others: String = "",
    today: String = "2026-11-21"
  ) throws {
    let tests = tests.isEmpty ? "" : ", \"skin-tests\": [\(tests)]"
    let others = others.isEmpty ? "" : ", \(others)"
    patient = try ListPatient(
      "\(medicines), \(allergies), \"planned-ingredients\": [\(planned)]\(tests)\(others)")
    plan = skinTestPlan(
      patient.answers, with: patient.pack, on: BuiltIn.interviewDate, today: try date(today))
  }

  func item(_ ingredient: String, _ kind: SkinTestKind) throws -> SkinTestItem {
    try #require(plan.items.first { $0.planned.name == ingredient && $0.kind == kind })
  }

  /// One test on record.
  static func test(
    kind: String = "patch", ingredient: String = "vitamin-e", lot: String = "L1",
    state: String = "placed", placed: String = "2026-11-10", _ readings: String = "",
    more: String = ""
  ) -> String {
    """
    {"kind": "\(kind)", "ingredient": "\(ingredient)", "lot": "\(lot)", "state": "\(state)",
    "placed": "\(placed)"\(more)\(readings.isEmpty ? "" : ", \"readings\": [\(readings)]")}
    """
  }

  static func graded(_ readings: [(Int, String)]) -> String {
    readings.map { "{\"day\": \"\($0.0)\", \"grade\": \"\($0.1)\"}" }.joined(separator: ", ")
  }
}

private let eczema = """
  "allergies-any": "yes", "allergies": [{"allergen": "nickel", "reaction": "contact_delayed",
  "when": "2019", "treated": "nothing", "confirmed": "yes"}]
  """
private let sting = """
  "allergies-any": "yes", "allergies": [{"allergen": "hymenoptera", "reaction": "immediate_mild",
  "when": "2019", "treated": "nothing", "confirmed": "not-tested"}]
  """
private let vitaminE = #"{"ingredient": "vitamin-e", "lot": "L1"}"#
private let hyaluronidase = #"{"ingredient": "hyaluronidase", "lot": "L1"}"#

@Suite struct SkinTestPlanTests {
  @Test func `a patch test of Saturday is placed on Monday and lets treat a day after day 7`()
    throws
  {
    let patient = try PlanPatient(planned: vitaminE, allergies: eczema)
    let schedule = try #require(try patient.item("vitamin-e", .patch).schedule)
    #expect(schedule.standing == .suggested)
    #expect(schedule.placing == (try date("2026-11-23")))
    #expect(
      schedule.readings.map(\.date)
        == (try ["2026-11-25", "2026-11-27", "2026-11-30"].map(date)))
    #expect(patient.plan.earliestTreatment == (try date("2026-12-01")))
  }

  @Test func `whatever the day, the suggested one is a Monday and no reading needs a weekend`()
    throws
  {
    for offset in 0..<14 {
      let today = BuiltIn.interviewDate.adding(days: offset)
      let patient = try PlanPatient(
        planned: vitaminE, allergies: eczema, today: today.description)
      let schedule = try #require(try patient.item("vitamin-e", .patch).schedule)
      #expect(schedule.placing.weekday == 1)
      #expect((0..<7).contains(schedule.placing.days(after: today)))
      #expect(schedule.readings.allSatisfy { $0.date.weekday < 6 })
    }
  }

  @Test func `the numbing cream and the antiseptic are tested like every planned ingredient`()
    throws
  {
    let planned = #"{"ingredient": "vitamin-e", "lot": "L1"}, "emla", "chlorhexidine""#
    let patient = try PlanPatient(planned: planned, allergies: eczema)
    for name in ["vitamin-e", "emla", "chlorhexidine"] {
      #expect(try patient.item(name, .patch).askedBy.contains("test-offered-eczema-atopy"))
    }
    #expect(patient.plan.items.allSatisfy { $0.kind != .prickIntradermal })
  }

  @Test func `a test names every rule that asks for it, and only for its ingredients`() throws {
    let patient = try PlanPatient(planned: "\(hyaluronidase), \(vitaminE)", allergies: sting)
    #expect(
      try patient.item("hyaluronidase", .prickIntradermal).askedBy
        == [
          "test-offered-hyaluronidase-sting", "ingredient-default-hyaluronidase",
          "allergy-cross-hymenoptera",
        ])
    #expect(
      try patient.item("hyaluronidase", .spot).askedBy
        == ["test-offered-allergy-history", "test-offered-complex-product"])
    #expect(try patient.item("vitamin-e", .spot).askedBy == ["test-offered-allergy-history"])
  }

  @Test func `a test that missing answers may ask for is named as such`() throws {
    let patient = try PlanPatient(
      planned: vitaminE,
      allergies: """
        "allergies-any": "yes", "allergies": [{"allergen": "nickel", "reaction": "unknown"}]
        """)
    let open = patient.plan.items.filter { $0.askedBy.isEmpty && !$0.mayBeAskedBy.isEmpty }
    let unknown = try ListPatient(#""allergies-any": "unsure""#)
    let plan = skinTestPlan(
      unknown.answers, with: unknown.pack, on: BuiltIn.interviewDate,
      today: BuiltIn.interviewDate)
    #expect(plan.standing == .planNotKnown)
    #expect(plan.items.isEmpty)
    #expect(open.allSatisfy { $0.state == .notPlanned })
  }
}

@Suite struct SkinTestRefusalTests {
  private func refusal(_ patient: PlanPatient, _ name: String, _ kind: SkinTestKind) throws
    -> [Rule.ID]
  {
    try patient.item(name, kind).refusals.map(\.rule)
  }

  @Test func `after anaphylaxis to what it may be taken for nothing is tested here`() throws {
    let patient = try PlanPatient(
      planned: "\(hyaluronidase), \(vitaminE)",
      allergies: sting.replacing("immediate_mild", with: "anaphylaxis"))
    #expect(
      try refusal(patient, "hyaluronidase", .spot).contains("test-refused-severe-reaction"))
    #expect(try patient.item("hyaluronidase", .spot).schedule == nil)
    #expect(
      !(try refusal(patient, "vitamin-e", .spot)).contains("test-refused-severe-reaction"))
  }

  @Test func `a shock of unknown cause forbids every test here`() throws {
    let patient = try PlanPatient(
      planned: vitaminE,
      allergies: """
        "allergies-any": "yes", "allergies": [{"allergen": "TESTNAME", "reaction": "anaphylaxis"},
        {"allergen": "nickel", "reaction": "contact_delayed"}]
        """)
    #expect(try refusal(patient, "vitamin-e", .patch) == ["test-refused-unknown-trigger"])
  }

  @Test func `a beta-blocker forbids the prick test and no other`() throws {
    let patient = try PlanPatient(
      planned: hyaluronidase,
      medicines: #""medicines-any": "yes", "medicines": ["propranolol"]"#, allergies: sting)
    #expect(
      try refusal(patient, "hyaluronidase", .prickIntradermal)
        == ["test-refused-beta-blocker-asthma"])
    #expect(try patient.item("hyaluronidase", .spot).isAllowed)
    #expect(try patient.item("hyaluronidase", .spot).schedule != nil)
  }

  @Test func `a reaction of last week moves placing to the first Monday four weeks after`() throws {
    let patient = try PlanPatient(
      planned: vitaminE, allergies: eczema.replacing("2019", with: "2026-11-15"))
    let item = try patient.item("vitamin-e", .patch)
    #expect(item.refusals.map(\.rule) == ["test-refused-recent-reaction"])
    #expect(item.schedule?.placing == (try date("2026-12-14")))
  }

  @Test func `pregnancy and skin that is not clear forbid every test`() throws {
    let pregnant = try PlanPatient(
      planned: vitaminE, allergies: eczema, others: #""pregnancy-status": "possible""#)
    #expect(
      try refusal(pregnant, "vitamin-e", .patch).contains("test-refused-pregnancy"))
    let sunburnt = try PlanPatient(
      planned: vitaminE, allergies: eczema, others: #""last-strong-sun-date": "2026-11-19""#)
    #expect(
      try refusal(sunburnt, "vitamin-e", .patch).contains("test-refused-skin-not-clear"))
  }

  @Test(arguments: [
    ("deoxycholate", "never-test-deoxycholate"),
    ("phosphatidylcholine", "never-test-phosphatidylcholine"),
    ("ethanol-oil-vehicle", "never-test-alcohol-oil-vehicle"),
    ("ha-cocktail-50", "never-test-unknown-mixture"),
    ("Glycolic acid 35%", "never-test-glycolic-acid"),
  ])
  func `what only irritates is never tested`(name: String, reason: String) throws {
    let patient = try PlanPatient(planned: "\"\(name)\", \(vitaminE)", allergies: eczema)
    let item = try patient.item(name, .patch)
    #expect(item.never.map(\.id.rawValue).contains(reason))
    #expect(!item.isAllowed && item.schedule == nil)
    #expect(try patient.item("vitamin-e", .patch).isAllowed)
  }

  @Test func `a mixture whose component list was read may be tested`() throws {
    let patient = try PlanPatient(
      planned: #"{"ingredient": "ha-cocktail-50", "components-known": "yes"}"#, allergies: eczema)
    #expect(try patient.item("ha-cocktail-50", .patch).isAllowed)
  }
}
