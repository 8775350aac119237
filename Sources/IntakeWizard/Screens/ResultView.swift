import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import TextLayout

extension Around {
  func resultFrame(_ page: ResultPage, _ session: Session, _ width: Int) -> Frame {
    var frame = Frame(body: Canvas(width: width))
    frame.head = [banner(session, width: width)] + verdict(session, width)
    frame.body = resultBody(page, session, width: width)
    frame.scroll = page.scroll
    frame.follow = page.hasField ? .cursor : .scroll
    let keys =
      page.hasField
      ? keyLine(.decision)
      : keyLine(.result, without: session.skinTestQuestion == nil ? ["P"] : [])
    frame.foot = foot(keys, width, otherwise: decisionLine(page, session))
    return frame
  }

  /// The decision in one line that is always on screen, however long the list
  /// of findings is.
  private func decisionLine(_ page: ResultPage, _ session: Session) -> String {
    if page.hasField { return "The software advises. The clinician decides and signs." }
    switch session.consultation.decision {
    case .undecided:
      let available = DecisionChoice.all(session).filter { $0.available == .yes }
      return "Decide: " + available.map { "\($0.key) \($0.short)" }.joined(separator: "  ")
    case .decided(let decision, let time):
      let words = "Decided: \(decision.words(in: session.consultation)). "
      return words + (decidedEarlier(at: time, session) == nil ? "S signs it." : "Decide again.")
    }
  }

  func resultBody(_ page: ResultPage, _ session: Session, width: Int) -> Canvas {
    var body = Canvas(width: width)
    resultFindings(session, &body)
    resultRelease(session, &body)
    nearestWords(page, session, &body)
    decisions(session, &body)
    if page.hasField { decisionField(page, session, &body) }
    return body
  }

  private func verdict(_ session: Session, _ width: Int) -> [[Span]] {
    let report = session.report
    let style: Style =
      switch report.outcome {
      case .doNotTreat: .exclude
      case .defer: .deferral
      case .caution: .caution
      case .proceedAfterPatchTest: .patchTest
      case .proceed: .strong
      }
    let edge = String(repeating: "#", count: width)
    // The row with the word has its colour; the others are plain beside it.
    func lines(_ text: String, _ first: Style) -> [[Span]] {
      TextWrap.lines(text, width: width - 6).enumerated().map { row, words in
        let words = Canvas.fill(" " + words, to: width - 4)
        return [Span("##"), Span(words, row == 0 ? first : .strong), Span("##")]
      }
    }
    let word =
      report.outcome == .proceed ? "" : "\(report.outcome.mark) \(report.outcome.word)  "
    let open = session.openCount
    let second =
      open > 0
      ? "NOT FINISHED: \(open) not answered. Not answered is not clear."
      : session.report.counts.words
    let third =
      report.couldBecome > report.outcome
      ? ["Could become \(report.couldBecome.word): some answers are not known"] : []
    return [[Span(edge)]] + lines(word + report.outcome.outcomeSentence, style)
      + ([second] + third).flatMap { lines($0, .strong) } + [[Span(edge)]]
  }

  private func resultFindings(_ session: Session, _ body: inout Canvas) {
    let lines = session.lines
    if lines.isEmpty { body.gap() }
    for line in lines {
      for spans in Self.rows(of: line, width: body.width) { body.add(spans: spans) }
      for words in changeWords(line, session) {
        body.wrap(words, indent: 23, hanging: 23)
      }
    }
    for note in session.advice {
      for spans in Self.rows(of: note, width: body.width) { body.add(spans: spans) }
    }
    body.gap()
  }

  /// What would end a finding, in words.
  func changeWords(_ finding: Finding, _ session: Session) -> [String] {
    let list = changes(
      for: finding, answers: session.given, with: session.pack,
      on: session.day)
    var words: [String] = []
    var plans: [Question.ID: [String]] = [:]
    var order: [Question.ID] = []
    for change in list {
      switch change {
      case .waitUntil(let date): words.append("Ends on \(date.spelled)")
      case .event(let event): words.append("Ends with: \(event)")
      case .answer(let id):
        words.append("Needs an answer to: \(session.pack.question(id)?.label ?? id.rawValue)")
      case .change(let id, let value):
        guard let question = session.pack.question(id) else { continue }
        if plans[id] == nil { order.append(id) }
        plans[id, default: []].append(Answer.known(value).words(for: question))
      }
    }
    for id in order {
      let label = session.pack.question(id)?.label ?? id.rawValue
      let values = plans[id] ?? []
      let some = values.prefix(3).joined(separator: ", or ")
      words.append("Would not hold with \(label): \(some)\(values.count > 3 ? ", ..." : "")")
    }
    let sets = changeSets(
      for: finding, answers: session.given, with: session.pack,
      on: session.day)
    words += ChangeWords(session.pack).together(sets).map { "Would not hold with \($0)" }
    words += plannedEntries(
      ending: finding, in: session.given, with: session.pack,
      on: session.day
    ).map { "Would not hold without \($0)" }
    let plan = ListSubject.plannedIngredients.question
    if words.isEmpty, finding.because.contains(where: { $0.question == plan }) {
      words = ["What is planned bears on it; the clinician decides"]
    }
    if words.isEmpty, finding.severity > .proceed {
      words = [
        finding.severity == .doNotTreat
          ? "No change of the plan ends it" : "No change of the plan ends it; the clinician decides"
      ]
    }
    return words
  }

