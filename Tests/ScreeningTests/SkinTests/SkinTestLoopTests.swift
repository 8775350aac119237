import ClinicalModel
import Screening
import Summary
import Testing

private let vitaminE = #"{"ingredient": "vitamin-e", "lot": "L1"}"#
private let eczema = """
  "allergies-any": "yes", "allergies": [{"allergen": "nickel", "reaction": "contact_delayed",
  "when": "2019", "treated": "nothing", "confirmed": "yes"}]
  """
/// What is asked beside the lists, answered so that nothing is found.
private let known = """
  "recent-sting-swelling": "no", "medicine-list-checked-against": ["prescription"],
  "bleeding-signs": "no", "sensitive-skin": "no", "visit-kind": "first",
  "product-class": ["enzymes"], "same-day-combination": ["none"], "anaesthetic-plan": "none"
  """
private let whole = [(2, "-"), (4, "-"), (7, "-")]

@Suite struct SkinTestLoopTests {
  private func state(
    _ test: String, today: String = "2026-11-21", planned: String = vitaminE,
    medicines: String = #""medicines-any": "no""#
  ) throws -> SkinTestState {
    try PlanPatient(
      planned: planned, medicines: medicines, allergies: eczema, tests: test, today: today
    ).item("vitamin-e", .patch).state
  }

