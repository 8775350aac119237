/// One example of what rows of a table come to: one patient, and the rows that
/// weigh the same for this patient.
public struct TableCase: Hashable, Sendable {
  /// What the rows come to.
  public enum Expectation: Hashable, Sendable {
    /// They say nothing, or only that it may be.
    case nothing
    /// They weigh so much, until this is so.
    case finding(Severity, until: RuleCase.Stated<String>)
  }

  /// The table's name, such as `ingredient-conditions`.
  public let table: String
  /// The rows, by the cell that each begins with.
  public let rows: [String]
  /// The day of the interview.
  public let interviewDate: CalendarDate
  /// What the patient said; nothing where a row weighs by itself.
  public let given: Answers
  /// What the rows come to.
  public let expectation: Expectation

  /// An example from its parts.
  public init(
    table: String, rows: [String], interviewDate: CalendarDate = RuleCase.usualDate,
    given: Answers, expectation: Expectation
  ) {
    self.table = table
    self.rows = rows
    self.interviewDate = interviewDate
    self.given = given
    self.expectation = expectation
  }
}
