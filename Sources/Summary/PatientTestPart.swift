import ClinicalModel
import Consultation
import Screening
import TextLayout

// The skin test on the patient's sheet: what, where, when to come back. The
// days are those of the plan; a line is left to fill in only where nothing is
// known.

extension SummaryMaterial {
  var patientTestBlocks: [SummaryBlock] {
    let plan = testPlan
    let items = plan.wanted.filter { item in
      !item.isSettled && item.schedule != nil && (!item.askedBy.isEmpty || item.isUnderWay)
        && (item.isPossibleHere || item.isUnderWay)
    }
    let otherwise = plan.reasons.filter(\.isEstablished)
    guard !items.isEmpty || !otherwise.isEmpty else { return [] }
    var blocks: [SummaryBlock] = [.heading("Skin test before treatment")]
    if !items.isEmpty {
      blocks.append(
        .paragraph(
          "A small test is advised first. Come back on the days that are written here, so that "
            + "we can look at it.", .normal))
      blocks += lines(items)
    }
    let instead = once(otherwise.flatMap { $0.elsewhere.flatMap(\.instead) })
    if !instead.isEmpty {
      blocks.append(.paragraph("Some of it we do not test here:", .normal))
      blocks.append(.list(instead))
    }
    let open = once(otherwise.flatMap(\.answers).compactMap { pack.question($0) }.map(\.label))
    if !open.isEmpty {
      blocks.append(
        .paragraph(
          "Before a test can be planned we need to know: \(open.joined(separator: ", ")).",
          .normal))
    }
    // A pack without a plan of tests leaves the days to be written by hand.
    if items.isEmpty, instead.isEmpty, open.isEmpty {
      blocks += [
        .paragraph(
          "A small test of the product on your skin is advised. Come back on the days that "
            + "are written here, so that we can look at it.", .normal),
        .signatureLines(["Test placed on", "Come back on"]),
      ]
    }
    if let day = plan.earliestTreatment {
      blocks.append(
        .paragraph(
          "If nothing reacts: treatment from \(spoken(day)) at the earliest, with what was "
            + "tested.", .normal))
    }
    let kinds = SkinTestKind.allCases.filter { kind in items.contains { $0.kind == kind } }
    let told = once(kinds.flatMap { pack.skinTests.guide($0)?.tell ?? [] })
    if !told.isEmpty { blocks.append(.list(told)) }
    return blocks
  }

  /// One line for each kind and day: what is tested together is read together.
  private func lines(_ items: [SkinTestItem]) -> [SummaryBlock] {
    var seen: [Line] = []
    for item in items {
      guard let schedule = item.schedule else { continue }
      let line = Line(kind: item.kind, placing: schedule.placing, standing: schedule.standing)
      if !seen.contains(line) { seen.append(line) }
    }
    return [
      .facts(
        seen.flatMap { line -> [Fact] in
          let own = items.filter {
            $0.kind == line.kind && $0.schedule?.placing == line.placing
              && $0.schedule?.standing == line.standing
          }
          guard let first = own.first, let schedule = first.schedule else { return [] }
          let names = own.map(\.planned.name).joined(separator: ", ")
          let back = schedule.readings.filter { $0.day > 0 && $0.standing != .read }
            .map { spoken($0.date) }
          let when = line.standing == .suggested ? " (the day we suggest)" : ""
          var facts = [
            Fact("Test", Printable.line("\(first.kind.words), \(names)")),
            Fact("Where", Printable.line(first.kind.places(in: pack))),
            Fact(line.standing == .placed ? "Placed on" : "Comes on", spoken(line.placing) + when),
          ]
          if !back.isEmpty { facts.append(Fact("Come back on", back.joined(separator: "; "))) }
          return facts
        })
    ]
  }

  private struct Line: Hashable {
    let kind: SkinTestKind
    let placing: CalendarDate
    let standing: SkinTestSchedule.Standing
  }

  private func once(_ texts: [String]) -> [String] {
    SkinTestPlan.once(texts.map(Printable.line))
  }

  private func spoken(_ day: CalendarDate) -> String { "\(day.weekdayName) \(day.spelled)" }
}

extension SkinTestItem {
  /// Whether a day for it was agreed, or it lies on the skin.
  fileprivate var isUnderWay: Bool {
    switch state {
    case .planned, .placed, .readingDue: true
    case .notPlanned, .planMissed, .read, .refused: false
    }
  }
}

extension SkinTestKind {
  /// Where it is placed: `Behind the ear or inner forearm`.
  fileprivate func places(in pack: CompiledPack) -> String {
    (pack.skinTests.guide(self)?.sites ?? []).joined(separator: ", or ")
  }
}
