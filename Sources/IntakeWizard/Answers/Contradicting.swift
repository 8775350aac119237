import ClinicalModel
import Consultation
import Screening
import Terminal

// Answers that contradict each other are said at once and stand first in the
// review. They never block an answer or the way back; signing waits until one
// of them is changed, or until a note on one of them says why both stand:
// nobody may sign what cannot be without having looked at it.

extension AnySurroundings {
  /// The contradictions of the answers on the screen: those of the report.
  func contradictions(_ session: Session) -> [FoundContradiction] {
    session.report.contradictions
  }

  /// Those that no note explains.
  func unexplained(_ session: Session) -> [FoundContradiction] {
    contradictions(session).filter { found in
      !found.questions.contains { !session.notes(on: .question($0)).isEmpty }
    }
  }

  /// Why signing must wait; nothing when it need not.
  func contradictionBeforeSigning(_ session: Session) -> String? {
    unexplained(session).first.map {
      "Not signed: \($0.words). Change one, or write a note on it (review, C)."
    }
  }

  /// What a question contradicts, in lines.
  func checkLines(_ question: Question.ID, _ session: Session) -> [String] {
    contradictions(session).filter { $0.questions.contains(question) }.map(\.words)
  }
}

extension Wizard {
  /// Says what the last answer has contradicted.
  mutating func tellContradictions(since before: Session) {
    guard let session = openConsultation else { return }
    let known = contradictions(before)
    guard let new = contradictions(session).first(where: { !known.contains($0) }) else { return }
    notice = .trouble("\(new.words). Check both.")
  }
}

/// A date of birth that is asked again before it is taken: two digits of a year
/// may mean two centuries, and ages at the edges are mostly typing mistakes.
struct BirthDoubt {
  let today: CalendarDate

  /// The words that ask again; nothing where there is no doubt.
  func words(_ typed: String, _ date: PartialDate) -> String? {
    let age = today.completedYears(since: min(date.latest, today))
    let read = "\(date.spelled), \(age) \(age == 1 ? "year" : "years") old"
    if age > 110 || age < 16 { return "Is that right: born \(read)? Press Enter again, or correct" }
    let digits = typed.split(whereSeparator: { !$0.isNumber })
    guard !digits.contains(where: { $0.count == 4 }) else { return nil }
    return "Two digits of the year: born \(read)? Press Enter again, or correct"
  }
}
