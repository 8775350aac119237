/// A condition over answers: the closed expression language of a pack.
///
/// It is total and always terminates. The text form is written in a pack as
/// `modality in [dermaroller] and days(filler-date) < 180`; the pack reader
/// types it, so a condition here names existing questions and options only.
public indirect enum Condition: Hashable, Sendable {
  /// Holds always: a question without a gate.
  case always
  /// `q = v` or `q in [v, ...]`: the single choice is one of these.
  case isAny(Question.ID, [Option.ID])
  /// `q != v`: the single choice is known and is not this.
  case isNot(Question.ID, Option.ID)
  /// `q has v` or `q has-any [v, ...]`: the multiple choice marks one of these.
  case hasAny(Question.ID, [Option.ID])
  /// `current(q)`: the date question was answered "still going on".
  case current(Question.ID)
  /// A number compared with a fixed number.
  case compare(Measure, Comparison, Quantity)
  /// Something about the entries of a list.
  case list(ListTest)
  /// Something about one entry, inside a test of a list's entries.
  case entry(EntryTest)
  /// All hold.
  case and([Condition])
  /// At least one holds.
  case or([Condition])
  /// It does not hold.
  case not(Condition)
}

/// A number that a condition can read.
public enum Measure: Hashable, Sendable {
  /// The answer of a number question, in its unit.
  case number(Question.ID)
  /// Completed years on the planned treatment date.
  case age
  /// Days from a date answer to the planned treatment date.
  case days(Question.ID)
  /// Days from the planned treatment date to a date answer.
  case daysUntil(Question.ID)
}

/// How a condition compares two numbers.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
  /// Less than.
  case less = "<"
  /// Less than or equal.
  case atMost = "<="
  /// Greater than.
  case greater = ">"
  /// Greater than or equal.
  case atLeast = ">="

  /// Whether `first` stands in this relation to `second`.
  public func holds<Value: Comparable>(_ first: Value, _ second: Value) -> Bool {
    switch self {
    case .less: first < second
    case .atMost: first <= second
    case .greater: first > second
    case .atLeast: first >= second
    }
  }
}

extension Question.ID {
  /// The question whose answer gives `age`.
  public static let dateOfBirth: Self = "patient-date-of-birth"
  /// The question whose answer all windows count to.
  public static let plannedTreatmentDate: Self = "planned-treatment-date"
}

extension Condition {
  /// Every question the condition reads, in the order it is written, once.
  public var questions: [Question.ID] {
    var seen: [Question.ID] = []
    func add(_ id: Question.ID) { if !seen.contains(id) { seen.append(id) } }
    func walk(_ condition: Condition) {
      switch condition {
      case .always, .entry: break
      case .isAny(let id, _), .isNot(let id, _), .hasAny(let id, _), .current(let id): add(id)
      case .compare(let measure, _, _): add(measure.question)
      case .list(let test): test.questions.forEach(add)
      case .and(let parts), .or(let parts): parts.forEach(walk)
      case .not(let part): walk(part)
      }
    }
    walk(self)
    return seen
  }
}

extension Measure {
  /// The question the number is read from.
  public var question: Question.ID {
    switch self {
    case .number(let id), .days(let id), .daysUntil(let id): id
    case .age: .dateOfBirth
    }
  }
}
