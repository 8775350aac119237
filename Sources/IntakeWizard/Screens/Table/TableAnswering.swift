import ClinicalModel
import Consultation
import Screening
import Terminal

extension TableScreen {
  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    problem = nil
    let session = around.session
    switch act {
    case .move(let step):
      let kept = leaveField(around)
      return kept + move(by: step, session)
    case .answer(let answer): return record(answer, session)
    case .begin(let key):
      guard let question else { return [] }
      var field = TextField(text: session.draft(of: question), lengthMax: 30)
      field.handle(key)
      self.field = field
      return []
    case .openPage: return question.map { [.go(.question($0), then: .nextOpen)] } ?? []
    case .denyAll:
      guard let open = group(session) else { return [] }
      return open.denial(then: destination) ?? open.askedOneByOne
    case .askOneByOne:
      // Anything but a plain no to all of them is said to a single question.
      guard let first = group(session)?.members.first else { return [] }
      row = .question(first.id)
      return [.pause, .say("One by one now: answer each line by itself.")]
    case .write(let words):
      field = TextField(text: words, lengthMax: 30)
      return []
    case .take: return take(session)
    case .leaveField: return leaveField(around)
    }
  }

  private func record(_ answer: Answer, _ session: Session) -> [Outcome] {
    guard let question = question.flatMap(session.pack.question) else { return [] }
    return [
      .record(
        [.answerRecorded(question.id, answer, wording: question.ask)], after: question.id,
        then: destination)
    ]
  }

  private mutating func take(_ session: Session) -> [Outcome] {
    guard let field, let question = question.flatMap(session.pack.question) else { return [] }
    switch FieldReading(field, for: question, on: session.day) {
    case .empty: return [.say("Nothing is typed yet, so Enter does nothing.")]
    case .answer(let answer): return record(answer, session)
    case .refused(let words):
      problem = words
      return []
    }
  }

  /// Leaves the field; what was typed is kept and can be gone on with.
  private mutating func leaveField(_ around: Around) -> [Outcome] {
    let kept = leaving(around)
    field = nil
    return kept
  }

  private mutating func move(by step: Int, _ session: Session) -> [Outcome] {
    let rows = session.tableRows(section)
    guard let here = rows.firstIndex(of: row) else { return [] }
    row = rows[min(max(0, here + step), rows.count - 1)]
    return []
  }

  mutating func typed(_ key: Key, _ handled: TextField.Handled, _ around: Around) -> [Outcome] {
    problem = nil
    guard let field, let question = question.flatMap(around.session.pack.question) else {
      return []
    }
    return [.keepDraft(question, field.text, every: 20)]
  }

  /// The commands that act on a line: back, forward, clear, not sure, declined.
  mutating func walk(_ step: Command, _ around: Around) -> [Outcome] {
    let session = around.session
    let rows = session.tableRows(section)
    let items = session.checklist.items(in: section)
    switch step {
    case .back:
      guard row == rows.first, let first = items.first else {
        return leaveField(around) + move(by: -1, session)
      }
      return leaving(around) + [.before(first.question.id)]
    case .forward:
      guard row == rows.last, let last = items.last else {
        return leaveField(around) + move(by: 1, session)
      }
      return [.forward(from: last.question.id)]
    case .unsure, .declined:
      guard question != nil else { return update(.askOneByOne, around) }
      return leaving(around) + record(.unknown(step == .unsure ? .unsure : .declined), session)
    default:
      guard let question = question.flatMap(session.pack.question) else {
        return [.say("These questions are not answered yet.")]
      }
      return leaving(around) + [.clear(question)]
    }
  }

  func leaving(_ around: Around) -> [Outcome] {
    guard let field, let question = question.flatMap(around.session.pack.question) else {
      return []
    }
    return [.keepDraft(question, field.text, every: 1)]
  }

  func holdsDraft(_ around: Around) -> Bool {
    guard let field, let question else { return false }
    return around.session.waits(field.text, for: question)
  }

  mutating func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] {
    if let field, let question = question.flatMap(around.session.pack.question) {
      self.field = field.settled(for: question, before)
    }
    return []
  }
}
