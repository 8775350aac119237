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
        let label = Canvas.fill("\(number)  \(item.question.label)", to: min(38, width / 2))
        let time = session.consultation.recordings[item.question.id].map {
          "asked " + setting.localTime.time(of: $0.at)
        }
        let remark = item.answer.isUnknown ? (item.isOpen ? "" : "counts as not clear") : time ?? ""
        let room = max(8, width - TextWidth.columns(of: label) - remark.count - 7)
        let words = TextWrap.lines(item.answer.words(for: item.question), width: room)
        for (number, line) in words.enumerated() {
          let start = number == 0 ? label : String(repeating: " ", count: label.count)
          canvas.add(
            Span(here && number == 0 ? " > " : "   "), Span(start + "  ", here ? .focus : .normal),
            Span(
              Canvas.fill(line, to: room),
              item.answer.isUnknown ? .notKnown : here ? .focus : .normal),
            Span(number == 0 ? " " + remark : ""))
          if here && number == 0 { canvas.placeCursor(column: 1) }
        }
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
}
