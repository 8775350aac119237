import ClinicalModel
import Consultation
import Screening
import Terminal

extension AnySurroundings {
  func questionFrame(
    _ page: QuestionScreen, _ session: Session, _ size: GridSize, _ width: Int
  ) -> Frame {
    let section = session.pack.section(of: page.question.id)
    var frame = sectionFrame(
      session, section?.id, questionBody(page, session, width, .roomy))
    // Where a list is too long for the room, everything else gives way: an
    // option below the edge is one that nobody reads aloud. In a small window
    // the findings shrink to their counts for the same reason.
    let room = size.rows - frame.head.count - 4
    let isTight = frame.body.lines.count > room
    if isTight { frame.body = questionBody(page, session, width, .tight) }
    let isLow = size.rows < 22 || frame.body.lines.count > room
    let unconfirmed = unconfirmedLine(page, session).map { [$0] } ?? []
    closeFrame(&frame, session, isLow: isLow, keys: keyLine(page), otherwise: unconfirmed)
    return frame
  }

  /// Marks that differ from what is recorded are said to be so: the boxes alone
  /// would pass for the answer.
  private func unconfirmedLine(_ page: QuestionScreen, _ session: Session) -> [Span]? {
    guard case .several(_, let marked) = page.input else { return nil }
    let recorded = session.answers[page.question.id]
    let ids = page.question.options.map(\.id).filter(marked.contains)
    if recorded == .known(.choices(ids)) || (ids.isEmpty && recorded == .unknown(.notAsked)) {
      return nil
    }
    if ids.isEmpty, recorded.isUnknown { return nil }
    let words = recorded.words(for: page.question)
    return [Span(" Not recorded yet: Enter records the marks. Recorded: \(words)", .strong)]
  }

  /// Whether a list is on screen as a whole.
  func listFits(_ page: QuestionScreen) -> Bool {
    guard let session = openConsultation else { return true }
    let size = columnSize(window) { questionFrame(page, session, $0, Frame.width($0)) }
    let frame = questionFrame(page, session, size, Frame.width(size))
    return frame.body.lines.count <= size.rows - frame.head.count - frame.foot.count
  }

  private func keyLine(_ page: QuestionScreen) -> String {
    switch page.input {
    case .choice:
      let keys = page.choices.map { String($0.key).uppercased() }.joined(separator: " ")
      return keyLine(QuestionScreen.choosing.table, lead: "\(keys) Answer")
    case .several: return keyLine(QuestionScreen.marking.table, lead: "Keys mark")
    case .field: return keyLine(QuestionScreen.typing.table)
    }
  }

  private func questionBody(
    _ page: QuestionScreen, _ session: Session, _ width: Int, _ spacing: Spacing
  ) -> Canvas {
    var canvas = Canvas(width: width)
    let question = page.question
    if let section = session.pack.section(of: question.id) {
      let index = (session.pack.sections.firstIndex { $0.id == section.id } ?? 0) + 1
      let place = session.place(of: question.id, in: section.id)
      canvas.ends(
        " \(index) \(section.title)", "Question \(place.number) of \(place.count)")
    }
    if spacing == .roomy { canvas.gap() }
    canvas.wrap(question.ask, indent: 1, style: .strong)
    if question.answeredByStaff { canvas.add(Span(" Staff answer this; it is not read aloud")) }
    if !question.hint.isEmpty { canvas.wrap(question.hint, indent: 1) }
    if case .offered = session.item(question.id)?.requirement {
      canvas.wrap("Asked because an earlier answer is not known; > skips it", indent: 1)
    }
    if spacing == .roomy { canvas.gap() }
    switch page.input {
    case .choice(let mark): drawChoices(page, mark, [], session, spacing, &canvas)
    case .several(let mark, let marked):
      drawChoices(page, mark, marked, session, spacing, &canvas)
    case .field(let field): drawField(page, field, session, &canvas)
    }
    if !question.why.isEmpty, spacing == .roomy {
      canvas.gap()
      canvas.wrap("Why we ask   " + question.why, indent: 1, hanging: 14)
    }
    drawReferences(
      question, session, isLow: spacing == .tight && !showsFigure(question, width), &canvas)
    return canvas
  }

  private func drawField(
    _ page: QuestionScreen, _ field: TextField, _ session: Session, _ canvas: inout Canvas
  ) {
    if let words = page.problem {
      let lead = page.askedAgain == field.text && !field.isBlank ? "" : "Error: "
      canvas.wrap(lead + words, indent: 3, style: .strong)
    }
    var unit = ""
    var room = min(56, canvas.width - 8)
    if case .number(let name, let range) = page.question.kind {
      unit = " \(name), from \(range.lowerBound) to \(range.upperBound)"
      room = 16
    }
    if case .date = page.question.kind { room = 22 }
    let window = field.window(width: room)
    canvas.add(
      Span(" > [ "), Span(Canvas.fill(window.text, to: room), .field), Span(" ]" + unit))
    canvas.placeCursor(column: 5 + window.cursorColumn)
    readBack(page, field, session, &canvas)
    canvas.gap()
    let keys =
      if page.question.takesNone {
        "   0 and Enter  None     Ctrl-X U  Not sure     Ctrl-X D  Prefers not to say"
      } else if case .number = page.question.kind {
        "   U  Not sure     D  Prefers not to say"
      } else {
        "   Ctrl-X U  Not sure     Ctrl-X D  Prefers not to say"
      }
    canvas.add(Span(keys))
    let item = session.item(page.question.id)
    canvas.add(Span("   Answer: " + (item?.answer.words(for: page.question) ?? "not answered")))
  }

  func examples(_ tense: DateTense, _ today: CalendarDate) -> String {
    switch tense {
    case .past:
      let day = today.adding(days: -368)
      return "\(day.spelled), \(day.day)/\(day.month)/\(day.year), \(day.month)/\(day.year), "
        + "\(day.year); 3d is 3 days ago"
    case .future, .either:
      let day = today.adding(days: 14)
      return "\(day.spelled), \(day.day)/\(day.month)/\(day.year), today, or 2w for in 2 weeks"
    }
  }

  private func readBack(
    _ page: QuestionScreen, _ field: TextField, _ session: Session, _ canvas: inout Canvas
  ) {
    let interview = session.day
    switch page.question.kind {
    case .date(let tense, _, _):
      let entry = DateEntry(today: interview, tense: tense)
      if let date = entry.named(field.committed) {
        canvas.add(Span("     " + entry.readBack(date)))
      } else if field.isBlank {
        canvas.wrap("For example \(examples(tense, interview))", indent: 5)
      } else {
        canvas.add(Span("     not read as a date yet"))
      }
    case .number(let unit, let range):
      let entry = NumberEntry(unit: unit, range: range)
      switch entry.read(field.committed, label: page.question.label) {
      case .number(let number): canvas.add(Span("     read as \(number) \(unit)"))
      case .empty where entry.takesHeightAndWeight:
        canvas.add(Span("     Or height in cm and weight in kg: 170 65"))
      case .empty, .refused: canvas.gap()
      }
    default: break
    }
  }
}

/// How much room a page leaves between its parts.
enum Spacing { case roomy, tight }
