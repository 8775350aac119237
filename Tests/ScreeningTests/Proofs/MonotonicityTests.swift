import ClinicalModel
import ProtocolChecks
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

  @Test func `an excepted rule is left out, and the exception is shown to be needed`() {
    let milder = ProofPack.rule(.isAny("device", ["roller"]), .caution, id: "roller")
    func proof(_ exceptions: [Rule.ID]) -> MonotonicityProof {
      let order = RiskOrder(
        question: "device", options: ["massage", "needle", "roller"],
        exceptions: exceptions.map { RiskException(rule: $0, reason: "known") })
      return proveMonotonicity(of: order, in: ProofPack.pack([ProofPack.device], [needle, milder]))
    }
    #expect(proof([]).violations.count == 1)
    #expect(proof(["needle"]).violations == [])
    #expect(proof(["needle"]).rules == ["roller"])
    #expect(proof(["needle"]).unneeded == [])
    // Without the needle's rule the roller's keeps the order by itself.
    #expect(proof(["needle", "roller"]).unneeded.map(\.rule) == ["roller"])
    #expect(proof(["roller"]).violations.count == 1)
  }

  @Test func `an exception of a pack that keeps its order is not needed`() {
    let order = RiskOrder(
      question: "device", options: ["massage", "roller"],
      exceptions: [RiskException(rule: "roller", reason: "feared")])
    let rule = ProofPack.rule(.isAny("device", ["roller"]), .caution, id: "roller")
    let proof = proveMonotonicity(of: order, in: ProofPack.pack([ProofPack.device], [rule]))
    #expect(proof.unneeded == order.exceptions)
  }

  @Test func `one mark more never makes the outcome milder`() {
    let marks = RiskOrder(question: "product", options: ["vitamins", "filler", "fat-dissolving"])
    func violations(_ rules: [Rule]) -> [String] {
      proveMonotonicity(of: marks, in: ProofPack.pack([ProofPack.product, ProofPack.sex], rules))
        .violations.map(\.line)
    }
    let filler = ProofPack.rule(.hasAny("product", ["filler"]), .caution, id: "filler")
    let fat = ProofPack.rule(.hasAny("product", ["fat-dissolving"]), .defer, id: "fat")
    #expect(violations([filler, fat]) == [])
    let only = ProofPack.rule(
      .and([.hasAny("product", ["filler"]), .not(.hasAny("product", ["vitamins"]))]), .defer)
    #expect(
      violations([filler, only]) == [
        "monotonicity | interview 2026-12-01: product = [filler] | "
          + "the outcome is defer, yet at worst caution with product = [vitamins, filler]"
      ])
    // Another rule that the same answers decide takes over.
    let both = ProofPack.rule(.hasAny("product", ["vitamins"]), .defer, id: "vitamins")
    #expect(violations([filler, only, both]) == [])
    // An option that is no risk of its own may make it milder.
    let some = RiskOrder(question: "product", options: ["filler", "fat-dissolving"])
    #expect(
      proveMonotonicity(of: some, in: ProofPack.pack([ProofPack.product], [only])).violations == [])
  }
}
