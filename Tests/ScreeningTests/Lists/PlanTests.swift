import ClinicalModel
import Screening
import Testing

/// What is put into or onto the patient is one list, however it was answered.
@Suite struct PlanTests {
  private func patient(_ answers: String) throws -> ListPatient {
    try ListPatient(#""medicines-any": "no", "allergies-any": "no", \#(answers)"#)
  }

  @Test func `numbing cream is planned although the list does not name it`() throws {
    let patient = try patient(
      #""anaesthetic-plan": "lidocaine-prilocaine-cream", "planned-ingredients": ["zinc"]"#)
    #expect(try patient.truth("planned(emla)") == .true)
    #expect(try patient.truth("planned(amide_la)") == .true)
    #expect(try patient.truth("planned(procaine)") == .false)
    #expect(try patient.truth("listed(emla)") == .false)
    let listed = try self.patient(#""planned-ingredients": ["emla"]"#)
    #expect(try listed.truth("planned(emla)") == .true)
    #expect(try listed.truth("anaesthetic-plan = lidocaine-prilocaine-cream") == .true)
  }

  @Test(arguments: [#""unsure""#, #""declined""#])
  func `numbing that nobody knows leaves the plan open, also beside a list`(answer: String) throws {
    let patient = try patient(
      #""anaesthetic-plan": \#(answer), "planned-ingredients": ["zinc"]"#)
    #expect(try patient.truth("planned(emla)") == .unknown)
    #expect(try patient.truth("planned(lidocaine-inj)") == .unknown)
    #expect(try patient.truth("planned(zinc)") == .true)
    #expect(try patient.truth("planned(iron)") == .false)
    #expect(try patient.truth("tested(spot)") == .false)
    #expect(patient.report.couldBecome == .doNotTreat)
  }

  @Test func `an injected anaesthetic is one of several until the list says which`() throws {
    let open = try patient(#""anaesthetic-plan": "injected", "planned-ingredients": ["zinc"]"#)
    #expect(try open.truth("planned(lidocaine-inj)") == .unknown)
    #expect(try open.truth("planned-any [lidocaine-inj, procaine]") == .true)
    #expect(try open.truth("planned(emla)") == .false)
    let named = try patient(
      #""anaesthetic-plan": "injected", "planned-ingredients": ["procaine"]"#)
    #expect(try named.truth("planned(procaine)") == .true)
    #expect(try named.truth("planned(lidocaine-inj)") == .false)
  }

  @Test func `a finding about numbing names the question about numbing`() throws {
    let lists = #"""
      "medicines-any": "no", "allergies-any": "yes", "planned-ingredients": ["zinc"],
      "allergies": [{"allergen": "amide_la", "reaction": "anaphylaxis"}]
      """#
    let cream = try ListPatient(#"\#(lists), "anaesthetic-plan": "lidocaine-cream""#)
    let finding = try #require(cream.finding(.allergyContains("amide_la")))
    #expect(finding.severity == .doNotTreat)
    #expect(finding.certainty == .established)
    #expect(finding.because.map(\.question) == ["allergies", "anaesthetic-plan"])
    let unsure = try ListPatient(#"\#(lists), "anaesthetic-plan": "unsure""#)
    let possible = try #require(unsure.finding(.allergyContains("amide_la")))
    #expect(possible.certainty == .possible(missing: ["anaesthetic-plan"]))
    let none = try ListPatient(#"\#(lists), "anaesthetic-plan": "none""#)
    #expect(none.finding(.allergyContains("amide_la")) == nil)
  }

  @Test func `what is listed counts as its kind of product`() throws {
    let patient = try patient(
      #""product-class": ["vitamins-minerals"], "planned-ingredients": ["zinc", "deoxycholate"]"#)
    #expect(try patient.truth("product-class has lipolytic") == .true)
    #expect(try patient.truth("product-class has enzymes") == .false)
    #expect(patient.finding("plan-kind-not-listed") == nil)
    let open = try self.patient(#""product-class": ["vitamins-minerals"]"#)
    #expect(try open.truth("product-class has lipolytic") == .unknown)
  }

  @Test func `a kind of product that the list does not name is raised and stays open`() throws {
    let patient = try patient(
      #""product-class": ["lipolytic"], "planned-ingredients": ["zinc"]"#)
    #expect(patient.isEstablished("plan-kind-not-listed"))
    #expect(try patient.truth("planned(deoxycholate)") == .unknown)
    #expect(try patient.truth("planned-any [deoxycholate, phosphatidylcholine]") == .true)
    let listed = try self.patient(
      #""product-class": ["lipolytic"], "planned-ingredients": ["deoxycholate"]"#)
    #expect(listed.finding("plan-kind-not-listed") == nil)
    #expect(try listed.truth("planned(phosphatidylcholine)") == .false)
  }

  @Test func `a same-day treatment is planned with the rest`() throws {
    let patient = try patient(
      #""same-day-combination": ["prp"], "planned-ingredients": ["zinc"]"#)
    #expect(try patient.truth("planned(prp)") == .true)
    #expect(try patient.truth("product-class has prp") == .true)
    let apart = try self.patient(
      #""same-day-combination": ["filler-toxin"], "planned-ingredients": ["zinc"]"#)
    #expect(try apart.truth("planned(botulinum)") == .unknown)
    #expect(try apart.truth("product-class has dermal-filler") == .false)
  }

  @Test func `the numbing cream belongs to what is tested, under its own lot`() throws {
    let test = #"""
      {"kind": "spot", "ingredient": "zinc", "lot": "L1", "state": "placed",
      "placed": "2026-11-10", "readings": [{"day": "2", "grade": "-"}, {"day": "7", "grade": "-"}]}
      """#
    let zinc = #"{"ingredient": "zinc", "lot": "L1"}"#
    let alone = try patient(#""planned-ingredients": [\#(zinc)], "skin-tests": [\#(test)]"#)
    #expect(try alone.truth("untested(spot)") == .false)
    let cream = try patient(
      #"""
      "anaesthetic-plan": "lidocaine-cream", "planned-ingredients": [\#(zinc)],
      "skin-tests": [\#(test)]
      """#)
    #expect(try cream.truth("untested(spot)") == .true)
    #expect(
      cream.context.plannedRecords.map(\.origin) == ["planned-ingredients", "anaesthetic-plan"])
  }

  @Test func `a healthy patient gets nothing new from numbing or the kind of product`() throws {
    for numbing in ["none", "lidocaine-cream", "injected", "cooling"] as [Option.ID] {
      let report = try BuiltIn.report(["anaesthetic-plan": .known(.choice(numbing))])
      #expect(report.outcome == .proceed, "\(numbing)")
      #expect(report.findings.isEmpty, "\(numbing)")
    }
  }
}
