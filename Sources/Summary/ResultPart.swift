import ClinicalModel
import Consultation
import Screening
import TextLayout

extension SummaryMaterial {
  var intendedUseBlocks: [SummaryBlock] {
    let approval = Printable.line(pack.approval)
    return [
      .paragraph(Printable.line(pack.intendedUse), .quiet),
      .paragraph(
        "This sheet records answers and points to check. It is not a diagnosis and not a "
          + "decision. A clinician decides."
          + (approval.isEmpty ? "" : " Content: \(approval)"), .quiet),
    ].filter { $0 != .paragraph("", .quiet) }
  }

  var resultBlocks: [SummaryBlock] {
    var lines: [String] = []
    if let missing = unknownSentence { lines.append(missing) }
    let notice = Notice(badge: resultBadge, statement: resultStatement, lines: lines)
    return [.heading("Result"), .notice(notice), .facts(resultFacts)]
  }

  private var resultBadge: Badge {
    guard report.outcome == .proceed else { return Badge(report.outcome) }
    // A mild outcome that missing answers could make worse is not a mild one.
    if report.couldBecome > .proceed || !unknowns.isEmpty { return .notKnown }
    return report.findings.isEmpty ? .noFinding : .note
  }

  private var resultStatement: String {
    switch resultBadge {
    case .notKnown:
      report.couldBecome > .proceed
        ? "Nothing was found in the answers given, but missing answers could make it "
          + "\(report.couldBecome.word). The clinician decides."
        : "Nothing was found in the answers given; not all were given. The clinician decides."
    case .note: "Nothing but notes was found in the answers. The clinician decides."
    case .doNotTreat, .defer, .caution, .patchTestFirst, .noFinding:
      report.outcome.outcomeSentence
    }
  }

  private var resultFacts: [Fact] {
    var facts = [Fact("Judged for", report.evaluatedFor.spelled)]
    if case .known(.date) = context.answer(.plannedTreatmentDate) {
    } else {
      facts[0] = Fact("Judged for", "\(report.evaluatedFor.spelled), no planned day is known")
    }
    if report.outcome > .proceed { facts.append(Fact("Because of", heaviest)) }
    if report.couldBecome > report.outcome {
      facts.append(
        Fact("Could become", "\(report.couldBecome.word), depending on missing answers"))
    }
    facts.append(Fact("Earliest day", earliestWords))
    if !report.events.isEmpty {
      facts.append(Fact("Must come first", report.events.map(Printable.line)))
    }
    if !emergencyTitles.isEmpty { facts.append(Fact("Emergency", emergencyTitles)) }
    facts.append(Fact("Findings", findingCounts))
    return facts
  }

  /// The titles of the findings that make the outcome, at most five.
  private var heaviest: [String] {
    let titles = report.lines.map(\.head)
      .filter { $0.certainty == .established && $0.severity == report.outcome }
      .map { Printable.line($0.title) }
    let rest = titles.count - 5
    return rest > 0 ? titles.prefix(5) + ["and \(rest) more"] : titles
  }

  private var emergencyTitles: [String] {
    report.emergencies.map { id in
      Printable.line(pack.emergencies.first { $0.id == id }?.title ?? id.rawValue)
    }
  }

  private var earliestWords: String {
    switch (report.earliestDate, report.events.isEmpty) {
    case (.excluded, _): "None is named: a finding excludes this treatment."
    case (.date(let day), true): day.spelled
    case (.date(let day), false): "\(day.spelled), and not before what must come first"
    case (.notDeferred, true): "No finding sets a day."
    case (.notDeferred, false): "No day is set; not before what must come first."
    }
  }

  /// The same numbers as on screen.
  private var findingCounts: String {
    [report.counts.words, report.counts.openWords].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
