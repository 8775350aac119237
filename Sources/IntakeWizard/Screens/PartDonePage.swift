import ClinicalModel
import Consultation
import Screening
import Terminal

/// The end of one part: what is left, and for whom.
struct PartDonePage: Hashable, Sendable {}

extension Wizard {
  mutating func partDoneKey(_ key: Key) -> [Effect] {
    guard case .open(let session) = desk else { return [] }
    let left = session.left(after: part)
    switch key {
    case .character("a"), .character("A"):
      return choose(.everyone)
    case .character(let character)
    where character.wholeNumberValue.map { left.indices.contains($0 - 1) } == true:
      return handOver(to: left[(character.wholeNumberValue ?? 1) - 1].role, session)
    case .enter, .escape:
      notice = .information("A number hands over, A goes on with all questions.")
      return []
    default:
      guard let command = KeyMap.command(for: key, in: .other) else {
        notice = .information("A number hands over, A goes on with all questions.")
        return []
      }
      return perform(command)
    }
  }

  /// Leaves the rest to somebody: recorded, saved and closed.
  private mutating func handOver(to role: StaffRole, _ session: Session) -> [Effect] {
    guard !session.isSigned else { return closeConsultation() }
    var session = session
    let effect = session.record([.handedOver(to: role)])
    desk = .open(session)
    closing = .afterSaving
    return [effect]
  }

  /// Chooses whose part is walked through.
  mutating func choose(_ part: Part) -> [Effect] {
    let kept = leavePage()
    self.part = part
    notice = .information(
      part == .everyone
        ? "Every question is asked." : "Only the \(part.words)'s questions are asked now.")
    guard case .open(let session) = desk, !session.isSigned else { return kept }
    go(to: session.firstStop(in: part))
    return kept
  }

  mutating func partsKey(_ key: Key) -> [Effect] {
    guard case .character(let character) = key, let number = character.wholeNumberValue,
      (1...StaffRole.allCases.count + 1).contains(number)
    else {
      notice = .information("Press a number. Esc closes.")
      return []
    }
    overlays.removeLast()
    return choose(number == 1 ? .everyone : .role(StaffRole.allCases[number - 2]))
  }

  func partsBody(_ body: inout Canvas) {
    body.add(Span(" Whose questions are asked?", .strong))
    body.gap()
    for (index, choice) in ([.everyone] + StaffRole.allCases.map(Part.role)).enumerated() {
      let sections =
        choice == .everyone
        ? "all sections"
        : setting.pack.sections.filter { choice.holds($0) }.map(\.short).joined(separator: ", ")
      let here = choice == part ? ">" : " "
      let words = Canvas.fill(choice.words, to: 12)
      body.wrap("\(here) \(index + 1)  \(words) \(sections)", indent: 1, hanging: 19)
    }
    body.gap()
    body.wrap("What others ask stays open until they have asked it; nothing is left out.")
    body.placeCursor(column: 1)
  }

  func partDoneFrame(_ session: Session, _ width: Int) -> Frame {
    let left = session.left(after: part)
    var frame = plainFrame(
      session, title: "The \(part.words)'s part is done",
      right: "", width)
    var body = Canvas(width: width)
    let words = left.map { "\($0.role.words) \($0.count)" }.joined(separator: ", ")
    body.gap()
    body.wrap("The \(part.words)'s part is done. Left: \(words).", style: .strong)
    body.wrap("The result stays closed until everything has been asked.")
    body.gap()
    for (index, rest) in left.enumerated() {
      body.add(
        Span("   \(index + 1)  Hand over to the \(rest.role.words): save and close"))
      if index == 0 { body.placeCursor(column: 3) }
    }
    body.add(Span("   \(shownKey("a"))  Go on with all questions"))
    frame.body = body
    frame.foot = foot(
      keyLine(.partDone, lead: "1-\(max(1, left.count)) Hand over"), width)
    return frame
  }
}
