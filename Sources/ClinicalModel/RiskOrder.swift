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

  /// An order from its parts.
  public init(question: Question.ID, options: [Option.ID]) {
    self.question = question
    self.options = options
  }
}
