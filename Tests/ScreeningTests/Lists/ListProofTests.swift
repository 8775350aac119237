import ClinicalModel
import ProtocolChecks
import Screening
import Testing

/// Proofs over rules that read lists, tried on a few rules of the module.
@Suite struct ListProofTests {
  private static let exhausted: [Rule.ID] = [
    "doac-single", "nsaid-self-chosen", "latex-free-room", "ingredient-components-unknown",
  ]

  @Test(arguments: exhausted)
  func `whatever stands in a list, a rule about it is never silenced by what is not known`(
    _ id: Rule.ID
  ) throws {
    let pack = try BuiltIn.pack.get()
    let proof = prove(try #require(pack.rule(id)), in: pack)
    #expect(proof.violations == [])
    #expect(proof.extent == .exhausted)
    #expect(proof.patientCount > 20)
  }

  @Test(arguments: ["doac-single", "latex-free-room"] as [Rule.ID])
  func `an engine that takes a list nobody gave for an empty one is found out`(_ id: Rule.ID)
    throws
  {
    let pack = try BuiltIn.pack.get()
    let proof = prove(try #require(pack.rule(id)), in: pack) { answers, pack, day in
      var taken = answers
      for question in pack.questions {
        guard case .list = question.kind, case .unknown = answers[question.id],
          let field = question.fields.first
        else { continue }
        taken[question.id] = .known(.entries([[field.id: .known(.text("TESTNAME"))]]))
      }
      return screen(taken, with: pack, on: day)
    }
    #expect(proof.violations.map(\.proof).contains(.unknownSafety))
  }

  @Test func `the smallest patient who shows a fault names a row of the tables`() throws {
    let pack = try BuiltIn.pack.get()
    let rule = try #require(pack.rule("doac-single"))
    let proof = prove(rule, in: pack, by: FaultyScreening.belittling)
    let violation = try #require(proof.violations.first { $0.proof == .intervalSoundness })
    #expect(violation.patient.words.contains("medicines = [{medicine: "))
  }

  @Test func `no random patient with lists becomes worse than was said`() throws {
    let pack = try BuiltIn.pack.get()
    let proof = RandomConsultations(in: pack, seed: 4).prove(patients: 0..<24)
    #expect(proof.violations == [])
  }
}

/// Mutants of rules that read lists.
@Suite struct ListMutantTests {
  private func changes(_ id: Rule.ID) throws -> [String] {
    let pack = try BuiltIn.pack.get()
    return mutants(of: try #require(pack.rule(id))).map { "\($0.original) -> \($0.replacement)" }
  }

  @Test func `a rule about own choice is also tried without the choice`() throws {
    let changes = try changes("nsaid-self-chosen")
    #expect(changes.contains("self-chosen(nsaid) -> taking(nsaid)"))
  }

  @Test func `a rule about several keys is also tried without each`() throws {
    let changes = try changes("hospital-antithrombotic")
    #expect(changes.contains("taking-any [thrombolytic, hospital_only] -> taking(hospital_only)"))
  }

  @Test func `a rule about days of taking is also tried a day shorter and longer`() throws {
    let changes = try changes("retinoid-stopped-180-days")
    #expect(changes.contains { $0.hasSuffix("stopped-within(179, retinoid.systemic)") })
    #expect(changes.contains { $0.hasSuffix("stopped-within(181, retinoid.systemic)") })
  }

  @Test func `a rule about one reaction is also tried with others`() throws {
    let changes = try changes("allergy-anaphylaxis-any")
    #expect(changes.contains("has-reaction(anaphylaxis) -> has-reaction(immediate_mild)"))
  }
}
