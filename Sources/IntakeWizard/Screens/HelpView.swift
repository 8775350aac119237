import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Wizard {
  /// Why it is asked, what follows from it, where that comes from, and the
  /// keys.
  func helpBody(_ body: inout Canvas) {
    if case .open(let session) = desk, let question = currentQuestion.flatMap(session.pack.question)
    {
      if case .list(let page) = page { entryHelp(page, session, &body) }
      questionHelp(question, session, &body)
    } else if case .open(let session) = desk, let open = currentGroup(session) {
      groupHelp(open, session, &body)
    } else {
      body.wrap(setting.pack.intendedUse)
      body.gap()
    }
    keysHelp(&body)
  }

  /// All keys of the page below, from the key table.
  private func keysHelp(_ body: inout Canvas) {
    let place = pagePlace
    func add(_ shown: String, _ words: String, _ sentence: String) {
      body.wrap(
        Canvas.fill(shown, to: 9) + " " + Canvas.fill(words, to: 22) + " " + sentence, indent: 2,
        hanging: 35)
    }
    body.add(Span(" Keys here", .strong))
    if [.choice, .table, .entryChoice, .skinTestChoice].contains(place) {
      add("Y N U D", "Answer", "and the keys beside the answers: answer and go on")
    }
    for key in KeyMap.keys(in: place) { add(key.shown, key.words, key.sentence) }
    for binding in KeyMap.commands(in: place) {
      let hint = KeyMap.hint(binding.command, in: place)
      add(hint?.shown ?? binding.shown, hint?.words ?? binding.words, binding.sentence)
    }
    body.gap()
    body.add(Span(" Ctrl-X, then a letter", .strong))
    let letters = KeyMap.bindings.filter { $0.command != .actions }.map {
      "\($0.letter.uppercased()) \($0.words)"
    }
    body.wrap(letters.joined(separator: ", "), indent: 2)
    body.wrap("Where the terminal sends them: F1 help, F2 actions, F3 back, F4 find.")
    body.wrap("Prefer no letter keys? Ctrl-X K: numbers, arrows and Enter only.")
  }

  /// The group on the page or on the line.
  private func currentGroup(_ session: Session) -> Checklist.OpenGroup? {
    switch page {
    case .group(let page): session.openGroup(page.group)
    case .table(let page):
      if case .group(let id) = page.row { session.openGroup(id) } else { nil }
    case .home, .returning, .question, .list, .reconfirm, .partDone, .review, .result, .skinTests,
      .worklist, .export:
      nil
    }
  }

  private func groupHelp(
    _ open: Checklist.OpenGroup, _ session: Session, _ body: inout Canvas
  ) {
    body.add(Span(" Help: \(open.group.label)", .strong))
    body.gap()
    body.wrap("Ask it like this  \(open.group.ask)", indent: 1, hanging: 19)
    body.wrap(
      "N                 is recorded as one answer to these words and counts as no for each",
      indent: 1, hanging: 19)
    body.wrap(
      "Y U D             ask them one by one: only no can be said to all of them", indent: 1,
      hanging: 19)
    body.gap()
    body.add(Span(" Each by itself", .strong))
    for member in open.members {
      body.wrap("\(member.ask) \(member.why)", indent: 2, hanging: 4)
    }
    body.gap()
  }

  private func questionHelp(
    _ question: Question, _ session: Session, _ body: inout Canvas
  ) {
    body.add(Span(" Help: \(question.label)", .strong))
    body.gap()
    body.wrap("Ask it like this  \(question.ask)", indent: 1, hanging: 19)
    if !question.help.isEmpty {
      body.wrap("For staff         \(question.help)", indent: 1, hanging: 19)
    }
    body.wrap("Why we ask        \(question.why)", indent: 1, hanging: 19)
    switch question.onUnknown {
    case .noFinding:
      body.wrap("Not sure          raises no finding by itself", indent: 1, hanging: 19)
    case .finding(let severity):
      body.wrap(
        "Not sure          counts as not clear: \(severity.word)", indent: 1, hanging: 19)
    }
    let notes = session.notes(on: .question(question.id))
    if !notes.isEmpty {
      let all = session.noteCount
      body.wrap("Notes             \(notes.count) on this, of \(all)", indent: 1, hanging: 19)
    }
    sources(question.cite, session, &body)
    let rules = session.pack.rules.filter { $0.when.questions.contains(question.id) }
    if !rules.isEmpty {
      body.gap()
      body.add(Span(" What follows from it", .strong))
      for rule in rules {
        body.wrap(
          "\(Canvas.fill(rule.severity.word, to: 17)) \(rule.title)  [\(rule.id)]", indent: 2,
          hanging: 20)
      }
    }
    body.gap()
  }

  func sources(_ ids: [Source.ID], _ session: Session, _ body: inout Canvas) {
    for id in ids {
      let title = session.pack.source(id)?.title ?? ""
      body.wrap("Source \(Canvas.fill(id.rawValue, to: 10)) \(title)", indent: 1, hanging: 19)
    }
  }

  func findingsBody(_ selected: Int, _ body: inout Canvas) {
    guard case .open(let session) = desk else { return }
    let findings = session.lines
    let items = session.pack.sections.flatMap { session.counted(in: $0.id) }.filter {
      $0.requirement == .required
    }
    let open = session.openCount
    body.ends(
      " Findings so far",
      "\(items.count) to ask: \(max(0, items.count - open)) answered, \(open) open", style: .strong)
    body.rule()
    if findings.isEmpty { body.wrap("Nothing was found in the answers so far.") }
    for (index, line) in findings.enumerated() {
      for (row, spans) in Self.rows(of: line, width: body.width, focus: index == selected)
        .enumerated()
      {
        body.add(spans: spans)
        if index == selected, row == 0 { body.placeCursor(column: 0) }
      }
      for words in becauseWords(line, session) { body.wrap(words, indent: 22) }
      for words in line.otherWords { body.wrap("also: \(words)", indent: 22) }
      if index == selected { lineDetail(line, session, &body) }
    }
  }

  private func lineDetail(_ line: FindingLine, _ session: Session, _ body: inout Canvas) {
    for words in line.staff { body.wrap("Staff    \(words)", indent: 4, hanging: 13) }
    for words in line.patient { body.wrap("Patient  \(words)", indent: 4, hanging: 13) }
    for words in changeWords(line, session) {
      body.wrap("Change   \(words)", indent: 4, hanging: 13)
    }
    for words in line.notes { body.wrap("Note     \(words)", indent: 4, hanging: 13) }
    for words in sourceWords(line) {
      body.wrap("Source   \(words)", indent: 4, hanging: 13)
    }
  }

  /// The sources of each finding of a line, with its strength and its rule.
  func sourceWords(_ line: FindingLine) -> [String] {
    line.findings.map { finding in
      let cited = finding.cite.map(\.rawValue).joined(separator: ", ")
      return "\(cited), strength: \(finding.strength.name), rule \(finding.rule)"
    }
  }
}
