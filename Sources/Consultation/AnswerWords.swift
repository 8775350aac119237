package import ClinicalModel
package import NameSearch

extension Answer {
  /// The answer as people read it: the option's label, `21 Nov 2026`, `22.5
  /// kg/m²`, `NOT SURE`.
  ///
  /// An option the pack no longer has is shown by its name. With the pack's
  /// tables the entries of a list say what their names mean.
  package func words(for question: Question, in names: TableNames? = nil) -> String {
    switch self {
    case .unknown(let reason): reason.words
    case .known(let value):
      switch value {
      case .choice(let option): question.option(option)?.label ?? option.rawValue
      case .choices(let options):
        options.map { question.option($0)?.label ?? $0.rawValue }.joined(separator: "; ")
      case .text(let text): text
      case .number(let number):
        if case .number(let unit, _) = question.kind {
          "\(number) \(unit)"
        } else {
          number.description
        }
      case .date(let date): date.spelled
      case .never: "No"
      case .current: "Still going on"
      case .entries(let entries):
        entries.map { $0.words(asEntryOf: question, in: names ?? .none) }.joined(separator: "; ")
      }
    }
  }
}

extension UnknownReason {
  /// The state in capitals, as review and print show it (`Wording.md`).
  package var words: String {
    switch self {
    case .notAsked: "not answered"
    case .unsure: "NOT SURE"
    case .declined: "DECLINED"
    }
  }
}
