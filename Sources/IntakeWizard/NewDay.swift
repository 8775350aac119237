import ClinicalModel
import Consultation
import Screening
import Terminal

// A new day while the program runs. What was typed in words that count from
// today stays on the day on which it was typed, everything is judged anew, and
// what speaks of now is asked again.

extension Wizard {
  /// Takes the time that came with an action.
  mutating func comes(_ time: Instant) {
    now = time
    let today = setting.localTime.date(of: time)
    guard today != day else { return }
    let before = day
    day = today
    guard var session = openConsultation else { return }
    session.begin(today)
    openConsultation = session
    guard !session.isSigned else { return }
    notice = .information(newDayWords(session))
    _ = takePage(page.began(dayAfter: before, in: surroundings))
  }

  private func newDayWords(_ session: Session) -> String {
    let count = session.outdatedCount
    return "A new day, \(day.spelled)." + (count > 0 ? " \(Self.outdatedWords(count))" : "")
  }

  /// How many answers of another day are asked again.
  static func outdatedWords(_ count: Int) -> String {
    count == 1
      ? "1 answer speaks of another day and is asked again."
      : "\(count) answers speak of another day and are asked again."
  }
}

extension TextField {
  /// The field with a date that reads the same on any other day.
  func settled(for question: Question, _ day: CalendarDate) -> TextField {
    guard case .date(let tense, _, _) = question.kind else { return self }
    return settled(tense, day)
  }

  func settled(_ tense: DateTense, _ day: CalendarDate) -> TextField {
    let text = DateEntry(today: day, tense: tense).settled(text)
    return text == self.text ? self : TextField(text: text, lengthMax: lengthMax)
  }
}

extension Question {
  /// A draft with a date that reads the same on any other day; of a list, the
  /// text in a date field of an entry.
  func settling(draft: String, typedOn day: CalendarDate) -> String {
    if case .date(let tense, _, _) = kind {
      return DateEntry(today: day, tense: tense).settled(draft)
    }
    guard isList, draft.hasPrefix("+") else { return draft }
    let parts = draft.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return draft }
    var list = self
    for step in parts[0].dropFirst().split(separator: ".").map(String.init) where Int(step) == nil {
      guard let field = list.field(ID(rawValue: step)) else { return draft }
      list = field
    }
    guard case .date(let tense, _, _) = list.kind else { return draft }
    return "\(parts[0]) \(DateEntry(today: day, tense: tense).settled(parts[1]))"
  }
}