  @Test func `a test is planned, placed, due, overdue and read`() throws {
    #expect(
      try state(PlanPatient.test(state: "planned", placed: "2026-11-23"))
        == .planned(.on(date("2026-11-23"))))
    let placed = PlanPatient.test(placed: "2026-11-16")
    #expect(try state(placed, today: "2026-11-17") == .placed)
    let second = try date("2026-11-18")
    #expect(
      try state(placed, today: "2026-11-18") == .readingDue(day: 2, date: second, overdue: 0))
    let late = PlanPatient.test(
      placed: "2026-11-16", PlanPatient.graded([(2, "-"), (4, "-")]))
    let seventh = try date("2026-11-23")
    #expect(try state(late, today: "2026-11-22") == .placed)
    #expect(try state(late, today: "2026-11-23") == .readingDue(day: 7, date: seventh, overdue: 0))
    #expect(try state(late, today: "2026-11-25") == .readingDue(day: 7, date: seventh, overdue: 2))
    #expect(
      try state(PlanPatient.test(placed: "2026-11-10", PlanPatient.graded(whole)))
        == .read(.valid))
    #expect(try state(PlanPatient.test(state: "refused")) == .refused)
  }

  @Test func `a day of placing that is over is told, and another one suggested`() throws {
    let patient = try PlanPatient(
      planned: vitaminE, allergies: eczema,
      tests: PlanPatient.test(state: "planned", placed: "2026-11-16"))
    let item = try patient.item("vitamin-e", .patch)
    #expect(item.state == .planMissed(try date("2026-11-16")))
    #expect(item.schedule?.standing == .suggested)
    #expect(item.schedule?.placing == (try date("2026-11-23")))
  }

  @Test func `a test that lies on the skin is still read when its ingredient is planned no more`()
    throws
  {
    let patient = try PlanPatient(
      planned: vitaminE, tests: PlanPatient.test(ingredient: "vitamin-k", placed: "2026-11-19"))
    let other = try #require(patient.plan.others.first)
    #expect(!other.planned.isPlanned)
    #expect(
      other.state == .readingDue(day: 2, date: try date("2026-11-21"), overdue: 0))
    #expect(patient.plan.items.contains(other))
    #expect(patient.plan.earliestTreatment == nil)
  }

  @Test(arguments: [
    ([(2, "+")], SkinTestVerdict.positive, "test-reading-positive"),
    ([(2, "-"), (4, "?+"), (7, "-")], .doubtful, "test-reading-doubtful"),
    ([(2, "IR")], .irritant, "test-reading-irritant"),
  ])
  func `a sign is told as the rule tells it`(
    readings: [(Int, String)], verdict: SkinTestVerdict, rule: String
  ) throws {
    let test = PlanPatient.test(PlanPatient.graded(readings))
    let patient = try PlanPatient(planned: vitaminE, allergies: eczema, tests: test)
    #expect(try patient.item("vitamin-e", .patch).state == .read(verdict))
    #expect(patient.patient.isEstablished(Rule.ID(rawValue: rule)))
    #expect(try patient.item("vitamin-e", .patch).isSettled)
  }

  @Test func `a negative test of another lot, too old, or hidden by a medicine is to be repeated`()
    throws
  {
    let negative = PlanPatient.graded(whole)
    #expect(try state(PlanPatient.test(lot: "L2", negative)) == .read(.otherLot))
    #expect(
      try state(PlanPatient.test(placed: "2025-11-30", negative)) == .read(.expired))
    #expect(try state(PlanPatient.test(placed: "2025-12-01", negative)) == .read(.valid))
    #expect(
      try state(
        PlanPatient.test(negative),
        medicines: #""medicines-any": "yes", "medicines": ["prednisolone"]"#)
        == .read(.confounded))
    #expect(
      try state(PlanPatient.test(negative), medicines: #""medicines-any": "unsure""#)
        == .read(.confoundersNotKnown))
    let item = try PlanPatient(
      planned: vitaminE, allergies: eczema, tests: PlanPatient.test(lot: "L2", negative)
    ).item("vitamin-e", .patch)
    #expect(item.schedule?.standing == .suggested)
  }

  @Test func `a test is told as valid exactly where the rules take it as an answer`() throws {
    let kinds = ["patch", "spot", "prick-intradermal"]
    for (kind, placed, lot, grades) in kinds.flatMap({ kind in
      ["2025-11-20", "2026-11-10", "2026-12-05"].flatMap { placed in
        ["L1", "L2"].flatMap { lot in
          [
            [(2, "-"), (4, "-"), (7, "-")], [(2, "-"), (7, "-")], [(2, "-"), (4, "-"), (7, "?+")],
            [],
          ]
          .map { (kind, placed, lot, $0) }
        }
      }
    }) {
      let test = PlanPatient.test(
        kind: kind, lot: lot, state: placed > "2026-11-21" ? "planned" : "placed", placed: placed,
        PlanPatient.graded(grades))
      let patient = try PlanPatient(planned: vitaminE, allergies: eczema, tests: test)
      let truth = try patient.patient.truth("untested(\(kind), [vitamin-e])")
      let item = patient.plan.items.first { $0.kind.rawValue == kind }
      #expect((item?.state == .read(.valid)) == (truth == .false), "\(test)")
    }
  }

  @Test func `symptoms beyond the skin, controls and nodules are told from what is recorded`()
    throws
  {
    func verdict(_ kind: SkinTestKind, _ reading: String) throws -> SkinTestState {
      let test = PlanPatient.test(kind: kind.rawValue, placed: "2026-11-20", reading)
      return try PlanPatient(planned: vitaminE, allergies: eczema, tests: test)
        .item("vitamin-e", kind).state
    }
    func prick(_ wheal: String, _ histamine: String, _ saline: String) -> String {
      """
      {"day": "0", "wheal-mm": "\(wheal)", "histamine-mm": "\(histamine)", "saline-mm": "\(saline)"}
      """
    }
    #expect(
      try verdict(.patch, #"{"day": "1", "systemic": "yes"}"#) == .read(.beyondSite))
    #expect(try verdict(.spot, #"{"day": "1", "nodule": "yes"}"#) == .read(.nodule))
    #expect(try verdict(.prickIntradermal, prick("3", "4", "0")) == .read(.positive))
    #expect(try verdict(.prickIntradermal, prick("0", "2", "0")) == .read(.controlsInvalid))
    #expect(try verdict(.prickIntradermal, prick("0", "4", "0")) == .read(.valid))
  }

  @Test func `negative tests of every wanted kind lower the outcome`() throws {
    let planned = #"{"ingredient": "hyaluronidase", "lot": "L1"}"#
    func outcome(_ tests: String) throws -> Severity {
      try PlanPatient(planned: planned, tests: tests, others: known)
        .patient.report.outcome
    }
    let prick = PlanPatient.test(
      kind: "prick-intradermal", ingredient: "hyaluronidase",
      #"{"day": "0", "wheal-mm": "0", "histamine-mm": "4", "saline-mm": "0"}"#)
    let spot = PlanPatient.test(
      kind: "spot", ingredient: "hyaluronidase", PlanPatient.graded([(2, "-"), (7, "-")]))
    let placed = PlanPatient.test(kind: "spot", ingredient: "hyaluronidase", placed: "2026-11-20")
    let none = try PlanPatient(planned: planned)
    #expect(none.patient.report.patchTest != .notAdvised)
    #expect(try PlanPatient(planned: planned, tests: prick).patient.report.patchTest != .notAdvised)
    let both = try PlanPatient(planned: planned, tests: "\(prick), \(spot)")
    #expect(both.patient.report.patchTest == .notAdvised)
    #expect(
      ingredientOutcomes(
        of: both.patient.answers, with: both.patient.pack, on: BuiltIn.interviewDate
      ).first?.outcome == .proceed)
    #expect(try outcome("\(prick), \(spot)") < outcome("\(prick), \(placed)"))
  }

  @Test func `a positive reading excludes its ingredient and the plan without it is named`() throws
  {
    let planned = #"{"ingredient": "hyaluronidase", "lot": "L1"}, \#(vitaminE)"#
    let positive = PlanPatient.test(
      kind: "spot", ingredient: "hyaluronidase", PlanPatient.graded([(2, "++")]))
    let patient = try PlanPatient(planned: planned, tests: positive).patient
    #expect(patient.report.outcome == .doNotTreat)
    let outcomes = ingredientOutcomes(
      of: patient.answers, with: patient.pack, on: BuiltIn.interviewDate)
    #expect(outcomes.map(\.ingredient) == ["hyaluronidase", "vitamin-e"])
    #expect(outcomes.map(\.outcome) == [.doNotTreat, .caution])
    let plans = nearestPlans(
      to: patient.answers, with: patient.pack, on: BuiltIn.interviewDate)
    #expect(plans.map(\.without) == [["hyaluronidase"]])
    let words = try #require(plans.first?.words(insteadOf: patient.report.outcome))
    #expect(words.hasPrefix("without hyaluronidase: "))
    #expect(words.contains(" instead of DO NOT TREAT"))
  }
}
