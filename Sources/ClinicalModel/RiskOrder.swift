/// Options of a single choice, from the lowest risk to the highest, or the
/// options of a multiple choice of which each is a risk of its own.
///
/// A pack declares it so that a check can show that answering with more risk,
/// or marking one risk more, never leads to a milder outcome. Options that are
/// left out have no place in the order.
public struct RiskOrder: Hashable, Sendable {
  /// The single or multiple choice.
  public let question: Question.ID
  /// Its options: of a single choice lowest risk first, of a multiple choice in
  /// no order.
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

/// A list of which each further entry is a risk more: whatever it adds, the
/// outcome and how bad it could become never get milder.
public struct RiskSet: Hashable, Sendable {
  /// What is listed.
  public let list: ListSubject
  /// Rules for which the content itself is known to break the order.
  public let exceptions: [RiskException]

  /// A set from its parts.
  public init(list: ListSubject, exceptions: [RiskException] = []) {
    self.list = list
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
