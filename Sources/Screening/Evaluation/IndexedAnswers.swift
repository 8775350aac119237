import ClinicalModel

/// A patient's answers in numbers, one for each question by its place.
struct IndexedAnswers: Sendable {
  /// What a condition can read of one answer.
  enum Value {
    /// Nobody knows, or the question does not take such an answer.
    case missing
    /// One option: the bits in `words`, from this place on.
    case choice(words: Int)
    /// Marked options, in the same way.
    case choices(words: Int)
    /// Free text; no condition reads it.
    case text
    case number(Quantity)
    case date(CountedDate)
    case never
    case current
    /// A list; tests of lists read its entries.
    case entries
  }

  private(set) var values: [Value] = []
  private(set) var words: [UInt64] = []

  /// Takes answers that their questions admit.
  init(
    _ answers: [Answer], of index: PackIndex, interviewDate: CalendarDate,
    treatmentDate: CalendarDate, told: (Question.ID) -> CalendarDate
  ) {
    values.reserveCapacity(answers.count)
    words.reserveCapacity(answers.count)
    for (place, answer) in answers.enumerated() {
      if index.questions[place].id == .plannedTreatmentDate {
        // Other days are counted to this one; it is counted from the interview.
        values.append(.date(CountedDate(treatmentDate, countedFrom: interviewDate)))
        continue
      }
      switch answer {
      case .unknown:
        values.append(unknown(place, index))
      case .known(.choice(let option)):
        values.append(.choice(words: bits([option], of: place, index)))
      case .known(.choices(let options)):
        values.append(.choices(words: bits(options, of: place, index)))
      case .known(.text): values.append(.text)
      case .known(.number(let number)): values.append(.number(number))
      case .known(.date(let date)):
        let counted = CountedDate(
          date, tense: index.tenses[place], interviewDate: interviewDate,
          treatmentDate: treatmentDate, told: told(index.questions[place].id))
        values.append(.date(counted))
      case .known(.never): values.append(.never)
      case .known(.current): values.append(.current)
      case .known(.entries): values.append(.entries)
      }
    }
  }

  /// What is read of an answer that is not known.
  private mutating func unknown(_ place: Int, _ index: PackIndex) -> Value {
    let question = index.questions[place]
    guard !question.unknownReads.isEmpty else { return .missing }
    let words = bits(question.unknownReads, of: place, index)
    return question.kind == .single ? .choice(words: words) : .choices(words: words)
  }

  private mutating func bits(_ options: [Option.ID], of place: Int, _ index: PackIndex) -> Int {
    let start = words.count
    for _ in 0..<index.wordCounts[place] { words.append(0) }
    OptionBits.set(options, of: index.questions[place], in: &words, from: start)
    return start
  }
}

/// What conditions read of a date answer.
struct CountedDate {
  /// The earliest and the latest day of birth it can mean.
  let earliest: CalendarDate
  let latest: CalendarDate
  /// Days from it to the treatment.
  let days: Int
  /// Days from the treatment to it: the fewest and the most it can be.
  let daysUntil: ClosedRange<Int>

  init(
    _ date: PartialDate, tense: DateTense, interviewDate: CalendarDate,
    treatmentDate: CalendarDate, told: CalendarDate
  ) {
    earliest = date.earliest
    // Nobody is born after the interview.
    latest = min(date.latest, interviewDate)
    days = treatmentDate.days(after: date.counted(from: tense, on: told))
    // A coming event: the earliest day it can be.
    let coming =
      date.isExact ? date.earliest : min(date.latest, max(date.earliest, interviewDate))
    let fewest = coming.days(after: treatmentDate)
    daysUntil = fewest...max(fewest, date.latest.days(after: treatmentDate))
  }

  /// The day of treatment, as far ahead of the interview as it is.
  init(_ treatmentDate: CalendarDate, countedFrom interviewDate: CalendarDate) {
    (earliest, latest) = (treatmentDate, treatmentDate)
    let ahead = treatmentDate.days(after: interviewDate)
    days = -ahead
    daysUntil = ahead...ahead
  }
}

extension PartialDate {
  /// The day from which a window is counted: the latest it can be, so that a
  /// window never ends too early.
  ///
  /// A past thing known by its month or year cannot lie after the day on which
  /// it was told.
  func counted(from tense: DateTense, on told: CalendarDate) -> CalendarDate {
    if isExact || tense != .past { return latest }
    return max(earliest, min(latest, told))
  }
}
