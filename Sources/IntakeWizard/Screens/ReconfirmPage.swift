import ClinicalModel
import Consultation
import Screening
import Terminal
import TextLayout

/// Facts of an earlier consultation, read aloud to be confirmed.
struct ReconfirmPage: Sendable {
  let section: Section.ID
  /// Facts that are no longer right and are asked anew.
  var changed: Set<Question.ID> = []
}

extension Wizard {
  mutating func reconfirmKey(_ key: Key, _ page: ReconfirmPage) -> [Effect] {
    guard case .open(let session) = desk,
      let section = session.pack.sections.first(where: { $0.id == page.section })
    else { return [] }
    let facts = session.factsToConfirm(in: section)
    guard case .character(let character) = key else {
      if key == .enter || key == .escape {
        notice = .information("Read the lines aloud, then Y; a number marks one that has changed.")
        return []
      }
      return KeyMap.command(for: key, in: .choice).map { perform($0) } ?? []
    }
    switch character {
    case "y", "Y": return confirm(facts, page, session, key: key)
    case "n", "N": return askAnew(section.id, session, key: key)
    default:
      if let number = character.wholeNumberValue, facts.indices.contains(number - 1) {
        var page = page
        page.changed.formSymmetricDifference([facts[number - 1].question.id])
        self.page = .reconfirm(page)
        return []
      }
      guard let command = KeyMap.command(for: key, in: .choice) else {
        notice = .information("Y confirms, N asks everything anew, a number marks a change.")
        return []
      }
      return perform(command)
    }
  }

  private mutating func confirm(
    _ facts: [EarlierFact], _ page: ReconfirmPage, _ session: Session, key: Key
  ) -> [Effect] {
    guard case .of(let visit, var asked) = session.earlier, let first = facts.first else {
      return []
    }
    // A line below the edge is one that nobody read aloud.
    guard reconfirmFits(page, session) else {
      notice = .trouble("Not every line is on screen: make the window larger, or N asks them.")
      return []
    }
    asked.insert(page.section)
    var open = session
    open.earlier = .of(visit, asked: asked)
    desk = .open(open)
    let events: [Event] = facts.filter { !page.changed.contains($0.question.id) }.map {
      .answerRecorded(
        $0.question.id, $0.answer,
        wording: "Read out from \(visit.day.spelled) and confirmed: \($0.question.ask)")
    }
    guard !events.isEmpty else { return askAnew(page.section, session, key: key) }
    let effects = record(
      events, after: page.changed.isEmpty ? first.question.id : "", then: .nextOpen, key: key)
    if !effects.isEmpty, case .open(var session) = desk {
      session.changes.confirmed(page.section)
      desk = .open(session)
    }
    return effects
  }

  private mutating func askAnew(
    _ section: Section.ID, _ session: Session, key: Key
  ) -> [Effect] {
    guard case .of(let visit, var asked) = session.earlier else { return [] }
    asked.insert(section)
    var session = session
    session.earlier = .of(visit, asked: asked)
    desk = .open(session)
    lastAnswer = .answered(at: now, by: .key(key))
    let first = session.checklist.items(in: section).first { $0.isOpen }?.question.id
    go(to: first.map { session.stop(at: $0) } ?? session.firstStop(in: part))
    notice = .information("Nothing was taken over: every question is asked.")
    return []
  }

  private func reconfirmFits(_ page: ReconfirmPage, _ session: Session) -> Bool {
    let size = columnSize(window) { reconfirmFrame(page, session, $0, Frame.width($0)) }
    let frame = reconfirmFrame(page, session, size, Frame.width(size))
    return frame.head.count + frame.body.lines.count + frame.foot.count <= size.rows
  }

  func reconfirmFrame(
    _ page: ReconfirmPage, _ session: Session, _ size: GridSize, _ width: Int
  ) -> Frame {
    let isLow = size.rows < 22
    var frame = sectionFrame(
      session, page.section, reconfirmBody(page, session, width, isLow: isLow))
    closeFrame(
      &frame, session, isLow: isLow,
      keys: keyLine(.reconfirm))
    return frame
  }

  private func reconfirmBody(
    _ page: ReconfirmPage, _ session: Session, _ width: Int, isLow: Bool
  ) -> Canvas {
    var canvas = Canvas(width: width)
    guard case .of(let visit, _) = session.earlier,
      let index = session.pack.sections.firstIndex(where: { $0.id == page.section })
    else { return canvas }
    let section = session.pack.sections[index]
    canvas.ends(" \(index + 1) \(section.title)", "from \(visit.day.spelled)")
    if !isLow { canvas.gap() }
    canvas.wrap("Read each line aloud. Is it still right today?", style: .strong)
    if !isLow { canvas.gap() }
    for (number, fact) in session.factsToConfirm(in: section).enumerated() {
      let changed = page.changed.contains(fact.question.id)
      let edge = width / 2 - 10
      let whole = "\(number + 1)  \(fact.question.label)"
      let isLong = TextWidth.columns(of: whole) >= edge
      let name = isLong ? Canvas.cut(whole, to: edge - 3) + ".." : whole
      let label = Canvas.fill(name, to: edge)
      canvas.wrap(
        (changed ? "[changed] " : "          ") + label + fact.answer.words(for: fact.question),
        indent: 1, hanging: width / 2 + 1)
    }
    if !isLow { canvas.gap() }
    canvas.add(
      Span(
        page.changed.isEmpty
          ? "   ( ) Y  All of it is still right"
          : "   ( ) Y  The rest is still right; what has changed is asked"))
    canvas.placeCursor(column: 7)
    canvas.add(Span("   ( ) N  Ask every question anew"))
    return canvas
  }
}
