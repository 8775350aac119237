import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

extension AnySurroundings {
  /// The question of the focused line stands above the table in full, so that
  /// it is read aloud and never guessed from its short name.
  func tableFrame(_ page: TableScreen, _ session: Session, _ size: GridSize, _ width: Int) -> Frame
  {
    let isLow = size.rows < 22
    var frame = sectionFrame(session, page.section, tableBody(page, session, width))
    var pane = Canvas(width: width)
    if !isLow { tableTitle(page, session, &pane) }
    let asks = session.tableRows(page.section).map { askLines($0, session, width, isLow) }
    let room = asks.map(\.count).max() ?? 1
    let ask = askLines(page.row, session, width, isLow)
    for line in ask { pane.add(Span(" " + line, .strong)) }
    // The table must not jump when the next question is longer.
    for _ in ask.count..<max(room, ask.count) { pane.gap() }
    for line in keyLines(page, session, width) { pane.add(Span(" " + line)) }
    frame.head += pane.lines
    if !isLow { frame.head.append([Span(String(repeating: "─", count: width))]) }
    let lastVisit = isLow ? nil : lastVisitLine(page.question, session)
    let board = page.field == nil ? TableScreen.answering : TableScreen.typing
    let keys = keyLine(board.table)
    closeFrame(
      &frame, session, isLow: isLow, keys: keys, otherwise: lastVisit.map { [$0] } ?? [])
    return frame
  }

  private func tableTitle(_ page: TableScreen, _ session: Session, _ pane: inout Canvas) {
    let index = (session.pack.sections.firstIndex { $0.id == page.section } ?? 0) + 1
    let items = session.tableItems(page.section)
    let done = items.count(where: { !$0.isOpen })
    pane.ends(
      " \(index) \(session.pack.sections[index - 1].title)",
      "\(done) of \(items.count) answered")
  }

  private func askLines(
    _ row: TableRow, _ session: Session, _ width: Int, _ isLow: Bool
  ) -> [String] {
    var text = ""
    switch row {
    case .group(let id): text = session.openGroup(id)?.group.ask ?? ""
    case .question(let id):
      guard let question = session.pack.question(id) else { return [] }
      text = question.ask
      if !question.hint.isEmpty { text += " (\(question.hint))" }
      if question.answeredByStaff { text += " Staff answer this; it is not read aloud." }
      if case .offered = session.item(id)?.requirement {
        text += " Asked because an earlier answer is not known."
      }
    }
    return TextWrap.lines(text, width: width - 2)
  }

  private func keyLines(_ page: TableScreen, _ session: Session, _ width: Int) -> [String] {
    if let words = page.problem {
      return TextWrap.lines("Error: " + words, width: width - 2)
    }
    switch page.row {
    case .group(let id):
      let count = session.openGroup(id)?.members.count ?? 0
      return TextWrap.lines(
        "\(shownKey("n"))  No to all \(count)   \(shownKey("y"))  One by one (also U and D)",
        width: width - 2)
    case .question(let id):
      guard let question = session.pack.question(id) else { return [] }
      if let field = page.field {
        return [fieldLine(question, field, session)]
      }
      let choices = session.rowChoices(question).map { choice in
        "\(shownKey(choice.key)) \(shortLabel(choice))"
      }
      let own = question.isTyped ? ["\(shownKey("y")) Opens its page"] : []
      return TextWrap.lines((own + choices).joined(separator: "   "), width: width - 2)
    }
  }

  private func shortLabel(_ choice: QuestionChoice) -> String {
    switch choice.outcome {
    case .openField: choice.key == "y" ? "Yes: date" : choice.label
    case .answer(.unknown(.declined)): "Declines"
    case .answer, .mark: choice.label
    }
  }

  private func together(_ id: Question.ID, _ session: Session) -> String {
    if case .together = session.consultation.recordings[id]?.asked { ", together" } else { "" }
  }

  private func fieldLine(_ question: Question, _ field: TextField, _ session: Session) -> String {
    guard case .date(let tense, _, _) = question.kind else { return "" }
    let entry = DateEntry(today: session.day, tense: tense)
    if let date = entry.named(field.committed) { return entry.readBack(date) }
    return field.isBlank
      ? "For example 18 Nov 2026, 18/11/2026, 11/2026, 2019, 3d or 2w"
        .replacing("2026", with: String(session.day.year))
      : "not read as a date yet"
  }

  private func tableBody(_ page: TableScreen, _ session: Session, _ width: Int) -> Canvas {
    var canvas = Canvas(width: width)
    let numbers = ReviewList.numbers(session)
    for row in session.tableRows(page.section) {
      let here = row == page.row
      switch row {
      case .group(let id):
        guard let open = session.openGroup(id) else { continue }
        let text = Canvas.fill("Together: \(open.group.label)", to: width - 22)
        canvas.add(
          Span(here ? " > " : "   "), Span(text, here ? .focus : .strong),
          Span("  " + (here ? "\(shownKey("n"))  No to all \(open.members.count)" : "not answered"))
        )
        if here { canvas.placeCursor(column: 1) }
      case .question(let id):
        tableLine(id, page, session, numbers[id] ?? "", here, &canvas)
      }
    }
    return canvas
  }

  private func tableLine(
    _ id: Question.ID, _ page: TableScreen, _ session: Session, _ number: String, _ here: Bool,
    _ canvas: inout Canvas
  ) {
    guard let item = session.item(id) else { return }
    let width = canvas.width
    let indent = session.checklist.openGroup(with: id) == nil ? "" : "  "
    let labelRoom = width < 80 ? 32 : 48
    let label = Canvas.fill(
      indent + Canvas.fill(number, to: 6) + item.question.label, to: labelRoom)
    let answerRoom = width - labelRoom - 3 - 2 - 9
    var spans = [Span(here ? " > " : "   "), Span(label, here ? .focus : .normal), Span("  ")]
    if here, let field = page.field {
      let window = field.window(width: answerRoom - 4)
      spans += [
        Span("[ "), Span(Canvas.fill(window.text, to: answerRoom - 4), .field), Span(" ]"),
      ]
      canvas.add(spans: spans)
      canvas.placeCursor(column: 3 + labelRoom + 4 + window.cursorColumn)
      return
    }
    let draft = session.draft(of: id)
    let words =
      item.isOpen
      ? draft.isEmpty ? "not answered" : "not recorded"
      : item.answer.words(for: item.question, in: session.pack.names) + together(id, session)
    spans.append(
      Span(
        Canvas.fill(words, to: answerRoom),
        item.isOpen || !item.answer.isUnknown ? .normal : .notKnown))
    if let recording = session.consultation.recordings[id] {
      spans.append(Span(" " + setting.localTime.time(of: recording.at)))
    }
    canvas.add(spans: spans)
    if here { canvas.placeCursor(column: 1) }
  }
}

extension Question {
  /// Whether it needs more room than a line of a table.
  var isTyped: Bool {
    switch kind {
    case .text, .number, .multiple, .list: true
    case .single, .date, .name, .names: false
    }
  }
}
