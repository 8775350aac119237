import ClinicalModel
import NameSearch

extension AnswerContext {
  /// What the patient said that meets a condition, in a few words for a title:
  /// the marked options, the entries by name, what was answered with yes.
  ///
  /// A row may be about several diseases of which the patient has one, so that
  /// its own words stand only where the answer has none: a number, an age, a no.
  func told(_ condition: Condition, otherwise words: String) -> String {
    let parts = parts(speakingFor: condition)
    var told: [String] = []
    for id in condition.questions {
      guard let part = parts[id], let question = pack.question(id),
        question.kind != .list(.plannedIngredients)
      else { continue }
      told += self.told(question, part)
    }
    return told.isEmpty ? words : unique(told).joined(separator: ", ")
  }

  private func told(_ question: Question, _ part: AnswerPart) -> [String] {
    switch part.of(answer(question.id)) {
    case .known(.choice("yes")): [question.label]
    case .known(.choice("no")): []
    case .known(.choice(let option)):
      question.option(option).map { ["\(question.label): \($0.label)"] } ?? []
    case .known(.choices(let options)):
      options.compactMap { question.option($0)?.label }
    case .known(.date), .known(.current): [question.label]
    case .known(.entries(let entries)): entries.flatMap { names(in: $0, of: question) }
    case .known(.never), .known(.text), .known(.number), .unknown: []
    }
  }

  /// What an entry names, in the words of the tables.
  private func names(in entry: Answers, of list: Question) -> [String] {
    guard let field = list.fields.first(where: { if case .name = $0.kind { true } else { false } }),
      case .known(.text(let name)) = entry[field.id]
    else { return [] }
    let known =
      list.kind == .list(.medicines)
      ? compiled.names.medicines(named: name).map(\.name)
      : compiled.names.allergens(named: name).map(\.name.withoutRemark)
    return known.isEmpty ? [name] : known
  }
}
