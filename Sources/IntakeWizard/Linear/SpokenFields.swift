import ClinicalModel
import Consultation
import Terminal

// What is said of a question and its field, on its own page or in a table.

extension AnySurroundings {
  /// The question in words, with what belongs to reading it aloud.
  func askLines(_ question: Question, _ session: Session, offered: String) -> [String] {
    var lines = [question.ask]
    if question.answeredByStaff { lines.append(Self.staffWords) }
    if !question.hint.isEmpty { lines.append(LinearWords.sentence(question.hint)) }
    if case .offered = session.item(question.id)?.requirement {
      lines.append("Asked because an earlier answer is not known; \(offered).")
    }
    return lines + referenceLines(question, session)
  }

  static func line(_ choice: QuestionChoice) -> String {
    "\(String(choice.key).uppercased()) \(choice.label)"
  }

  /// `Answer, Y N U D`, or the first and last key where they are many.
  static func keysPrompt(_ choices: [QuestionChoice]) -> String {
    "Answer, " + choices.map { String($0.key).uppercased() }.joined(separator: " ")
  }

  /// What a field takes, what stands in it, and how it is read.
  func fieldLines(
    _ question: Question, _ field: TextField, _ problem: String?, _ session: Session
  ) -> [String] {
    var lines: [String] = []
    if let words = problem {
      let lead = words.hasSuffix("or correct") ? "" : "Error: "
      lines.append(lead + LinearWords.sentence(LinearWords.withoutScreenKeys(words)))
    }
    if !field.isBlank {
      guard let read = readBackWords(question, field, session) else {
        if case .date = question.kind {
          return lines + ["\(field.committed) is not read as a date: type it anew."]
        }
        return lines + ["It stands as \(field.committed). = takes it, or type it anew."]
      }
      guard problem == nil else { return lines }
      return lines + ["\(field.committed) is \(read).", "Is that right? Y records it."]
    }
    guard problem == nil else { return lines }
    switch question.kind {
    case .number(let unit, let range):
      lines.append("A number in \(unit), from \(range.lowerBound) to \(range.upperBound).")
      if NumberEntry(unit: unit, range: range).takesHeightAndWeight {
        lines.append("Or height in cm and weight in kg, such as 170 65.")
      }
    case .date(let tense, _, _):
      let today = session.day
      lines.append("A date, for example \(examples(tense, today)).")
    default:
      lines.append("Words on one line.")
      if question.takesNone { lines.append("0 None") }
    }
    return lines + ["U Not sure", "D Prefers not to say"]
  }

  /// The date that stands in a field, in words; nothing where it is none.
  func readBackWords(
    _ question: Question, _ field: TextField, _ session: Session
  ) -> String? {
    guard case .date(let tense, _, _) = question.kind else { return nil }
    let entry = DateEntry(today: session.day, tense: tense)
    return entry.named(field.committed).map { entry.readBack($0) }
  }

  func fieldPrompt(
    _ question: Question, _ field: TextField, _ problem: String?, _ session: Session
  ) -> String {
    if problem == nil, !field.isBlank, readBackWords(question, field, session) != nil {
      return "Y, or another date"
    }
    return switch question.kind {
    case .number: "A number, U or D"
    case .date: "A date, U or D"
    default: question.takesNone ? "Words, 0 U or D" : "Words, U or D"
    }
  }
}
