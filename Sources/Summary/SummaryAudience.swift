/// Who reads a summary; it decides which parts it has.
public enum SummaryAudience: Hashable, Sendable {
  /// The clinic's own record: everything, with rules, sources and hashes.
  case clinicRecord

  /// The audience in words, for the head of each page.
  public var words: String {
    switch self {
    case .clinicRecord: "Clinic record"
    }
  }

  /// The parts this audience gets, in reading order.
  var parts: [SummaryPart] {
    switch self {
    // What is not known comes before what was found: a reader who stops after
    // the first page must not take silence for "no".
    case .clinicRecord:
      [.intendedUse, .result, .unknown, .findings, .patchTest, .decision, .answers, .sources]
    }
  }
}

/// One part of a summary.
enum SummaryPart {
  case intendedUse, result, unknown, findings, patchTest, decision, answers, sources

  func blocks(_ material: SummaryMaterial, _ record: RecordMark) -> [SummaryBlock] {
    switch self {
    case .intendedUse: material.intendedUseBlocks
    case .result: material.resultBlocks
    case .unknown: material.unknownBlocks
    case .findings: material.findingBlocks
    case .patchTest: material.patchTestBlocks
    case .decision: material.decisionBlocks
    case .answers: material.answerBlocks
    case .sources: material.sourceBlocks(record)
    }
  }
}
