import ClinicalModel
import Consultation
import Screening
import Terminal

// One question, on its own page or as a line of a table.

extension Wizard {
  func linearQuestion(_ page: QuestionPage, _ session: Session) -> LinearPage {
    let question = page.question
    let section = session.pack.section(of: question.id)
    var spoken = LinearPage(
      place: "question:\(question.id)", section: section?.id.rawValue ?? "", prompt: "Answer")
    if let section {
      let place = session.place(of: question.id, in: section.id)
      spoken.lines.append(
        sectionLine(section.id, session, "Question \(place.number) of \(place.count)"))
    }
    spoken.lines += askLines(question, session, offered: "> skips it")
    let recorded = session.answers[question.id]
    if recorded != .unknown(.notAsked) {
      spoken.lines.append(
        "Recorded now: " + LinearWords.sentence(recorded.words(for: question)))
    }
    switch page.input {
    case .choice:
      spoken.now = page.choices.map(Self.line)
      spoken.prompt = Self.keysPrompt(page.choices)
    case .several(_, let marked):
      spoken.now = page.choices.map(Self.line)
      let ids = question.options.filter { marked.contains($0.id) }
      if !ids.isEmpty, recorded != .known(.choices(ids.map(\.id))) {
        spoken.now.append(
          "Marked and not recorded: \(ids.map(\.label).joined(separator: "; ")). = records it.")
      }
      spoken.prompt = "Answer, one key or several with blanks between"
    case .field(let field):
      spoken.now = fieldLines(question, field, page.problem, session)
      spoken.prompt = fieldPrompt(question, field, page.problem, session)
    }
    return spoken
  }

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

  static func line(_ choice: QuestionPage.Choice) -> String {
    "\(String(choice.key).uppercased()) \(choice.label)"
  }

  /// `Answer, Y N U D`, or the first and last key where they are many.
  static func keysPrompt(_ choices: [QuestionPage.Choice]) -> String {
    "Answer, " + choices.map { String($0.key).uppercased() }.joined(separator: " ")
  }

  /// What a field takes, what stands in it, and how it is read.
  func fieldLines(
    _ question: Question, _ field: TextField, _ problem: QuestionPage.Problem, _ session: Session
  ) -> [String] {
    var lines: [String] = []
    if case .words(let words) = problem {
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
      guard problem == .none else { return lines }
      return lines + ["\(field.committed) is \(read).", "Is that right? Y records it."]
    }
    guard problem == .none else { return lines }
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
    _ question: Question, _ field: TextField, _ problem: QuestionPage.Problem, _ session: Session
  ) -> String {
    if problem == .none, !field.isBlank, readBackWords(question, field, session) != nil {
      return "Y, or another date"
    }
    return switch question.kind {
    case .number: "A number, U or D"
    case .date: "A date, U or D"
    default: question.takesNone ? "Words, 0 U or D" : "Words, U or D"
    }
  }

  func linearTable(_ page: TablePage, _ session: Session) -> LinearPage {
    let rows = session.tableRows(page.section)
    let place = (rows.firstIndex(of: page.row) ?? 0) + 1
    let items = session.tableItems(page.section)
    let done = items.count(where: { !$0.isOpen })
    var spoken = LinearPage(
      place: "", section: page.section.rawValue, prompt: "Answer, N or Y")
    let head = sectionLine(
      page.section, session,
      "A table, line \(place) of \(rows.count), \(done) of \(items.count) answered")
    switch page.row {
    case .group(let id):
      spoken.place = "table-group:\(id)"
      guard let open = session.openGroup(id) else { return spoken }
      spoken.lines = [head] + groupLines(open, session)
    case .question(let id):
      spoken.place = "table:\(id)"
      guard let question = session.pack.question(id) else { return spoken }
      spoken.lines = [head, "Question \(ReviewList.numbers(session)[id] ?? "")."]
      spoken.lines += askLines(question, session, offered: "> skips it")
      let recorded = session.answers[id]
      if recorded != .unknown(.notAsked) {
        spoken.lines.append(
          "Recorded now: " + LinearWords.sentence(recorded.words(for: question)))
      }
      if case .field(let field) = page.entry {
        spoken.now = fieldLines(question, field, page.problem, session)
        spoken.prompt = fieldPrompt(question, field, page.problem, session)
        return spoken
      }
      let choices = session.rowChoices(question)
      if question.isTyped { spoken.now.append("Y Open this question") }
      spoken.now += choices.map(Self.line)
      spoken.prompt =
        "Answer, " + (question.isTyped ? ["Y"] : []).joined()
        + (question.isTyped ? " " : "")
        + choices.map { String($0.key).uppercased() }.joined(separator: " ")
      if case .date = question.kind { spoken.prompt += " or a date" }
    }
    return spoken
  }
}
