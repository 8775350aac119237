import ClinicalModel
import Consultation
import Screening

/// The open consultation: what is durable, what is not yet, and what follows.
struct Session: Redacted, Sendable {
  /// The pack it was begun with.
  let pack: CompiledPack
  /// The fold of the entries that are durable.
  private(set) var consultation: Consultation
  /// The hash of the last durable entry.
  private(set) var head: String
  /// Events that are not durable yet, oldest first.
  private(set) var unsaved: [Event] = []
  /// The day on which the oldest of them was given.
  private(set) var unsavedDay: CalendarDate
  /// Whether the last attempt to save failed.
  private(set) var saving: Saving = .done
  /// The day on which the answers are judged: the clinic's day, of what is signed
  /// that of the signature.
  private(set) var day: CalendarDate
  /// The clinic's day.
  private var today: CalendarDate
  /// The clinic's wall clock, which says on which day something was recorded.
  let clock: LocalTime
  /// The answers with their days: the durable ones and the unsaved on top, also
  /// those that are to be asked again.
  private(set) var given: Answers
  /// The answers that count on this day. What is to be asked again is not asked.
  private(set) var answers: Answers
  /// On which day each draft was typed.
  private var draftDays: [Question.ID: CalendarDate] = [:]
  /// The findings of these answers.
  private(set) var report: Report
  /// The checklist of these answers.
  private(set) var checklist: Checklist
  /// Whether the review has been shown to its end since the last answer.
  var reviewed: Reviewed = .no
  /// What changed last among the findings.
  private(set) var newest = NewestChange.none
  /// Groups whose members are being asked one by one.
  var opened: Set<QuestionGroup.ID> = []
  /// What is known of the patient from an earlier consultation.
  var earlier: EarlierFacts = .none
  /// The patient's last visit, shown beside the questions for reference.
  var lastVisit = LastVisit.none
  /// How many entries of an earlier consultation's lists were read out.
  var reread: [Question.ID: Int] = [:]
  /// The changes of answers that can be taken back.
  var changes = ChangeLine()

  /// How saving stands.
  enum Saving: Hashable, Sendable {
    case done
    case underWay
    case failed(String)
  }

  /// Whether the review was shown to its end.
  enum Reviewed: Hashable, Sendable {
    case no
    case toItsEnd
  }

  init(
    _ consultation: Consultation, head: String, pack: CompiledPack, today: CalendarDate,
    clock: LocalTime
  ) {
    self.pack = pack
    self.consultation = consultation
    self.head = head
    self.clock = clock
    day = consultation.day(today: today)
    self.today = today
    unsavedDay = today
    given = consultation.datedAnswers(by: clock)
    draftDays = consultation.draftTimes.mapValues(clock.date)
    (answers, report, checklist) = Self.judge(given, pack, on: day)
  }

  private static func judge(
    _ given: Answers, _ pack: CompiledPack, on day: CalendarDate
  ) -> (Answers, Report, Checklist) {
    let context = AnswerContext(pack: pack, answers: given, interviewDate: day)
    var answers = given
    for question in given.asked where context.earlier(question) != .none {
      answers[question] = .unknown(.notAsked)
    }
    return (answers, screen(given, with: pack, on: day), Checklist(context))
  }

  /// Another day has begun while the consultation lies open. Undo does not reach
  /// back over it: what was answered yesterday is no answer of today.
  mutating func begin(_ today: CalendarDate) {
    self.today = today
    guard !isSigned, today != day else { return }
    day = today
    changes = ChangeLine()
    reviewed = .no
    (answers, report, checklist) = Self.judge(given, pack, on: day)
  }

  /// How many answers are to be asked again.
  var outdatedCount: Int { checklist.items.count { $0.earlier != .none } }

  /// Takes events that are to be saved. Those that failed before go with them,
  /// in order, so that nothing is ever saved out of turn.
  mutating func record(_ events: [Event], _ step: Step = .new) -> Effect {
    let before = lines
    switch step {
    case .new: if let change = change(by: events) { changes.take(change) }
    case .undone: changes.wasUndone()
    case .doneAgain: changes.wasDoneAgain()
    }
    if Self.endsTheLine(events) { changes = ChangeLine() }
    if unsaved.isEmpty { unsavedDay = today }
    unsaved += events
    saving = .underWay
    for event in events {
      var then = day
      if case .answerRestored(_, _, _, let time) = event { then = clock.date(of: time) }
      for (question, answer, _) in event.answersRecorded {
        given.record(answer, to: question, on: then)
        reviewed = .no
      }
      if case .draftKept(let question, _) = event { draftDays[question] = day }
    }
    (answers, report, checklist) = Self.judge(given, pack, on: day)
    if let question = events.flatMap(\.answersRecorded).first?.0,
      let change = FindingChange.between(before, lines, by: question)
    {
      newest = .change(change)
    }
    return .save
  }

  /// What was unsaved is durable now, as far as the new entries reach.
  mutating func saved(_ consultation: Consultation, head: String) {
    let count = consultation.entryCount - self.consultation.entryCount
    unsaved.removeFirst(min(max(0, count), unsaved.count))
    self.consultation = consultation
    self.head = head
    saving = unsaved.isEmpty ? .done : .underWay
  }

  /// The entries could not be written.
  mutating func saveFailed(_ why: String) { saving = .failed(why) }

  /// The item of a question, as far as it applies or is offered.
  func item(_ question: Question.ID) -> Checklist.Item? {
    checklist.items.first { $0.question.id == question }
  }

  /// Whether the consultation can still be changed.
  var isSigned: Bool {
    if case .signed = consultation.signature { true } else { false }
  }

  /// The lines worth reading while questions are still open: what nobody has
  /// asked yet is counted as open, and advice is read with the result.
  var lines: [FindingLine] {
    report.lines.filter { $0.kind != .open && !$0.isNote }
  }

  /// The advice of the answers, a line each.
  var advice: [FindingLine] { report.lines.filter { $0.kind == .found && $0.isNote } }

  /// The day on which a draft was typed.
  func day(ofDraft question: Question.ID) -> CalendarDate { draftDays[question] ?? day }

  /// How many questions must still be asked. Offered ones do not count: their
  /// gate has its own finding while it is not known.
  var openCount: Int { report.counts.notAnswered }
}
