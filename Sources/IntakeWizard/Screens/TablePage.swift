import ClinicalModel
import Consultation
import Screening
import Terminal

/// A section as one table: a line for each question, answered in place.
struct TablePage: Sendable {
  let section: Section.ID
  /// The line the next key acts on.
  var row: TableRow
  /// Whether something is being typed into it.
  var entry: Entry = .none
  /// Where to go after the answer.
  var destination: QuestionPage.Destination = .nextOpen
  /// What is wrong with what was typed.
  var problem: QuestionPage.Problem = .none

  /// Whether something is being typed.
  enum Entry: Sendable {
    case none
    case field(TextField)
  }

  /// The question of the line; nothing on a group's line.
  var question: Question.ID? {
    if case .question(let id) = row { id } else { nil }
  }
}

extension Wizard {
  mutating func tableKey(_ key: Key, _ page: TablePage) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    var page = page
    page.problem = .none
    switch (page.row, page.entry) {
    case (.group(let id), _): return groupRowKey(key, page, session.openGroup(id))
    case (.question(let id), let entry):
      guard let question = session.pack.question(id) else { return [] }
      if case .field(let field) = entry { return tableFieldKey(key, page, question, field) }
      return rowKey(key, page, question, session)
    }
  }

  private mutating func groupRowKey(
    _ key: Key, _ page: TablePage, _ open: Checklist.OpenGroup?
  ) -> [Effect] {
    guard let open else { return tableCommand(key, page) }
    switch key {
    case .character("n"), .character("N"):
      return deny(open, then: page.destination, key: key)
    case .character("y"), .character("Y"), .character("u"), .character("U"), .character("d"),
      .character("D"), .enter:
      // Anything but a plain no to all of them is said to a single question.
      var page = page
      page.row = .question(open.members[0].id)
      self.page = .table(page)
      lastAnswer = .answered(at: now, by: .key(key))
      notice = .information("One by one now: answer each line by itself.")
      return []
    default: return tableCommand(key, page)
    }
  }

  private mutating func rowKey(
    _ key: Key, _ page: TablePage, _ question: Question, _ session: Session
  ) -> [Effect] {
    guard case .character(let character) = key else {
      if key == .enter {
        self.page = .table(page)
        notice = .information("Enter answers nothing here. Press a key shown above the table.")
        return []
      }
      return tableCommand(key, page)
    }
    let wanted = Character(character.lowercased())
    if let choice = session.rowChoices(question).first(where: { $0.key == wanted }) {
      switch choice.outcome {
      case .answer(let answer):
        return record(answer, to: question, then: page.destination, key: key)
      case .openField: return openRow(page, question, session, typing: .unrecognised)
      case .mark: return []
      }
    }
    switch question.kind {
    case .date where character.isASCII && (character.isNumber || wanted == "t"):
      return openRow(page, question, session, typing: key)
    case .text, .number, .multiple, .list:
      if wanted == "y" {
        go(to: .question(question.id))
        return []
      }
    case .single, .date, .name, .names: break
    }
    return tableCommand(key, page)
  }

  private mutating func openRow(
    _ page: TablePage, _ question: Question, _ session: Session, typing key: Key
  ) -> [Effect] {
    var page = page
    var field = TextField(text: session.draft(of: question.id), lengthMax: 30)
    field.handle(key)
    page.entry = .field(field)
    self.page = .table(page)
    return []
  }

  private mutating func tableFieldKey(
    _ key: Key, _ page: TablePage, _ question: Question, _ field: TextField
  ) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    var page = page
    var field = field
    switch key {
    case .enter:
      switch read(field, for: question, session) {
      case .empty:
        notice = .information("Nothing is typed yet, so Enter does nothing.")
        return []
      case .answer(let answer):
        return record(answer, to: question, then: page.destination, key: key)
      case .refused(let words):
        page.problem = .words(words)
        self.page = .table(page)
        return []
      }
    case .escape: return closeRow(page)
    case .backspace where field.text.isEmpty: return closeRow(page)
    case .up, .down, .tab, .backTab, .pageUp, .pageDown:
      let kept = closeRow(page)
      guard case .table(let closed) = self.page else { return kept }
      return kept + move(closed, by: key == .up || key == .backTab ? -1 : 1)
    default:
      if let command = KeyMap.command(for: key, in: .field), command != .back {
        return perform(command)
      }
      field.handle(key)
      page.entry = .field(field)
      self.page = .table(page)
      return keepDraft(question, field.text, every: 20)
    }
  }

  /// Leaves the field; what was typed is kept and can be gone on with.
  private mutating func closeRow(_ page: TablePage) -> [Effect] {
    let kept = leavePage()
    var page = page
    page.entry = .none
    self.page = .table(page)
    return kept
  }

  /// Keys of the table that answer nothing.
  private mutating func tableCommand(_ key: Key, _ page: TablePage) -> [Effect] {
    self.page = .table(page)
    switch key {
    case .up: return move(page, by: -1)
    case .down: return move(page, by: 1)
    case .pageUp: return move(page, by: -8)
    case .pageDown: return move(page, by: 8)
    case .home: return move(page, by: -1000)
    case .end: return move(page, by: 1000)
    case .escape:
      notice = .information("Nothing to close here. Press ? for the keys.")
      return []
    default:
      guard let command = KeyMap.command(for: key, in: .choice) else {
        notice = .information("That key does nothing here. Press ? for the keys.")
        return []
      }
      return perform(command)
    }
  }

  private mutating func move(_ page: TablePage, by step: Int) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    let rows = session.tableRows(page.section)
    guard let here = rows.firstIndex(of: page.row) else { return [] }
    var page = page
    page.row = rows[min(max(0, here + step), rows.count - 1)]
    self.page = .table(page)
    return []
  }

  /// The commands that act on a line: back, forward, clear, not sure, declined.
  mutating func walkTable(
    _ command: Command, _ page: TablePage, _ session: Session
  ) -> [Effect] {
    let rows = session.tableRows(page.section)
    let items = session.checklist.items(in: page.section)
    switch command {
    case .back:
      guard page.row == rows.first, let first = items.first else { return move(page, by: -1) }
      let before = session.neighbour(of: first.question.id, offset: -1)
      guard before != .review else {
        notice = .information("This is the first question.")
        return []
      }
      go(to: before)
    case .forward:
      guard page.row == rows.last, let last = items.last else { return move(page, by: 1) }
      go(to: session.neighbour(of: last.question.id, offset: 1))
    case .unsure, .declined:
      guard let question = page.question.flatMap(session.pack.question) else {
        return groupRowKey(.character("y"), page, group(of: page, session))
      }
      let reason: UnknownReason = command == .unsure ? .unsure : .declined
      return record(
        .unknown(reason), to: question, then: page.destination, key: .unrecognised)
    default:
      guard let question = page.question.flatMap(session.pack.question) else {
        notice = .information("These questions are not answered yet.")
        return []
      }
      return clear(question, session)
    }
    return []
  }

  private func group(of page: TablePage, _ session: Session) -> Checklist.OpenGroup? {
    if case .group(let id) = page.row { session.openGroup(id) } else { nil }
  }
}

extension Session {
  /// The keys that answer a line, as on the question's own page.
  func rowChoices(_ question: Question) -> [QuestionPage.Choice] {
    let page = QuestionPage(
      question, draft: "", answer: answers[question.id], today: day)
    return page.choices.filter {
      if case .mark = $0.outcome { false } else { true }
    }
  }
}
