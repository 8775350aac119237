import ClinicalModel
import Consultation
import Screening
import Terminal

// What stands beside a question for reference: the last visit's answer, the
// notes on it, and what it contradicts. None of it is an answer.

/// The patient's last visit, for reference.
enum LastVisit: Hashable, Sendable {
  case none
  case of(EarlierVisit)
}

extension Session {
  /// What was answered at the last visit, in words; nothing where nobody asked.
  func lastAnswer(to question: Question) -> String? {
    guard case .of(let visit) = lastVisit else { return nil }
    let answer = visit.answers[question.id]
    guard answer != .unknown(.notAsked), question.admits(answer) || answer.isUnknown else {
      return nil
    }
    return answer.words(for: question, in: pack.names)
  }

  /// What was answered on another day to a question that is to be asked again:
  /// `20 Nov 2026: No`.
  func outdatedWords(_ question: Question) -> String? {
    guard case .given(let answer, let then)? = item(question.id)?.earlier else { return nil }
    let words = answer.words(for: question, in: pack.names)
    if question.id == .plannedTreatmentDate { return "\(words), which has gone by" }
    guard case .on(let day) = then else { return words }
    return "\(day.spelled): \(words)"
  }

  /// `12 Mar 2026: No`, of a question asked at the last visit.
  func lastVisitWords(_ question: Question) -> String? {
    guard case .of(let visit) = lastVisit, let words = lastAnswer(to: question) else { return nil }
    return "\(visit.day.spelled): \(words)"
  }
}

extension AnySurroundings {
  private static var referenceWords: String { "(for reference only, ask again today)" }

  func drawReferences(
    _ question: Question, _ session: Session, isLow: Bool, _ canvas: inout Canvas
  ) {
    for words in checkLines(question.id, session) {
      canvas.wrap("Check        \(words)", indent: 1, hanging: 14, style: .strong)
    }
    if let words = session.outdatedWords(question) {
      canvas.wrap(
        "Earlier      \(words)   \(Self.referenceWords)", indent: 1, hanging: 14, style: .strong)
    }
    if let words = session.lastVisitWords(question), !isLow {
      canvas.wrap(
        "Last visit   \(words)   \(Self.referenceWords)", indent: 1, hanging: 14)
    }
    for note in session.notes(on: .question(question.id)) {
      canvas.wrap("Note         \(note.text)", indent: 1, hanging: 14)
    }
  }

  /// The last visit's answer to a line of a table, below the table; the line
  /// stays there, so that the table does not jump.
  func lastVisitLine(_ id: Question.ID?, _ session: Session) -> [Span]? {
    if let question = id.flatMap(session.pack.question), let words = session.outdatedWords(question)
    {
      return [Span(" Earlier    \(words)   \(Self.referenceWords)", .strong)]
    }
    guard session.lastVisit != .none || session.outdatedCount > 0 else { return nil }
    guard let question = id.flatMap(session.pack.question),
      let words = session.lastVisitWords(question)
    else { return [] }
    return [Span(" Last visit \(words)   \(Self.referenceWords)")]
  }

  /// The same in lines.
  func referenceLines(_ question: Question, _ session: Session) -> [String] {
    var lines = checkLines(question.id, session).map { "Check: \($0)." }
    if let words = session.outdatedWords(question) {
      lines.append("Answered earlier, \(words), for reference only, ask again today.")
    }
    if let words = session.lastVisitWords(question) {
      lines.append("Last visit, \(words), for reference only, ask again today.")
    }
    return lines
      + session.notes(on: .question(question.id)).map { "Note: \(LinearWords.sentence($0.text))" }
  }
}

extension Wizard {
  /// Asks for the last visit as soon as it is known who the patient is.
  /// Another name or date of birth is another patient, whose last visit this
  /// was not.
  mutating func lookForLastVisit(anew: Bool = false) -> [Effect] {
    guard var session = openConsultation, !session.isSigned else { return [] }
    if anew, case .of(let visit) = session.lastVisit {
      let named = session.consultation.answers
      if named.namesPatient, !visit.answers.namesSamePatient(as: named) {
        session.lastVisit = .none
        openConsultation = session
      }
    }
    guard session.lastVisit == .none, session.consultation.answers.namesPatient else { return [] }
    return [.findLastVisit(session.consultation.id)]
  }

  /// Takes the last visit of the patient whose consultation is open.
  mutating func took(_ visit: EarlierVisit, for id: Consultation.ID) {
    guard var session = openConsultation, session.consultation.id == id, visit.id != id else {
      return
    }
    session.lastVisit = .of(visit)
    openConsultation = session
  }
}
