import ClinicalModel
import Consultation
import Screening

/// One change of answers that a person made in one step, and what it replaced.
struct AnswerChange: Sendable {
  /// The answers as they stood before, each with the words it had been given
  /// to.
  let before: [Event]
  /// What was recorded.
  let events: [Event]
  /// The section whose earlier facts were confirmed by it.
  var confirmed = Confirmed.nothing

  /// Whether facts of an earlier consultation were confirmed.
  enum Confirmed: Hashable, Sendable {
    case nothing
    case section(Section.ID)
  }

  /// The questions it concerns, in the order they were answered.
  var questions: [Question.ID] { before.flatMap(\.answersRecorded).map(\.question) }
}

/// The changes of answers that can be taken back one by one, and those that
/// were.
///
/// Nothing is removed from the record: taking back records the earlier answers
/// anew. The line reaches back to the last decision or to the opening.
struct ChangeLine: Sendable {
  private(set) var done: [AnswerChange] = []
  private(set) var undone: [AnswerChange] = []

  /// A new change ends what could be done again.
  mutating func take(_ change: AnswerChange) {
    done.append(change)
    undone = []
  }

  /// The last change was taken back.
  mutating func wasUndone() {
    if let change = done.popLast() { undone.append(change) }
  }

  /// The change that was taken back last was done again.
  mutating func wasDoneAgain() {
    if let change = undone.popLast() { done.append(change) }
  }

  /// The last change confirmed facts of an earlier consultation.
  mutating func confirmed(_ section: Section.ID) {
    guard !done.isEmpty else { return }
    done[done.count - 1].confirmed = .section(section)
  }
}

extension Session {
  /// What these events change, as far as they change any answer.
  func change(by events: [Event]) -> AnswerChange? {
    var after: [Question.ID: Answer] = [:]
    var order: [Question.ID] = []
    for (question, answer, _) in events.flatMap(\.answersRecorded) {
      if after.updateValue(answer, forKey: question) == nil { order.append(question) }
    }
    guard order.contains(where: { after[$0] != answers[$0] }) else { return nil }
    return AnswerChange(
      before: order.map(restoring),
      events: events.filter { !$0.answersRecorded.isEmpty })
  }

  /// What takes an answer back to what it is now. One of another day stays of
  /// that day.
  private func restoring(_ question: Question.ID) -> Event {
    let wording = wording(of: question)
    if case .on(let then) = given.day(of: question), then != day,
      let recording = consultation.recordings[question], recording.answer == given[question]
    {
      return .answerRestored(question, given[question], wording: wording, given: recording.at)
    }
    return .answerRecorded(question, answers[question], wording: wording)
  }

  /// The words an answer was given to: those of its record, else the
  /// question's own.
  private func wording(of question: Question.ID) -> String {
    let unsavedWords = unsaved.reversed().lazy.compactMap { event in
      event.answersRecorded.last { $0.question == question }?.wording
    }.first
    return unsavedWords ?? consultation.recordings[question]?.wording
      ?? pack.question(question)?.ask ?? ""
  }

  /// Whether nothing may be taken back across these events.
  static func endsTheLine(_ events: [Event]) -> Bool {
    events.contains { event in
      switch event {
      case .decided, .overridden, .treatedAgainstAdvice, .signedOff, .voided: true
      case .opened, .answerRecorded, .answerRestored, .groupDenied, .draftKept, .noteAdded,
        .findingAcknowledged, .addendumAdded, .skinTestsRecorded, .exported, .handedOver:
        false
      }
    }
  }
}
