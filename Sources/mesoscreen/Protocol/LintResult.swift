import ClinicalModel
import ProtocolLibrary
import ProtocolChecks
import Screening
import Summary
import TextLayout

/// Everything a lint has to say: what reading the files found and what the pack
/// itself gets wrong, each with its place.
struct LintResult {
  /// The faults by file, line and column.
  let diagnostics: [Diagnostic]
  /// The files looked at.
  let files: PackFiles
  /// What the pack says of itself; nothing while it cannot be read.
  let counts: Counts
  /// What the pack's list of protected findings holds.
  let protection: PackInspection.Protection

  enum Counts {
    case unknown
    case known(LintCounts)
  }

  init(_ inspection: PackInspection, _ findings: [LintFinding], in files: PackFiles) {
    var all = inspection.diagnostics
    switch inspection.content {
    case .refused: counts = .unknown
    case .read(let pack, let places), .readWithoutCases(let pack, let places):
      counts = .known(LintCounts(pack))
      all += findings.map { $0.diagnostic(at: places) }
    }
    diagnostics = all.enumerated().sorted { first, second in
      (first.element.file, first.element.line, first.element.column, first.offset)
        < (second.element.file, second.element.line, second.element.column, second.offset)
    }.map(\.element)
    self.files = files
    protection = inspection.protection
  }

  var errorCount: Int { diagnostics.count { $0.severity == .error } }

  var warningCount: Int { diagnostics.count - errorCount }

  /// The faults with the lines they are about.
  var documents: [DiagnosticDocument] { diagnostics.map { DiagnosticDocument($0, in: files) } }

  /// The whole text, each line ended by a line feed.
  var text: String {
    let lines = documents.flatMap(\.lines) + summary
    return lines.map { $0 + "\n" }.joined()
  }

  private var summary: [String] {
    let faults =
      "\(counted(files.files.count, "file")), \(counted(errorCount, "error")), "
      + counted(warningCount, "warning")
    guard case .known(let counts) = counts else {
      return [faults, "What the pack says is looked at once its files can be read."]
    }
    return [
      faults,
      "\(counted(counts.awaitingRules, "rule")) \(awaiting(counts.awaitingRules)) a clinician",
      "\(counted(counts.awaitingRows, "row")) of tables \(awaiting(counts.awaitingRows)) a "
        + "clinician",
      "\(counted(counts.riskExceptions, "exception")) to orders of risk",
      "\(counted(counts.turnedQuestions, "question")) in which no bears the finding",
      guarded,
    ]
  }

  private var guarded: String {
    switch protection {
    case .none:
      "no list of protected findings; mesoscreen protocol protect FOLDER writes one"
    case .listed(let count): counted(count, "protected finding")
    }
  }
}

extension LintResult: Encodable {
  private enum CodingKeys: String, CodingKey {
    case files, errors, warnings, diagnostics, counts
    case protectedFindings = "protected-findings"
  }

  private enum CountKeys: String, CodingKey {
    case awaitingRules = "rules-awaiting-a-clinician"
    case awaitingRows = "rows-awaiting-a-clinician"
    case riskExceptions = "exceptions-to-orders-of-risk"
    case turnedQuestions = "questions-in-which-no-bears-the-finding"
  }

  /// The same as the text; `counts` is left out while the pack cannot be read,
  /// `protected-findings` where the pack has no list of them.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(files.files.count, forKey: .files)
    try container.encode(errorCount, forKey: .errors)
    try container.encode(warningCount, forKey: .warnings)
    try container.encode(documents, forKey: .diagnostics)
    if case .listed(let count) = protection {
      try container.encode(count, forKey: .protectedFindings)
    }
    guard case .known(let counts) = counts else { return }
    var own = container.nestedContainer(keyedBy: CountKeys.self, forKey: .counts)
    try own.encode(counts.awaitingRules, forKey: .awaitingRules)
    try own.encode(counts.awaitingRows, forKey: .awaitingRows)
    try own.encode(counts.riskExceptions, forKey: .riskExceptions)
    try own.encode(counts.turnedQuestions, forKey: .turnedQuestions)
  }
}

private func awaiting(_ count: Int) -> String { count == 1 ? "awaits" : "await" }

/// `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension LintFinding {
  /// The finding at its place: `cause; smallest witness; remedy`.
  fileprivate func diagnostic(at places: PackPlaces) -> Diagnostic {
    let shown =
      switch witness {
      case .none: cause
      case .words(let words): "\(cause); \(words)"
      }
    return places.diagnostic(
      severity == .error ? .error : .warning, at: spot, cause: shown, remedy: remedy,
      related: related.map { places.related($0.spot, $0.words) })
  }
}
