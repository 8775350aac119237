import ClinicalModel

/// The days worth trying for a date question.
struct TryingDays {
  let interviewDate: CalendarDate
  let tense: DateTense

  /// For every date question: the day of the interview, and dates of which
  /// only the month or the year is known.
  var always: [PartialDate] {
    let next = interviewDate.adding(days: tense == .past ? -1 : 1)
    return [
      .day(interviewDate), .day(next), month(of: interviewDate), .year(interviewDate.year),
    ]
  }

  /// For the planned day: the day after the interview, and a later month.
  var planned: [PartialDate] {
    [.day(interviewDate.adding(days: 1)), month(of: interviewDate.adding(months: 2))]
  }

  /// The day on which a limit is reached, the days beside it, and its month and
  /// year.
  func around(_ measure: Measure, _ limit: Quantity) -> [PartialDate] {
    let count = limit.thousandths / 1000
    let turning: CalendarDate
    switch measure {
    case .days, .number: turning = interviewDate.adding(days: -count)
    case .daysUntil: turning = interviewDate.adding(days: count)
    case .age: turning = interviewDate.adding(months: -12 * count)
    }
    let beside = [0, -1, 1, 2].map { PartialDate.day(turning.adding(days: $0)) }
    return beside + [month(of: turning), .year(turning.year)]
  }

  /// Whether the date may be given at all: what is past does not lie ahead.
  func admits(_ date: PartialDate) -> Bool {
    switch tense {
    case .past: date.earliest <= interviewDate
    case .future: date.latest >= interviewDate
    case .either: true
    }
  }

  private func month(of date: CalendarDate) -> PartialDate {
    .month(year: date.year, month: date.month)
  }
}
