/// One example of a rule, as a sentence a clinician can confirm.
public struct RuleCase: Hashable, Sendable {
  /// The sentence; unique within its rule.
  public let name: String
  /// The day of the interview.
  public let interviewDate: CalendarDate
  /// What the patient said; every other question has not been asked.
  public let given: Answers
  /// What the rule says about it.
  public let expectation: Expectation

  /// What a rule says about a case.
  public enum Expectation: Hashable, Sendable {
    /// The finding is established, with what else the case states of it.
    case established(severity: Stated<Severity>, until: Stated<CalendarDate>)
    /// The finding is possible.
    case possible
    /// The rule says nothing.
    case nothing
  }

  /// What a case states, or leaves open.
  public enum Stated<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The case does not speak of it.
    case notStated
    /// The case states it.
    case stated(Value)
  }

  /// A case from its parts.
  public init(
    name: String, interviewDate: CalendarDate, given: Answers, expectation: Expectation
  ) {
    self.name = name
    self.interviewDate = interviewDate
    self.given = given
    self.expectation = expectation
  }

  /// The day of the interview where a case does not name one: 1 December 2026.
  public static let usualDate = CalendarDate(year: 2026, month: 12, day: 1) ?? .last
}
