import ClinicalModel
import Consultation
import Screening
import Summary
import Terminal

extension AnySurroundings {
  func skinTestFrame(
    _ page: SkinTestScreen, _ session: Session, _ size: GridSize, _ width: Int
  ) -> Frame {
    if let form = page.form {
      return skinTestFormFrame(form, session, size, width)
    }
    var frame = plainFrame(session, title: "Skin tests", right: earliestWords(page), width)
    frame.body = skinTestList(page, session, width)
    // The marked test is explained in the same place, whatever is marked.
    let room = max(
      2, size.rows - frame.head.count - 3 - min(12, max(4, frame.body.lines.count + 1)))
    var pane = Canvas(width: width)
    if let item = page.item { explain(item, session, &pane) }
    var lines = Array(pane.lines.prefix(size.rows < 22 ? min(4, room) : room))
    if lines.count < pane.lines.count, let last = lines.indices.last {
      lines[last] = [Span("   ... more in a taller window and on the printed plan")]
    }
    frame.foot =
      [[Span(String(repeating: "─", count: width))]] + lines
      + foot(skinTestKeyLine(page, session), width)
    return frame
  }

  private func skinTestKeyLine(_ page: SkinTestScreen, _ session: Session) -> String {
    keyLine(SkinTestScreen.list.table, without: session.testsOnRecord.isEmpty ? ["T"] : [])
  }

  private func earliestWords(_ page: SkinTestScreen) -> String {
    guard let day = page.plan.earliestTreatment else { return "" }
    return "if all negative: from \(day.weekdayName) \(day.spelled)"
  }

  func skinTestList(_ page: SkinTestScreen, _ session: Session, _ width: Int) -> Canvas {
    var body = Canvas(width: width)
    if case .outcome(let outcome, let could) = page.since {
      sinceSigning(outcome, could, session, &body)
    }
    let kept = session.testsOnRecord
    if !kept.isEmpty, case .of(let visit, _) = session.earlier {
      body.wrap(
        "T takes over \(kept.count) from this clinic's record of \(visit.day.spelled)",
        style: .strong)
    }
    switch page.plan.standing {
    case .notAsked: body.wrap("This pack asks for no planned ingredients.")
    case .planNotKnown:
      body.wrap("What is planned is not answered yet: the tests follow from it.", style: .strong)
    case .made where page.plan.items.isEmpty && page.plan.reasons.isEmpty:
      body.wrap("No skin test is wanted for what is planned, and none was made.")
    case .made: break
    }
    for (place, item) in page.plan.items.enumerated() {
      let here = place == page.mark
      let number = place < 9 ? "\(place + 1)" : " "
      let name = Canvas.fill(item.planned.name, to: width < 80 ? 16 : 24)
      let kind = Canvas.fill(item.kind.words, to: 16)
      body.add(
        Span(here ? " > " : "   "), Span("\(number)  \(name) \(kind)", here ? .focus : .normal),
        Span("  "), Span(shortState(item, page.plan.standing == .made), style(item)))
      if here { body.placeCursor(column: 1) }
    }
    // What no test of the list ends is said below it.
    for reason in page.plan.reasons {
      for words in reason.endsOtherwise(in: session.pack) {
        body.wrap("\(reason.title): \(words)", indent: 3, hanging: 5, style: .strong)
      }
    }
    if body.cursor == .nowhere { body.placeCursor(column: 1) }
    return body
  }

  private func sinceSigning(
    _ outcome: Severity, _ could: Severity, _ session: Session, _ body: inout Canvas
  ) {
    var signed = ""
    if case .signed(let signature, _) = session.consultation.signature {
      signed = "Signed: \(signature.outcome.word). "
    }
    let worse = could > outcome ? ", could become \(could.word)" : ""
    body.wrap(
      "\(signed)With the tests since signing: \(outcome.word)\(worse). What was signed "
        + "stays; a new consultation decides.", style: .strong)
    body.gap()
  }

  private func shortState(_ item: SkinTestItem, _ isPlanKnown: Bool) -> String {
    if !item.planned.isPlanned {
      return (isPlanKnown ? "not in the plan; " : "plan not known; ") + item.state.words
    }
    if item.state == .notPlanned {
      if let never = item.never.first { return "NEVER TESTED: \(never.reason)" }
      if !item.refusals.isEmpty {
        return item.isPossibleHere ? "NOT YET: see below" : "NOT HERE: see below"
      }
      return item.askedBy.isEmpty ? "may be wanted" : "wanted"
    }
    return item.state.words
  }

  private func style(_ item: SkinTestItem) -> Style {
    switch item.state {
    case .read(let verdict) where verdict.stands: .exclude
    case .readingDue(_, _, let overdue): overdue > 0 ? .caution : .strong
    case .notPlanned where !item.isAllowed: .deferral
    case .planMissed: .caution
    case .notPlanned, .planned, .placed, .read, .refused: .normal
    }
  }

