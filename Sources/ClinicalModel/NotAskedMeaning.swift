extension Question {
  /// What it means that nobody has asked.
  public enum NotAskedMeaning: Hashable, Sendable {
    /// The answer is not known.
    case notKnown
    /// The clinic's own fact stands in for the answer, in these words: what is
    /// planned without a day is planned for today, a test that is not on record
    /// was not done.
    case settled(String)
  }

  /// What it means that nobody has asked: the planned day is today, and no skin
  /// test was made.
  public var whenNotAsked: NotAskedMeaning {
    if id == .plannedTreatmentDate {
      .settled("not answered, read as the day of the interview")
    } else if kind == .list(.skinTests) {
      .settled("none on record")
    } else {
      .notKnown
    }
  }
}
