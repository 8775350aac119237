import ClinicalModel
import Consultation
import Screening
import TextLayout

// The sheets for skin tests: the plan that goes with the patient to the room,
// and the form on which readings are written by hand.

extension SummaryMaterial {
  /// The tests as they now are, also those of after the signature.
  var testPlan: SkinTestPlan {
    skinTestPlan(
      consultation.answersWithLatestTests, with: pack, on: testDay, today: today)
  }

  /// The day from which the answers are judged.
  var testDay: CalendarDate {
    max(consultation.day(today: today), today)
  }

  // MARK: The plan

  var skinTestPlanBlocks: [SummaryBlock] {
    let plan = testPlan
    var blocks: [SummaryBlock] = [.heading("Skin-test plan")]
    let wanted = plan.items.filter { $0.isAllowed || !$0.records.isEmpty }
    guard !wanted.isEmpty else {
      if plan.reasons.isEmpty {
        blocks.append(.paragraph("No skin test is wanted or on record for this plan.", .normal))
      }
      return blocks + reasonBlocks(plan) + notHere(plan)
    }
    if let day = plan.earliestTreatment {
      blocks.append(
        .paragraph(
          "If all readings are negative: treatment on \(words(day)) at the earliest, and only "
            + "with the products and lots that were tested.", .strong))
    }
    let columns = [
      SummaryColumn(title: "Product and lot", share: 20), SummaryColumn(title: "Test", share: 13),
      SummaryColumn(title: "Where, side, amount", share: 21),
      SummaryColumn(title: "Placed on, by", share: 18),
    ]
    let rows = wanted.map { item in
      SummaryRow(
        cells: [product(item.planned), item.kind.words, whereTo(item), placed(item)],
        details: [], emphasis: .normal)
    }
    blocks.append(.form(SummaryTable(columns: columns, rows: rows)))
    blocks += reasonBlocks(plan) + notHere(plan)
    for kind in SkinTestKind.allCases where wanted.contains(where: { $0.kind == kind }) {
      blocks += guide(kind)
    }
    return blocks
  }

  /// Why a test comes first, and what ends each reason.
  func reasonBlocks(_ plan: SkinTestPlan) -> [SummaryBlock] {
    let lines = plan.reasons.map { reason in
      let perhaps = reason.isEstablished ? "" : " (perhaps)"
      return Printable.line(
        "\(reason.title)\(perhaps): \(reason.ends(in: pack).joined(separator: " "))")
    }
    return lines.isEmpty ? [] : [.subheading("Why, and what ends it", remark: ""), .list(lines)]
  }

  private func notHere(_ plan: SkinTestPlan) -> [SummaryBlock] {
    let lines = plan.items.flatMap { item in
      (item.never.map(\.reason) + item.refusals.map(\.staff) + item.instead).map {
        Printable.line("\(item.planned.name), \(item.kind.words): \($0)")
      }
    }
    return lines.isEmpty ? [] : [.subheading("Not tested here", remark: ""), .list(lines)]
  }

  private func guide(_ kind: SkinTestKind) -> [SummaryBlock] {
    guard let guide = pack.skinTests.guide(kind) else { return [] }
    func lines(_ texts: [String]) -> [String] { texts.map(Printable.line) }
    let days = guide.readings.map { "Day \($0.day): \($0.words)" }
    return [
      .subheading(Printable.line(guide.title), remark: Printable.line(guide.finds)),
      .facts([
        Fact("Who", Printable.line(guide.who)), Fact("Where", lines(guide.sites)),
        Fact("Amount", Printable.line(guide.amount)), Fact("How", lines(guide.steps)),
        Fact("Ask first", lines(guide.beforePlacing.map { "\($0.ask) \($0.effect)" })),
        Fact("Read", lines(days)), Fact("Tell patient", lines(guide.tell)),
      ]),
    ]
  }

  private func whereTo(_ item: SkinTestItem) -> String {
    let entry = recorded(item)
    var parts: [String] = []
    if case .known(.text(let site)) = entry["site"] { parts.append(site) }
    if case .known(.choice(let side)) = entry["side"] { parts.append(side.rawValue) }
    if case .known(.number(let amount)) = entry["amount-ml"] { parts.append("\(amount) mL") }
    if parts.isEmpty { parts = pack.skinTests.guide(item.kind)?.sites ?? [] }
    return Printable.line(parts.joined(separator: entry["site"].isBlank ? " or " : ", "))
  }

  private func placed(_ item: SkinTestItem) -> String {
    if item.state == .refused { return "declined by the patient" }
    guard let schedule = item.schedule else { return item.state.words }
    let how =
      switch schedule.standing {
      case .suggested: "suggested"
      case .planned: "planned"
      case .placed: "placed"
      }
    var words = "\(self.words(schedule.placing)) (\(how))"
    if case .known(.text(let name)) = recorded(item)["placed-by"] { words += ", \(name)" }
    return Printable.line(words)
  }

  /// The entry of the test that the item speaks of; empty when there is none.
  private func recorded(_ item: SkinTestItem) -> Answers {
    let answer = consultation.answersWithLatestTests[ListSubject.skinTests.question]
    guard let record = item.current, case .known(.entries(let entries)) = answer,
      entries.indices.contains(record.place)
    else { return Answers() }
    return entries[record.place]
  }

  // MARK: The reading form

