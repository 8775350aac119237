import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening
import Testing

@testable import mesoscreen

/// Explanations agree with the report and with themselves.
@Suite struct ExplanationSoundnessTests {
  @Test(arguments: Example.all)
  func `every part adds up and every verdict is the report's`(example: Example) throws {
    let pack = try BuiltIn.pack.get()
    let answers = try example.read().answers
    let report = screen(answers, with: pack, on: BuiltIn.interviewDate)
    for rule in pack.rules {
      let explanation = explain(rule, answers, with: pack, on: BuiltIn.interviewDate)
      #expect(explanation.condition.addsUp, "\(rule.id)")
      #expect(explanation.verdict == verdict(of: report.finding(rule.id)), "\(rule.id)")
      let lines = ExplanationText(explanation, of: pack).text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 && $0.last != " " }, "\(rule.id)")
    }
  }

  @Test(arguments: [UInt64](0..<40))
  func `the parts of a random condition add up to the whole`(seed: UInt64) throws {
    var numbers = RandomPatient(seed: seed, interviewDate: RuleCase.usualDate)
    let pack = RandomConditions.pack(&numbers)
    for _ in 0..<20 {
      let rule = ProofPack.rule(RandomConditions.condition(over: pack, depth: 4, &numbers))
      let answers = RandomConditions.answers(to: pack, &numbers)
      let explanation = explain(rule, answers, with: pack, on: RuleCase.usualDate)
      #expect(explanation.condition.addsUp, "\(rule.when)")
    }
  }

  private func verdict(of finding: Finding?) -> Explanation.Verdict {
    switch finding?.certainty {
    case .established: .established(finding?.release ?? .notDeferred)
    case .possible(let missing):
      .possible(finding?.release ?? .notDeferred, missing: missing)
    case nil: .nothing
    }
  }
}

extension ExplainedCondition {
  /// Whether each part's outcome follows from those below it by Kleene's
  /// tables.
  fileprivate var addsUp: Bool {
    guard case .parts(let parts) = basis else { return true }
    let outcomes = parts.map(\.outcome)
    let expected: Truth =
      switch condition {
      case .and: outcomes.contains(.false) ? .false : outcomes.contains(.unknown) ? .unknown : .true
      case .or: outcomes.contains(.true) ? .true : outcomes.contains(.unknown) ? .unknown : .false
      default: outcomes.first.map { !$0 } ?? .unknown
      }
    return outcome == expected && parts.allSatisfy(\.addsUp)
  }
}
