import ClinicalModel
import Consultation
import Screening
import Terminal

/// A group: read aloud as one, denied with one key.
struct GroupScreen: Screen {
  typealias Around = ConsultationSurroundings

  let group: QuestionGroup.ID

  enum Act {
    case denyAll
    case askOneByOne
  }

  static let keyboards = [
    Keyboard<Self>(
      "Questions asked together",
      [
        .letter("n", "No to each", "records one No to these words; 1 does the same", .denyAll),
        .key(
          Key.letter("y") + Key.letter("u") + Key.letter("d") + [.enter], "Y", "One by one",
          "asks each by itself; 2 does the same", .askOneByOne),
      ], commands: [.back, .help, .note, .jump, .review])
  ]

  func facts(_ around: Around) -> ScreenFacts {
    ScreenFacts(
      group: group, stop: .group(group),
      sideMark: open(around).map { .section($0.section) } ?? .nothing)
  }

  func digits(_ around: Around) -> [Character: Character] { Wizard.numbered(["n", "y"]) }

  func isHasty(_ key: Key) -> Bool { key.answers }

  private func open(_ around: Around) -> Checklist.OpenGroup? { around.session.openGroup(group) }

  func update(_ act: Act, _ around: Around) -> [Outcome] {
    guard let open = open(around) else { return [.command(.next)] }
    switch act {
    case .denyAll: return open.denial(then: .nextOpen) ?? open.askedOneByOne
    case .askOneByOne: return open.askedOneByOne
    }
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    if open(around) == nil { return [.command(.next)] }
    return [
      .say(
        key == .escape
          ? "Nothing to close here. Press ? for the keys."
          : "N says no to each, Y asks them one by one.")
    ]
  }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    guard let open = open(around) else {
      return step == .forward || step == .clearAnswer ? [.say("Nothing is answered here yet.")] : []
    }
    switch step {
    case .back: return open.members.first.map { [.back(from: $0.id)] } ?? []
    case .clearAnswer: return [.say("Nothing is answered here yet.")]
    default: return open.askedOneByOne
    }
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    let session = around.session
    let width = Frame.width(size)
    guard let open = open(around) else {
      return around.sectionFrame(session, nil, Canvas(width: width))
    }
    let isLow = size.rows < 22
    var frame = around.sectionFrame(session, open.section, Canvas(width: width))
    draw(open, around, isLow: isLow, &frame.body)
    around.closeFrame(
      &frame, session, isLow: isLow, keys: around.keyLine(Self.keyboards[0].table))
    return frame
  }

  private func draw(
    _ open: Checklist.OpenGroup, _ around: Around, isLow: Bool, _ canvas: inout Canvas
  ) {
    let session = around.session
    let index = (session.pack.sections.firstIndex { $0.id == open.section } ?? 0) + 1
    let title = session.pack.sections[index - 1].title
    canvas.ends(" \(index) \(title)", "\(open.members.count) asked together")
    if !isLow { canvas.gap() }
    canvas.wrap(open.group.ask, indent: 1, style: .strong)
    if open.members.allSatisfy(\.answeredByStaff) {
      canvas.add(Span(" Staff answer this; it is not read aloud"))
    }
    if !isLow { canvas.gap() }
    canvas.add(Span("   ( ) \(around.shownKey("n"))  No to each of them:"))
    canvas.placeCursor(column: 7)
    let numbers = ReviewList.numbers(session)
    for member in open.members {
      let number = Canvas.fill(numbers[member.id] ?? "", to: 6)
      let last = session.lastAnswer(to: member).map { "   last visit: \($0)" } ?? ""
      canvas.add(Span("            \(number)\(member.label)\(last)"))
    }
    canvas.wrap(
      "( ) \(around.shownKey("y"))  Ask them one by one: also when the answer to one is yes, "
        + "not sure (U) or not said (D)", indent: 3, hanging: 10)
    if !isLow {
      canvas.gap()
      canvas.wrap("Answer:  not answered yet, Enter asks them one by one", indent: 1, hanging: 10)
    }
  }

  func spoken(_ around: Around) -> LinearPage {
    guard let open = open(around) else { return LinearPage(place: "group", prompt: "> goes on") }
    return LinearPage(
      place: "group:\(group)", section: open.section.rawValue,
      lines: [
        around.sectionLine(
          open.section, around.session, "\(open.members.count) questions asked together")
      ] + around.groupLines(open, around.session), prompt: "Answer, N or Y")
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    switch line.lowercased() {
    case "n": .act(.denyAll)
    case "y", "u", "d", ">", "next": .act(.askOneByOne)
    default: .general(otherwise: "N says no to each, Y asks one by one.")
    }
  }
}

extension Checklist.OpenGroup {
  /// The one No that was said to all members; `nil` where it cannot be recorded.
  func denial(then destination: AfterAnswer) -> [Outcome]? {
    guard let denial = GroupDenial(of: group, members: members), let first = members.first else {
      return nil
    }
    // What stands between its members in the checklist comes next.
    return [.record([.groupDenied(denial)], after: first.id, then: destination)]
  }

  /// The members one by one: anything but a plain no to all of them is said to
  /// a single question.
  var askedOneByOne: [Outcome] {
    guard let first = members.first else { return [] }
    // A key that is held down must not go on to answer the first of them.
    return [
      .mark(.asksOneByOne(group.id)), .pause, .ask(first.id),
      .say("One by one now: answer each by itself."),
    ]
  }
}
