public import ClinicalModel

/// When treatment becomes possible at the earliest.
public enum EarliestDate: Hashable, Sendable {
  /// Nothing with a date defers.
  case notDeferred
  /// Every dated deferral is over on this day; events may still be open.
  case date(CalendarDate)
  /// Something excludes treatment, so no day is named.
  case excluded
}

/// Whether a patch test is advised, and by which findings.
public enum PatchTestAdvice: Hashable, Sendable {
  case notAdvised
  case advised(because: [Rule.ID])
}

/// What screening says about one patient's answers.
///
/// The same pack, answers and date give the same report on every machine.
public struct Report: Redacted, Hashable, Sendable {
  /// The day all windows count to.
  public let evaluatedFor: CalendarDate
  /// The worst established finding; `proceed` when there is none.
  public let outcome: Severity
  /// The worst finding that is still possible; never below `outcome`.
  public let couldBecome: Severity
  /// Whether every question that applies or may apply has been answered, if only
  /// by "unsure": one that was skipped because its gate is not known is open.
  public let complete: Bool
  /// All findings: heaviest first, established before possible, then by the
  /// pack's order.
  public let findings: [Finding]
  /// The findings as people read them: one line for each cause and weight,
  /// heaviest first, what waits for an open question last.
  public let lines: [FindingLine]
  /// The earliest treatment date.
  public let earliestDate: EarliestDate
  /// What must happen before treatment, once each.
  public let events: [String]
  /// Whether a patch test is advised.
  public let patchTest: PatchTestAdvice
  /// Required questions nobody has answered, in the checklist's order.
  public let unanswered: [Question.ID]
  /// Questions whose gate is unknown and that nobody has answered: offered,
  /// not required.
  public let offered: [Question.ID]
  /// Emergency screens that the answers call for.
  public let emergencies: [Emergency.ID]
  /// Answers that cannot all be so; each has a finding.
  public let contradictions: [FoundContradiction]

  /// A report from its parts.
  public init(
    evaluatedFor: CalendarDate, outcome: Severity, couldBecome: Severity, complete: Bool,
    findings: [Finding], lines: [FindingLine], earliestDate: EarliestDate, events: [String],
    patchTest: PatchTestAdvice,
    unanswered: [Question.ID], offered: [Question.ID], emergencies: [Emergency.ID],
    contradictions: [FoundContradiction] = []
  ) {
    self.evaluatedFor = evaluatedFor
    self.outcome = outcome
    self.couldBecome = couldBecome
    self.complete = complete
    self.findings = findings
    self.lines = lines
    self.earliestDate = earliestDate
    self.events = events
    self.patchTest = patchTest
    self.unanswered = unanswered
    self.offered = offered
    self.emergencies = emergencies
    self.contradictions = contradictions
  }

  /// How many lines there are, and how many questions are open.
  public var counts: LineCounts {
    LineCounts(lines, notAnswered: unanswered.count, mayApply: offered.count)
  }

  /// The line that a finding belongs to.
  public func line(of finding: Finding) -> FindingLine? {
    lines.first { $0.findings.contains(finding) }
  }
}
