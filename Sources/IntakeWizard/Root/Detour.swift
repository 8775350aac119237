import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

/// Where a person was before they looked something up.
enum Detour: Hashable, Sendable {
  case none
  /// Esc, and an answer to the question that was looked up, lead back.
  case from(Stop, at: Question.ID)
}

extension Wizard {
  /// Goes to a question and remembers the way back.
  mutating func lookUp(_ id: Question.ID) -> [Effect] {
    guard let session = openConsultation else { return [] }
    let origin = pageFacts.stop
    let effects = visit(id, then: .nextOpen)
    guard let origin, origin != session.stop(at: id), currentQuestion != nil else {
      return effects
    }
    // Who looks up one thing after another comes back to where they began.
    if case .from(let first, at: let before) = detour, origin == session.stop(at: before) {
      detour = .from(first, at: id)
    } else {
      detour = .from(origin, at: id)
    }
    notice = .information("Esc returns to where you were.")
    return effects
  }

  /// Whether Esc leads back: the question that was looked up is on the page,
  /// and nothing on it that Esc would close.
  var isAtDetour: Bool {
    guard dialogs.isEmpty, case .from(_, let id) = detour else { return false }
    let facts = pageFacts
    return facts.question == id && !facts.keepsEscape
  }

  /// Goes back to where a person was before they looked something up; nothing
  /// when they did not, or are elsewhere by now.
  mutating func returnFromDetour() -> [Effect]? {
    guard isAtDetour, case .from(let stop, _) = detour else { return nil }
    detour = .none
    let kept = leavePage()
    go(to: existing(stop))
    return kept
  }

  /// Where to go on after an answer: back, if the question was looked up, but
  /// first through the details that it has opened.
  mutating func stopAfterAnswer(to question: Question.ID, _ session: Session) -> Stop {
    let next = session.nextStop(after: question, in: part)
    guard case .from(let stop, let id) = detour, id == question else { return next }
    if case .question(let detail) = next,
      session.pack.question(detail)?.when.questions.contains(question) == true
    {
      detour = .from(stop, at: detail)
      return next
    }
    detour = .none
    return existing(stop)
  }

  /// The stop, or the next one that is open where it does not exist any more.
  private func existing(_ stop: Stop) -> Stop {
    guard let session = openConsultation else { return stop }
    switch stop {
    case .question(let id):
      return session.item(id) == nil ? session.firstStop(in: part) : stop
    case .group(let id):
      return session.openGroup(id) == nil ? session.firstStop(in: part) : stop
    case .reconfirm(let id):
      let section = session.pack.sections.first { $0.id == id }
      return section.map { session.factsToConfirm(in: $0).isEmpty } ?? true
        ? session.firstStop(in: part) : stop
    case .table, .partDone, .review: return stop
    }
  }
}
