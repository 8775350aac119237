import ClinicalModel
import ProtocolChecks
import Screening
import Testing

@Suite struct CaseRunTests {
  private static let filler28 = Condition.compare(.days("filler-date"), .less, Quantity(28))

  static func example(
    _ name: String, filler: Answer, _ expectation: RuleCase.Expectation
  ) -> RuleCase {
    RuleCase(
      name: name, interviewDate: RuleCase.usualDate, given: ["filler-date": filler],
      expectation: expectation)
  }

  private func run(_ cases: [RuleCase]) -> CaseRun {
    runCases(
      of: ProofPack.pack(
        [ProofPack.filler, ProofPack.planned],
        [
          ProofPack.rule(
            Self.filler28, .defer, until: .date("filler-date", days: 28), cases: cases)
        ]))
  }

  @Test func `a rule whose cases hold and show all three is whole`() throws {
    let run = run([
      Self.example(
        "27 days ago waits one more day", filler: try dated("2026-11-04"),
        .established(severity: .stated(.defer), until: .stated(try date("2026-12-02")))),
      Self.example("28 days ago does not wait", filler: try dated("2026-11-03"), .nothing),
      Self.example("not sure when", filler: .unknown(.unsure), .possible),
    ])
    #expect(run.failures == [])
    #expect(run.coverage.map(\.met) == [1])
    #expect(run.coverage.percent == 100)
    #expect(run.isWhole)
  }

  @Test func `a case that expects another kind of finding fails in words`() throws {
    let run = run([Self.example("28 days ago waits", filler: try dated("2026-11-03"), .possible)])
    #expect(
      run.failures.first?.differences.map { "\($0.aspect) \($0.expected) \($0.found)" }
        == ["kind possible nothing"])
    #expect(run.coverage.first?.unknown == 0)
    #expect(run.coverage.percent == 0)
    #expect(!run.isWhole)
  }

  @Test func `a case that expects another severity and another day fails in both`() throws {
    let run = run([
      Self.example(
        "27 days ago", filler: try dated("2026-11-04"),
        .established(severity: .stated(.caution), until: .stated(try date("2026-12-01"))))
    ])
    #expect(
      run.failures.first?.differences.map { "\($0.aspect) \($0.expected) \($0.found)" }
        == ["severity caution defer", "until 2026-12-01 2026-12-02"])
  }

  @Test func `what a case leaves open is not compared`() throws {
    let run = run([
      Self.example(
        "27 days ago", filler: try dated("2026-11-04"),
        .established(severity: .notStated, until: .notStated))
    ])
    #expect(run.failures == [])
    #expect(run.coverage.percent == 33)
    #expect(!run.isWhole)
  }

  @Test func `a name given to two cases is reported once`() throws {
    let cases = (0..<3).map { _ in Self.example("same", filler: .known(.never), .nothing) }
    let run = run(cases)
    #expect(run.repeatedNames.map(\.name) == ["same"])
    #expect(run.repeatedNames.map(\.rule) == ["rule"])
  }

  @Test func `the finding of an unknown answer is not the rule's`() {
    let question = Question(
      id: "rule", ask: "", label: "", kind: .single, options: ProofPack.options(["yes", "no"]),
      onUnknown: .finding(.defer))
    let example = RuleCase(
      name: "not asked", interviewDate: RuleCase.usualDate, given: [:], expectation: .nothing)
    let never = ProofPack.rule(
      .and([.isAny("rule", []), .not(.always)]), cases: [example], id: "unknown-rule")
    #expect(runCases(of: ProofPack.pack([question], [never])).failures == [])
  }
}
