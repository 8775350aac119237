import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension Surroundings {
  /// Why it is asked, what follows from it, where that comes from, and the
  /// keys.
  func drawHelp(_ body: inout Canvas) {
    if let session = openConsultation, let question = currentQuestion.flatMap(session.pack.question)
    {
      if let help = pageHelp { draw(help, &body) }
      questionHelp(question, session, &body)
    } else if let session = openConsultation, let open = pageFacts.group.flatMap(session.openGroup)
    {
      groupHelp(open, &body)
    } else {
      body.wrap(setting.pack.intendedUse)
      body.gap()
    }
    keysHelp(&body)
  }

  /// All keys of the page below, from the key table.
  private func keysHelp(_ body: inout Canvas) {
    func add(_ shown: String, _ words: String, _ sentence: String) {
      body.wrap(
        Canvas.fill(shown, to: 9) + " " + Canvas.fill(words, to: 22) + " " + sentence, indent: 2,
        hanging: 35)
    }
    body.add(Span(" Keys here", .strong))
    if pageKeys.hasAnswerKeys {
      add("Y N U D", "Answer", "and the keys beside the answers: answer and go on")
    }
    for key in pageKeys.keys { add(key.shown, key.words, key.sentence) }
    for binding in pageKeys.usable {
      let hint = pageKeys.hint(binding.command)
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

  private func draw(_ help: ScreenHelp, _ body: inout Canvas) {
    body.add(Span(" Help: \(help.title)", .strong))
    for line in help.lines {
      body.wrap(Canvas.fill(line.label, to: 18) + line.words, indent: 1, hanging: 19)
    }
    body.gap()
  }

  private func groupHelp(
    _ open: Checklist.OpenGroup, _ body: inout Canvas
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

  private func sources(_ ids: [Source.ID], _ session: Session, _ body: inout Canvas) {
    for id in ids {
      let title = session.pack.source(id)?.title ?? ""
      body.wrap("Source \(Canvas.fill(id.rawValue, to: 10)) \(title)", indent: 1, hanging: 19)
    }
  }
}
