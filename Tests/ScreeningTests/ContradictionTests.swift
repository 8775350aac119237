import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

/// The answers of the first example, in whom nothing is found, with these said
/// instead, as a file would say them.
private func answers(_ said: String) throws -> Answers {
  let pack = try BuiltIn.pack.get()
  var answers = try Example.named("01-nothing-found").read().answers
  let text = "{\"interview-date\": \"2026-11-21\", \"answers\": {\(said)}}"
  let others = try readAnswers(
    Array(text.utf8), named: "answers", for: pack.pack, today: BuiltIn.interviewDate
  ).answers
  for id in others.asked { answers[id] = others[id] }
  return answers
}

private func report(_ said: String) throws -> Report {
  screen(try answers(said), with: try BuiltIn.pack.get(), on: BuiltIn.interviewDate)
}

private struct Told: Sendable, CustomTestStringConvertible {
  let said: String
  let rule: Rule.ID
  let severity: Severity
  init(_ said: String, _ rule: Rule.ID, _ severity: Severity) {
    (self.said, self.rule, self.severity) = (said, rule, severity)
  }
  var testDescription: String { rule.rawValue }
}

private let lists: [Told] = [
  Told(
    #""allergies": [{"allergen": "penicillin", "reaction": "anaphylaxis"}]"#,
    "contradiction-no-allergy-and-a-list", .defer),
  Told(
    #""allergies": [{"allergen": "latex"}]"#, "contradiction-no-allergy-and-a-list", .defer),
  Told(
    #""medicines": [{"medicine": "warfarin", "use": "regular"}]"#,
    "contradiction-no-medicine-and-a-list", .defer),
  Told(
    #""medicines": [{"medicine": "isotretinoin", "use": "regular"}]"#,
    "contradiction-no-medicine-and-a-list", .doNotTreat),
  Told(
    #""medicines-any": "yes", "medicines": [{"medicine": "warfarin", "use": "regular"}]"#,
    "contradiction-no-blood-thinner-and-listed", .caution),
  Told(
    #""modality": "dermaroller", "medicines-any": "yes", "medicines": [{"medicine": "Ecosprin"}]"#,
    "contradiction-no-blood-thinner-and-listed", .caution),
  Told(
    #""medicines-any": "yes", "medicines": [{"medicine": "Lantus", "use": "regular"}]"#,
    "contradiction-no-diabetes-and-insulin", .defer),
  Told(
    #""medicines-any": "yes", "medicines": [{"medicine": "isotretinoin", "use": "regular"}]"#,
    "contradiction-no-isotretinoin-and-listed", .doNotTreat),
  Told(
    #""medicines-any": "yes", "medicines": [{"medicine": "levothyroxine"}]"#,
    "contradiction-no-thyroid-disease-and-its-medicine", .caution),
  Told(
    #""allergies-any": "yes", "allergies": [{"allergen": "latex", "reaction": "anaphylaxis"}]"#,
    "contradiction-no-anaphylaxis-and-listed", .defer),
  Told(#""inr-value": 3.1"#, "contradiction-no-medicine-and-an-inr", .defer),
]

private let details: [Told] = [
  Told(
    #""autoimmune-kind": ["lupus"], "autoimmune-activity": "active""#,
    "contradiction-no-autoimmune-and-details", .doNotTreat),
  Told(#""koebner-history": "yes""#, "contradiction-koebner-without-its-disease", .doNotTreat),
  Told(
    #""immune-status": ["transplant"]"#, "contradiction-no-weak-immunity-and-details", .doNotTreat),
  Told(#""diabetes-control": "high""#, "contradiction-no-diabetes-and-details", .defer),
  Told(#""last-seizure-date": "2026-10-01""#, "contradiction-no-epilepsy-and-a-seizure", .defer),
  Told(#""heart-event-date": "2026-10-01""#, "contradiction-no-heart-disease-and-details", .defer),
  Told(#""bp-systolic": 190"#, "contradiction-no-high-pressure-and-measured", .defer),
  Told(
    #""stroke-clot-date": "2026-10-01""#, "contradiction-no-stroke-or-clot-and-details", .defer),
  Told(#""kidney-severity": "severe""#, "contradiction-no-kidney-disease-and-details", .doNotTreat),
  Told(#""liver-severity": "severe""#, "contradiction-no-liver-disease-and-details", .doNotTreat),
  Told(#""cancer-status": "active""#, "contradiction-no-cancer-and-details", .doNotTreat),
  Told(
    #""bloodborne-control": "not-controlled""#,
    "contradiction-no-bloodborne-infection-and-details", .defer),
  Told(#""asthma-control": "poor""#, "contradiction-no-asthma-and-details", .defer),
  Told(
    #""mental-health-state": "bdd""#, "contradiction-no-mental-condition-and-details", .doNotTreat),
  Told(#""self-harm-thoughts": "yes""#, "contradiction-no-worry-and-self-harm", .doNotTreat),
  Told(
    #""previous-reaction": ["necrosis-scar"]"#, "contradiction-no-problem-and-earlier-reaction",
    .doNotTreat),
]

private let others: [Told] = [
  Told(
    #""sex-registered-at-birth": "male", "pregnancy-status": "yes""#,
    "contradiction-male-and-pregnant", .doNotTreat),
  Told(
    #""sex-registered-at-birth": "male", "breastfeeding-status": "yes""#,
    "contradiction-male-and-breastfeeding", .doNotTreat),
  Told(
    #""pregnancy-status": "cannot", "trying-to-conceive": "yes""#,
    "contradiction-cannot-be-pregnant-and-trying", .defer),
  Told(
    #""patient-date-of-birth": "1960-01-01", "pregnancy-status": "possible""#,
    "contradiction-over-60-and-pregnant", .defer),
  Told(
    #""planned-session-number": 4"#, "contradiction-first-mesotherapy-and-later-session", .defer),
  Told(#""visit-kind": "follow-up""#, "contradiction-first-mesotherapy-and-follow-up", .caution),
  Told(
    #""cold-sore-healed-date": "2026-11-19""#, "contradiction-no-cold-sore-and-healed", .defer),
  Told(
    #""isotretinoin-stop-date": "2026-10-01""#, "contradiction-never-isotretinoin-and-stopped",
    .defer),
  Told(
    #""product-authorisation": "not-applicable""#, "contradiction-no-product-and-a-syringe",
    .defer),
  Told(
    #""filler-date": "1980""#, "contradiction-before-birth-filler-date", .defer),
]

@Test(arguments: lists + details + others)
private func `what cannot both be so is a finding at the weight of the worse side`(_ told: Told)
  throws
{
  let report = try report(told.said)
  let finding = try #require(
    report.findings.first { $0.rule == told.rule }, "\(report.findings.map(\.rule))")
  #expect(finding.severity == told.severity)
  #expect(finding.certainty == .established)
  #expect(report.outcome >= told.severity)
  #expect(report.couldBecome >= report.outcome)
  #expect(report.contradictions.contains { $0.rule == told.rule })
  #expect(!finding.because.isEmpty)
  #expect(finding.severity != .defer || finding.release != .notDeferred)
}

@Test(arguments: [
  #""medicines-any": "yes", "medicines": [{"medicine": "metformin", "use": "regular"}]"#,
  #""medicines-any": "yes", "medicines": [{"medicine": "valsartan", "use": "regular"}]"#,
  #""medicines-any": "yes", "medicines": [{"medicine": "salbutamol", "use": "as-needed"}]"#,
  #""medicines-any": "yes", "medicines": [{"medicine": "paracetamol", "use": "as-needed"}]"#,
  #""medicines-any": "yes", "medicines": [{"medicine": "letrozole", "use": "course"}]"#,
  #""sex-registered-at-birth": "male", "pregnancy-status": "no""#,
  #""sex-registered-at-birth": "declined", "pregnancy-status": "yes""#,
  #""medical-conditions": "unsure", "kidney-severity": "severe""#,
  #""allergies-any": "yes", "allergies": [{"allergen": "latex", "reaction": "intolerance"}]"#,
  #""leber-optic-neuropathy": "yes", "metal-implant-at-site": "yes""#,
  #""filler-date": "1990""#,
])
func `what may both be so, or is not known, is no contradiction`(_ said: String) throws {
  #expect(try report(said).contradictions.isEmpty)
}

@Test func `a list behind a gate that says no is named in the finding, and called for`() throws {
  let report = try report(#""allergies": [{"allergen": "penicillin", "reaction": "anaphylaxis"}]"#)
  let finding = try #require(
    report.findings.first { $0.rule == "contradiction-no-allergy-and-a-list" })
  #expect(finding.staff.contains("Until then this counts too: "))
  #expect(finding.because.map(\.question) == ["allergies-any", "allergies"])
}

@Test func `an emergency that is told although its question does not apply opens its screen`()
  throws
{
  let quiet = try report(#""self-harm-thoughts": "no""#)
  let told = try report(#""self-harm-thoughts": "yes""#)
  #expect(quiet.emergencies.isEmpty)
  #expect(!told.emergencies.isEmpty)
}

@Test func `a last dose before the first, and a reading before its test, are contradictions`()
  throws
{
  let dose = try report(
    #""medicines-any": "yes", "medicines": [{"medicine": "warfarin", "use": "stopped", "#
      + #""started": "2026-05", "last-taken": "2026-04-30"}]"#)
  #expect(
    dose.contradictions.contains {
      $0.words.contains("entry 1: Last dose, 30 Apr 2026, is before Started")
    })
  let reading = try report(
    #""skin-tests": [{"kind": "spot", "ingredient": "hyaluronic-acid", "state": "placed", "#
      + #""placed": "2026-11-10", "readings": [{"day": 2, "date": "2026-11-09", "grade": "-"}]}]"#)
  #expect(reading.contradictions.count == 1)
}

@Test func `a partial date contradicts only what no day of it could fit`() throws {
  #expect(
    try report(#""patient-date-of-birth": "1985-03-03", "filler-date": "1985""#)
      .contradictions.isEmpty)
  #expect(
    try report(#""patient-date-of-birth": "1985", "filler-date": "1985-02-01""#)
      .contradictions.isEmpty)
}

@Test func `a planned day that has gone by is a contradiction`() throws {
  let day = try #require(PartialDate(iso: "2026-11-18"))
  let report = try BuiltIn.report(["planned-treatment-date": .known(.date(day))])
  let words = "Planned treatment date, 18 Nov 2026, has gone by"
  #expect(report.contradictions.map(\.words) == [words])
  #expect(report.outcome >= .caution)
}

@Test func `no contradiction of the shipped pack shows in the patients of the examples`() throws {
  let pack = try BuiltIn.pack.get()
  for example in Example.all {
    let file = try example.read()
    let report = screen(file.answers, with: pack, on: BuiltIn.interviewDate)
    #expect(report.contradictions.map(\.words) == [], "\(example.name)")
  }
}
