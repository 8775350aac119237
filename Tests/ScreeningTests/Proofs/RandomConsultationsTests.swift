import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct RandomConsultationsTests {
  private func lines(_ screener: @escaping Screener, patients: Range<Int> = 0..<400) -> [String] {
    let rules = [
      ProofPack.rule(.isAny("pregnant", ["yes"]), .doNotTreat, id: "pregnant"),
      ProofPack.rule(.isAny("trying", ["yes"]), .caution, id: "trying"),
      ProofPack.rule(
        .and([.isAny("device", ["roller"]), .hasAny("product", ["filler"])]), .doNotTreat,
        id: "roller-filler"),
    ]
    let pack = ProofPack.pack(
      [
        ProofPack.sex, ProofPack.pregnant, ProofPack.trying, ProofPack.device, ProofPack.product,
        ProofPack.filler, ProofPack.weight, ProofPack.planned,
      ], rules)
    return RandomConsultations(in: pack, seed: 7, by: screener).prove(patients: patients)
      .violations.map(\.line)
  }

  @Test func `random patients find nothing wrong with a sound engine`() {
    #expect(lines(screen) == [])
    #expect(
      RandomConsultations(in: SmallPack.pack, seed: 3).prove(patients: 0..<400).violations == [])
  }

  @Test func `an engine without foresight is found, with no answer too many`() {
    #expect(
      lines(FaultyScreening.noForesight) == [
        "interval-soundness | interview 2026-12-01: nothing answered | "
          + "the report could become proceed at worst, yet is defer once sex = female"
      ])
  }

  @Test func `an engine that weighs parked answers is found, with no answer too many`() {
    #expect(
      lines(FaultyScreening.gateless) == [
        "skip-safety | interview 2026-12-01: pregnant = yes, trying = yes | "
          + "an answer that does not apply changes the report"
      ])
  }

  @Test func `an engine that says something else the second time is found`() {
    #expect(
      lines(FaultyScreening.wavering()).contains {
        $0.hasPrefix("determinism | ")
          && $0.hasSuffix(" | the same answers give two different reports")
      })
  }

  @Test func `the same seed gives the same patients, however they are split`() {
    let whole = lines(FaultyScreening.noForesight, patients: 0..<40)
    #expect(whole == lines(FaultyScreening.noForesight, patients: 0..<40))
    let consultations = RandomConsultations(
      in: SmallPack.pack, seed: 7, by: FaultyScreening.noForesight)
    let split = ConsultationProof(joining: [
      consultations.prove(patients: 0..<20), consultations.prove(patients: 20..<40),
    ])
    #expect(split == consultations.prove(patients: 0..<40))
  }
}
