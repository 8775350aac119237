import ClinicalModel
import Consultation
import Terminal
import TextLayout

extension AnySurroundings {
  /// The lines that can be chosen; two columns when they are many and short.
  func drawChoices(
    _ page: QuestionScreen, _ mark: ListMark, _ marked: Set<Option.ID>, _ session: Session,
    _ spacing: Spacing, _ canvas: inout Canvas
  ) {
    let choices = page.choices
    let current = session.answers[page.question.id]
    let plain = choices.filter { !isApart($0) }
    let apart = choices.filter(isApart)
    let half = canvas.width / 2
    let short = plain.allSatisfy { TextWidth.columns(of: $0.label) <= half - 10 }
    if showsFigure(page.question, canvas.width) {
      drawBesideFigure(plain, mark, marked, current, &canvas)
    } else if plain.count > 12 || (plain.count > 8 && short) {
      drawTwoColumns(plain, mark, marked, current, half, &canvas)
    } else {
      for (index, choice) in plain.enumerated() {
        drawLine(
          choice, at: index, mark, marked, current, &canvas,
          swatch: swatch(page, choice, at: index, canvas.width))
      }
    }
    if case .several = page.input {
      if spacing == .roomy { canvas.add(Span("   ── or ──")) }
      drawApart(apart, from: plain.count, mark, marked, current, half, &canvas)
    } else {
      for (index, choice) in apart.enumerated() {
        drawLine(choice, at: plain.count + index, mark, marked, current, &canvas)
      }
    }
    if spacing == .roomy { drawState(page, marked, current, &canvas) }
  }

  /// Whether the figure has its room: only a wide window has.
  func showsFigure(_ question: Question, _ width: Int) -> Bool {
    question.id == BodyFigure.question && window.columns >= 118 && window.rows >= 38
      && width >= 80
  }

  /// The list in one narrow column, the figure at its right.
  private func drawBesideFigure(
    _ choices: [QuestionChoice], _ mark: ListMark, _ marked: Set<Option.ID>,
    _ current: Answer, _ canvas: inout Canvas
  ) {
    let first = canvas.lines.count
    let edge = canvas.width - BodyFigure.width - 1
    for (index, choice) in choices.enumerated() {
      drawLine(choice, at: index, mark, marked, current, &canvas, width: edge)
    }
    let figure = BodyFigure.lines(marked: marked)
    // Its head stands beside what is short above the list, so that it costs the
    // page no line.
    var start = first
    while start > 1, canvas.lines.count - start < figure.count,
      Canvas.columns(of: canvas.lines[start - 1]) < edge
    {
      start -= 1
    }
    while canvas.lines.count - start < figure.count { canvas.gap() }
    canvas = canvas.beside(figure, from: start, at: edge)
  }

  /// The swatch of a line of the skin type's question, behind its words.
  private func swatch(
    _ page: QuestionScreen, _ choice: QuestionChoice, at index: Int, _ width: Int
  ) -> String {
    guard page.question.id == SkinSwatch.question, width >= 78,
      case .answer(.known(.choice(let option))) = choice.outcome
    else { return "" }
    return SkinSwatch.words(option, at: index)
  }

  /// None, not sure and declined stand below the options of a multiple choice.
  private func isApart(_ choice: QuestionChoice) -> Bool {
    switch choice.outcome {
    case .mark(let option): option == Option.none
    case .answer(.unknown): true
    case .answer(.known), .openField: false
    }
  }

  private func box(
    _ choice: QuestionChoice, _ marked: Set<Option.ID>, _ current: Answer
  ) -> String {
    switch choice.outcome {
    case .mark(let option): marked.contains(option) ? "[x]" : "[ ]"
    case .answer(let answer): answer == current ? "(*)" : "( )"
    case .openField:
      if case .known(.date) = current { "(*)" } else { "( )" }
    }
  }

  private func lineText(
    _ choice: QuestionChoice, _ marked: Set<Option.ID>, _ current: Answer
  ) -> String {
    lineHead(choice, marked, current) + choice.label
  }

  private func lineHead(
    _ choice: QuestionChoice, _ marked: Set<Option.ID>, _ current: Answer
  ) -> String {
    "\(box(choice, marked, current)) \(shownKey(choice.key))  "
  }

