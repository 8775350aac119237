import ClinicalModel
import Consultation
import Terminal

extension ReturningScreen {
  func view(_ around: Surroundings, _ size: GridSize) -> Frame {
    let width = Frame.width(size)
    var frame = Frame(body: Canvas(width: width))
    frame.head = [
      [Span(Canvas.fill(around.clinicLine, to: width), .banner)],
      [Span(String(repeating: "─", count: width))],
    ]
    draw(&frame.body)
    frame.foot = around.foot(
      around.keyLine(Self.keyboards[0].table, lead: "Type to narrow"), width)
    return frame
  }

  private func draw(_ body: inout Canvas) {
    let window = name.window(width: 40)
    body.add(Span(" Returning patient, name: "), Span(Canvas.fill(window.text, to: 40), .field))
    body.placeCursor(column: 26 + window.cursorColumn)
    body.gap()
    switch found {
    case .underWay: body.add(Span("   Reading the records."))
    case .failed(let words): body.wrap(words, indent: 3, style: .strong)
    case .visits:
      body.add(Span(" Signed consultations, the latest of each patient", .strong))
      if matches.isEmpty { body.add(Span("   No signed consultation has this name.")) }
      for (index, visit) in matches.enumerated() {
        let here = mark.marks(index)
        let number = index < 9 ? "\(index + 1)" : " "
        let room = body.width - 22
        body.add(
          Span(here ? " > " : "   "),
          Span("\(number)  \(Canvas.fill(visit.patient, to: room))", here ? .focus : .normal),
          Span("  \(visit.day.spelled)"))
        if here { body.placeCursor(column: 1) }
      }
      body.gap()
      body.wrap(
        "A new consultation begins. Who the patient is and the last plan are read aloud and "
          + "confirmed; every no is asked again.")
    }
  }

  func spoken(_ around: Surroundings) -> LinearPage {
    var spoken = LinearPage(
      place: "returning", prompt: "Part of the name, or a number, or < for home")
    spoken.lines = [
      "Returning patient. A new consultation begins.",
      "Who the patient is and the last plan are read aloud and confirmed;",
      "every no is asked again.",
    ]
    switch found {
    case .underWay: spoken.now = ["Reading the records."]
    case .failed(let words): spoken.now = [words]
    case .visits:
      let matches = matches
      let named = name.isBlank ? "" : " with \(name.committed) in the name"
      spoken.now = [
        "Signed consultations\(named), the latest of each patient: \(matches.count)."
      ]
      spoken.now += matches.prefix(20).enumerated().map {
        "\($0 + 1) \($1.patient), seen \($1.day.spelled)"
      }
      if matches.count > 20 {
        spoken.now.append("\(matches.count - 20) more: type more of the name.")
      }
    }
    return spoken
  }
}
