/// One fault in a condition.
public struct ConditionError: Error, Hashable, Sendable {
  /// Where in the text, in Unicode scalars from 0.
  public let offset: Int
  /// What is wrong.
  public let cause: String
  /// What to do.
  public let remedy: String
}

/// Why a text is no condition: every fault found, in the text's order.
public struct ConditionErrors: Error, Hashable, Sendable {
  /// The faults; never empty.
  public let errors: [ConditionError]
}
