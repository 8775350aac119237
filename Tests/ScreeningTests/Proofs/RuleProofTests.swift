import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct RuleProofTests {
  private let pregnantRule = ProofPack.rule(.isAny("pregnant", ["yes"]), .doNotTreat)

  @Test func `a sound engine passes every proof on every rule of the small pack`() {
    for rule in SmallPack.rules {
      let proof = prove(rule, in: SmallPack.pack)
      #expect(proof.lines == [], "\(rule.id)")
      #expect(proof.extent == .exhausted)
    }
  }

  @Test func `a rule is tried with the questions it reads and the gates before them`() {
    let proof = proof(
      of: ProofPack.rule(.isAny("trying", ["yes"])),
      asking: [ProofPack.device, ProofPack.sex, ProofPack.pregnant, ProofPack.trying])
    #expect(proof.inputs == ["sex", "pregnant", "trying"])
    let dated = RuleProofTests.fillerProof
    #expect(dated.inputs == ["filler-date", .plannedTreatmentDate])
  }

  private static let fillerProof = proof(
    of: ProofPack.rule(.compare(.days("filler-date"), .less, Quantity(28))),
    asking: [ProofPack.filler, ProofPack.planned])

  @Test func `an engine that takes not known for no is found with nothing answered`() {
    let proof = proof(
      of: pregnantRule, asking: [ProofPack.sex, ProofPack.pregnant],
      by: FaultyScreening.unknownIsNo)
    #expect(
      proof.lines.first
        == "unknown-safety | interview 2026-12-01: nothing answered | "
        + "the rule is silent, yet established once pregnant = yes")
    #expect(
      proof.lines.dropFirst().first
        == "unknown-finding | interview 2026-12-01: pregnant = unsure | "
        + "nothing is said of pregnant, which is not known")
  }

  @Test func `a date that is not known and taken for never is found`() {
    let proof = proof(
      of: ProofPack.rule(.compare(.days("filler-date"), .less, Quantity(28))),
      asking: [ProofPack.filler, ProofPack.planned], by: FaultyScreening.unknownIsNo)
    #expect(
      proof.lines.first
        == "unknown-safety | interview 2026-12-01: nothing answered | "
        + "the rule is silent, yet established once filler-date = 2026-11-04")
  }

  @Test func `an engine that does not mention a missing answer is found`() {
    let proof = proof(
      of: pregnantRule, asking: [ProofPack.sex, ProofPack.pregnant],
      by: FaultyScreening.quietOnUnknown)
    #expect(
      proof.lines == [
        "unknown-finding | interview 2026-12-01: pregnant = unsure | "
          + "nothing is said of pregnant, which is not known"
      ])
  }

  @Test func `an engine that announces less than may come is found`() {
    let proof = proof(
      of: ProofPack.rule(.hasAny("product", ["fat-dissolving"])), asking: [ProofPack.product],
      by: FaultyScreening.noForesight)
    #expect(
      proof.lines == [
        "interval-soundness | interview 2026-12-01: nothing answered | the report could become "
          + "proceed at worst, yet is worse once product = [fat-dissolving]"
      ])
  }

  @Test func `an engine that announces less than it found is found`() {
    let proof = proof(
      of: ProofPack.rule(.hasAny("product", ["fat-dissolving"])), asking: [ProofPack.product],
      by: FaultyScreening.belittling)
    #expect(
      proof.lines == [
        "interval-soundness | interview 2026-12-01: product = [fat-dissolving] | "
          + "the outcome is caution, although it could become proceed at worst"
      ])
  }

  @Test func `an engine that weighs answers which do not apply is found`() {
    let proof = proof(
      of: ProofPack.rule(.isAny("trying", ["yes"])),
      asking: [ProofPack.sex, ProofPack.pregnant, ProofPack.trying],
      by: FaultyScreening.gateless)
    #expect(
      proof.lines.contains(
        "skip-safety | interview 2026-12-01: pregnant = yes, trying = no | "
          + "an answer that does not apply changes the report"))
  }

  @Test func `an engine that hides a question whose gate is not known is found`() {
    let proof = proof(
      of: pregnantRule, asking: [ProofPack.sex, ProofPack.pregnant], by: FaultyScreening.hiding)
    #expect(
      proof.lines == [
        "skip-safety | interview 2026-12-01: nothing answered | "
          + "pregnant may apply, yet nobody is told to ask it"
      ])
  }

  @Test func `an engine that says something else the second time is found`() {
    let proof = proof(
      of: ProofPack.rule(.isAny("device", ["roller"])), asking: [ProofPack.device],
      by: FaultyScreening.wavering())
    #expect(
      proof.lines.contains(
        "determinism | interview 2026-12-01: nothing answered | "
          + "the same answers give two different reports"))
  }

  @Test(arguments: [
    ("device", "roller", "product", "filler"), ("device", "needle", "sex", "male"),
    ("product", "vitamins", "sex", "female"),
  ])
  func `a fault that needs two answers is found by pairs where not all can be tried`(
    first: String, one: String, second: String, other: String
  ) {
    let questions = [
      ProofPack.device, ProofPack.product, ProofPack.sex, ProofPack.weight, ProofPack.filler,
    ]
    func part(_ id: String, _ option: String) -> Condition {
      id == "product"
        ? .hasAny(Question.ID(rawValue: id), [Option.ID(rawValue: option)])
        : .isAny(Question.ID(rawValue: id), [Option.ID(rawValue: option)])
    }
    let others: [Condition] = questions.map {
      .not(.and([.isAny($0.id, []), .current($0.id)]))
    }
    let proof = proof(
      of: ProofPack.rule(.and([part(first, one), part(second, other), .or(others)])),
      asking: questions, exhaustingUpTo: 1, by: FaultyScreening.noForesight)
    #expect(proof.extent == .pairwise)
    #expect(proof.violations.map(\.proof) == [.intervalSoundness])
  }

  @Test func `pairs find no fault in a sound engine`() {
    for rule in SmallPack.rules {
      let proof = prove(rule, in: SmallPack.pack, exhaustingUpTo: 1)
      #expect(proof.extent == .pairwise)
      #expect(proof.lines == [], "\(rule.id)")
    }
  }
}
