import ClinicalModel
import Consultation
import Screening
import Terminal

/// The page of a group: read aloud as one, denied with one key.
struct GroupPage: Sendable {
  let group: QuestionGroup.ID
}

extension Wizard {
  mutating func groupKey(_ key: Key, _ page: GroupPage) -> [Effect] {
    guard case .open(let session) = desk, let open = session.openGroup(page.group) else {
      return perform(.next)
    }
    switch key {
    case .character("n"), .character("N"):
      return deny(open, then: .nextOpen, key: key)
    case .character("y"), .character("Y"), .character("u"), .character("U"), .character("d"),
      .character("D"), .enter, .character(">"), .right, .tab:
      return openMembers(open, key: key)
    case .escape:
      notice = .information("Nothing to close here. Press ? for the keys.")
      return []
    default:
      guard let command = KeyMap.command(for: key, in: .choice) else {
        notice = .information("N says no to each, Y asks them one by one.")
        return []
      }
      return perform(command)
    }
  }

  /// Records the one No that was said to all members.
  mutating func deny(
    _ open: Checklist.OpenGroup, then destination: QuestionPage.Destination, key: Key
  ) -> [Effect] {
    guard let denial = GroupDenial(of: open.group, members: open.members),
      let first = open.members.first
    else { return openMembers(open, key: key) }
    // What stands between its members in the checklist comes next.
    return record([.groupDenied(denial)], after: first.id, then: destination, key: key)
  }

  /// Asks the members one by one: anything but a plain no to all of them is
  /// said to a single question.
  mutating func openMembers(_ open: Checklist.OpenGroup, key: Key) -> [Effect] {
    guard case .open(var session) = desk, let first = open.members.first else { return [] }
    session.opened.insert(open.group.id)
    desk = .open(session)
    // A key that is held down must not go on to answer the first of them.
    lastAnswer = .answered(at: now, by: .key(key))
    go(to: session.stop(at: first.id))
    notice = .information("One by one now: answer each by itself.")
    return []
  }

  func groupFrame(_ page: GroupPage, _ session: Session, _ size: GridSize, _ width: Int) -> Frame {
    guard let open = session.openGroup(page.group) else {
      return sectionFrame(session, nil, Canvas(width: width))
    }
    let isLow = size.rows < 22
    var frame = sectionFrame(
      session, open.section, groupBody(open, session, width, isLow: isLow))
    closeFrame(
      &frame, session, isLow: isLow,
      keys: keyLine(.group))
    return frame
  }

  private func groupBody(
    _ open: Checklist.OpenGroup, _ session: Session, _ width: Int, isLow: Bool
  ) -> Canvas {
    var canvas = Canvas(width: width)
    let index = (session.pack.sections.firstIndex { $0.id == open.section } ?? 0) + 1
    let title = session.pack.sections[index - 1].title
    canvas.ends(" \(index) \(title)", "\(open.members.count) asked together")
    if !isLow { canvas.gap() }
    canvas.wrap(open.group.ask, indent: 1, style: .strong)
    if open.members.allSatisfy(\.answeredByStaff) {
      canvas.add(Span(" Staff answer this; it is not read aloud"))
    }
    if !isLow { canvas.gap() }
    canvas.add(Span("   ( ) \(shownKey("n"))  No to each of them:"))
    canvas.placeCursor(column: 7)
    let numbers = ReviewList.numbers(session)
    for member in open.members {
      let number = Canvas.fill(numbers[member.id] ?? "", to: 6)
      let last = session.lastAnswer(to: member).map { "   last visit: \($0)" } ?? ""
      canvas.add(Span("            \(number)\(member.label)\(last)"))
    }
    canvas.wrap(
      "( ) \(shownKey("y"))  Ask them one by one: also when the answer to one is yes, not sure (U) or not said (D)",
      indent: 3, hanging: 10)
    if !isLow {
      canvas.gap()
      canvas.wrap("Answer:  not answered yet, Enter asks them one by one", indent: 1, hanging: 10)
    }
    return canvas
  }
}
