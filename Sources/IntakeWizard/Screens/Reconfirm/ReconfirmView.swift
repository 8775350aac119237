import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

extension ReconfirmScreen {
  func view(_ around: Around, _ size: GridSize) -> Frame {
    let isLow = size.rows < 22
    var frame = around.sectionFrame(
      around.session, section, Canvas(width: Frame.width(size)))
    draw(around, isLow: isLow, &frame.body)
    around.closeFrame(
      &frame, around.session, isLow: isLow, keys: around.keyLine(Self.keyboards[0].table))
    return frame
  }

  private func draw(_ around: Around, isLow: Bool, _ canvas: inout Canvas) {
    let session = around.session
    guard case .of(let visit, _) = session.earlier,
      let index = session.pack.sections.firstIndex(where: { $0.id == section })
    else { return }
    canvas.ends(" \(index + 1) \(session.pack.sections[index].title)", "from \(visit.day.spelled)")
    if !isLow { canvas.gap() }
    canvas.wrap("Read each line aloud. Is it still right today?", style: .strong)
    if !isLow { canvas.gap() }
    for (number, fact) in facts(of: around).enumerated() { draw(fact, at: number, &canvas) }
    if !isLow { canvas.gap() }
    canvas.add(
      Span(
        changed.isEmpty
          ? "   ( ) Y  All of it is still right"
          : "   ( ) Y  The rest is still right; what has changed is asked"))
    canvas.placeCursor(column: 7)
    canvas.add(Span("   ( ) N  Ask every question anew"))
  }

  private func draw(_ fact: EarlierFact, at number: Int, _ canvas: inout Canvas) {
    let width = canvas.width
    let isChanged = changed.contains(fact.question.id)
    let edge = width / 2 - 10
    let whole = "\(number + 1)  \(fact.question.label)"
    let isLong = TextWidth.columns(of: whole) >= edge
    let name = isLong ? Canvas.cut(whole, to: edge - 3) + ".." : whole
    let label = Canvas.fill(name, to: edge)
    canvas.wrap(
      (isChanged ? "[changed] " : "          ") + label + fact.answer.words(for: fact.question),
      indent: 1, hanging: width / 2 + 1)
  }

  func spoken(_ around: Around) -> LinearPage {
    let session = around.session
    var spoken = LinearPage(
      place: "reconfirm:\(section)", section: section.rawValue,
      prompt: "Answer, Y N or numbers of what has changed")
    guard case .of(let visit, _) = session.earlier,
      session.pack.sections.contains(where: { $0.id == section })
    else { return spoken }
    spoken.lines = [
      around.sectionLine(section, session, "Recorded on \(visit.day.spelled)"),
      "Read each line aloud. Is it still right today?",
    ]
    for (number, fact) in facts(of: around).enumerated() {
      let mark = changed.contains(fact.question.id) ? " Marked as changed." : ""
      let words = fact.answer.words(for: fact.question, in: session.pack.names)
      spoken.now.append(
        "\(number + 1) \(fact.question.label): \(LinearWords.sentence(words))\(mark)")
    }
    spoken.now += [
      changed.isEmpty
        ? "Y All of it is still right" : "Y The rest is still right; what has changed is asked",
      "N Ask every question anew",
    ]
    return spoken
  }
}
