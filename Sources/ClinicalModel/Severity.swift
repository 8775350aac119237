/// How much a finding weighs, lowest first.
///
/// The raw values are public contract: packs, reports and records use them.
public enum Severity: String, CaseIterable, Codable, Sendable {
  /// Advice only; never an all-clear.
  case proceed
  /// A patch test is offered before treatment.
  case proceedAfterPatchTest = "proceed-after-patch-test"
  /// The clinician reviews before treating.
  case caution
  /// Not yet: until a date or an event.
  case `defer`
  /// This treatment is not given with these answers.
  case doNotTreat = "do-not-treat"
}

extension Severity: Comparable {
  private var rank: Int {
    switch self {
    case .proceed: 0
    case .proceedAfterPatchTest: 1
    case .caution: 2
    case .defer: 3
    case .doNotTreat: 4
    }
  }

  /// Orders by weight.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
}
