/// The day on which an answer was given.
public enum AnswerDay: Hashable, Sendable {
  /// The day on which the answers are judged.
  case same
  /// This day.
  case on(CalendarDate)
}

/// How long an answer holds.
public enum AnswerValidity: String, CaseIterable, Codable, Sendable {
  /// Until it is changed.
  case always
  /// It speaks of now: on any other day it is asked again.
  case day
}

/// What was answered before to a question that is to be asked again.
public enum EarlierAnswer: Hashable, Sendable {
  /// The question is not asked again.
  case none
  /// This, on that day; it is shown for reference and is no answer.
  case given(Answer, AnswerDay)
}
