import ClinicalModel
import Consultation
import Summary
import Terminal

extension WorklistScreen {
  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    let width = Frame.width(size)
    let day = around.day
    var frame = Frame(body: Canvas(width: width))
    frame.head = [
      [
        Span(
          Canvas.justified(
            around.clinicLine, "\(day.weekdayName) \(day.spelled)", width: width), .banner)
      ],
      [Span(String(repeating: "─", count: width))],
    ]
    draw(around, &frame.body)
    frame.foot = around.foot(
      around.keyLine(Self.keyboards[0].table), width,
      otherwise: "Open and signed consultations. Opening one shows its skin tests.")
    return frame
  }

  private func draw(_ around: Surroundings, _ body: inout Canvas) {
    body.add(
      Span(" Skin tests to read (\(around.readingsDue.count) due today or before)", .strong))
    body.gap()
    if around.readings.isEmpty { body.add(Span("   No placed test waits for a reading.")) }
    for (line, row) in around.readings.enumerated() {
      let here = mark.marks(line)
      let number = line < 9 ? "\(line + 1)" : " "
      let when =
        row.overdue > 0
        ? "OVERDUE by \(row.overdue)" : row.date <= around.day ? "TODAY" : row.date.weekdayName
      // A narrow window shows what is read on a line of its own.
      let isNarrow = body.width < 80
      let room = body.width - 6 - 14 - (isNarrow ? 0 : 27)
      let what = isNarrow ? "" : " \(Canvas.fill(row.what, to: 26))"
      body.add(
        Span(here ? " > " : "   "),
        Span("\(number)  \(Canvas.fill(row.patient, to: room))\(what)", here ? .focus : .normal),
        Span(" "), Span(when, row.overdue > 0 ? .caution : .normal))
      if here { body.placeCursor(column: 1) }
      if isNarrow { body.add(Span("      \(row.what), \(row.date.spelled)")) }
    }
    if body.cursor == .nowhere { body.placeCursor(column: 1) }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    var spoken = LinearPage(place: "worklist", prompt: "A number opens a patient's skin tests")
    spoken.lines = ["Skin tests to read, \(around.readingsDue.count) due today or before."]
    if around.readings.isEmpty { spoken.now = ["No placed test waits for a reading."] }
    spoken.now += around.readings.enumerated().map { line, row in
      let when =
        row.overdue > 0
        ? "overdue by \(row.overdue) days" : row.date <= around.day ? "today" : row.date.spelled
      return "\(line + 1) \(row.patient), \(row.what), \(when)"
    }
    return spoken
  }
}
