import ClinicalModel
import Terminal

/// One line that can be chosen with one key.
struct QuestionChoice: Hashable, Sendable {
  let key: Character
  let label: String
  let outcome: Outcome

  /// What choosing it does.
  enum Outcome: Hashable, Sendable {
    case answer(Answer)
    /// Marks or unmarks an option of several.
    case mark(Option.ID)
    /// Opens the date field.
    case openField
  }
}

extension QuestionChoice {
  /// Keys for options past nine. Letters with another meaning on the page (U,
  /// D, C, G, N, Y) are left out.
  private static let optionKeys = Array("123456789abefhijklmopqrstvwxz")

  /// Every key that may choose a line.
  static let allKeys: [Key] = (optionKeys + Array("0ynud")).flatMap { key in
    key.isLetter ? Key.letter(key) : [.character(key)]
  }

  /// Every line that can be chosen, in the order shown.
  static func all(_ question: Question, today: CalendarDate) -> [QuestionChoice] {
    let unknown = [
      QuestionChoice(key: "u", label: "Not sure", outcome: .answer(.unknown(.unsure))),
      QuestionChoice(key: "d", label: "Prefers not to say", outcome: .answer(.unknown(.declined))),
    ]
    switch question.kind {
    case .single:
      let options = question.options.enumerated().map { index, option in
        QuestionChoice(
          key: question.isYesNo ? (option.id == "yes" ? "y" : "n") : Self.optionKey(index),
          label: option.label, outcome: .answer(.known(.choice(option.id))))
      }
      // Yes stands first on every page, whatever the pack's order, so that
      // the hand learns one place.
      return (question.isYesNo ? options.sorted { $0.key > $1.key } : options) + unknown
    case .multiple:
      let plain = question.options.filter { $0.id != Option.none }
      var lines = plain.enumerated().map { index, option in
        QuestionChoice(key: Self.optionKey(index), label: option.label, outcome: .mark(option.id))
      }
      if let none = question.option(Option.none) {
        lines.append(QuestionChoice(key: "0", label: none.label, outcome: .mark(none.id)))
      }
      return lines + unknown
    case .date(_, let orNever, let orCurrent):
      if !orNever, !orCurrent, question.answeredByStaff {
        // Staff date what they plan or hand out, most often today; it is read
        // from the screen and confirmed, never taken for granted.
        let day = "\(CalendarDate.weekdayNames[today.weekday - 1]) \(today.spelled)"
        return [
          QuestionChoice(
            key: "t", label: "Today, \(day)", outcome: .answer(.known(.date(.day(today))))),
          QuestionChoice(key: "o", label: "Another day: enter the date", outcome: .openField),
        ] + unknown
      }
      var lines = [QuestionChoice(key: "y", label: "Yes: enter the date", outcome: .openField)]
      if orCurrent {
        lines[0] = QuestionChoice(
          key: "1", label: "It has ended: enter the date", outcome: .openField)
        lines.append(
          QuestionChoice(
            key: "2", label: "It is still going on", outcome: .answer(.known(.current))))
      }
      if orNever {
        lines.append(QuestionChoice(key: "n", label: "No", outcome: .answer(.known(.never))))
      }
      return lines + unknown
    case .text, .number, .list, .name, .names: return unknown
    }
  }

  private static func optionKey(_ index: Int) -> Character {
    optionKeys.indices.contains(index) ? optionKeys[index] : " "
  }
}
