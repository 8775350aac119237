import ClinicalModel
import Consultation
import Terminal

/// The end of one part: what is left, and for whom.
struct PartDoneScreen: Screen {
  typealias Around = ConsultationSurroundings

  enum Act {
    case handOver(Int)
    case goOn
  }

  static let keyboards = [
    Keyboard<Self>(
      "End of a part",
      [
        .quiet(
          Key.digits(9), "1-9", "Hand over", "leave the rest to that part of the staff"
        ) { _, key, around in
          guard let digit = key.digit, around.left.indices.contains(digit - 1) else { return nil }
          return .handOver(digit - 1)
        },
        .letter("a", "All questions", "go on with all questions", .goOn),
      ], commands: [.back, .note, .jump, .review])
  ]

  func facts(_ around: Around) -> ScreenFacts { ScreenFacts(stop: .partDone) }

  func digits(_ around: Around) -> [Character: Character] {
    let count = around.left.count
    return count < 9 ? [Character(String(count + 1)): "a"] : [:]
  }

  func isHasty(_ key: Key) -> Bool { key.answers }

  func update(_ act: Act, _ around: Around) -> [Outcome] {
    switch act {
    case .handOver(let line): [.handOver(around.left[line].role)]
    case .goOn: [.choose(.everyone)]
    }
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    [.say("A number hands over, A goes on with all questions.")]
  }

  func view(_ around: Around, _ size: GridSize) -> Frame {
    let width = Frame.width(size)
    var frame = around.plainFrame(
      around.session, title: "The \(around.part.words)'s part is done", right: "", width)
    draw(around, &frame.body)
    let lead = "1-\(max(1, around.left.count)) Hand over"
    frame.foot = around.foot(around.keyLine(Self.keyboards[0].table, lead: lead), width)
    return frame
  }

  private func draw(_ around: Around, _ body: inout Canvas) {
    body.gap()
    body.wrap(title(around), style: .strong)
    body.wrap(Self.remark)
    body.gap()
    for (index, rest) in around.left.enumerated() {
      body.add(Span("   \(index + 1)  Hand over to the \(rest.role.words): save and close"))
      if index == 0 { body.placeCursor(column: 3) }
    }
    body.add(Span("   \(around.shownKey("a"))  Go on with all questions"))
  }

  func spoken(_ around: Around) -> LinearPage {
    LinearPage(
      place: "part-done",
      lines: [title(around), Self.remark]
        + around.left.enumerated().map {
          "\($0 + 1) Hand over to the \($1.role.words): save and close"
        } + ["A Go on with all questions"], prompt: "Answer, A or a number")
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    if line.lowercased() == "a" { return .act(.goOn) }
    if line.count == 1, let number = line.first?.wholeNumberValue, number > 0 {
      return around.left.indices.contains(number - 1) ? .act(.handOver(number - 1)) : .unused
    }
    return .general(otherwise: "A number hands over, A goes on.")
  }

  private static let remark = "The result stays closed until everything has been asked."

  private func title(_ around: Around) -> String {
    let words = around.left.map { "\($0.role.words) \($0.count)" }.joined(separator: ", ")
    return "The \(around.part.words)'s part is done. Left: \(words)."
  }
}

extension ConsultationSurroundings {
  /// What this part leaves to others.
  fileprivate var left: [(role: StaffRole, count: Int)] { session.left(after: part) }
}
