import ClinicalModel
import Foundation
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@Suite struct ShippedPackProofTests {
  /// The command tries every combination; here the larger rules are tried in
  /// pairs, which takes a twentieth of the time.
  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `no proof fails on any rule of the shipped pack`() throws {
    let pack = try BuiltIn.pack.get()
    for rule in pack.rules {
      #expect(prove(rule, in: pack, exhaustingUpTo: 600).lines == [], "\(rule.id)")
    }
  }

  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `the shipped pack follows its orders of risk, but for what is written beside them`()
    throws
  {
    let pack = try BuiltIn.pack.get()
    #expect(!pack.riskOrders.isEmpty)
    for order in pack.riskOrders {
      // An exception is shown to be needed only where all is tried.
      let most = order.exceptions.isEmpty ? 300 : combinationsMax
      let proof = proveMonotonicity(of: order, in: pack, exhaustingUpTo: most)
      #expect(proof.violations.map(\.line) == [], "\(order.question)")
      #expect(proof.unneeded.map(\.rule) == [], "\(order.question)")
    }
  }

  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `random patients find nothing wrong with the shipped pack`() throws {
    let consultations = RandomConsultations(in: try BuiltIn.pack.get(), seed: 2026)
    #expect(consultations.prove(patients: 0..<100).violations == [])
  }

  /// The command runs each case among all rules; here it runs among some, which
  /// is quicker and, as shown below, comes to the same.
  @Test(
    .enabled(if: getenv("MESOSCREEN_WHOLE_PACK") != nil, "the commands of the release build do it"))
  func `every case of the shipped pack holds and every rule has met, not met and unknown cases`()
    throws
  {
    let whole = try BuiltIn.pack.get()
    let pack = CompiledPack(try readCases(.builtIn, for: whole.pack), from: whole)
    let runs = stride(from: 0, to: pack.rules.count, by: 8).map { start in
      runCases(
        of: CompiledPack(
          pack.pack.with(rules: Array(pack.rules[start...].prefix(8))), from: pack))
    }
    #expect(runs.flatMap(\.failures).map { "\($0.rule): \($0.example.name)" } == [])
    #expect(runs.flatMap(\.repeatedNames) == [])
    let coverage = runs.flatMap(\.coverage)
    #expect(coverage.map(\.rule) == pack.rules.map(\.id))
    #expect(coverage.filter { !$0.isFull }.map(\.rule) == [])
  }

  /// What proofs weigh is the rule alone with its own questions: it must say
  /// what it says among all the others.
  @Test(arguments: [UInt64](0..<12))
  func `a rule alone says what it says in the whole pack`(seed: UInt64) throws {
    let pack = try BuiltIn.pack.get()
    var numbers = RandomPatient(seed: seed, interviewDate: BuiltIn.interviewDate)
    let answers = numbers.answers(to: pack, percent: Int(seed) * 8)
    let whole = screen(answers, with: pack, on: BuiltIn.interviewDate)
    for rule in pack.rules {
      let inputs = Set(inputs(of: rule, in: pack))
      let alone = ProofPack.pack(
        pack.questions.filter { inputs.contains($0.id) }, [rule],
        tables: pack.tables.with(findings: []), from: pack)
      let finding = screen(answers, with: alone, on: BuiltIn.interviewDate).finding(rule.id)
      let wanted = whole.finding(rule.id)
      #expect(finding?.certainty == wanted?.certainty, "\(rule.id)")
      #expect(finding?.release == wanted?.release, "\(rule.id)")
    }
  }
}
