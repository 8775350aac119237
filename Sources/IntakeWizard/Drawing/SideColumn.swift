import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

// The side column of a large window: how far each section is, what is planned
// today, what was planned last time, notes.

extension AnySurroundings {
  /// The side column in so many rows. The sections always stay; what follows
  /// them gives way.
  func sideColumn(_ session: Session, rows: Int) -> [[Span]] {
    let width = Frame.sideWidth
    let sections = sideSections(session, width, rows: rows)
    let lastVisit = Array(lastVisitLines(session, width).prefix(5))
    let notes = Array(noteLines(session, width).prefix(5))
    let wanted = [lastVisit, notes].filter { !$0.isEmpty }.map { $0.count + 1 }.reduce(0, +)
    let visit = visitLines(session, width)
    let room = rows - sections.count - 1
    var blocks = [sections]
    blocks.append(Array(visit.prefix(max(min(4, room), room - wanted))))
    blocks += [lastVisit, notes]
    var lines: [[Span]] = []
    for block in blocks where !block.isEmpty {
      if !lines.isEmpty { lines.append([Span(String(repeating: "─", count: width))]) }
      lines += block
    }
    return Array(lines.prefix(rows))
  }

  private func sideSections(_ session: Session, _ width: Int, rows: Int) -> [[Span]] {
    let counted = session.pack.sections.flatMap { session.counted(in: $0.id) }
    let asked = counted.count { !$0.isOpen }
    var lines = [
      [
        Span(
          Canvas.justified(" Sections", "\(asked) of \(counted.count) asked", width: width),
          .strong)
      ]
    ]
    let here = pageFacts.sideMark
    let entries = session.pack.sections.enumerated().map { index, section in
      sectionLine(section, number: index + 1, isHere: here == .section(section.id), session, width)
    }
    // What is farthest from the section in hand gives way in a low window.
    let free = max(4, rows - 12)
    let current = session.pack.sections.firstIndex { here == .section($0.id) } ?? 0
    let first = entries.count <= free ? 0 : min(max(0, current - free / 2), entries.count - free)
    if entries.count + 6 < rows { lines.append([]) }
    lines += entries.dropFirst(first).prefix(free)
    lines.append([])
    let isReviewed = session.reviewed == .toItsEnd
    let open = session.openCount
    lines.append(
      endLine(
        here == .review ? ">" : isReviewed && open == 0 ? "ok" : "", "R Review",
        open > 0 ? "\(open) to do" : "", here == .review, width))
    lines.append(
      endLine(
        here == .result ? ">" : "", isReviewed ? "O Result" : "- Result",
        isReviewed ? "" : "after the review", here == .result, width))
    return lines
  }

  private func sectionLine(
    _ section: Section, number: Int, isHere: Bool, _ session: Session, _ width: Int
  ) -> [Span] {
    let items = session.counted(in: section.id)
    let done = items.count { !$0.isOpen }
    let isComplete = session.isComplete(section.id)
    let hasUnknown = items.contains { $0.answer != .unknown(.notAsked) && $0.answer.isUnknown }
    let isChecking = pageFacts.sideMark == .review || pageFacts.sideMark == .result
    let mark =
      isHere
      ? ">" : isComplete ? (hasUnknown ? "?" : "ok") : isChecking || done > 0 ? "!" : ""
    let count = items.isEmpty ? "" : "\(done)/\(items.count)"
    let place = (number < 10 ? " " : "") + "\(number) "
    let title = part.holds(section) ? section.title : "(\(section.title))"
    let room = width - 8 - place.count - count.count
    let words = TextWidth.columns(of: title) > room ? Canvas.cut(title, to: room - 2) + ".." : title
    let line = Canvas.justified(
      " \(Canvas.fill(mark, to: 3))\(place)\(words)", count, width: width)
    return [Span(line, isHere ? .strong : .normal)]
  }

  private func endLine(
    _ mark: String, _ words: String, _ right: String, _ isHere: Bool, _ width: Int
  ) -> [Span] {
    [
      Span(
        Canvas.justified(" \(Canvas.fill(mark, to: 4))\(words)", right, width: width),
        isHere ? .strong : .normal)
    ]
  }

  private func visitLines(_ session: Session, _ width: Int) -> [[Span]] {
    let facts = planLines(session.answers, session, width)
    return facts.isEmpty ? [] : [[Span(" This visit", .strong)]] + facts
  }

  private func lastVisitLines(_ session: Session, _ width: Int) -> [[Span]] {
    guard case .of(let visit, _) = session.earlier else { return [] }
    return [[Span(" Last visit \(visit.day.spelled)", .strong)]]
      + planLines(visit.answers, session, width)
  }

  /// What is planned, as far as it is known: one or two lines a fact.
  private func planLines(_ answers: Answers, _ session: Session, _ width: Int) -> [[Span]] {
    let plan = session.pack.questions.filter { $0.changeability == .plan }
    // What the banner names comes first, as the rest may have to give way.
    let first = plan.filter { Self.bannerFacts.contains($0.id) }
    return (first + plan.filter { !Self.bannerFacts.contains($0.id) }).flatMap { question in
      guard case .known = answers[question.id] else { return [[Span]]() }
      let words = session.planWords(question, answers[question.id])
      let lines = TextWrap.lines("\(question.label): \(words)", width: width - 3)
      return lines.prefix(2).enumerated().map { row, line in
        let isCut = row == 1 && lines.count > 2
        return [
          Span(
            (row == 0 ? " " : "   ") + (isCut ? Canvas.cut(line, to: width - 6) + ".." : line))
        ]
      }
    }
  }

  private func noteLines(_ session: Session, _ width: Int) -> [[Span]] {
    let notes = session.consultation.notes
    guard !notes.isEmpty else { return [] }
    return [[Span(" Notes (\(notes.count))", .strong)]]
      + notes.reversed().flatMap { note in
        TextWrap.lines(note.text, width: width - 3).prefix(2).enumerated().map {
          [Span(($0 == 0 ? " " : "   ") + $1)]
        }
      }
  }

  private static var bannerFacts: [Question.ID] {
    ["area", ListSubject.plannedIngredients.question]
  }

  /// The banner across a large window: with the area and what is planned.
  func wideBanner(_ session: Session, width: Int) -> [Span] {
    let plain = banner(session, width: width)
    guard plain.count == 2 else { return plain }
    var words = plain[0].text
    while words.last == " " { words.removeLast() }
    let room = TextWidth.columns(of: plain[0].text)
    for (name, id) in zip(["area", "mix"], Self.bannerFacts) {
      guard let question = session.pack.question(id), case .known = session.answers[id] else {
        continue
      }
      let fact = "   \(name): " + session.planWords(question, session.answers[id])
      let left = room - TextWidth.columns(of: words) - 3
      guard left > 12 else { break }
      words +=
        TextWidth.columns(of: fact) > left ? Canvas.cut(fact, to: left - 2) + ".." : fact
    }
    return [Span(Canvas.fill(words, to: room), plain[0].style), plain[1]]
  }
}

extension Session {
  /// What is planned in short: of a list the names only.
  fileprivate func planWords(_ question: Question, _ answer: Answer) -> String {
    guard case .known(.entries(let entries)) = answer,
      let name = question.fields.first(where: \.isName)
    else { return answer.words(for: question, in: pack.names) }
    return entries.map { entry in
      if case .known(.text(let text)) = entry[name.id] { text } else { "?" }
    }.joined(separator: ", ")
  }
}
