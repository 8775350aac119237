import ClinicalModel
import Consultation
import Terminal

extension QuestionScreen {
  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    problem = nil
    switch act {
    case .move(let key):
      move(key)
      return []
    case .takeMarked: return takeMarked(around)
    case .choose(let line): return choose(choices[line], around)
    case .begin(let key):
      var field = TextField(text: "", lengthMax: 30)
      field.handle(key)
      input = .field(field)
      return []
    case .write(let words):
      input = .field(TextField(text: words, lengthMax: field?.lengthMax ?? 30))
      return .draftsTyping(words, for: question)
    case .take: return take(around)
    case .mark(let options):
      if case .several(let mark, _) = input { input = .several(mark, marked: options) }
      return []
    case .record(let answer): return record(answer)
    }
  }

  private func record(_ answer: Answer) -> [Outcome] {
    [
      .record(
        [.answerRecorded(question.id, answer, wording: question.ask)], after: question.id,
        then: destination)
    ]
  }

  private mutating func move(_ key: Key) {
    let count = choices.count
    switch input {
    case .choice(let mark):
      let step = [.up, .pageUp, .home].contains(key) ? -1 : 1
      let far = key == .up || key == .down ? 1 : count
      input = .choice(mark.moved(by: step * far, of: count))
    case .several(let mark, let marked):
      let step =
        [Key.up: -1, .down: 1, .pageUp: -6, .pageDown: 6, .home: -count][key] ?? count
      let moved = mark.moved(by: step, of: count)
      input = .several(moved, marked: marked)
      // The last two lines are not sure and declined, below the whole list.
      if case .line(let line) = moved, line >= count - 2 { wasSeen = true }
    case .field: break
    }
  }

  private mutating func takeMarked(_ around: Around) -> [Outcome] {
    switch input {
    case .choice(.line(let line)), .several(.line(let line), _):
      return choose(choices[line], around)
    case .choice:
      return [.say("Nothing is chosen yet, so Enter does nothing. Press a key shown.")]
    case .several, .field: return [.say("Down moves to a line, then Space marks it.")]
    }
  }

  private mutating func choose(_ choice: QuestionChoice, _ around: Around) -> [Outcome] {
    switch choice.outcome {
    case .answer(let answer): return record(answer)
    case .openField:
      input = .field(TextField(text: "", lengthMax: 30))
      return []
    case .mark(let option):
      guard case .several(let mark, var marked) = input else { return [] }
      if option == Option.none, !marked.contains(option), !wasSeen, !around.listFits(self) {
        return [.warn("Show the whole list first: PgDn or End. Then 0 says none of these.")]
      }
      if marked.remove(option) == nil {
        // "None of these" and an option exclude each other.
        if option == Option.none { marked = [] } else { marked.remove(Option.none) }
        marked.insert(option)
      }
      input = .several(mark, marked: marked)
      return []
    }
  }

  /// Records the marks, or what is typed.
  private mutating func take(_ around: Around) -> [Outcome] {
    if case .several(_, let marked) = input {
      let options = question.options.map(\.id).filter(marked.contains)
      guard !options.isEmpty else {
        return [
          .say("Nothing is marked yet, so Enter does nothing. Mark what applies, or 0 for none.")
        ]
      }
      return record(.known(.choices(options)))
    }
    guard let field else { return [] }
    switch FieldReading(field, for: question, on: around.session.day) {
    case .empty: return [.say("Nothing is typed yet, so Enter does nothing.")]
    case .answer(let answer):
      if question.id == .dateOfBirth, case .known(.date(let date)) = answer,
        askedAgain != field.text,
        let words = BirthDoubt(today: today).words(field.committed, date)
      {
        problem = words
        askedAgain = field.text
        return []
      }
      return record(answer)
    case .refused(let words):
      problem = words
      return []
    }
  }

  mutating func typed(_ key: Key, _ handled: TextField.Handled, _ around: Around) -> [Outcome] {
    problem = nil
    return (handled == .full ? [.say("The field is full.")] : [])
      + [.keepDraft(question, field?.text ?? "", every: 20)]
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    switch step {
    case .unsure: record(.unknown(.unsure))
    case .declined: record(.unknown(.declined))
    case .clearAnswer: [.clear(question)]
    case .back: [.back(from: question.id)]
    default: [.forward(from: question.id)]
    }
  }

  // MARK: - What is not recorded yet

  func leaving(_ around: Around) -> [Outcome] {
    switch input {
    case .choice: return []
    case .several(_, let marked):
      // Marks that were not confirmed are kept like a text that was begun.
      let ids = question.options.map(\.id).filter(marked.contains)
      let recorded = around.session.answers[question.id]
      if recorded == .known(.choices(ids)) || (ids.isEmpty && recorded.isUnknown) { return [] }
      return [.keepDraft(question, ids.map(\.rawValue).joined(separator: ", "), every: 1)]
    case .field(let field):
      if case .known(.text(let text)) = around.session.answers[question.id],
        text == field.text, around.session.draft(of: question.id).isEmpty
      {
        return []
      }
      return [.keepDraft(question, field.text, every: 1)]
    }
  }

  func holdsDraft(_ around: Around) -> Bool {
    guard let field else { return false }
    return around.session.waits(field.text, for: question.id)
  }

  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] {
    var new = QuestionScreen(
      question, draft: "", answer: around.session.answers[question.id], today: around.day)
    new.destination = destination
    switch input {
    case .field(let field): new.input = .field(field.settled(for: question, before))
    case .several where question.validFor == .always: new.input = input
    case .several, .choice: break
    }
    self = new
    return []
  }
}

extension [Outcome] {
  /// The drafts that are kept while words are written: a line is as good as its
  /// letters one by one.
  static func draftsTyping(_ words: String, for question: Question) -> [Outcome] {
    stride(from: 20, through: words.count, by: 20).map {
      .keepDraft(question, String(words.prefix($0)), every: 20)
    }
  }
}

extension Session {
  /// Whether what is typed for a question is not kept yet.
  func waits(_ text: String, for question: Question.ID) -> Bool {
    let kept = draft(of: question)
    if kept == text { return false }
    if kept.isEmpty, case .known(.text(text)) = answers[question] { return false }
    return true
  }
}
