import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct MutationRunTests {
  private func run(
    _ when: Condition, _ severity: Severity, until: Until = .notDeferred,
    asking questions: [Question], cases: [RuleCase], exhaustingUpTo most: Int = combinationsMax
  ) -> MutationRun {
    let rule = ProofPack.rule(when, severity, until: until, cases: cases)
    return runMutants(of: rule, in: ProofPack.pack(questions, [rule]), exhaustingUpTo: most)
  }

  private func example(_ given: Answers, _ expectation: RuleCase.Expectation) -> RuleCase {
    RuleCase(
      name: "\(given)", interviewDate: RuleCase.usualDate, given: given, expectation: expectation)
  }

  private let filler28 = Condition.compare(.days("filler-date"), .less, Quantity(28))

  @Test func `cases on either side of the window kill every mutant`() throws {
    let run = run(
      filler28, .defer, until: .date("filler-date", days: 28),
      asking: [ProofPack.filler, ProofPack.planned],
      cases: [
        example(
          ["filler-date": try dated("2026-11-04")],
          .established(severity: .stated(.defer), until: .stated(try date("2026-12-02")))),
        example(["filler-date": try dated("2026-11-03")], .nothing),
        example([:], .possible),
      ])
    #expect(run.survivors == [])
    #expect(run.equivalents == [])
    #expect(run.killedCount == 10)
    #expect(MutationScore([run]).perThousand == 1000)
  }

  @Test func `a window without its boundary case leaves survivors, each with its place`() throws {
    let run = run(
      filler28, .caution, asking: [ProofPack.filler, ProofPack.planned],
      cases: [
        example(
          ["filler-date": try dated("2026-11-30")],
          .established(severity: .stated(.caution), until: .notStated)),
        example(["filler-date": .known(.never)], .nothing), example([:], .possible),
      ])
    #expect(
      run.survivors.map { "\($0.change.rawValue): \($0.replacement)" } == [
        "comparison: days(filler-date) <= 28", "threshold: days(filler-date) < 27",
        "threshold: days(filler-date) < 29",
      ])
    #expect(MutationScore([run]).perThousand == 625)
  }

  @Test func `a severity that no case states can be changed unnoticed`() {
    let run = run(
      .isAny("device", ["roller"]), .doNotTreat, asking: [ProofPack.device],
      cases: [
        example(
          ["device": .known(.choice("roller"))],
          .established(severity: .notStated, until: .notStated)),
        example(["device": .known(.choice("needle"))], .nothing), example([:], .possible),
      ])
    #expect(run.survivors.map(\.change) == [.severity])
  }

  @Test func `a mutant that no patient can tell from the rule is no survivor`() {
    // Nobody weighs less than 20 kg, so a limit of 19 or 20 says the same.
    let run = run(
      .compare(.number("weight"), .atLeast, Quantity(20)), .caution, asking: [ProofPack.weight],
      cases: [
        example(
          ["weight": .known(.number(Quantity(20)))],
          .established(severity: .stated(.caution), until: .notStated)),
        example([:], .possible),
      ])
    #expect(
      run.equivalents.map(\.replacement) == ["weight >= 19", "weight >= 19.9"])
    #expect(run.survivors == [])
  }

  @Test func `what cannot be exhausted counts as a survivor`() {
    let run = run(
      .compare(.number("weight"), .atLeast, Quantity(20)), .caution, asking: [ProofPack.weight],
      cases: [], exhaustingUpTo: 1)
    #expect(run.equivalents == [])
    #expect(run.survivors.count == 10)
    #expect(MutationScore([run]).perThousand == 0)
  }

  @Test func `a case that is wrong about the rule itself kills nothing`() {
    let run = run(
      .isAny("device", ["roller"]), .caution, asking: [ProofPack.device],
      cases: [example(["device": .known(.choice("roller"))], .nothing)])
    #expect(run.killedCount == 0)
  }
}
