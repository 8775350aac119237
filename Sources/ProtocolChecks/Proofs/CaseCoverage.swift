package import ClinicalModel
import Screening

/// How many cases of a rule hold, by what they show.
///
/// A case that came out otherwise covers nothing.
package struct CaseCoverage: Hashable, Sendable {
  /// The rule.
  package let rule: Rule.ID
  /// Cases in which the rule is established.
  package let met: Int
  /// Cases in which it says nothing.
  package let notMet: Int
  /// Cases in which it stays possible.
  package let unknown: Int
  /// Whether it can stay possible at all.
  private let isSettled: Bool

  /// Whether each of the three is shown at least once.
  package var isFull: Bool { coveredCount == Self.wantedCount }

  /// How many of the three are shown.
  package var coveredCount: Int {
    [met > 0, notMet > 0, unknown > 0 || isSettled].count { $0 }
  }

  /// How many a rule must show.
  package static let wantedCount = 3
}

extension CaseCoverage {
  init(of rule: Rule, _ results: [CaseResult], in pack: CompiledPack) {
    var met = 0
    var notMet = 0
    var unknown = 0
    for result in results where result.rule == rule.id && result.differences.isEmpty {
      switch result.example.expectation {
      case .established: met += 1
      case .nothing: notMet += 1
      case .possible: unknown += 1
      }
    }
    self.init(
      rule: rule.id, met: met, notMet: notMet, unknown: unknown,
      isSettled: rule.when.isSettled(in: pack))
  }
}

extension [CaseCoverage] {
  /// How much of rule × {met, not met, unknown} is covered, in whole percent,
  /// rounded down so that 100 means all; a pack without rules has nothing to
  /// cover.
  package var percent: Int {
    isEmpty ? 100 : map(\.coveredCount).reduce(0, +) * 100 / (count * CaseCoverage.wantedCount)
  }
}

extension Condition {
  /// Whether every question it reads reads as something while it is not known, so
  /// that nothing stays possible.
  func isSettled(in pack: CompiledPack) -> Bool {
    questions.allSatisfy { pack.question($0)?.unknownReads.isEmpty == false }
  }
}
