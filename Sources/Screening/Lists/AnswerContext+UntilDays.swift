public import ClinicalModel

// Days from which deferrals are counted: `until: "last-taken(key) + 28"`.

/// What is known of the day a deferral ends.
public enum UntilDate: Hashable, Sendable {
  /// This day.
  case day(CalendarDate)
  /// Nothing that is counted from: neither a day nor a reason to wait.
  case nothing
  /// It is to be counted from a day that nobody knows.
  case notKnown
}

extension AnswerContext {
  /// The latest of several days; not known while one of them is not.
  public func date(of days: [UntilDay]) -> UntilDate {
    var latest = UntilDate.nothing
    for date in days.map(date) {
      switch (latest, date) {
      case (.notKnown, _), (_, .notKnown): latest = .notKnown
      case (_, .nothing): break
      case (.nothing, .day): latest = date
      case (.day(let first), .day(let second)): latest = .day(max(first, second))
      }
    }
    return latest
  }

  private func date(of day: UntilDay) -> UntilDate {
    switch day {
    case .answer(let question, let days):
      if let date = self.day(countedFrom: question) { return .day(date.adding(days: days)) }
      if case .known(.never) = answer(question) { return .nothing }
      return applies(question) == .false ? .nothing : .notKnown
    case .lastTaken(let key, let days):
      guard case .known = answer(ListSubject.medicines.question) else { return .notKnown }
      return lists.lastTaken(key).map { .day($0.adding(days: days)) } ?? .notKnown
    case .entries(let subject, let field, let condition, let days):
      guard case .known = answer(subject.question) else { return .notKnown }
      let found = entryDays(of: subject, field, where: condition)
      guard !found.isEmpty else { return .nothing }
      let known = found.compactMap { $0 }
      guard known.count == found.count, let latest = known.max() else { return .notKnown }
      return .day(latest.adding(days: days))
    }
  }
}
