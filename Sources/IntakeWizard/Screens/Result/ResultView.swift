import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import TextLayout

extension ResultScreen {
  func view(_ around: Around, _ size: GridSize) -> Frame {
    let session = around.session
    let width = Frame.width(size)
    var frame = Frame(body: body(around, width: width))
    frame.head = [around.banner(session, width: width)] + verdict(session, width)
    frame.scroll = scroll
    frame.follow = field == nil ? .scroll : .cursor
    let isWithoutTests = field == nil && session.skinTestQuestion == nil
    let keys = around.keyLine(keyboard(around).table, without: isWithoutTests ? ["P"] : [])
    frame.foot = around.foot(keys, width, otherwise: decisionLine(around))
    return frame
  }

  /// The decision in one line that is always on screen, however long the list
  /// of findings is.
  private func decisionLine(_ around: Around) -> String {
    if field != nil { return "The software advises. The clinician decides and signs." }
    let session = around.session
    switch session.consultation.decision {
    case .undecided:
      let available = DecisionChoice.all(session).filter { $0.available == .yes }
      return "Decide: " + available.map { "\($0.key) \($0.short)" }.joined(separator: "  ")
    case .decided(let decision, let time):
      let words = "Decided: \(decision.words(in: session.consultation)). "
      return words + (around.decidedEarlier(at: time) == nil ? "S signs it." : "Decide again.")
    }
  }

  func body(_ around: Around, width: Int) -> Canvas {
    var body = Canvas(width: width)
    drawFindings(around, &body)
    drawRelease(around, &body)
    drawNearest(around.session, &body)
    drawDecisions(around, &body)
    drawField(around.session, &body)
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

  private func drawFindings(_ around: Around, _ body: inout Canvas) {
    let session = around.session
    let lines = session.lines
    if lines.isEmpty { body.gap() }
    for line in lines {
      for spans in Around.rows(of: line, width: body.width) { body.add(spans: spans) }
      for words in around.changeWords(line, session) {
        body.wrap(words, indent: 23, hanging: 23)
      }
    }
    for note in session.advice {
      for spans in Around.rows(of: note, width: body.width) { body.add(spans: spans) }
    }
    body.gap()
  }

  private func drawRelease(_ around: Around, _ body: inout Canvas) {
    let session = around.session
    let report = session.report
    switch report.earliestDate {
    case .notDeferred: break
    case .date(let date): body.add(Span(" Earliest date   \(date.spelled)", .strong))
    case .excluded: body.add(Span(" Earliest date   none while a finding excludes treatment"))
    }
    for event in report.events { body.wrap("Before that     " + event, indent: 1, hanging: 17) }
    for words in around.lowerWords(session) {
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
        Span(
          " Patch test      \(session.skinTestScreen(around.day).plan.adviceWords)\(key)", .strong))
    }
    body.gap()
  }

  /// Plans with a milder outcome. They are proposed and change nothing.
  private func drawNearest(_ session: Session, _ body: inout Canvas) {
    guard !nearest.isEmpty else { return }
    for proposal in nearest.prefix(3) {
      body.wrap(
        "Another plan    " + proposal.words(insteadOf: session.report.outcome), indent: 1,
        hanging: 17)
    }
    body.wrap("Nothing is changed by itself; 3 changes the plan.", indent: 17)
    body.gap()
  }

  private func drawDecisions(_ around: Around, _ body: inout Canvas) {
    let session = around.session
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
      let moment = around.decidedEarlier(at: time) ?? around.setting.localTime.time(of: time)
      body.wrap(
        "Decision: \(decision.words(in: session.consultation))   \(moment), not signed yet",
        indent: 1, hanging: 11, style: .strong)
    }
  }

  private func drawField(_ session: Session, _ body: inout Canvas) {
    guard let asked, let field else { return }
    if case .code = asked {
      for line in Self.codeLines { body.add(Span("   " + line)) }
    }
    body.gap()
    body.wrap(Self.prompt(asked, session), indent: 1, style: .strong)
    let room = body.width - 8
    let window = field.window(width: room - 2)
    body.add(Span(" > [ "), Span(Canvas.fill(window.text, to: room - 2), .field), Span(" ]"))
    body.placeCursor(column: 5 + window.cursorColumn)
  }

  private static func prompt(_ asked: Asked, _ session: Session) -> String {
    switch asked {
    case .until:
      session.report.events.isEmpty
        ? "Defer until which day?" : "Defer until which day? Empty means: until the events above"
    case .code: "Treat against advice: the number of the reason"
    case .reason: "Reason, in the clinician's words"
    case .override(let grounds): overrideWords(grounds)
    case .overrider: "Name of the clinician who decides to treat anyway"
    case .second(_, let clinician): secondWords(clinician)
    case .name: "Sign: the clinician's name. Answers cannot be changed after this"
    }
  }
}

extension ResultScreen {
  /// The coded reasons for treating against the advice, numbered.
  static var codeLines: [String] {
    AgainstAdvice.Code.allCases.enumerated().map { "\($0 + 1)  \($1.words)" }
  }

  static func overrideWords(_ grounds: Grounds) -> String {
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