  private func drawLine(
    _ choice: QuestionChoice, at index: Int, _ mark: ListMark, _ marked: Set<Option.ID>,
    _ current: Answer, _ canvas: inout Canvas, width: Int? = nil, swatch: String = ""
  ) {
    let here = mark.marks(index)
    let lines = TextWrap.lines(
      lineText(choice, marked, current), width: max(10, (width ?? canvas.width) - 6))
    for (number, line) in lines.enumerated() {
      var spans = [
        Span(number > 0 ? "          " : here ? " > " : "   "),
        Span(line, here ? .focus : .normal),
      ]
      if number == 0, !swatch.isEmpty {
        let gap = max(2, 60 - TextWidth.columns(of: line))
        spans.append(Span(String(repeating: " ", count: gap) + swatch))
      }
      canvas.add(spans: spans)
      if here && number == 0 { canvas.placeCursor(column: 1) }
      // With nothing marked the cursor waits at the first key, so that the
      // question above it stays on screen.
      if mark == .nothing && index == 0 && number == 0 { canvas.placeCursor(column: 7) }
    }
  }

  /// None on a line of its own, not sure and declined beside each other.
  private func drawApart(
    _ choices: [QuestionChoice], from first: Int, _ mark: ListMark,
    _ marked: Set<Option.ID>, _ current: Answer, _ half: Int, _ canvas: inout Canvas
  ) {
    var beside: [(Int, QuestionChoice)] = []
    for (index, choice) in choices.enumerated() {
      if case .mark = choice.outcome {
        drawLine(choice, at: first + index, mark, marked, current, &canvas)
      } else {
        beside.append((first + index, choice))
      }
    }
    var spans: [Span] = []
    var cursor: Int?
    for (column, (index, choice)) in beside.enumerated() {
      let here = mark.marks(index)
      let text = Canvas.fill(lineText(choice, marked, current), to: half - 3)
      spans += [Span(here ? " > " : "   "), Span(text, here ? .focus : .normal)]
      if here { cursor = column * half + 1 }
    }
    canvas.add(spans: spans)
    if let cursor { canvas.placeCursor(column: cursor) }
  }

  /// Options in two columns, the first half left; long labels are wrapped in
  /// their column.
  private func drawTwoColumns(
    _ choices: [QuestionChoice], _ mark: ListMark, _ marked: Set<Option.ID>,
    _ current: Answer, _ half: Int, _ canvas: inout Canvas
  ) {
    func column(_ range: Range<Int>) -> [Piece] {
      range.flatMap { index in
        let head = lineHead(choices[index], marked, current)
        let lines = TextWrap.lines(choices[index].label, width: half - head.count - 4)
        return lines.enumerated().map {
          let start = $0 == 0 ? head : String(repeating: " ", count: head.count)
          return Piece(text: start + $1, index: index, isFirst: $0 == 0)
        }
      }
    }
    // The columns are as even in height as whole options allow.
    let heights = choices.indices.map { column($0..<$0 + 1).count }
    let middle =
      choices.indices.min { first, second in
        func height(_ middle: Int) -> Int {
          max(heights[..<middle].reduce(0, +), heights[middle...].reduce(0, +))
        }
        return height(first) < height(second)
      } ?? 0
    let columns = [column(0..<middle), column(middle..<choices.count)]
    for row in 0..<max(columns[0].count, columns[1].count) {
      var spans: [Span] = []
      var cursor: Int?
      for (number, pieces) in columns.enumerated() {
        guard pieces.indices.contains(row) else {
          spans.append(Span(String(repeating: " ", count: half)))
          continue
        }
        let piece = pieces[row]
        let here = mark.marks(piece.index)
        spans.append(Span(here && piece.isFirst ? " > " : "   "))
        spans.append(Span(Canvas.fill(piece.text, to: half - 3), here ? .focus : .normal))
        if here && piece.isFirst { cursor = number * half + 1 }
      }
      canvas.add(spans: spans)
      if let cursor { canvas.placeCursor(column: cursor) }
      if mark == .nothing && row == 0 { canvas.placeCursor(column: 7) }
    }
  }

  private func drawState(
    _ page: QuestionScreen, _ marked: Set<Option.ID>, _ current: Answer, _ canvas: inout Canvas
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

/// One row of an option in its column.
private struct Piece {
  let text: String
  let index: Int
  let isFirst: Bool
}
