import ClinicalModel
import Consultation
import Screening
import Terminal

extension TableScreen {
  func spoken(_ around: Around) -> LinearPage {
    let session = around.session
    let rows = session.tableRows(section)
    let place = (rows.firstIndex(of: row) ?? 0) + 1
    let items = session.tableItems(section)
    let done = items.count(where: { !$0.isOpen })
    var spoken = LinearPage(
      place: "", section: section.rawValue, prompt: "Answer, N or Y")
    let head = around.sectionLine(
      section, session,
      "A table, line \(place) of \(rows.count), \(done) of \(items.count) answered")
    switch row {
    case .group(let id):
      spoken.place = "table-group:\(id)"
      guard let open = session.openGroup(id) else { return spoken }
      spoken.lines = [head] + around.groupLines(open, session)
    case .question(let id):
      spoken.place = "table:\(id)"
      guard let question = session.pack.question(id) else { return spoken }
      spoken.lines = [head, "Question \(ReviewList.numbers(session)[id] ?? "")."]
      spoken.lines += around.askLines(question, session, offered: "> skips it")
      let recorded = session.answers[id]
      if recorded != .unknown(.notAsked) {
        spoken.lines.append(
          "Recorded now: " + LinearWords.sentence(recorded.words(for: question)))
      }
      if let field {
        spoken.now = around.fieldLines(question, field, problem, session)
        spoken.prompt = around.fieldPrompt(question, field, problem, session)
        return spoken
      }
      let choices = session.rowChoices(question)
      if question.isTyped { spoken.now.append("Y Open this question") }
      spoken.now += choices.map(Around.line)
      spoken.prompt =
        "Answer, " + (question.isTyped ? ["Y"] : []).joined()
        + (question.isTyped ? " " : "")
        + choices.map { String($0.key).uppercased() }.joined(separator: " ")
      if case .date = question.kind { spoken.prompt += " or a date" }
    }
    return spoken
  }

  func hear(_ line: String, _ around: Around) -> Heard<Act> {
    let session = around.session
    let lower = line.lowercased()
    if field == nil {
      // Back and on within a table go line by line.
      if lower == "<" || lower == "back" { return .general(otherwise: "") }
      if lower == ">" || lower == "next" { return .outcomes([.command(.forward)]) }
    }
    guard let question = question.flatMap(session.pack.question) else {
      switch lower {
      case "n": return .act(.denyAll)
      case "y", "u", "d": return .act(.askOneByOne)
      default: return .general(otherwise: "N says no to all, Y asks one by one.")
      }
    }
    if let field {
      if line == "<" { return .act(.leaveField) }
      if line == ">" { return .act(.move(1)) }
      return .field(line, of: question, into: field, session, write: { .write($0) }, take: .take)
    }
    if question.isTyped, ["y", "yes"].contains(lower) { return .act(.openPage) }
    let choices = session.rowChoices(question)
    if let chosen = choices.line(named: line) {
      if case .answer(let answer) = choices[chosen].outcome { return .act(.answer(answer)) }
      return .act(.begin(.unrecognised))
    }
    guard case .date(let tense, _, _) = question.kind, !LinearReader.isCommon(line),
      choices.contains(where: { $0.outcome == .openField })
    else { return .general(otherwise: "\(line) is no line of this question.") }
    return .date(
      line, into: TextField(text: "", lengthMax: 30),
      DateEntry(today: session.day, tense: tense), write: { .write($0) }, take: .take)
  }
}
