import ClinicalModel
package import Screening

/// In what an overlay is milder for one patient.
struct Milder: Hashable {
  /// What of the report it shows in.
  enum Aspect {
    /// What the patient is told today: the outcome, the earliest date.
    case result
    /// What else the clinician sees.
    case detail
  }

  let aspect: Aspect
  let words: String
}

/// One patient, screened without and with an overlay.
struct OverlayComparison: Sendable {
  let base: CompiledPack
  let overlaid: CompiledPack

  /// In what the overlay is milder for this patient; nothing when in nothing.
  func milder(_ answers: Answers, on day: CalendarDate, by screener: Screener) -> Milder? {
    let before = screener(answers, base, day)
    let after = screener(answers, overlaid, day)
    if after.outcome < before.outcome {
      return Milder(
        aspect: .result,
        words: "the outcome is \(after.outcome.rawValue), in the pack \(before.outcome.rawValue)")
    }
    if after.earliestDate < before.earliestDate {
      return Milder(
        aspect: .result,
        words: "the earliest date is \(after.earliestDate.words), in the pack "
          + before.earliestDate.words)
    }
    return detail(before, after).map { Milder(aspect: .detail, words: $0) }
  }

  private func detail(_ before: Report, _ after: Report) -> String? {
    if after.couldBecome < before.couldBecome {
      return "the report could become \(after.couldBecome.rawValue) at worst, in the pack "
        + before.couldBecome.rawValue
    }
    for emergency in before.emergencies where !after.emergencies.contains(emergency) {
      return "the emergency screen \(emergency) does not open"
    }
    let asked = Set(after.unanswered + after.offered)
    for question in before.unanswered where !asked.contains(question) {
      return "nobody is told to ask \(question)"
    }
    return milder(before.findings, after.findings)
  }

  /// A finding must stay even where another is as heavy: its reason, its words
  /// and its wait are for the clinician to see.
  private func milder(_ before: [Finding], _ after: [Finding]) -> String? {
    let found = Dictionary(after.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in before {
      guard let other = found[finding.rule] else { return "\(finding.rule) is not found" }
      if other.severity < finding.severity {
        return "\(finding.rule) is \(other.severity.rawValue), in the pack "
          + finding.severity.rawValue
      }
      if finding.certainty == .established, other.certainty != .established {
        return "\(finding.rule) is only possible, in the pack it is established"
      }
      if finding.urgency == .emergency, other.urgency != .emergency {
        return "\(finding.rule) is no emergency, in the pack it is one"
      }
      guard other.severity == finding.severity, endsEarlier(other, than: finding) else { continue }
      return "\(finding.rule) ends with \(other.release.words), in the pack with "
        + finding.release.words
    }
    return nil
  }

  private func endsEarlier(_ after: Finding, than before: Finding) -> Bool {
    switch (before.release, after.release) {
    case (.notDeferred, _): return false
    case (.date(let earlier), .date(let later)): return later < earlier
    case (.event(let earlier), .event(let later)):
      guard earlier != later else { return false }
      // The words of a wait with no date yet hold its days, which may be more.
      guard case .date(let first, let fewer)? = base.rule(before.rule)?.until,
        case .date(let second, let more)? = overlaid.rule(after.rule)?.until
      else { return true }
      return first != second || more < fewer
    case (.date, .event), (.date, .notDeferred), (.event, .date), (.event, .notDeferred):
      return true
    }
  }
}

extension EarliestDate: Comparable {
  /// Orders by how soon treatment is possible: at once, on a day, not at all.
  package static func < (first: Self, second: Self) -> Bool {
    switch (first, second) {
    case (.notDeferred, .date), (.notDeferred, .excluded), (.date, .excluded): true
    case (.date(let one), .date(let other)): one < other
    case (_, .notDeferred), (.excluded, _): false
    }
  }

  fileprivate var words: String {
    switch self {
    case .notDeferred: "not put off"
    case .date(let date): "\(date)"
    case .excluded: "never"
    }
  }
}

extension Release {
  fileprivate var words: String {
    switch self {
    case .notDeferred: "nothing"
    case .date(let date): "\(date)"
    case .event(let event): event
    }
  }
}
