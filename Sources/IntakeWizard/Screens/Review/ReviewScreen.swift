import ClinicalModel
import Consultation
import Screening
import Terminal

/// All answers, to be checked before the result.
struct ReviewScreen: Screen {
  typealias Around = ConsultationSurroundings

  /// The marked line of `ReviewList.rows` that holds a question.
  var selected: Int
  /// Where the person came from, for the way back.
  let origin: Stop

  /// The review with the line of a question marked, else its first.
  init(_ session: Session, at question: Question.ID?) {
    let list = ReviewList(session)
    selected =
      list.selectable.first { question != nil && list.question(at: $0) == question }
      ?? list.selectable.first ?? 0
    origin = question.map { session.stop(at: $0) } ?? .review
  }

  enum Act {
    case move(Int)
    case toStart
    case toEnd
    case takeMarked
    case change(Int)
    case goToNextOpen
    case showResult
  }

  static let keyboards = [
    Keyboard<Self>(
      "Review",
      [
        .key(Key.upDown, "Up/Down", "Move", "move to an answer") { _, key, _ in
          .move(key == .up ? -1 : 1)
        },
        .key([.enter], "Enter", "Change", "change the answer, or give it", .takeMarked),
        .letter("e", "Next to do", "the next question that is not answered", .goToNextOpen),
        .key(
          Key.paging + [.character(" ")], "PgUp/PgDn", "Page",
          "a page further; End goes to the last line"
        ) { _, key, _ in
          [Key.pageUp: .move(-12), .home: .toStart, .end: .toEnd][key] ?? .move(12)
        },
        .letter("r", "Result", "the result, once the review was shown to its end", .showResult),
      ], commands: [.back, .note])
  ]

  func facts(_ around: Around) -> ScreenFacts {
    ScreenFacts(stop: .review, sideMark: .review)
  }

  func noteTarget(_ around: Around) -> NoteTarget? {
    ReviewList(around.session).question(at: selected)
      .flatMap(around.session.pack.question).map { NoteTarget($0) }
  }

  mutating func update(_ act: Act, _ around: Around) -> [Outcome] {
    let list = ReviewList(around.session)
    let lines = list.selectable
    let here = lines.firstIndex { $0 >= selected } ?? max(0, lines.count - 1)
    switch act {
    case .move(let step): mark(here + step, of: lines)
    case .toStart: mark(0, of: lines)
    case .toEnd: mark(lines.count - 1, of: lines)
    case .takeMarked:
      guard let question = list.question(at: selected) else { return [.result] }
      return change(question, around)
    case .change(let line):
      guard let question = list.question(at: line) else { return [.result] }
      selected = line
      return change(question, around)
    case .goToNextOpen: return [.command(.next)]
    case .showResult: return [.result]
    }
    return isAtEnd(list) ? [.mark(.reviewed)] : []
  }

  private mutating func mark(_ index: Int, of lines: [Int]) {
    guard !lines.isEmpty else { return }
    selected = lines[min(max(0, index), lines.count - 1)]
  }

  private func change(_ question: Question.ID, _ around: Around) -> [Outcome] {
    let isOpen = around.session.item(question)?.isOpen ?? false
    return [.visit(question, then: isOpen ? .nextOpen : .review)]
  }

  /// Whether the last line is on screen, after which the result may open.
  func isAtEnd(_ list: ReviewList) -> Bool { selected >= (list.selectable.last ?? 0) }

  func walk(_ step: Command, _ around: Around) -> [Outcome] {
    guard step == .back else { return [] }
    return origin == .review ? [.goToLastQuestion] : [.go(origin, then: .nextOpen)]
  }

  func unused(_ key: Key, _ around: Around) -> [Outcome] {
    [
      .say(
        key == .escape
          ? "< goes back to the questions, R shows the result."
          : "Up and Down move, Enter changes an answer, R shows the result.")
    ]
  }

  func begin(dayAfter before: CalendarDate, _ around: Around) -> [Outcome] { [.review(at: nil)] }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    switch line.lowercased() {
    // The review was said whole, and the last line of it counts as shown.
    case "r", "result": return .acts([.toEnd, .showResult])
    case "e": return .act(.goToNextOpen)
    case "<", "back": return .outcomes([.command(.back)])
    default: break
    }
    guard line.contains("."), line.allSatisfy({ $0.isNumber || $0 == "." }) else {
      return .general(otherwise: "R shows the result; a number such as 4.2 changes an answer.")
    }
    let list = ReviewList(around.session)
    let row = list.selectable.first { row in
      switch list.rows[row] {
      case .answer(_, line), .contradiction(_, _, line): true
      default: false
      }
    }
    guard let row else {
      return .say(["There is no question \(line) in this review. Nothing was taken."])
    }
    return .act(.change(row))
  }
}
