public import ClinicalModel

/// One cause with one weight: a finding and those that say the same of it.
///
/// What people read is counted in lines, on every screen, sheet and print. A
/// line's findings stay findings of their own in the report.
public struct FindingLine: Redacted, Hashable, Sendable {
  /// What a line tells.
  public enum Kind: Hashable, Sendable {
    /// The answers establish it; all of its findings weigh the same.
    case found
    /// Somebody was asked and does not know, or what was answered does not
    /// tell; with what may follow from it, each with its own weight.
    case notKnown
    /// It waits for a question that nobody has asked yet.
    case open
  }

  /// What it tells.
  public let kind: Kind
  /// The finding whose words stand for the line.
  public let head: Finding
  /// The other findings of the same cause, in the report's order.
  public let others: [Finding]

  init(_ kind: Kind, _ head: Finding, _ others: [Finding] = []) {
    self.kind = kind
    self.head = head
    self.others = others
  }

  /// Its findings, the head first.
  public var findings: [Finding] { [head] + others }

  /// The head's weight; of a line that is found that of all.
  public var severity: Severity { head.severity }

  /// The heaviest that it may come to.
  public var worst: Severity { findings.map(\.severity).max() ?? head.severity }

  /// Whether it is advice, or may become no more than that.
  public var isNote: Bool { worst == .proceed }

  /// The answers it rests on, once each.
  public var because: [Because] {
    var all: [Because] = []
    for cause in findings.flatMap(\.because) {
      if let place = all.firstIndex(where: { $0.question == cause.question }) {
        all[place] = Because(
          question: cause.question, answer: cause.answer,
          part: all[place].part.joined(cause.part))
      } else {
        all.append(cause)
      }
    }
    return all
  }

  /// The questions it waits for, once each.
  public var missing: [Question.ID] {
    unique(
      findings.flatMap { finding -> [Question.ID] in
        if case .possible(let missing) = finding.certainty { missing } else { [] }
      })
  }

  /// What staff do, in different words only.
  public var staff: [String] { unique(findings.map(\.staff)) }

  /// What the patient is told, in different words only.
  public var patient: [String] { unique(findings.map(\.patient)) }

  /// Disagreement between sources, in different words only.
  public var notes: [String] { unique(findings.map(\.note).filter { !$0.isEmpty }) }

  /// The sources of all, once each.
  public var cite: [Source.ID] { unique(findings.flatMap(\.cite)) }

  /// What ends it: the latest day, and everything that must happen.
  public var releases: [Release] {
    let days = findings.compactMap { finding -> CalendarDate? in
      if case .date(let day) = finding.release { day } else { nil }
    }
    let events = findings.map(\.release).filter { release in
      if case .event = release { true } else { false }
    }
    return (days.max().map { [.date($0)] } ?? []) + unique(events)
  }
}
