import ClinicalModel
import Consultation
import Terminal

extension Wizard {
  func reviewBody(_ page: ReviewPage, _ session: Session, width: Int) -> Canvas {
    var canvas = Canvas(width: width)
    let list = ReviewList(session)
    for (index, row) in list.rows.enumerated() {
      switch row {
      case .blank: canvas.gap()
      case .heading(let text): canvas.add(Span(" " + text, .strong))
      case .section(let title): canvas.add(Span(" " + title, .strong))
      case .answer(let item, let number):
        let here = index == page.selected
        let wide = min(38, width / 2)
        let place = "\(number)  "
        // A label that was cut could be taken for another question's.
        let labels = TextWrap.lines(
          item.question.label, width: wide - TextWidth.columns(of: place))
        let time = session.consultation.recordings[item.question.id].map {
          "asked " + setting.localTime.time(of: $0.at)
        }
        let notClear = width < 80 ? "not clear" : "counts as not clear"
        let remark = item.answer.isUnknown ? (item.isOpen ? "" : notClear) : time ?? ""
        let room = max(8, width - wide - remark.count - 7)
        let entries = item.answer.entries
        let short =
          entries.isEmpty
          ? item.answer.words(for: item.question)
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
            Span(answer, item.answer.isUnknown ? .notKnown : here ? .focus : .normal),
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
      }
    }
    canvas.add(Span(" End of the review. R shows the result.", .strong))
    return canvas
  }

  /// The entries of a list, each on lines of its own.
  private func reviewEntries(
    _ item: Checklist.Item, _ session: Session, _ canvas: inout Canvas
  ) {
    guard !item.answer.entries.isEmpty else { return }
    let lines = item.answer.lines(for: item.question, in: session.pack.tables)
    for (index, line) in lines.enumerated() {
      canvas.wrap("\(Canvas.fill("\(index + 1)", to: 3))\(line)", indent: 8, hanging: 11)
    }
  }
}
