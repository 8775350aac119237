import ClinicalModel
import NameSearch
import Screening
import Testing

/// An allergy to what is planned, by whatever name it was given.
@Suite struct PlannedAllergyTests {
  private func patient(_ allergen: String, _ reaction: String, planned: String) throws
    -> ListPatient
  {
    try ListPatient(
      #"""
      "medicines-any": "no", "allergies-any": "yes", "planned-ingredients": ["\#(planned)"],
      "allergies": [{"allergen": "\#(allergen)", "reaction": "\#(reaction)", "when": "2019",
      "treated": "tablets", "confirmed": "yes"}]
      """#)
  }

  /// The worst established finding on an allergy and the plan.
  private func worst(_ patient: ListPatient) -> Severity {
    patient.report.findings.filter {
      $0.certainty == .established && $0.rule.rawValue.hasPrefix("allergy-contains-")
    }.map(\.severity).max() ?? .proceed
  }

  @Test func `every planned ingredient is an allergen by each of its names`() throws {
    let tables = try BuiltIn.pack.get().tables
    for ingredient in tables.ingredients {
      let names = [ingredient.id.rawValue, ingredient.name] + ingredient.synonyms
      for name in names where !name.contains("\"") {
        let shock = try patient(name, "anaphylaxis", planned: ingredient.id.rawValue)
        #expect(worst(shock) == .doNotTreat, "\(name)")
        let unknown = try patient(name, "unknown", planned: ingredient.id.rawValue)
        #expect(worst(unknown) >= .defer, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("tranexamic acid", "severe_delayed", "tranexamic-acid", Severity.doNotTreat),
    ("TXA", "anaphylaxis", "tranexamic-acid", .doNotTreat),
    ("Cyklokapron", "anaphylaxis", "tranexamic-acid", .doNotTreat),
    ("tranexamic acid", "anaphylaxis", "tranex-vitc-cocktail", .doNotTreat),
    ("hyaluronic acid", "immediate_mild", "hyaluronic-acid", .defer),
    ("glutathione", "immediate_mild", "glutathione", .defer),
    ("vitamin C", "contact_delayed", "vitamin-c", .doNotTreat),
    ("glutathione", "family_or_positive_test_only", "glutathione", .proceedAfterPatchTest),
    ("glutathione", "intolerance", "glutathione", .caution),
    ("Xylocaine", "anaphylaxis", "lidocaine-inj", .doNotTreat),
    ("EMLA", "immediate_mild", "lidocaine-inj", .defer),
    ("lignocaine", "unknown", "emla", .defer),
    ("Betadine", "contact_delayed", "povidone-iodine", .doNotTreat),
    ("iodine", "anaphylaxis", "povidone-iodine", .doNotTreat),
  ])
  func `an allergy to what is planned weighs what its reaction says`(
    allergen: String, reaction: String, planned: String, expected: Severity
  ) throws {
    #expect(worst(try patient(allergen, reaction, planned: planned)) == expected)
  }

  @Test(arguments: [
    ("Xylocaine", ["amide_la"]), ("EMLA", ["amide_la"]), ("lidocaine", ["amide_la"]),
    ("lignocaine", ["amide_la"]), ("aspirin", ["nsaid"]), ("Ecosprin", ["nsaid"]),
    ("ibuprofen", ["nsaid"]), ("Augmentin", ["penicillin"]), ("Septran", ["sulfonamide"]),
    ("egg", ["egg"]), ("eggs", ["egg"]), ("egg(s)", ["egg"]), ("walnut", ["tree_nut"]),
    ("walnuts", ["tree_nut"]), ("wasp", ["hymenoptera"]), ("wasps", ["hymenoptera"]),
    ("iodine", ["povidone", "algae"]), ("paraben", ["parabens"]), ("prawns", ["shellfish"]),
  ])
  func `an everyday name for an allergy means its row`(name: String, rows: [String]) throws {
    let names = try BuiltIn.pack.get().names
    #expect(names.reactedTo(named: name).allergens.map(\.id.rawValue) == rows)
    let patient = try patient(name, "immediate_mild", planned: "zinc")
    #expect(patient.finding("allergen-unmatched") == nil)
  }

  @Test func `a product that no table knows is an allergen by its own name`() throws {
    let same = try patient("Glow  Drops", "anaphylaxis", planned: "glow-drops")
    #expect(same.finding(.allergyContainsUnlisted)?.severity == .doNotTreat)
    let other = try patient("Shine Drops", "anaphylaxis", planned: "glow-drops")
    #expect(other.finding(.allergyContainsUnlisted) == nil)
  }

  @Test func `the finding names the ingredient and rests on the allergy and the plan`() throws {
    let patient = try patient("TXA", "anaphylaxis", planned: "tranexamic-acid")
    let finding = try #require(patient.finding(.allergyContains(ingredient: "tranexamic-acid")))
    #expect(finding.title.contains("Tranexamic acid"))
    #expect(finding.because.map(\.question) == ["allergies", "planned-ingredients"])
  }

  @Test func `while the plan is not known an allergy to what may be planned stays possible`() throws
  {
    let patient = try ListPatient(
      #"""
      "medicines-any": "no", "allergies-any": "yes", "planned-ingredients": "unsure",
      "allergies": [{"allergen": "tranexamic acid", "reaction": "anaphylaxis"}]
      """#)
    let finding = patient.finding(.allergyContains(ingredient: "tranexamic-acid"))
    #expect(finding?.certainty == .possible(missing: ["planned-ingredients"]))
  }

  @Test func `a brand means its ingredient on the plan and in a skin test`() throws {
    let patient = try ListPatient(
      #"""
      "medicines-any": "no", "allergies-any": "no", "planned-ingredients": ["Cyklokapron"]
      """#)
    #expect(try patient.truth("planned(tranexamic-acid)") == .true)
    #expect(try patient.truth("any-planned(unmatched)") == .false)
  }

  @Test func `the picker of allergies offers medicines and ingredients`() throws {
    let names = try BuiltIn.pack.get().names
    func first(_ text: String) -> NameSuggestion? {
      names.suggestions(for: text, in: .allergens).lines.first
    }
    #expect(first("Augmentin")?.meanings.map(\.id) == ["penicillin"])
    #expect(first("tranexamic acid")?.meanings.map(\.id) == ["tranexamic-acid"])
    #expect(first("egg")?.meanings.map(\.id) == ["egg"])
  }
}
