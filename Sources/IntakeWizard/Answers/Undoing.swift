import ClinicalModel
import Consultation
import Screening
import Terminal

// Undo and redo (Ctrl-X Z and Y): one change of answers at a time, by recording
// the other answers anew.

extension Wizard {
  mutating func undo() -> [Effect] {
    let kept = leavePage()
    guard let session = sessionForUndoing() else { return kept }
    guard let change = session.changes.done.last else {
      notice = .information(
        "Nothing to undo: no answer was changed since this was opened or decided.")
      return kept
    }
    return kept
      + move(change, recording: change.before, .undone) {
        let whose = $0 == 1 ? "is" : "are"
        return "Undone: \($1) \(whose) \($2) again. Ctrl-X Y does it again."
      }
  }

  mutating func redo() -> [Effect] {
    let kept = leavePage()
    guard let session = sessionForUndoing() else { return kept }
    guard let change = session.changes.undone.last else {
      notice = .information("Nothing to do again: nothing was undone since the last answer.")
      return kept
    }
    return kept
      + move(change, recording: change.events, .doneAgain) {
        "Done again: \($1) \($0 == 1 ? "is" : "are") \($2). Ctrl-X Z undoes it."
      }
  }

  private mutating func sessionForUndoing() -> Session? {
    guard let session = openConsultation else { return nil }
    guard !session.isSigned else {
      notice = .trouble("This consultation is signed: answers can no longer be changed.")
      return nil
    }
    return session
  }

  private mutating func move(
    _ change: AnswerChange, recording events: [Event], _ step: Session.Step,
    saying words: (_ count: Int, _ what: String, _ state: String) -> String
  ) -> [Effect] {
    guard var session = openConsultation else { return [] }
    for (id, answer, _) in events.flatMap(\.answersRecorded) {
      guard let question = session.pack.question(id), !question.isList,
        let refused = session.refusal(of: answer, to: question)
      else { continue }
      notice = .trouble(refused)
      return []
    }
    let report = session.report
    let effect = session.record(events, step)
    session.reread(after: change, step)
    openConsultation = session
    // A key that is held down must not answer the question that is shown now.
    lastAnswer = .answered(at: now, by: .another)
    dialogs = []
    if let first = change.questions.first {
      let stop = session.item(first).map { _ in session.stop(at: first) }
      go(to: stop ?? session.firstStop(in: part))
    }
    let (count, what, state) = session.spoken(change)
    notice = .information(words(count, what, state))
    return [effect] + openNewEmergency(since: report)
  }
}

extension Session {
  /// What recording means to the line of changes.
  enum Step: Hashable, Sendable {
    /// Something new was recorded.
    case new
    /// The last change is taken back.
    case undone
    /// The change taken back last is done again.
    case doneAgain
  }

  /// Facts whose confirming is taken back are read out again, and so are the
  /// entries of a list.
  fileprivate mutating func reread(after change: AnswerChange, _ step: Step) {
    guard case .of(let visit, var asked) = earlier else { return }
    if case .section(let section) = change.confirmed {
      if step == .undone { asked.remove(section) } else { asked.insert(section) }
      earlier = .of(visit, asked: asked)
    }
    for question in change.questions {
      guard let place = reread[question] else { continue }
      let known = visit.answers[question].entries
      let missing = known.firstIndex { !answers[question].entries.contains($0) } ?? place
      // Entries that were passed over stay so, unless they stand after the one
      // that was taken back.
      let taken = change.events.flatMap(\.answersRecorded).filter { $0.question == question }
        .flatMap(\.answer.entries)
      if step == .undone, known.indices.contains(missing), taken.contains(known[missing]) {
        reread[question] = min(place, missing)
      }
    }
  }

  /// What a change concerns and how it stands now: `Pregnant now`, `No`.
  fileprivate func spoken(_ change: AnswerChange) -> (count: Int, what: String, state: String) {
    let questions = change.questions.compactMap(pack.question)
    guard let first = questions.first else { return (0, "", "") }
    guard questions.count == 1 else {
      let others = questions.count == 2 ? "1 other" : "\(questions.count - 1) others"
      let open = questions.allSatisfy { answers[$0.id] == .unknown(.notAsked) }
      return (
        questions.count, "\(first.label) and \(others)",
        open ? UnknownReason.notAsked.words : "as shown in the review"
      )
    }
    let answer = answers[first.id]
    if first.isList, !answer.isUnknown {
      let count = answer.entries.count
      return (1, first.label, count == 1 ? "1 entry" : "\(count) entries")
    }
    return (1, first.label, Canvas.cut(answer.words(for: first, in: pack.names), to: 40))
  }
}
