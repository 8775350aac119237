import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal
import TextLayout

extension AnySurroundings {
  func skinTestFormFrame(
    _ form: SkinTestForm, _ session: Session, _ size: GridSize, _ width: Int
  ) -> Frame {
    let what = form.purpose == .placing ? "Place" : "Read"
    let lot =
      form.item.kind.isOfMethod
      ? "" : form.item.planned.lot.isEmpty ? "lot not recorded" : "lot \(form.item.planned.lot)"
    var frame = plainFrame(
      session, title: "\(what): \(form.item.words)", right: lot, width)
    var body = Canvas(width: width)
    var lineHere = 0
    for (place, row) in form.rows.enumerated() {
      let here = place == form.here
      if here { lineHere = body.lines.count }
      rowLine(row, here, &body)
      if here { choices(row, form, session, &body) }
    }
    frame.body = body
    frame.follow = .scroll
    frame.scroll = max(0, lineHere - 1)
    var tell = Canvas(width: width)
    if let guide = session.pack.skinTests.guide(form.item.kind), size.rows >= 22 {
      let words =
        form.purpose == .placing
        ? "How: \(guide.steps.joined(separator: " "))  Tell the patient: "
          + guide.tell.joined(separator: " ")
        : reading(guide)
      tell.wrap(words, indent: 1, hanging: 1)
    }
    var pane = Array(tell.lines.prefix(6))
    if !form.problem.isEmpty {
      pane =
        [[Span(" !!! ", .caution), Span(Canvas.cut(" " + form.problem, to: width - 5), .strong)]]
        + pane
    }
    frame.foot = pane + foot(keyLine(form), width)
    return frame
  }

  private func reading(_ guide: SkinTestKindGuide) -> String {
    let days = guide.readings.map { "Day \($0.day): \($0.words)." }.joined(separator: " ")
    return guide.positive.isEmpty ? days : "\(days) Positive: \(guide.positive)."
  }

  private func keyLine(_ form: SkinTestForm) -> String {
    switch form.row.entry {
    case .asked: keyLine(SkinTestScreen.choosing.table, lead: "Y N U Answer")
    case .options(let choices, _):
      keyLine(
        SkinTestScreen.choosing.table,
        lead: choices.map { String($0.key).uppercased() }.joined(separator: " ") + " Choose")
    case .typed: keyLine(SkinTestScreen.typing.table, lead: "Type it")
    case .button: keyLine(SkinTestScreen.saving.table)
    }
  }

  private func rowLine(_ row: SkinTestRow, _ here: Bool, _ body: inout Canvas) {
    let edge = here ? " > " : "   "
    let room = body.width - 17
    switch row.entry {
    case .asked(_, let said):
      let words =
        switch said {
        case .notAnswered: "not answered"
        case .yes: "YES"
        case .no: "no"
        case .unsure: "NOT SURE"
        }
      body.add(
        Span(edge), Span(Canvas.fill(row.label, to: room), here ? .focus : .normal),
        Span("  "), Span(words, said == .yes || said == .unsure ? .caution : .normal))
      if here { body.placeCursor(column: 1) }
    case .options(let choices, let chosen):
      var words = "not answered"
      if case .option(let option) = chosen {
        words = choices.first { $0.option == option }?.words ?? option.rawValue
      }
      body.add(
        Span(edge), Span(Canvas.fill(row.label, to: 26), here ? .focus : .normal),
        Span("  \(words)"))
      if here { body.placeCursor(column: 1) }
    case .typed(let field, let kind):
      let window = field.window(width: 20)
      body.add(
        Span(edge), Span(Canvas.fill(row.label, to: 26), here ? .focus : .normal), Span("  [ "),
        Span(Canvas.fill(window.text, to: 20), .field), Span(" ]\(readBack(field, kind))"))
      if here { body.placeCursor(column: 33 + window.cursorColumn) }
    case .button:
      body.add(Span(edge), Span(row.label, here ? .focus : .strong))
      if here { body.placeCursor(column: 1) }
    }
  }

  private func readBack(_ field: TextField, _ kind: SkinTestRow.Typed) -> String {
    switch kind {
    case .text: return ""
    case .number(let unit, _): return " \(unit)"
    case .date(let tense):
      guard
        case .date(.day(let date)) = DateEntry(today: day, tense: tense).read(
          field.committed, label: "The day")
      else { return "" }
      let avoided =
        tense == .either && setting.pack.skinTests.placing.avoids(date) ? " weekend reading!" : ""
      return " \(date.weekdayName) \(date.spelled)\(avoided)"
    }
  }

  /// What can be said in the row in hand, in full.
  private func choices(
    _ row: SkinTestRow, _ form: SkinTestForm, _ session: Session, _ body: inout Canvas
  ) {
    switch row.entry {
    case .asked(let question, _):
      // A question that is cut in its row is read here in full.
      if TextWidth.columns(of: question.ask) > body.width - 17 {
        body.wrap(question.ask, indent: 6, style: .strong)
      }
      body.wrap("If yes: \(question.effect)", indent: 6, hanging: 6)
    case .options(let choices, _):
      for choice in choices {
        let grade =
          choice.definition.isEmpty ? "" : Canvas.fill("\(choice.option.rawValue)", to: 5)
        let more = choice.definition.isEmpty ? "" : ": \(choice.definition)"
        body.wrap(
          "\(shownKey(choice.key))  \(grade)\(choice.words)\(more)", indent: 6,
          hanging: 9)
      }
      if row.id == .field(.systemic) {
        body.wrap(
          "Hives elsewhere, breathing trouble, swelling of the face, dizziness: Y opens the "
            + "emergency screen.", indent: 6)
      }
    case .typed, .button: break
    }
  }
}
