import ClinicalModel
import Screening
import Testing

/// What no table knows is named where it is weighed.
@Suite struct NamedEntryTests {
  private func entries(_ entries: [[Question.ID: String]]) -> Answer {
    .known(
      .entries(
        entries.map { fields in
          var entry = Answers()
          for (field, text) in fields {
            entry[field] =
              ["medicine", "ingredient", "allergen"].contains(field)
              ? .known(.text(text)) : .known(.choice(.init(rawValue: text)))
          }
          return entry
        }))
  }

  private func finding(_ id: Rule.ID, _ changes: [Question.ID: Answer]) throws -> Finding? {
    try BuiltIn.report(changes).findings.first { $0.rule == id }
  }

  @Test func `a medicine that no table knows is named`() throws {
    let finding = try #require(
      try finding(
        "medicine-unmatched",
        [
          "medicines-any": .known(.choice("yes")),
          "medicines": entries([
            ["medicine": "Zzkapsel"], ["medicine": "warfarin"], ["medicine": "the white one"],
          ]),
        ]))
    #expect(
      finding.title == "A medicine that no table knows: \"Zzkapsel\", \"the white one\"")
    #expect(finding.patient.contains("Zzkapsel"))
  }

  @Test func `an allergy that no table knows is named`() throws {
    let finding = try #require(
      try finding(
        "allergen-unmatched",
        [
          "allergies-any": .known(.choice("yes")),
          "allergies": entries([["allergen": "moonflower", "reaction": "immediate_mild"]]),
        ]))
    #expect(finding.title == "An allergy that no table knows: \"moonflower\"")
  }

  @Test func `a planned ingredient that no table knows is named and waits`() throws {
    let changes: [Question.ID: Answer] = [
      "planned-ingredients": entries([["ingredient": "glow drops"], ["ingredient": "vitamin-c"]])
    ]
    let finding = try #require(try finding("ingredient-unmatched", changes))
    #expect(finding.title == "A planned ingredient that no table knows: \"glow drops\"")
    #expect(finding.severity == .defer)
    // As much as not knowing the plan at all.
    let notSure = try #require(
      try self.finding(
        "unknown-planned-ingredients", ["planned-ingredients": .unknown(.unsure)]))
    #expect(finding.severity >= notSure.severity)
  }

  @Test func `where nothing is named yet the title has no gap`() throws {
    let finding = try #require(
      try finding(
        "medicine-unmatched",
        ["medicines-any": .known(.choice("yes")), "medicines": .unknown(.unsure)]))
    #expect(finding.title == "A medicine that no table knows")
  }

  @Test func `a medicine whose form is open is named and weighs its heaviest form`() throws {
    let changes: [Question.ID: Answer] = [
      "medicines-any": .known(.choice("yes")),
      "medicines": entries([["medicine": "hydrocortisone"]]),
    ]
    #expect(
      try finding("medicine-form-unknown", changes)?.title == "Form not known: \"hydrocortisone\"")
    #expect(try finding("systemic-steroid", changes)?.certainty == .established)
    let cream: [Question.ID: Answer] = [
      "medicines-any": .known(.choice("yes")),
      "medicines": entries([["medicine": "hydrocortisone", "form": "skin"]]),
    ]
    #expect(try finding("medicine-form-unknown", cream) == nil)
    #expect(try finding("systemic-steroid", cream) == nil)
  }
}
