import ClinicalModel
import Consultation
import Terminal

/// The page of one question: what is chosen or typed and not yet an answer.
struct QuestionPage: Sendable {
  let question: Question
  /// The day of the interview.
  let today: CalendarDate
  /// How it is being answered.
  var input: Input
  /// Where to go after the answer.
  var destination: Destination = .nextOpen
  /// What is wrong with what was typed.
  var problem: Problem = .none
  /// What was typed when it was asked again whether it is right.
  var askedAgain = ""
  /// Whether the end of the list has been on screen.
  var seen: Seen = .start

  /// How far a list has been on screen.
  enum Seen: Hashable, Sendable {
    case start
    case end
  }

  /// How a question is being answered.
  enum Input: Sendable {
    /// One of several lines: the options, then not sure, then declined.
    case choice(ListMark)
    /// Several options; `marked` in the pack's order.
    case several(ListMark, marked: Set<Option.ID>)
    /// A text field.
    case field(TextField)
  }

  /// Where to go after the answer.
  enum Destination: Hashable, Sendable {
    case nextOpen
    case review
  }

  /// What is wrong with what was typed.
  enum Problem: Hashable, Sendable {
    case none
    case words(String)
  }

  /// A page with nothing chosen: what was answered before is shown, never
  /// preselected, so that Enter alone changes nothing.
  init(_ question: Question, draft: String, answer: Answer, today: CalendarDate) {
    self.question = question
    self.today = today
    switch question.kind {
    case .single, .list, .name, .names: input = .choice(.nothing)
    case .multiple:
      var marked: Set<Option.ID> = []
      if case .known(.choices(let options)) = answer { marked = Set(options) }
      if !draft.isEmpty {
        let names = Set(draft.split(separator: ", ").map(String.init))
        marked = Set(question.options.map(\.id).filter { names.contains($0.rawValue) })
      }
      input = .several(.nothing, marked: marked)
    case .text:
      var text = draft
      if text.isEmpty, case .known(.text(let known)) = answer { text = known }
      input = .field(TextField(text: text, lengthMax: 200))
    case .number: input = .field(TextField(text: draft, lengthMax: 20))
    case .date(_, let orNever, let orCurrent):
      let hasKeys = orNever || orCurrent || question.answeredByStaff
      input =
        hasKeys && draft.isEmpty
        ? .choice(.nothing) : .field(TextField(text: draft, lengthMax: 30))
    }
  }

  /// One line that can be chosen with one key.
  struct Choice: Hashable {
    let key: Character
    let label: String
    let outcome: Outcome

    /// What choosing it does.
    enum Outcome: Hashable {
      case answer(Answer)
      /// Marks or unmarks an option of several.
      case mark(Option.ID)
      /// Opens the date field.
      case openField
    }
  }

  /// Keys for options past nine. Letters with another meaning on the page (U,
  /// D, C, G, N, Y) are left out.
  private static let optionKeys = Array("123456789abefhijklmopqrstvwxz")

  /// Every line that can be chosen, in the order shown.
  var choices: [Choice] {
    let unknown = [
      Choice(key: "u", label: "Not sure", outcome: .answer(.unknown(.unsure))),
      Choice(key: "d", label: "Prefers not to say", outcome: .answer(.unknown(.declined))),
    ]
    switch question.kind {
    case .single:
      let options = question.options.enumerated().map { index, option in
        Choice(
          key: question.isYesNo ? (option.id == "yes" ? "y" : "n") : Self.optionKey(index),
          label: option.label, outcome: .answer(.known(.choice(option.id))))
      }
      // Yes stands first on every page, whatever the pack's order, so that
      // the hand learns one place.
      return (question.isYesNo ? options.sorted { $0.key > $1.key } : options) + unknown
    case .multiple:
      let plain = question.options.filter { $0.id != Option.none }
      var lines = plain.enumerated().map { index, option in
        Choice(key: Self.optionKey(index), label: option.label, outcome: .mark(option.id))
      }
      if let none = question.option(Option.none) {
        lines.append(Choice(key: "0", label: none.label, outcome: .mark(none.id)))
      }
      return lines + unknown
    case .date(_, let orNever, let orCurrent):
      if !orNever, !orCurrent, question.answeredByStaff {
        // Staff date what they plan or hand out, most often today; it is read
        // from the screen and confirmed, never taken for granted.
        let day = "\(CalendarDate.weekdayNames[today.weekday - 1]) \(today.spelled)"
        return [
          Choice(key: "t", label: "Today, \(day)", outcome: .answer(.known(.date(.day(today))))),
          Choice(key: "o", label: "Another day: enter the date", outcome: .openField),
        ] + unknown
      }
      var lines = [Choice(key: "y", label: "Yes: enter the date", outcome: .openField)]
      if orCurrent {
        lines[0] = Choice(key: "1", label: "It has ended: enter the date", outcome: .openField)
        lines.append(
          Choice(key: "2", label: "It is still going on", outcome: .answer(.known(.current))))
      }
      if orNever {
        lines.append(Choice(key: "n", label: "No", outcome: .answer(.known(.never))))
      }
      return lines + unknown
    case .text, .number, .list, .name, .names: return unknown
    }
  }

  private static func optionKey(_ index: Int) -> Character {
    optionKeys.indices.contains(index) ? optionKeys[index] : " "
  }
}
