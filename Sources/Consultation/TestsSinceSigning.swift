public import ClinicalModel

/// What was recorded of skin tests since the signature.
public enum TestsSinceSigning: Hashable, Sendable {
  /// Nothing: the tests are those among the signed answers.
  case none
  /// All tests as they now are.
  case recorded(Answer, at: Instant)
}

extension Consultation {
  /// The signed answers with the skin tests as they now are. What follows from
  /// them is told beside the signed outcome and never in its place.
  public var answersWithLatestTests: Answers {
    guard case .recorded(let tests, _) = testsSinceSigning else { return answers }
    var latest = answers
    latest[ListSubject.skinTests.question] = tests
    return latest
  }
}
