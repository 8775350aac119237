import ClinicalModel
import Consultation
import Screening
import Terminal

extension QuestionScreen {
  func spoken(_ around: Around) -> LinearPage {
    let session = around.session
    let section = session.pack.section(of: question.id)
    var spoken = LinearPage(
      place: "question:\(question.id)", section: section?.id.rawValue ?? "", prompt: "Answer")
    if let section {
      let place = session.place(of: question.id, in: section.id)
      spoken.lines.append(
        around.sectionLine(section.id, session, "Question \(place.number) of \(place.count)"))
    }
    spoken.lines += around.askLines(question, session, offered: "> skips it")
    let recorded = session.answers[question.id]
    if recorded != .unknown(.notAsked) {
      spoken.lines.append(
        "Recorded now: " + LinearWords.sentence(recorded.words(for: question)))
    }
    switch input {
    case .choice:
      spoken.now = choices.map(Around.line)
      spoken.prompt = Around.keysPrompt(choices)
    case .several(_, let marked):
      spoken.now = choices.map(Around.line)
      let ids = question.options.filter { marked.contains($0.id) }
      if !ids.isEmpty, recorded != .known(.choices(ids.map(\.id))) {
        spoken.now.append(
          "Marked and not recorded: \(ids.map(\.label).joined(separator: "; ")). = records it.")
      }
      spoken.prompt = "Answer, one key or several with blanks between"
    case .field(let field):
      spoken.now = around.fieldLines(question, field, problem, session)
      spoken.prompt = around.fieldPrompt(question, field, problem, session)
    }
    return spoken
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    switch input {
    case .choice: return hearChoice(line, around)
    case .several(_, let marked): return hearSeveral(line, marked)
    case .field(let field):
      return .field(
        line, of: question, into: field, around.session, write: { .write($0) }, take: .take)
    }
  }

  /// One of several lines, by its key or its words.
  private func hearChoice(_ line: String, _ around: Around) -> Heard<Act> {
    if let chosen = choices.line(named: line) { return .act(.choose(chosen)) }
    guard case .date(let tense, _, _) = question.kind, !LinearReader.isCommon(line),
      choices.contains(where: { $0.outcome == .openField })
    else {
      return .general(otherwise: "\(line) is no line of this question.")
    }
    return .date(
      line, into: TextField(text: "", lengthMax: 30),
      DateEntry(today: around.session.day, tense: tense), write: { .write($0) }, take: .take)
  }

  private func hearSeveral(_ line: String, _ marked: Set<Option.ID>) -> Heard<Act> {
    if line == "=", !marked.isEmpty { return .act(.take) }
    if let choice = choices.first(where: { $0.label.lowercased() == line.lowercased() }) {
      return hearSeveral(String(choice.key), marked)
    }
    let parts = line.lowercased().split(whereSeparator: { " ,;".contains($0) }).map(String.init)
    let named = parts.compactMap { part in choices.first { String($0.key) == part } }
    guard named.count == parts.count, !named.isEmpty else {
      return .general(otherwise: "\(line) is not among the lines of this question.")
    }
    var wanted: Set<Option.ID> = []
    for choice in named {
      switch choice.outcome {
      case .mark(let option): wanted.insert(option)
      case .answer(let answer) where named.count == 1: return .act(.record(answer))
      case .answer, .openField: return .say(["U and D stand alone. Nothing was taken."])
      }
    }
    guard wanted.count == 1 || !wanted.contains(Option.none) else {
      return .say(["0 says none of these and stands alone. Nothing was taken."])
    }
    return .acts([.mark(wanted), .take])
  }
}

extension [QuestionChoice] {
  /// The line with this key or these words.
  func line(named words: String) -> Int? {
    let lower = words.lowercased()
    return firstIndex { String($0.key) == lower } ?? firstIndex { $0.label.lowercased() == lower }
  }
}
