/// Options of a single choice, from the lowest risk to the highest.
///
/// A pack declares it so that a check can show that answering with more risk
/// never leads to a milder outcome. Options that are left out have no place in
/// the order.
public struct RiskOrder: Hashable, Sendable {
  /// The single choice.
  public let question: Question.ID
  /// Its options, lowest risk first.
  public let options: [Option.ID]
  /// Rules for which the content itself is known to break the order.
  public let exceptions: [RiskException]

  /// An order from its parts.
  public init(
    question: Question.ID, options: [Option.ID], exceptions: [RiskException] = []
  ) {
    self.question = question
    self.options = options
    self.exceptions = exceptions
  }
}

/// A rule that a declared order of risk leaves out, and why.
public struct RiskException: Hashable, Sendable {
  /// The rule.
  public let rule: Rule.ID
  /// Why the content breaks the order there, for the clinician who reviews it.
  public let reason: String

  /// An exception from its parts.
  public init(rule: Rule.ID, reason: String) {
    self.rule = rule
    self.reason = reason
  }
}
