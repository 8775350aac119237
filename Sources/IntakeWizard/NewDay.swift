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
    guard case .open(var session) = desk else { return }
    settleTyped(before, session)
    session.begin(today)
    desk = .open(session)
    show(session, since: before)
  }

  /// Words that count from the day before, on whatever page they were typed.
  private mutating func settleTyped(_ before: CalendarDate, _ session: Session) {
    switch page {
    case .question(var shown):
      guard case .field(let field) = shown.input else { return }
      shown.input = .field(field.settled(for: shown.question, before))
      page = .question(shown)
    case .table(var shown):
      guard case .field(let field) = shown.entry,
        let question = shown.question.flatMap(session.pack.question)
      else { return }
      shown.entry = .field(field.settled(for: question, before))
      page = .table(shown)
    case .list(var shown):
      guard case .form(var form) = shown.level.input, case .text(let field) = form.input else {
        return
      }
      form.input = .text(field.settled(for: form.field, before))
      shown.level.input = .form(form)
      page = .list(shown)
    case .skinTests(var shown):
      guard case .form(var form) = shown.step else { return }
      for place in form.rows.indices {
        guard case .typed(let field, .date(let tense)) = form.rows[place].entry else { continue }
        form.rows[place].entry = .typed(field.settled(tense, before), .date(tense))
      }
      shown.step = .form(form)
      page = .skinTests(shown)
    case .home, .returning, .group, .reconfirm, .partDone, .review, .result, .worklist, .export:
      return
    }
  }

  /// Shows the same page on the new day.
  private mutating func show(_ session: Session, since before: CalendarDate) {
    guard !session.isSigned else { return }
    notice = .information(newDayWords(session))
    switch page {
    case .question(let old):
      var new = QuestionPage(
        old.question, draft: "", answer: session.answers[old.question.id], today: day)
      new.destination = old.destination
      switch old.input {
      case .field: new.input = old.input
      case .several where old.question.validFor == .always: new.input = old.input
      case .several, .choice: break
      }
      page = .question(new)
    case .skinTests(let old):
      var new = session.skinTestPage(day, mark: old.mark)
      new.step = old.step
      page = .skinTests(new)
    case .review, .result: openReview(at: nil)
    case .home, .returning, .list, .table, .group, .reconfirm, .partDone, .worklist, .export: return
    }
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
