import ClinicalModel
import Consultation
import Screening
import Terminal

// Lines for questions, tables and facts that are confirmed.

extension LinearReader {
  func question(_ typed: String, _ page: QuestionPage, _ session: Session) -> Heard {
    switch page.input {
    case .choice: return choice(typed, page.question, page.choices, "", session)
    case .several(_, let marked): return several(typed, page, marked)
    case .field(let field): return questionField(typed, page.question, field, session)
    }
  }

  /// One of several lines, by its key or its words.
  private func choice(
    _ typed: String, _ question: Question, _ choices: [QuestionPage.Choice], _ draft: String,
    _ session: Session
  ) -> Heard {
    let lower = typed.lowercased()
    if let choice = choices.first(where: { String($0.key) == lower })
      ?? choices.first(where: { $0.label.lowercased() == lower })
    {
      return .keys([.character(choice.key)])
    }
    if let heard = common(typed) { return heard }
    if case .date(let tense, _, _) = question.kind,
      let opening = choices.first(where: { $0.outcome == .openField })
    {
      let entry = DateEntry(today: session.day, tense: tense)
      return date(
        typed, into: TextField(text: draft, lengthMax: 30), opening: [.character(opening.key)],
        entry)
    }
    return .say(["\(typed) is no line of this question. Nothing was taken."])
  }

  private func several(
    _ typed: String, _ page: QuestionPage, _ marked: Set<Option.ID>
  ) -> Heard {
    let choices = page.choices
    if typed == "=", !marked.isEmpty { return .keys([.enter]) }
    if let choice = choices.first(where: { $0.label.lowercased() == typed.lowercased() }) {
      return several(String(choice.key), page, marked)
    }
    let parts = typed.lowercased().split(whereSeparator: { " ,;".contains($0) }).map(String.init)
    let named = parts.compactMap { part in choices.first { String($0.key) == part } }
    guard named.count == parts.count, !named.isEmpty else {
      return common(typed)
        ?? .say(["\(typed) is not among the lines of this question. Nothing was taken."])
    }
    var wanted: Set<Option.ID> = []
    for choice in named {
      switch choice.outcome {
      case .mark(let option): wanted.insert(option)
      case .answer where named.count == 1: return .keys([.character(choice.key)])
      case .answer, .openField:
        return .say(["U and D stand alone. Nothing was taken."])
      }
    }
    guard wanted.count == 1 || !wanted.contains(Option.none) else {
      return .say(["0 says none of these and stands alone. Nothing was taken."])
    }
    return .keys(turn(marked, into: wanted, choices) + [.enter])
  }

  /// Keys that turn the marks into exactly these. None takes the others away,
  /// and the others take none away.
  private func turn(
    _ marked: Set<Option.ID>, into wanted: Set<Option.ID>, _ choices: [QuestionPage.Choice]
  ) -> [Key] {
    var different = marked.symmetricDifference(wanted)
    if wanted.contains(Option.none) { different = different.intersection([Option.none]) }
    if marked.contains(Option.none) { different.remove(Option.none) }
    return choices.compactMap { choice in
      guard case .mark(let option) = choice.outcome, different.contains(option) else { return nil }
      return .character(choice.key)
    }
  }

  /// A text, number or date on the question's own page or in a table's line.
  private func questionField(
    _ typed: String, _ question: Question, _ field: TextField, _ session: Session
  ) -> Heard {
    if let heard = beside(typed) { return heard }
    if question.kind != .text, let heard = action(typed) { return heard }
    switch question.kind {
    case .date(let tense, _, _):
      let today = session.day
      return date(typed, into: field, DateEntry(today: today, tense: tense))
    default:
      if typed == "=", !field.isBlank { return .keys([.enter]) }
      return words(typed, into: field)
    }
  }

  func table(_ typed: String, _ page: TablePage, _ session: Session) -> Heard {
    switch page.row {
    case .group:
      return tableCommand(typed)
        ?? letters(typed, "nyud", otherwise: "N says no to all, Y asks one by one.")
    case .question(let id):
      guard let question = session.pack.question(id) else { return .say([]) }
      if case .field(let field) = page.entry {
        if typed == "<" { return .keys([.escape]) }
        if typed == ">" { return .keys([.down]) }
        return questionField(typed, question, field, session)
      }
      if question.isTyped, ["y", "yes"].contains(typed.lowercased()) {
        return .keys([.character("y")])
      }
      return tableCommand(typed)
        ?? choice(typed, question, session.rowChoices(question), session.draft(of: id), session)
    }
  }

  /// Back and on within a table go line by line.
  private func tableCommand(_ typed: String) -> Heard? {
    switch typed.lowercased() {
    case "<", "back": .keys([wizard.isAtDetour ? .escape : .character("<")])
    case ">", "next": .keys([.character(">")])
    default: nil
    }
  }

  func reconfirm(_ typed: String, _ page: ReconfirmPage, _ session: Session) -> Heard {
    let facts =
      session.pack.sections.first { $0.id == page.section }.map(session.factsToConfirm) ?? []
    let parts = typed.split(whereSeparator: { " ,;".contains($0) }).map(String.init)
    let numbers = parts.compactMap(Int.init)
    if !numbers.isEmpty, numbers.count == parts.count {
      guard numbers.allSatisfy({ facts.indices.contains($0 - 1) && $0 < 10 }) else {
        return .say(["There is no such line. Nothing was taken."])
      }
      return .keys(Set(numbers).sorted().flatMap { Self.keys(String($0)) })
    }
    return letters(
      typed, "yn", otherwise: "Y confirms, N asks everything anew, a number marks a change.")
  }
}
