/// Why an answer is not known. None of these is "no".
public enum UnknownReason: String, CaseIterable, Codable, Sendable {
  /// Nobody has asked yet.
  case notAsked = "not-asked"
  /// The patient was asked and cannot say.
  case unsure
  /// The patient was asked and prefers not to say.
  case declined
}

/// What a question was answered with.
public enum AnswerValue: Redacted, Hashable, Sendable {
  /// One option of a single choice.
  case choice(Option.ID)
  /// The marked options of a multiple choice, in the pack's order; never empty.
  case choices([Option.ID])
  /// Free text, already stripped of control characters; never empty.
  case text(String)
  /// A number in the question's unit.
  case number(Quantity)
  /// A date, as well as it is known.
  case date(PartialDate)
  /// A date question: it never happened.
  case never
  /// A date question: it is still going on.
  case current
  /// The entries of a list question, in the order they were given, each with
  /// the answers to its fields; never empty.
  case entries([Answers])
}

/// One question's answer: a value, or one of three ways of not knowing.
public enum Answer: Redacted, Hashable, Sendable {
  /// The patient or the staff gave a value.
  case known(AnswerValue)
  /// There is no value, and this is why.
  case unknown(UnknownReason)
}

/// The answers of one consultation, total over every question.
///
/// Looking up a question nobody has reached gives `.unknown(.notAsked)`, so
/// there is no `nil` for a caller to mistake for "no".
///
/// An answer may say on which day it was given; one that does not was given on
/// the day on which the answers are judged. A new answer forgets the day of the
/// one it replaces.
public struct Answers: Redacted, Hashable, Sendable {
  private var recorded: [Question.ID: Answer] = [:]
  private var days: [Question.ID: CalendarDate] = [:]

  /// No question asked yet.
  public init() {}

  /// The answer to a question; `.unknown(.notAsked)` when nobody has asked.
  public subscript(question: Question.ID) -> Answer {
    get { recorded[question] ?? .unknown(.notAsked) }
    set {
      recorded[question] = newValue == .unknown(.notAsked) ? nil : newValue
      if !days.isEmpty { days[question] = nil }
    }
  }

  /// Records an answer that was given on a day.
  public mutating func record(_ answer: Answer, to question: Question.ID, on day: CalendarDate) {
    self[question] = answer
    if answer != .unknown(.notAsked) { days[question] = day }
  }

  /// The day on which the answer to a question was given.
  public func day(of question: Question.ID) -> AnswerDay {
    days[question].map(AnswerDay.on) ?? .same
  }

  /// The same answers, as given on the day on which they are judged.
  public var undated: Answers {
    var answers = self
    answers.days = [:]
    return answers
  }

  /// Whether any answer says on which day it was given.
  package var tellDays: Bool { !days.isEmpty }

  /// Every question that was asked, by name.
  public var asked: [Question.ID] { recorded.keys.sorted() }
}

extension Answers: ExpressibleByDictionaryLiteral {
  /// Answers written in source, for tests and examples.
  public init(dictionaryLiteral elements: (Question.ID, Answer)...) {
    for (question, answer) in elements { self[question] = answer }
  }
}
