import ClinicalModel
import Consultation
import Terminal

extension Wizard {
  func jumpBody(_ field: TextField, _ mark: ListMark, _ body: inout Canvas) {
    let window = field.window(width: 40)
    body.add(
      Span(" Find a question, section or action: "),
      Span(Canvas.fill(window.text, to: 40), .field))
    body.placeCursor(column: 37 + window.cursorColumn)
    body.rule()
    let lines = found(field.text)
    if lines.isEmpty { body.add(Span("   Nothing has these words. Ctrl-U clears them.")) }
    for (index, line) in lines.enumerated() {
      let here = mark.marks(index)
      let taken = mark == .nothing && index == 0 && !field.isBlank
      let room = max(20, body.width / 2 - 8)
      body.add(
        Span(here ? " > " : "   "),
        Span(
          Canvas.fill(line.number, to: 6) + Canvas.fill(line.label, to: room),
          here ? .focus : .normal),
        Span("  " + (taken ? "Enter: " : "") + line.state))
      if here { body.placeCursor(column: 1) }
    }
  }

  func linearJump(_ field: TextField) -> LinearPage {
    var spoken = LinearPage(
      place: "jump", prompt: "Part of its words or its number, a line's number, or <")
    spoken.lines = ["Find a question, section or action."]
    guard isOpen, !field.isBlank else {
      spoken.now = ["Type a part of the question, of its section, or of an action."]
      return spoken
    }
    let lines = found(field.text)
    spoken.now = ["Lines with \(field.committed): \(lines.count)."]
    spoken.now += lines.prefix(20).enumerated().map { index, line in
      switch line.target {
      case .question: "\(index + 1) Question \(line.number) \(line.label), \(line.state)"
      case .section: "\(index + 1) Section \(line.number) \(line.label), \(line.state)"
      case .action: "\(index + 1) \(line.label), \(line.state)"
      }
    }
    if lines.count > 20 {
      spoken.now.append("\(lines.count - 20) more: type more of the words.")
    }
    return spoken
  }
}
