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
        let room = width - TextWidth.columns(of: label) - remark.count - 7
        let words = Canvas.fill(item.answer.words(for: item.question), to: max(6, room))
        canvas.add(
          Span(here ? " > " : "   "), Span(label + "  ", here ? .focus : .normal),
          Span(words, item.answer.isUnknown ? .notKnown : here ? .focus : .normal),
          Span(" " + remark))
        if here { canvas.placeCursor(column: 1) }
      }
    }
    canvas.add(Span(" End of the review. R shows the result.", .strong))
    return canvas
  }
}
