import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

extension ReviewScreen {
  func view(_ around: Around, _ size: GridSize) -> Frame {
    let width = Frame.width(size)
    var frame = around.plainFrame(around.session, title: "", right: "", width)
    frame.body = reviewBody(around, width: width)
    frame.foot = around.foot(around.keyLine(Self.keyboards[0].table), width)
    let room = max(1, size.rows - frame.head.count - frame.foot.count)
    frame.head[1] = [
      Span(
        Canvas.justified(
          " Check the answers before the result", pages(around, frame, room), width: width),
        .strong)
    ]
    return frame
  }

  /// `page 1 of 3`; the last page is where the last answer is.
  private func pages(_ around: Around, _ frame: Frame, _ room: Int) -> String {
    let count = max(1, (frame.body.lines.count + room - 1) / room)
    guard case .at(let line, _) = frame.body.cursor else { return "" }
    let isLast = isAtEnd(ReviewList(around.session))
    let here = isLast ? count : min(count, line / room + 1)
    return "page \(here) of \(count)"
  }

  private func reviewBody(_ around: Around, width: Int) -> Canvas {
    var canvas = Canvas(width: width)
    for (index, row) in ReviewList(around.session).rows.enumerated() {
      let here = index == selected
      switch row {
      case .heading(let text, let right): canvas.ends(" " + text, right, style: .strong)
      case .section(let title): canvas.add(Span(" " + title, .strong))
      case .rule: canvas.rule()
      case .end:
        canvas.add(
          Span(here ? " > " : " "), Span("End of the review. R shows the result.", .strong))
        if here { canvas.placeCursor(column: 1) }
      case .notApplicable(let words): canvas.wrap(words, indent: 8, hanging: 10)
      case .note(let words): canvas.wrap("Note  \(words)", indent: 3, hanging: 9)
      case .contradiction(let words, _, let number):
        let lines = TextWrap.lines("\(number)  \(words)", width: width - 5)
        for (place, line) in lines.enumerated() {
          canvas.add(
            Span(here && place == 0 ? " > " : "   "),
            Span((place == 0 ? "" : "     ") + line, here ? .focus : .strong))
          if here && place == 0 { canvas.placeCursor(column: 1) }
        }
      case .answer(let item, let number): reviewAnswer(item, number, here, around, &canvas)
      }
    }
    return canvas
  }

  private func reviewAnswer(
    _ item: Checklist.Item, _ number: String, _ here: Bool, _ around: Around,
    _ canvas: inout Canvas
  ) {
    let session = around.session
    let width = canvas.width
    let wide = min(38, width / 2)
    let place = "\(number)  "
    // A label that was cut could be taken for another question's.
    let labels = TextWrap.lines(
      item.question.label, width: wide - TextWidth.columns(of: place))
    let time = session.consultation.recordings[item.question.id].map {
      "asked " + around.setting.localTime.time(of: $0.at)
    }
    let notClear = width < 80 ? "not clear" : "counts as not clear"
    // Skin tests that nobody recorded are none, and nothing to be asked.
    let isWithoutTests =
      item.question.kind == .list(.skinTests) && item.answer == .unknown(.notAsked)
    let isSettled = item.isOpen || isWithoutTests
    let remark = item.answer.isUnknown ? (isSettled ? "" : notClear) : time ?? ""
    let room = max(8, width - wide - remark.count - 7)
    let outdated = session.outdatedWords(item.question).map { ", \($0)" } ?? ""
    let entries = item.answer.entries
    let short =
      isWithoutTests
      ? "none on record"
      : entries.isEmpty
        ? item.answer.words(for: item.question) + outdated
        : entries.count == 1 ? "1 entry" : "\(entries.count) entries"
    let words = TextWrap.lines(short, width: room)
    for line in 0..<max(labels.count, words.count) {
      let lead = line == 0 ? place : String(repeating: " ", count: place.count)
      let label = lead + (labels.indices.contains(line) ? labels[line] : "")
      let answer = words.indices.contains(line) ? words[line] : ""
      let rest = Canvas.fill(answer, to: room).dropFirst(answer.count)
      canvas.add(
        Span(here && line == 0 ? " > " : "   "),
        Span(Canvas.fill(label, to: wide) + "  ", here ? .focus : .normal),
        // Blanks that are underlined cost as many bytes as letters do.
        Span(
          answer,
          item.answer.isUnknown && !isWithoutTests ? .notKnown : here ? .focus : .normal),
        Span(rest + (line == 0 ? " " + remark : "")))
      if here && line == 0 { canvas.placeCursor(column: 1) }
    }
    reviewEntries(item, session, &canvas)
    // With its last line a list is on screen as a whole.
    if here, !entries.isEmpty { canvas.placeCursor(column: 1) }
    if let recording = session.consultation.recordings[item.question.id],
      case .together = recording.asked
    {
      canvas.wrap("asked together: \(recording.wording)", indent: 8, hanging: 10)
    }
    for note in session.notes(on: .question(item.question.id)) {
      canvas.wrap("Note  \(note.text)", indent: 8, hanging: 14)
    }
  }

  /// The entries of a list, each on lines of its own.
  private func reviewEntries(
    _ item: Checklist.Item, _ session: Session, _ canvas: inout Canvas
  ) {
    guard !item.answer.entries.isEmpty else { return }
    let lines = item.answer.lines(for: item.question, in: session.pack.names)
    for (index, line) in lines.enumerated() {
      canvas.wrap("\(Canvas.fill("\(index + 1)", to: 3))\(line)", indent: 8, hanging: 11)
    }
  }
}
