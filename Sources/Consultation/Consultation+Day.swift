public import ClinicalModel

extension Consultation {
  /// The day on which its answers are judged: today while it goes on, and once
  /// it is signed the day of the signature.
  public func day(today: CalendarDate) -> CalendarDate {
    switch signature {
    case .unsigned: today
    case .signed(let signature, _):
      switch signature.day {
      case .ofOpening: opened.interviewDate
      case .on(let day): day
      }
    }
  }

  /// The answers with the day on which each was given, by the clinic's clock.
  ///
  /// A signature that has no day was made when answers had none; then they are
  /// judged as they were for it.
  public func datedAnswers(by clock: LocalTime) -> Answers {
    if case .signed(let signature, _) = signature, signature.day == .ofOpening { return answers }
    var dated = answers
    for (question, recording) in recordings {
      dated.record(answers[question], to: question, on: clock.date(of: recording.at))
    }
    return dated
  }

  /// The dated answers with the skin tests as they now are.
  public func datedAnswersWithLatestTests(by clock: LocalTime) -> Answers {
    var dated = datedAnswers(by: clock)
    if case .recorded(let tests, _) = testsSinceSigning {
      dated[ListSubject.skinTests.question] = tests
    }
    return dated
  }
}