  /// Why the marked test is wanted, why it is not made here, when and where.
  func explain(_ item: SkinTestItem, _ session: Session, _ pane: inout Canvas) {
    let pack = session.pack
    func titles(_ rules: [Rule.ID]) -> String {
      rules.map { rule in
        pack.rule(rule)?.title
          ?? session.report.findings.first { $0.rule == rule }?.title ?? rule.rawValue
      }.joined(separator: "; ")
    }
    for never in item.never { pane.wrap("Never     \(never.reason)", hanging: 11, style: .strong) }
    for refusal in item.refusals {
      pane.wrap("Not here  \(refusal.staff)", hanging: 11, style: .strong)
    }
    for instead in item.instead { pane.wrap("Instead   \(instead)", hanging: 11, style: .strong) }
    for refusal in item.possibleRefusals {
      pane.wrap("Perhaps not: \(refusal.title), not known yet", hanging: 11)
    }
    if !item.askedBy.isEmpty {
      pane.wrap(
        "Why       \(titles(item.askedBy)). Complete and negative, the test ends it.",
        hanging: 11)
    }
    if !item.mayBeAskedBy.isEmpty {
      pane.wrap("Perhaps   \(titles(item.mayBeAskedBy))", hanging: 11)
    }
    let context = AnswerContext(
      pack: pack, answers: session.answersWithTests, interviewDate: session.testDay(day))
    for medicine in context.confounders(of: item.kind) {
      pane.wrap("Hidden by \(medicine.name): it can hide a reaction", hanging: 11, style: .strong)
    }
    for note in session.spoiling(item) {
      pane.wrap("Note      \(note)", hanging: 11, style: .strong)
    }
    if item.isMissed {
      pane.wrap(
        "Missed    The day cannot be made up. Read what can be read; N places it anew.",
        hanging: 11, style: .strong)
    }
    schedule(item, &pane)
    for record in item.records {
      pane.wrap(
        Canvas.fill("Test", to: 10) + words(record, session.skinTestQuestion), hanging: 11)
    }
    if let guide = pack.skinTests.guide(item.kind) {
      pane.wrap("Finds     \(guide.finds)", hanging: 11)
      pane.wrap(
        "Where     \(guide.sites.joined(separator: ", or ")). Amount: \(guide.amount)",
        hanging: 11)
      pane.wrap("Who       \(guide.who)", hanging: 11)
      pane.wrap("Tell      \(guide.tell.joined(separator: " "))", hanging: 11)
    }
  }

  private func schedule(_ item: SkinTestItem, _ pane: inout Canvas) {
    guard let schedule = item.schedule, item.isPossibleHere || item.isPlaced else { return }
    func words(_ day: CalendarDate) -> String { "\(day.weekdayName) \(day.spelled)" }
    let how =
      switch schedule.standing {
      case .suggested: "suggested"
      case .planned: "planned"
      case .placed: "placed"
      }
    let readings = schedule.readings.map { reading -> String in
      let mark =
        switch reading.standing {
        case .read: " read"
        case .due: " DUE"
        case .overdue: " OVERDUE"
        case .ahead, .missed: ""
        }
      return "day \(reading.day) \(words(reading.date))\(mark)"
    }
    let caution =
      setting.pack.skinTests.placing.avoids(schedule.placing)
      ? " A reading falls on a weekend." : ""
    pane.wrap(
      "When      \(words(schedule.placing)) \(how); read \(readings.joined(separator: ", ")). "
        + "All negative: treat from \(words(schedule.earliestTreatment)).\(caution)", hanging: 11)
  }

  /// One test on record in a line.
  private func words(_ record: SkinTestRecord, _ list: Question?) -> String {
    var parts: [String] = []
    if case .on(let day) = record.placed { parts.append("\(record.step.rawValue) \(day.spelled)") }
    if !record.lot.isEmpty { parts.append("lot \(record.lot)") }
    parts += record.readings.map { reading in
      let day = reading.day.map { "day \($0)" } ?? "day not recorded"
      return "\(day): \(signs(reading))"
    }
    return parts.joined(separator: ", ")
  }

  private func signs(_ reading: SkinTestRecord.Reading) -> String {
    var signs: [String] = reading.grade.map { [$0.rawValue] } ?? []
    func number(_ id: Question.ID, _ name: String) {
      if case .known(.number(let number)) = reading.fields[id] {
        signs.append("\(name) \(number) mm")
      }
    }
    number(.wheal, "wheal")
    number(.histamine, "histamine")
    number(.saline, "saline")
    for (id, name) in [
      (Question.ID.nodule, "nodule"), (.spreading, "spreading"), (.systemic, "symptoms"),
    ] where reading.fields[id] == .known(.choice("yes")) { signs.append(name) }
    return signs.isEmpty ? "nothing recorded" : signs.joined(separator: " ")
  }
}
