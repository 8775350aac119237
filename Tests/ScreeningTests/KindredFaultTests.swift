import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

/// Relatives of faults that were silent: the patient in whom nothing is found,
/// with a few answers changed, weighs at least this.
@Test(arguments: [
  (
    "a problem after treatment, told although the visit is a first one",
    #""concern-kind": ["vessel"], "concern-state": "new""#, Severity.doNotTreat
  ),
  (
    "a prescriber who objects, told although no medicine is listed",
    #""prescriber-contacted": "objects""#, .doNotTreat
  ),
  (
    "a fresh stent, told although no heart disease is",
    #""stent-date": "2026-11-01", "stent-kind": "des-acs""#,
    .defer
  ),
  (
    "a product used before, listed although there was no earlier treatment",
    #""earlier-products": [{"ingredient": "hyaluronic-acid", "lot": "A1"}]"#, .defer
  ),
  (
    "a positive test of the injected form of the planned cream",
    """
    "anaesthetic-plan": "lidocaine-cream", "skin-tests": [{"kind": "patch", "ingredient":
    "lidocaine-inj", "lot": "L", "state": "placed", "placed": "2026-11-01",
    "readings": [{"day": 2, "grade": "++"}]}]
    """, .doNotTreat
  ),
  (
    "a positive test of what no table knows",
    """
    "skin-tests": [{"kind": "patch", "ingredient": "Testname blend", "lot": "L",
    "state": "placed", "placed": "2026-11-01", "readings": [{"day": 2, "grade": "+++"}]}]
    """, .defer
  ),
  (
    "readings of day 2 and day 7 made on the day of placing",
    """
    "sensitive-skin": "yes", "skin-tests": [{"kind": "spot", "ingredient": "hyaluronic-acid",
    "lot": "A1", "state": "placed", "placed": "2026-11-21", "late-reaction": "no",
    "readings": [{"day": 2, "date": "2026-11-21", "grade": "-"},
    {"day": 7, "date": "2026-11-21", "grade": "-"}]}]
    """, .proceedAfterPatchTest
  ),
  (
    "anaphylaxis to a medicine and a kit whose components nobody has read",
    kit + allergy("penicillin", "anaphylaxis"), .defer
  ),
  (
    "anaphylaxis to an anaesthetic and an injected one that nobody has named",
    #""anaesthetic-plan": "injected", "# + allergy("Novocain", "anaphylaxis"), .doNotTreat
  ),
  (
    "anaphylaxis to botulinum toxin and filler or toxin on the same day",
    #""same-day-combination": ["filler-toxin"], "# + allergy("Botox", "anaphylaxis"), .defer
  ),
  (
    "a lotion of what is planned", plan("minoxidil-inj") + allergy("Rogaine", "severe_delayed"),
    .doNotTreat
  ),
  (
    "a capsule that holds what is planned",
    plan("vitamin-c") + allergy("Becosules", "severe_delayed"), .doNotTreat
  ),
  (
    "a brand with its strength",
    plan("hyaluronic-acid") + allergy("Restylane Vital 20 mg", "severe_delayed"), .doNotTreat
  ),
  (
    "two names in one entry",
    plan("hyaluronic-acid") + allergy("penicillin, hyaluronic acid", "severe_delayed"), .doNotTreat
  ),
  (
    "isotretinoin stopped lately and a depth that nobody knows",
    """
    "isotretinoin-use": "past", "isotretinoin-stop-date": "2026-10-01",
    "planned-depth-mm": "unsure"
    """, .defer
  ),
])
func `what hides behind another answer or another name still weighs`(
  name: String, said: String, least: Severity
) throws {
  let report = try report(said)
  #expect(report.outcome >= least, "\(name): \(report.outcome)")
}

@Test(arguments: ["warfarin, Testname", "Testname and warfarin", "warfarin/Testname 5 mg"])
func `a known medicine counts beside one that no table knows`(name: String) throws {
  let alone = try established(taking("warfarin"))
  #expect(!alone.contains("medicine-unmatched"))
  #expect(try established(taking(name)).isSuperset(of: alone.union(["medicine-unmatched"])))
}

@Test func `a product that may expire in the planned month may still defer`() throws {
  let report = try report(
    """
    "planned-treatment-date": "2026-12", "planned-ingredients": [{"ingredient":
    "hyaluronic-acid", "lot": "A1", "expiry": "2026-12-10"}]
    """)
  #expect(report.couldBecome == .defer)
}

@Test func `a test of what is not planned says nothing about this plan`() throws {
  let report = try report(
    """
    "skin-tests": [{"kind": "patch", "ingredient": "zinc", "lot": "L", "state": "placed",
    "placed": "2026-11-01", "late-reaction": "no", "readings": [{"day": 2, "grade": "?+"}]}]
    """)
  #expect(report.outcome == .proceed)
}

private let kit = plan("NCTF 135 HA")

private func plan(_ ingredient: String) -> String {
  """
  "planned-ingredients": [{"ingredient": "\(ingredient)", "lot": "A1", "expiry": "2027-05"}],

  """
}

private func allergy(_ name: String, _ reaction: String) -> String {
  """
  "anaphylaxis-history": "\(reaction == "anaphylaxis" ? "yes" : "no")", "allergies-any": "yes",
  "allergies": [{"allergen": "\(name)", "reaction": "\(reaction)", "when": "2019",
  "treated": "x", "confirmed": "yes"}]
  """
}

private func taking(_ name: String) -> String {
  """
  "blood-thinner-use": "yes", "medicines-any": "yes", "medicines": [{"medicine": "\(name)",
  "use": "regular", "prescribed": "yes", "reason": "rhythm"}]
  """
}

private func established(_ said: String) throws -> Set<Rule.ID> {
  let report = try report(said)
  return Set(report.findings.filter { $0.certainty == .established }.map(\.rule))
}

private func report(_ said: String) throws -> Report {
  let changed = try readAnswers(
    Array("{\"answers\": {\(said)}}".utf8), named: "answers", for: BuiltIn.pack.get().pack,
    today: BuiltIn.interviewDate
  ).answers
  return try BuiltIn.report(
    Dictionary(uniqueKeysWithValues: changed.asked.map { ($0, changed[$0]) }))
}
