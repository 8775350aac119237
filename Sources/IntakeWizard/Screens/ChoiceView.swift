import ClinicalModel
import Consultation
import Terminal

extension Wizard {
  /// The lines that can be chosen; two columns when they are many and short.
  func drawChoices(
    _ page: QuestionPage, _ mark: ListMark, _ marked: Set<Option.ID>, _ session: Session,
    _ canvas: inout Canvas
  ) {
    let choices = page.choices
    let current = session.answers[page.question.id]
    let plain = choices.filter { !isApart($0) }
    let apart = choices.filter(isApart)
    let half = (canvas.width - 4) / 2
    let short = plain.allSatisfy { TextWidth.columns(of: $0.label) <= half - 10 }
    if plain.count > 8 && short {
      drawTwoColumns(plain, mark, marked, current, half, &canvas)
    } else {
      for (index, choice) in plain.enumerated() {
        drawLine(choice, at: index, mark, marked, current, &canvas)
      }
    }
    if !apart.isEmpty, plain.count > 0, case .several = page.input {
      canvas.add(Span("   ── or ──"))
    }
    for (index, choice) in apart.enumerated() {
      drawLine(choice, at: plain.count + index, mark, marked, current, &canvas)
    }
    drawState(page, marked, current, &canvas)
    if canvas.cursor == .nowhere { canvas.placeCursor(column: 11) }
  }

  /// None, not sure and declined stand below the options of a multiple choice.
  private func isApart(_ choice: QuestionPage.Choice) -> Bool {
    switch choice.outcome {
    case .mark(let option): option == Option.none
    case .answer(.unknown): true
    case .answer(.known), .openField: false
    }
  }

  private func box(
    _ choice: QuestionPage.Choice, _ marked: Set<Option.ID>, _ current: Answer
  ) -> String {
    switch choice.outcome {
    case .mark(let option): marked.contains(option) ? "[x]" : "[ ]"
    case .answer(let answer): answer == current ? "(*)" : "( )"
    case .openField:
      if case .known(.date) = current { "(*)" } else { "( )" }
    }
  }

  private func lineText(
    _ choice: QuestionPage.Choice, _ marked: Set<Option.ID>, _ current: Answer
  ) -> String {
    let key = choice.key == " " ? " " : String(choice.key).uppercased()
    return "\(box(choice, marked, current)) \(key)  \(choice.label)"
  }

  private func drawLine(
    _ choice: QuestionPage.Choice, at index: Int, _ mark: ListMark, _ marked: Set<Option.ID>,
    _ current: Answer, _ canvas: inout Canvas
  ) {
    let here = mark.marks(index)
    let lines = TextWrap.lines(
      lineText(choice, marked, current), width: max(10, canvas.width - 6))
    for (number, line) in lines.enumerated() {
      canvas.add(
        Span(number > 0 ? "          " : here ? " > " : "   "),
        Span(line, here ? .focus : .normal))
      if here && number == 0 { canvas.placeCursor(column: 1) }
    }
  }

  private func drawTwoColumns(
    _ choices: [QuestionPage.Choice], _ mark: ListMark, _ marked: Set<Option.ID>,
    _ current: Answer, _ half: Int, _ canvas: inout Canvas
  ) {
    let rows = (choices.count + 1) / 2
    for row in 0..<rows {
      var spans: [Span] = []
      var cursor: Int?
      for (column, index) in [row, row + rows].enumerated() where index < choices.count {
        let here = mark.marks(index)
        let text = Canvas.fill(lineText(choices[index], marked, current), to: half - 3)
        spans += [Span(here ? " > " : "   "), Span(text, here ? .focus : .normal)]
        if here { cursor = column * half + 1 }
      }
      canvas.add(spans: spans)
      if let cursor { canvas.placeCursor(column: cursor) }
    }
  }

  private func drawState(
    _ page: QuestionPage, _ marked: Set<Option.ID>, _ current: Answer, _ canvas: inout Canvas
  ) {
    canvas.gap()
    let state: String
    if case .several = page.input, current == .unknown(.notAsked) {
      state = "\(marked.count) marked, not answered yet"
    } else if current == .unknown(.notAsked) {
      state = "not answered yet, Enter does nothing"
    } else {
      state = current.words(for: page.question)
    }
    canvas.wrap("Answer:  " + state, indent: 1, hanging: 10)
  }
}
