import ClinicalModel
import Screening

/// One line of findings: a cause with one weight, named by its head's rule,
/// which each of its findings names as `line`.
struct LineDocument: Encodable {
  let line: FindingLine

  private enum Key: String, CodingKey { case line, kind, severity, rules }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(line.head.rule, forKey: .line)
    try container.encode(kind, forKey: .kind)
    try container.encode(line.severity, forKey: .severity)
    try container.encode(line.findings.map(\.rule), forKey: .rules)
  }

  private var kind: String {
    switch line.kind {
    case .found: "found"
    case .notKnown: "not-known"
    case .open: "open"
    }
  }
}

/// How many lines there are, as every screen and print counts them.
struct CountsDocument: Encodable {
  let counts: LineCounts

  private enum Key: String, CodingKey {
    case doNotTreat = "do-not-treat"
    case `defer`, caution
    case patchTest = "proceed-after-patch-test"
    case notKnown = "not-known"
    case notAnswered = "not-answered"
    case mayApply = "may-apply"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(counts.of(.doNotTreat), forKey: .doNotTreat)
    try container.encode(counts.of(.defer), forKey: .defer)
    try container.encode(counts.of(.caution), forKey: .caution)
    try container.encode(counts.of(.proceedAfterPatchTest), forKey: .patchTest)
    try container.encode(counts.notKnown, forKey: .notKnown)
    try container.encode(counts.notAnswered, forKey: .notAnswered)
    try container.encode(counts.mayApply, forKey: .mayApply)
  }
}
