import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// Opens the page of skin tests.
  mutating func openSkinTests() -> [Effect] {
    guard let session = opened else { return [] }
    guard session.skinTestQuestion != nil else {
      notice = .information("This pack asks for no skin tests.")
      return []
    }
    let kept = leavePage()
    page = .skinTests(session.skinTestPage(day))
    return kept
  }

  mutating func skinTestKey(_ key: Key, _ page: SkinTestPage) -> [Effect] {
    guard let session = opened else { return [] }
    if case .form(let form) = page.step { return skinTestFormKey(key, page, form, session) }
    var page = page
    let count = page.plan.items.count
    switch key {
    case .up: page.mark = max(0, page.mark - 1)
    case .down: page.mark = min(max(0, count - 1), page.mark + 1)
    case .home: page.mark = 0
    case .end: page.mark = max(0, count - 1)
    case .character("t"), .character("T"): return takeOver(page, session)
    case .character("a"), .character("A"): return planAll(page, session)
    case .character("<"), .backspace, .left, .function(3), .escape: return leaveSkinTests(session)
    case .enter, .character("p"), .character("P"), .character("r"), .character("R"),
      .character("d"), .character("D"), .character("n"), .character("N"), .character("-"):
      guard let item = page.item else {
        notice = .information("There is no test to mark.")
        return []
      }
      return skinTestItemKey(key, item, page, session)
    case .character(let digit) where (1...9).contains(digit.wholeNumberValue ?? 0):
      guard let place = digit.wholeNumberValue, place <= count else { return [] }
      page.mark = place - 1
    default:
      guard let command = KeyMap.command(for: key, in: .result) else {
        notice = .information("Up and Down mark a test, Enter goes on with it, < goes back.")
        return []
      }
      return perform(command)
    }
    self.page = .skinTests(page)
    return []
  }

  private mutating func skinTestItemKey(
    _ key: Key, _ item: SkinTestItem, _ page: SkinTestPage, _ session: Session
  ) -> [Effect] {
    switch key {
    case .enter where item.isToBePlaced: return openForm(.placing, item, page, session)
    case .enter, .character("r"), .character("R"):
      guard item.isPlaced else {
        notice = .information(
          item.state == .refused
            ? "The patient declined it. - takes that back." : "It is not placed yet: Enter first.")
        return []
      }
      return openForm(.reading, item, page, session)
    case .character("p"), .character("P"): return plan([item], page, session)
    case .character("n"), .character("N"):
      guard item.isMissed || item.isToBePlaced else {
        notice = .information("N places a test anew whose reading was missed.")
        return []
      }
      return openForm(.placing, item, page, session)
    case .character("d"), .character("D"):
      guard item.state == .notPlanned || item.isOnlyPlanned else {
        notice = .information("It is placed: what follows is read, not declined.")
        return []
      }
      return keep(item, .refused, page, session, "Recorded: the patient declines it.")
    default:
      guard item.isOnlyPlanned || item.state == .refused, let test = item.current else {
        notice = .information("- takes back a plan or a refusal, never a placed test.")
        return []
      }
      var entries = session.testEntries
      entries.remove(at: test.place)
      return record(entries, notes: [], page, "Taken back. The history keeps it.")
    }
  }

  /// Plans tests for the suggested day.
  private mutating func plan(
    _ items: [SkinTestItem], _ page: SkinTestPage, _ session: Session
  ) -> [Effect] {
    let wanted = items.filter { $0.isAllowed && $0.state == .notPlanned && $0.schedule != nil }
    guard !wanted.isEmpty else {
      notice = .information(
        items.first.map(Self.whyNot) ?? "Nothing here can be planned that is not planned yet.")
      return []
    }
    var entries = session.testEntries
    for item in wanted {
      guard let day = item.schedule?.placing else { continue }
      entries.append(item.entry(.planned, on: day))
    }
    let words = wanted.count == 1 ? "1 test is planned." : "\(wanted.count) tests are planned."
    return record(entries, notes: [], page, words)
  }

  private mutating func planAll(_ page: SkinTestPage, _ session: Session) -> [Effect] {
    let open = page.plan.items.filter {
      $0.isAllowed && $0.state == .notPlanned && !$0.askedBy.isEmpty
    }
    guard !open.isEmpty else {
      notice = .information("Nothing here can be planned that is not planned yet.")
      return []
    }
    return plan(open, page, session)
  }

  private static func whyNot(_ item: SkinTestItem) -> String {
    if let refusal = item.refusals.first { return refusal.title }
    if let never = item.never.first { return never.reason }
    return "It is \(item.state.words) already."
  }

  private mutating func openForm(
    _ purpose: SkinTestForm.Purpose, _ item: SkinTestItem, _ page: SkinTestPage,
    _ session: Session
  ) -> [Effect] {
    guard let list = session.skinTestQuestion else { return [] }
    if purpose == .placing, !item.isAllowed {
      notice = .trouble(Self.whyNot(item))
      return []
    }
    let rows = SkinTestRows(list: list, guidance: session.pack.skinTests, today: day)
    var page = page
    page.step = .form(
      SkinTestForm(
        purpose: purpose, item: item,
        rows: purpose == .placing ? rows.placing(item) : rows.reading(item)))
    self.page = .skinTests(page)
    return [.flushInput]
  }

  /// The clinic's own records of tests of this patient, by one key.
  private mutating func takeOver(_ page: SkinTestPage, _ session: Session) -> [Effect] {
    let kept = session.testsOnRecord
    guard !kept.isEmpty, case .of(let visit, _) = session.earlier else {
      notice = .information("There are no earlier tests on record to take over.")
      return []
    }
    let note =
      "Skin tests taken over from this clinic's record of \(visit.day.spelled): \(kept.count)"
    return record(
      kept, notes: [note], page,
      "Taken over: \(kept.count) from \(visit.day.spelled). They are weighed for today's plan.")
  }

  private mutating func leaveSkinTests(_ session: Session) -> [Effect] {
    if session.isSigned {
      page = .export(ExportPage(folder: setting.exportFolder))
      return []
    }
    if session.reviewed == .toItsEnd {
      page = .result(openedResult(session))
      return []
    }
    openReview(at: ListSubject.skinTests.question)
    return []
  }
}