  var readingFormBlocks: [SummaryBlock] {
    let plan = testPlan
    let items = plan.items.filter { item in
      item.schedule != nil && (item.isAllowed || !item.records.isEmpty) && item.state != .refused
    }
    guard !items.isEmpty else { return [] }
    var blocks: [SummaryBlock] = [
      .newPage, .heading("Reading form"),
      .paragraph(
        "Symptoms beyond the skin, or a reaction that spreads: stop, emergency screen, record it.",
        .strong),
    ]
    for kind in SkinTestKind.allCases {
      let own = items.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let guide = pack.skinTests.guide(kind)
      blocks.append(
        .subheading(
          Printable.line(guide?.title ?? kind.words), remark: Printable.line(guide?.positive ?? ""))
      )
      blocks.append(.form(readingTable(kind, own)))
      let asked = (guide?.beforeReading ?? []).map {
        Printable.line("[ ] no  [ ] yes   \($0.ask)")
      }
      if !asked.isEmpty {
        blocks += [.paragraph("Asked before reading:", .normal), .list(asked)]
      }
    }
    if items.contains(where: { $0.kind != .prickIntradermal }) { blocks += gradeBlocks }
    return blocks + [.signatureLines(["Read by", "Seen by the clinician"])]
  }

  private func readingTable(_ kind: SkinTestKind, _ items: [SkinTestItem]) -> SummaryTable {
    let first = SummaryColumn(title: "Product and lot", share: 20)
    if kind == .prickIntradermal {
      let titles = ["Wheal mm", "Histamine mm", "Saline mm", "After 20 min, by"]
      return SummaryTable(
        columns: [first] + titles.map { SummaryColumn(title: $0, share: 13) },
        rows: items.map {
          SummaryRow(
            cells: [product($0.planned)] + prick($0), details: [], emphasis: .normal)
        })
    }
    let days = items[0].schedule?.readings.map(\.day) ?? []
    let share = 52 / max(1, days.count)
    return SummaryTable(
      columns: [first] + days.map { SummaryColumn(title: "Day \($0)", share: share) },
      rows: items.map { item in
        SummaryRow(
          cells: [product(item.planned)] + days.map { cell(item, $0) }, details: [],
          emphasis: .normal)
      })
  }

  /// The day of a reading with its grade, or room for it.
  private func cell(_ item: SkinTestItem, _ day: Int) -> String {
    guard let reading = item.schedule?.readings.first(where: { $0.day == day }) else { return "" }
    let window = item.kind.readingWindows.first { $0.contains(day) } ?? day...day
    // A reading of another day of the window names its day.
    let grades = (item.current?.readings ?? []).compactMap { reading -> String? in
      guard let made = reading.day, window.contains(made), let grade = reading.grade else {
        return nil
      }
      return made == day ? grade.rawValue : "\(grade) (day \(made))"
    }
    let date = "\(reading.date.weekdayName) \(reading.date.day) \(reading.date.monthName)"
    return Printable.line(grades.isEmpty ? date : "\(date): \(grades.joined(separator: ", "))")
  }

  private func prick(_ item: SkinTestItem) -> [String] {
    let fields = item.current?.readings.last?.fields ?? Answers()
    return [Question.ID.wheal, .histamine, .saline].map { id in
      if case .known(.number(let number)) = fields[id] { "\(number)" } else { "" }
    } + [
      item.schedule.map { "\($0.placing.weekdayName) \($0.placing.day) \($0.placing.monthName)" }
        ?? ""
    ]
  }

  private var gradeBlocks: [SummaryBlock] {
    guard !pack.skinTests.grades.isEmpty else { return [] }
    return [
      .subheading("Grades", remark: ""),
      .list(
        pack.skinTests.grades.map {
          Printable.line("\($0.grade)  \($0.title): \($0.definition)")
        }),
    ]
  }

  // MARK: The clinic's record

  /// How far each test is, and what the tests since signing lead to.
  var skinTestRecordBlocks: [SummaryBlock] {
    let plan = testPlan
    guard !plan.items.isEmpty else { return [] }
    var blocks: [SummaryBlock] = []
    let lines = plan.items.map { item in
      let place = item.planned.isPlanned ? "" : " (not planned)"
      return "\(item.planned.name)\(place), \(item.kind.words): \(item.state.words)"
    }
    blocks += [.paragraph("Skin tests:", .normal), .list(lines.map(Printable.line))]
    guard case .recorded(_, let time) = consultation.testsSinceSigning else { return blocks }
    let report = screen(consultation.answersWithLatestTests, with: pack, on: testDay)
    let could =
      report.couldBecome > report.outcome ? ", could become \(report.couldBecome.word)" : ""
    let outcome = report.outcome == .proceed ? "nothing found" : report.outcome.word
    blocks.append(
      .paragraph(
        "Since signing, last on \(moment(time)), skin tests were recorded. With them the "
          + "answers lead to: \(outcome)\(could). What was signed stays as it was signed; a "
          + "new consultation decides.", .strong))
    return blocks
  }

  private func product(_ planned: PlannedRecord) -> String {
    Printable.line(planned.lot.isEmpty ? planned.name : "\(planned.name), lot \(planned.lot)")
  }

  private func words(_ day: CalendarDate) -> String { "\(day.weekdayName) \(day.spelled)" }
}

extension CalendarDate {
  /// `Nov`
  fileprivate var monthName: String { String(Self.monthNames[month - 1].prefix(3)) }
}

extension Answer {
  fileprivate var isBlank: Bool { if case .unknown = self { true } else { false } }
}
