import ClinicalModel
import ProtocolChecks
import Screening
import Testing

/// Proofs over the rows of the tables, tried on a sample.
@Suite struct TableProofTests {
  @Test func `every table that makes findings has rows to try`() throws {
    let rows = tableRules(of: try BuiltIn.pack.get())
    #expect(
      Set(rows.map(\.table)) == [
        "medicines", "ingredients", "ingredient-conditions", "ingredient-medicines",
        "allergen-reactions", "medicine-plans",
      ])
    #expect(rows.count > 900)
  }

  @Test func `a row weighs what it says for the smallest patient who meets it`() throws {
    let trial = TableTrial(in: try BuiltIn.pack.get())
    for place in stride(from: 0, to: trial.rows.count, by: 90) {
      let proof = trial.prove(place)
      #expect(proof.meeting != .unmet, "\(proof.row.row)")
      #expect(proof.rule.violations == [], "\(proof.row.row)")
    }
  }

  @Test func `an engine that forgets the tables is found out`() throws {
    let trial = TableTrial(in: try BuiltIn.pack.get()) { _, pack, day in
      screen(Answers(), with: pack, on: day)
    }
    let place = try #require(trial.rows.firstIndex { $0.table == "medicines" })
    let proof = trial.prove(place)
    #expect(proof.rule.violations.map(\.proof) == [.tableRows])
  }

  @Test func `what a reaction comes to is compared with its case`() throws {
    let pack = try BuiltIn.pack.get()
    func example(_ reaction: ReactionType, _ expected: AllergyCase.Expectation) -> AllergyCase {
      AllergyCase(
        allergen: "soy", reaction: reaction, ingredient: "phosphatidylcholine",
        relation: .contains, expectation: expected)
    }
    let run = runAllergyCases(
      [example(.anaphylaxis, .finding(.doNotTreat)), example(.anaphylaxis, .finding(.caution))],
      of: pack)
    #expect(run.results.map(\.differences.isEmpty) == [true, false])
    #expect(run.failures[0].differences == ["expected caution, found do-not-treat"])
    #expect(run.shownCount == 1)
    #expect(run.meaningCount > 64)
  }

  @Test func `one medicine more that makes the outcome milder is found`() throws {
    let whole = try BuiltIn.pack.get()
    let rules = whole.rules.filter { $0.id == "blood-thinner-unidentified" }
    let pack = CompiledPack(whole.pack.with(rules: rules), from: whole)
    let trial = RiskSetTrial(of: RiskSet(list: .medicines), in: pack)
    let proofs = (0..<trial.count).map(trial.prove)
    let proof = try #require(RiskSetProof(joining: proofs))
    #expect(proof.violations.map(\.rules).contains(["blood-thinner-unidentified"]))
    let excepted = RiskSet(
      list: .medicines,
      exceptions: [RiskException(rule: "blood-thinner-unidentified", reason: "identified now")])
    let other = RiskSetTrial(of: excepted, in: pack)
    #expect((0..<other.count).flatMap { other.prove($0).violations } == [])
  }
}
