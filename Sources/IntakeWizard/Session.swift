import ClinicalModel
import Consultation
import Screening

/// The open consultation: what is durable, what is not yet, and what follows.
struct Session: Sendable {
  /// The pack it was begun with.
  let pack: ProtocolPack
  /// The fold of the entries that are durable.
  private(set) var consultation: Consultation
  /// The hash of the last durable entry.
  private(set) var head: String
  /// Events that are not durable yet, oldest first.
  private(set) var unsaved: [Event] = []
  /// Whether the last attempt to save failed.
  private(set) var saving: Saving = .done
  /// The answers on the screen: the durable ones and the unsaved on top.
  private(set) var answers: Answers
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

  init(_ consultation: Consultation, head: String, pack: ProtocolPack) {
    self.pack = pack
    self.consultation = consultation
    self.head = head
    answers = consultation.answers
    (report, checklist) = Self.judge(consultation.answers, pack, consultation)
  }

  private static func judge(
    _ answers: Answers, _ pack: ProtocolPack, _ consultation: Consultation
  ) -> (Report, Checklist) {
    let day = consultation.opened.interviewDate
    return (
      screen(answers, with: pack, on: day),
      Checklist(AnswerContext(pack: pack, answers: answers, interviewDate: day))
    )
  }

  /// Takes events that are to be saved. Those that failed before go with them,
  /// in order, so that nothing is ever saved out of turn.
  mutating func record(_ events: [Event], _ step: Step = .new) -> Effect {
    let before = visibleFindings
    switch step {
    case .new: if let change = change(by: events) { changes.take(change) }
    case .undone: changes.wasUndone()
    case .doneAgain: changes.wasDoneAgain()
    }
    if Self.endsTheLine(events) { changes = ChangeLine() }
    unsaved += events
    saving = .underWay
    for (question, answer, _) in events.flatMap(\.answersRecorded) {
      answers[question] = answer
      reviewed = .no
    }
    (report, checklist) = Self.judge(answers, pack, consultation)
    if let question = events.flatMap(\.answersRecorded).first?.0,
      let change = FindingChange.between(before, visibleFindings, by: question)
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

  /// Findings worth a line while questions are still open: what nobody has
  /// asked yet is counted as open, not as a finding.
  var visibleFindings: [Finding] {
    report.findings.filter { finding in
      if case .unknownAnswer(_, .notAsked) = finding.origin { return false }
      guard finding.severity > .proceed else { return false }
      switch finding.certainty {
      case .established: return true
      case .possible(let missing): return missing.allSatisfy { answers[$0] != .unknown(.notAsked) }
      }
    }
  }

  /// One line per cause: what is possible only because of an answer that has
  /// its own NOT KNOWN line is told by that line and by "could become".
  var causes: [Finding] {
    let visible = visibleFindings
    let told = Set(
      visible.compactMap { finding in
        if case .unknownAnswer(let question, _) = finding.origin { question } else { nil }
      })
    let causes = visible.filter { finding in
      guard case .possible(let missing) = finding.certainty else { return true }
      return !missing.allSatisfy(told.contains)
    }
    // An unknown answer stands where the worst stands that it may hide.
    let weights = causes.map { weight(of: $0, among: visible) }
    return causes.indices.sorted { first, second in
      weights[first] == weights[second] ? first < second : weights[first] > weights[second]
    }.map { causes[$0] }
  }

  private func weight(of finding: Finding, among visible: [Finding]) -> Severity {
    guard case .unknownAnswer(let question, _) = finding.origin else { return finding.severity }
    return visible.reduce(finding.severity) { worst, other in
      guard case .possible(let missing) = other.certainty, missing.contains(question) else {
        return worst
      }
      return max(worst, other.severity)
    }
  }

  /// How many questions must still be asked. Offered ones do not count: their
  /// gate has its own finding while it is not known.
  var openCount: Int { report.unanswered.count }
}
