import ClinicalModel
import Consultation
import Screening
import Terminal

/// All answers, to be checked before the result.
struct ReviewPage: Sendable {
  /// The marked line of `ReviewList.rows` that holds a question.
  var selected: Int
  /// Where the person came from, for the way back.
  let origin: Stop
}

extension Around {
  /// The lines of the review as it stands.
  func reviewList(_ session: Session) -> ReviewList {
    ReviewList(session, contradictions: contradictions(session))
  }
}

extension Wizard {
  mutating func openReview(at question: Question.ID?) {
    guard let session = opened else { return }
    let list = reviewList(session)
    let row =
      list.selectable.first { index in
        question != nil && list.question(at: index) == question
      } ?? list.selectable.first ?? 0
    let origin = question.map { session.stop(at: $0) } ?? .review
    page = .review(ReviewPage(selected: row, origin: origin))
    noteReviewed()
  }

  mutating func reviewKey(_ key: Key, _ page: ReviewPage) -> [Effect] {
    guard let session = opened else { return [] }
    var page = page
    let list = reviewList(session)
    let places = list.selectable
    let here = places.firstIndex { $0 >= page.selected } ?? max(0, places.count - 1)
    func select(_ index: Int) {
      guard !places.isEmpty else { return }
      page.selected = places[min(max(0, index), places.count - 1)]
    }
    switch key {
    case .up: select(here - 1)
    case .down: select(here + 1)
    case .pageUp: select(here - 12)
    case .pageDown, .character(" "): select(here + 12)
    case .home: select(0)
    case .end: select(places.count - 1)
    case .enter:
      guard let question = list.question(at: page.selected) else { return openResult() }
      let isOpen = session.item(question)?.isOpen ?? false
      return visit(question, then: isOpen ? .nextOpen : .review)
    case .character("<"), .backspace, .left, .function(3), .backTab:
      guard page.origin != .review else { return perform(.back) }
      go(to: page.origin)
      return []
    case .character("e"), .character("E"): return perform(.next)
    case .character("r"), .character("R"): return openResult()
    case .escape:
      notice = .information("< goes back to the questions, R shows the result.")
      return []
    default:
      guard let command = KeyMap.command(for: key, in: .review) else {
        notice = .information("Up and Down move, Enter changes an answer, R shows the result.")
        return []
      }
      return perform(command)
    }
    self.page = .review(page)
    noteReviewed()
    return []
  }

  /// The result opens only after the last line of the review was on screen.
  private mutating func noteReviewed() {
    guard case .review(let page) = page, var session = opened else { return }
    let list = reviewList(session)
    if page.selected >= (list.selectable.last ?? 0) {
      session.reviewed = .toItsEnd
      opened = session
    }
  }

  mutating func openResult() -> [Effect] {
    guard let session = opened else { return [] }
    if session.isSigned {
      page = .export(ExportPage(folder: setting.exportFolder))
      return []
    }
    guard session.reviewed == .toItsEnd else {
      if case .review = page {
        notice = .information("The result stays closed until the review was shown to its end.")
        return []
      }
      openReview(at: nil)
      notice = .information("First the review: End or PgDn goes to its last line, then R.")
      return leavePage()
    }
    page = .result(openedResult(session))
    return [.flushInput]
  }

  /// The result page with the nearest plans, which are worked out once.
  func openedResult(_ session: Session) -> ResultPage {
    ResultPage(
      nearest: nearestPlans(
        to: session.given, with: session.pack, on: session.day))
  }
}
