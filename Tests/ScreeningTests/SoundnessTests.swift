import ClinicalModel
import Screening
import Testing

@Suite struct SoundnessTests {
  @Test(arguments: [UInt64](0..<400))
  func `whatever is still answered, nothing gets worse than the report said it could`(seed: UInt64)
    throws
  {
    try expectSound(SmallPack.pack, seed: seed)
  }

  /// "Not trying" holds as well when the question turns out not to apply: the
  /// case in which an answer given too early must not hide what may come.
  @Test(arguments: [UInt64](0..<400))
  func `a rule with not is announced while its question may still not apply`(seed: UInt64) throws {
    let rule = Rule(
      id: "not-trying", title: "not trying", when: .not(.isAny("trying", ["yes"])),
      severity: .doNotTreat, staff: "", patient: "", cite: [], strength: .label)
    let pack = CompiledPack(
      ProtocolPack(
        id: "small", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
        intendedUse: "", sections: SmallPack.pack.sections, rules: [rule]))
    try expectSound(pack, seed: seed)
  }
}

/// Screens a random patient asked in part, then the same patient asked in
/// full.
///
/// The outcome may never pass what was announced. What a rule has established
/// stays, except where an answer that had been given before its gate was known
/// turned out not to apply and was parked.
func expectSound(_ pack: CompiledPack, seed: UInt64) throws {
  let today = try date("2026-11-21")
  var patient = RandomPatient(seed: seed, interviewDate: today)
  let share = Int.random(in: 0...100, using: &patient)
  let partly = patient.answers(to: pack, percent: share)
  var fully = patient.completing(partly, for: pack)
  // Nobody is asked what does not apply.
  let completed = AnswerContext(pack: pack, answers: fully, interviewDate: today)
  for question in pack.questions where completed.applies(question.id) == .false {
    if case .unknown = partly[question.id] { fully[question.id] = .unknown(.notAsked) }
  }
  let before = screen(partly, with: pack, on: today)
  let after = screen(fully, with: pack, on: today)
  #expect(after.outcome <= before.couldBecome, "seed \(seed)")
  #expect(after.couldBecome <= before.couldBecome, "seed \(seed)")
  #expect(before.outcome <= before.couldBecome, "seed \(seed)")
  let offered = AnswerContext(pack: pack, answers: partly, interviewDate: today)
  let settled = AnswerContext(pack: pack, answers: fully, interviewDate: today)
  let parked = pack.questions.contains { question in
    guard case .known = partly[question.id] else { return false }
    return offered.applies(question.id) != .false && settled.applies(question.id) == .false
  }
  let still = Set(after.established)
  for finding in before.findings where finding.certainty == .established && finding.origin == .rule
  {
    #expect(parked || still.contains(finding.rule), "seed \(seed): \(finding.rule) was dropped")
  }
}
