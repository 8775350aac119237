import ClinicalModel
import Consultation
import Terminal

/// What a field says to its question.
enum FieldReading {
  case empty
  case answer(Answer)
  /// The words say what to enter.
  case refused(String)

  init(_ field: TextField, for question: Question, on day: CalendarDate) {
    let text = field.committed
    self = .empty
    switch question.kind {
    case .text:
      guard !text.isEmpty else { return }
      let isNone = question.takesNone && text == "0"
      self = .answer(.known(isNone ? Answer.nothingToWrite : .text(text)))
    case .number(let unit, let range):
      switch NumberEntry(unit: unit, range: range).read(text, label: question.label) {
      case .empty: break
      case .number(let number): self = .answer(.known(.number(number)))
      case .refused(let words): self = .refused(words)
      }
    case .date(let tense, _, _):
      switch DateEntry(today: day, tense: tense).read(text, label: question.label) {
      case .empty: break
      case .date(let date) where question.id == .plannedTreatmentDate && !date.isExact:
        self = .refused("Enter the day of the treatment: all waiting times count to it")
      case .date(let date): self = .answer(.known(.date(date)))
      case .refused(let words): self = .refused(words)
      }
    case .single, .multiple, .list, .name, .names: break
    }
  }
}

extension Question {
  /// Whether there may be nothing to write: a text whose absence raises no
  /// finding. Then 0 says so, as it says none of a list.
  var takesNone: Bool { kind == .text && onUnknown == .noFinding }
}
