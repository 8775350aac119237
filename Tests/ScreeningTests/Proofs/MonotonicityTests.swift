import ClinicalModel
import Screening
import Testing

@Suite struct MonotonicityTests {
  private let order = RiskOrder(question: "device", options: ["massage", "needle", "roller"])

  private func proof(_ rules: [Rule], exhaustingUpTo most: Int = combinationsMax)
    -> MonotonicityProof
  {
    proveMonotonicity(
      of: order,
      in: ProofPack.pack([ProofPack.device, ProofPack.product, ProofPack.sex], rules),
      exhaustingUpTo: most)
  }

  private let needle = ProofPack.rule(.isAny("device", ["needle"]), .defer, id: "needle")

  @Test func `two rules that take over from each other keep the order`() {
    let proof = proof([needle, ProofPack.rule(.isAny("device", ["roller"]), .doNotTreat)])
    #expect(proof.violations == [])
    #expect(proof.extent == .exhausted)
    #expect(proof.rules == ["needle", "rule"])
  }

  @Test func `a device of more risk with a milder outcome is found`() {
    let milder = ProofPack.rule(.isAny("device", ["roller"]), .caution, id: "roller")
    #expect(
      proof([needle, milder]).violations.map(\.line) == [
        "monotonicity | interview 2026-12-01: device = needle | "
          + "the outcome is defer, yet at worst caution with device = roller"
      ])
  }

  @Test func `the other answers a milder outcome needs are named`() {
    let rule = ProofPack.rule(
      .and([.isAny("device", ["massage"]), .hasAny("product", ["filler"])]), .doNotTreat)
    #expect(
      proof([rule]).violations.map(\.line) == [
        "monotonicity | interview 2026-12-01: device = massage, product = [filler] | "
          + "the outcome is do-not-treat, yet at worst proceed with device = needle"
      ])
    let pairs = proof([rule], exhaustingUpTo: 1)
    #expect(pairs.extent == .pairwise)
    #expect(pairs.violations.count == 1)
  }

  @Test func `a rule that waits for a letter is not milder before the letter is asked for`() {
    let letters = Question(
      id: "letters", ask: "", label: "", kind: .multiple,
      options: ProofPack.options(["none", "skin"]))
    let waits = ProofPack.rule(
      .and([.isAny("device", ["roller"]), .not(.hasAny("letters", ["skin"]))]), .defer,
      until: .event("letter"))
    func violations(_ rules: [Rule]) -> [String] {
      proveMonotonicity(of: order, in: ProofPack.pack([ProofPack.device, letters], rules))
        .violations.map(\.line)
    }
    let review = ProofPack.rule(
      .isAny("device", ["needle", "roller"]), .caution, id: "review")
    #expect(violations([waits, review]) == [])
    // With the letter at hand, the riskier device is milder than the other.
    let needleOnly = ProofPack.rule(.isAny("device", ["needle"]), .caution, id: "needle")
    #expect(
      violations([waits, needleOnly]) == [
        "monotonicity | interview 2026-12-01: device = needle, letters = [skin] | "
          + "the outcome is caution, yet at worst proceed with device = roller"
      ])
    // A rule about the letter itself is weighed with them.
    let letter = ProofPack.rule(.hasAny("letters", ["skin"]), .caution, id: "letter")
    #expect(violations([waits, needleOnly, letter]) == [])
  }

  @Test func `an option left out of the order has no place in it`() {
    let rule = ProofPack.rule(.isAny("device", ["massage"]), .doNotTreat)
    let partly = RiskOrder(question: "device", options: ["needle", "roller"])
    let pack = ProofPack.pack([ProofPack.device], [rule], riskOrders: [partly])
    #expect(proveMonotonicity(of: pack.riskOrders[0], in: pack).violations == [])
  }
}
