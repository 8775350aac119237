import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct WaitingTests {
  private func fillerRule(_ when: Condition, until days: Int) -> RuleProof {
    proof(
      of: ProofPack.rule(when, .defer, until: .date("filler-date", days: days)),
      asking: [ProofPack.filler, ProofPack.planned])
  }

  private func days(_ comparison: Comparison, _ count: Int) -> Condition {
    .compare(.days("filler-date"), comparison, Quantity(count))
  }

  @Test func `a wait of 28 days that ends after 28 days holds`() {
    #expect(fillerRule(days(.less, 28), until: 28).lines == [])
  }

  @Test func `a wait that begins only after ten days is found`() {
    let proof = fillerRule(.and([days(.atLeast, 10), days(.less, 28)]), until: 28)
    #expect(
      proof.lines == [
        "waiting | interview 2026-12-01: filler-date = 2026-11-22 | the deferral is not there "
          + "on the day of the interview, yet established 1 day later"
      ])
  }

  @Test func `a wait of 29 days that is said to end after 28 is found`() {
    #expect(
      fillerRule(days(.atMost, 28), until: 28).lines == [
        "waiting | interview 2026-12-01: filler-date = 2026-11-03 | "
          + "the deferral ends on 2026-12-01, yet is still established then"
      ])
  }

  @Test func `a wait said to end too early is found with a date of which the month is known`() {
    let proof = fillerRule(days(.less, 28), until: 20)
    #expect(proof.violations.map(\.proof) == [.waiting])
    #expect(proof.violations.first?.patient.answers.count == 1)
  }

  @Test func `a wait that a birthday brings up is found`() {
    let birth = Question(
      id: .dateOfBirth, ask: "", label: "",
      kind: .date(tense: .past, orNever: false, orCurrent: false))
    let proof = proof(
      of: ProofPack.rule(
        .and([.compare(.age, .atLeast, Quantity(60)), days(.less, 28)]), .defer,
        until: .date("filler-date", days: 28)),
      asking: [birth, ProofPack.filler, ProofPack.planned])
    #expect(proof.violations.map(\.proof) == [.waiting])
    #expect(
      proof.violations.first?.patient.words
        == "interview 2026-12-01: patient-date-of-birth = 1966-12-02, filler-date = 2026-11-05")
  }

  @Test func `a trip that is still to come is waited for, not counted from`() {
    let rule = ProofPack.rule(
      .and([
        .isAny("device", ["roller"]), .compare(.daysUntil("trip-end"), .atLeast, Quantity(0)),
      ]), .defer, until: .date("trip-end", days: 1))
    let proof = proof(of: rule, asking: [ProofPack.device, ProofPack.trip, ProofPack.planned])
    #expect(proof.lines == [])
  }

  @Test func `a review that waiting brings up is no deferral`() {
    let proof = proof(
      of: ProofPack.rule(.and([days(.atLeast, 28), days(.less, 365)])),
      asking: [ProofPack.filler, ProofPack.planned])
    #expect(proof.lines == [])
  }
}
