import ClinicalModel
import Consultation
import Screening
import Terminal

extension Session {
  /// The question that lists skin tests; nothing when the pack has none.
  var skinTestQuestion: Question? {
    guard let question = pack.question(ListSubject.skinTests.question),
      question.kind == .list(.skinTests)
    else { return nil }
    return question
  }

  /// All tests as they now are, also those that are not durable yet.
  var testsAnswer: Answer {
    for case .skinTestsRecorded(let answer) in unsaved.reversed() { return answer }
    if case .recorded(let answer, _) = consultation.testsSinceSigning { return answer }
    return answers[ListSubject.skinTests.question]
  }

  var testEntries: [Answers] {
    if case .known(.entries(let entries)) = testsAnswer { entries } else { [] }
  }

  /// The answers with the tests as they now are. What is signed stands as it was
  /// signed, on whatever day the tests are looked at.
  var answersWithTests: Answers {
    var latest = isSigned ? answers.undated : given
    latest[ListSubject.skinTests.question] = testsAnswer
    return latest
  }

  /// The day from which the answers are judged: that of the interview, and once
  /// it is signed the day on which the tests are looked at.
  func testDay(_ today: CalendarDate) -> CalendarDate {
    isSigned ? max(day, today) : day
  }

  /// The page as it now is.
  func skinTestScreen(_ today: CalendarDate, mark: Int = 0) -> SkinTestScreen {
    let day = testDay(today)
    let answers = answersWithTests
    var page = SkinTestScreen(plan: skinTestPlan(answers, with: pack, on: day, today: today))
    page.mark = min(mark, max(0, page.plan.items.count - 1))
    if isSigned, testsAnswer != self.answers[ListSubject.skinTests.question] {
      let report = screen(answers, with: pack, on: day)
      page.since = .outcome(report.outcome, couldBecome: report.couldBecome)
    }
    return page
  }

  /// The tests on record of an earlier consultation, while none is listed here.
  var testsOnRecord: [Answers] {
    guard case .of(let visit, _) = earlier, testEntries.isEmpty, !isSigned,
      case .known(.entries(let entries)) = visit.answers[ListSubject.skinTests.question],
      let question = skinTestQuestion
    else { return [] }
    let kept = entries.filter { question.admits(.known(.entries([$0]))) }
    return kept.filter { $0[.testState] != .known(.choice("planned")) }
  }
}

extension SkinTestItem {
  /// Whether the next thing is to place it, again or for the first time.
  var isToBePlaced: Bool {
    switch state {
    case .notPlanned, .planned, .planMissed: true
    case .read(let verdict): !verdict.stands && verdict != .valid
    case .placed, .readingDue, .refused: false
    }
  }

  /// Whether a reading was not made while it counted: the test stays incomplete.
  var isMissed: Bool {
    isPlaced && current?.verdict == .open
      && (schedule?.readings.contains { $0.standing == .overdue } ?? false)
  }

  /// Whether it lies on the skin, or did.
  var isPlaced: Bool { current?.step == .placed }

  /// Whether nobody has recorded a reading or a refusal of it.
  var isOnlyPlanned: Bool {
    switch state {
    case .planned, .planMissed: true
    case .notPlanned, .placed, .readingDue, .read, .refused: false
    }
  }
}