  /// What lowers the outcome where several findings hold it up; what ends a
  /// single one stands beside it.
  func lowerWords(_ session: Session) -> [String] {
    let report = session.report
    let heaviest = report.findings.filter {
      $0.certainty == .established && $0.severity == report.outcome
    }
    guard heaviest.count > 1 else { return [] }
    let changes = outcomeChanges(
      session.given, with: session.pack, on: session.day)
    return ChangeWords(session.pack).lines(changes)
  }

  private func resultRelease(_ session: Session, _ body: inout Canvas) {
    let report = session.report
    switch report.earliestDate {
    case .notDeferred: break
    case .date(let date): body.add(Span(" Earliest date   \(date.spelled)", .strong))
    case .excluded: body.add(Span(" Earliest date   none while a finding excludes treatment"))
    }
    for event in report.events { body.wrap("Before that     " + event, indent: 1, hanging: 17) }
    for words in lowerWords(session) {
      body.wrap("Lower           " + words, indent: 1, hanging: 17)
    }
    if report.couldBecome > report.outcome {
      body.wrap(
        "Could become    \(report.couldBecome.word), when what is not known is answered",
        indent: 1, hanging: 17, style: .strong)
    }
    switch report.patchTest {
    case .notAdvised: body.add(Span(" Patch test      not advised by these answers"))
    case .advised:
      let key = session.skinTestQuestion == nil ? "" : "        P opens the plan"
      body.add(
        Span(" Patch test      \(session.skinTestPage(day).plan.adviceWords)\(key)", .strong))
    }
    body.gap()
  }

  /// Plans with a milder outcome. They are proposed and change nothing.
  private func nearestWords(_ page: ResultPage, _ session: Session, _ body: inout Canvas) {
    guard !page.nearest.isEmpty else { return }
    for proposal in page.nearest.prefix(3) {
      body.wrap(
        "Another plan    " + proposal.words(insteadOf: session.report.outcome), indent: 1,
        hanging: 17)
    }
    body.wrap("Nothing is changed by itself; 3 changes the plan.", indent: 17)
    body.gap()
  }

  private func decisions(_ session: Session, _ body: inout Canvas) {
    body.add(Span(" Decision by the clinician", .strong))
    for choice in DecisionChoice.all(session) {
      switch choice.available {
      case .yes: body.add(Span("   \(choice.key)  \(choice.words)"))
      case .no(let because):
        body.wrap("-  \(choice.words): not available, \(because)", indent: 3, hanging: 6)
      }
    }
    body.gap()
    switch session.consultation.decision {
    case .undecided:
      body.add(Span(" Decision: _   not decided yet"))
      body.placeCursor(column: 11)
    case .decided(let decision, let time):
      let moment = decidedEarlier(at: time, session) ?? setting.localTime.time(of: time)
      body.wrap(
        "Decision: \(decision.words(in: session.consultation))   \(moment), not signed yet",
        indent: 1, hanging: 11, style: .strong)
    }
  }

  private func decisionField(
    _ page: ResultPage, _ session: Session, _ body: inout Canvas
  ) {
    let prompt: String
    let field: TextField
    switch page.step {
    case .reading: return
    case .until(let typed):
      (prompt, field) = (
        session.report.events.isEmpty
          ? "Defer until which day?"
          : "Defer until which day? Empty means: until the events above", typed
      )
    case .code(let typed):
      for line in Self.codeLines { body.add(Span("   " + line)) }
      (prompt, field) = ("Treat against advice: the number of the reason", typed)
    case .reason(let typed, _): (prompt, field) = ("Reason, in the clinician's words", typed)
    case .override(let typed, let grounds): (prompt, field) = (Self.overrideWords(grounds), typed)
    case .overrider(let typed, _):
      (prompt, field) = ("Name of the clinician who decides to treat anyway", typed)
    case .second(let typed, _, let clinician):
      (prompt, field) = (Self.secondWords(clinician), typed)
    case .name(let typed):
      (prompt, field) = (
        "Sign: the clinician's name. Answers cannot be changed after this", typed
      )
    }
    body.gap()
    body.wrap(prompt, indent: 1, style: .strong)
    let room = body.width - 8
    let window = field.window(width: room - 2)
    body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: room - 2), .field), Span(" ]"))
    body.placeCursor(column: 5 + window.cursorColumn)
  }
}

extension Around {
  /// The coded reasons for treating against the advice, numbered.
  static var codeLines: [String] {
    AgainstAdvice.Code.allCases.enumerated().map { "\($0 + 1)  \($1.words)" }
  }

  static func overrideWords(_ grounds: ResultPage.Grounds) -> String {
    grounds.weight == .ordinary
      ? "A finding defers treatment. To treat anyway type OVERRIDE"
      : "A finding excludes treatment. To treat against advice type OVERRIDE"
  }

  static func secondWords(_ clinician: String) -> String {
    "Name of a second person who stands for it, other than \(clinician)"
  }
}

extension Decision {
  /// The decision as people read it; an override is never told as the plan.
  func words(in consultation: Consultation) -> String {
    let overrides = consultation.overrides.count
    switch self {
    case .treat:
      if case .yes(let against, _) = consultation.againstAdvice {
        return "Treat AGAINST ADVICE (\(against.because.words)): \(against.reason)"
      }
      return overrides == 0
        ? "Treat as planned"
        : "Treat in spite of \(overrides) \(overrides == 1 ? "finding" : "findings")"
    case .patchTestFirst: return "Patch test first, then decide again"
    case .deferred(.date(let date), let reason): return "Defer until \(date.spelled): \(reason)"
    case .deferred(.event(let event), let reason): return "Defer until \(event): \(reason)"
    case .deferred(.notDeferred, let reason): return "Defer: \(reason)"
    case .doNotTreat(let reason): return "Do not treat today: \(reason)"
    }
  }
}
