/// Who reads a summary; it decides which parts it has.
public enum SummaryAudience: Hashable, Sendable {
  /// The clinic's own record: everything, with rules, sources and hashes.
  case clinicRecord
  /// What the patient takes home: the result in plain words, what was asked
  /// for, aftercare and warning signs; no answers, no rules and nothing
  /// private.
  case patientSheet
  /// The plan of skin tests and the form for their readings, for the room in
  /// which they are placed and read.
  case skinTests

  /// The audience in words, for the head of each page.
  public var words: String {
    switch self {
    case .clinicRecord: "Clinic record"
    case .patientSheet: "Patient's sheet"
    case .skinTests: "Skin tests"
    }
  }

  /// The parts this audience gets, in reading order.
  var parts: [SummaryPart] {
    switch self {
    // What is not known comes before what was found: a reader who stops after
    // the first page must not take silence for "no".
    case .clinicRecord:
      [
        .againstAdvice, .intendedUse, .result, .unknown, .findings, .patchTest, .decision, .answers,
        .handedOut,
        .sources,
      ]
    // What the patient asks first stands first; the warning signs, which are
    // kept, have the last page to themselves.
    case .patientSheet:
      [
        .plainResult, .plainReasons, .request, .costs, .aftercare, .evidence, .intendedUse,
        .warningSigns,
      ]
    case .skinTests: [.againstAdvice, .skinTestPlan, .readingForm, .intendedUse]
    }
  }
}

/// One part of a summary.
enum SummaryPart {
  case intendedUse, result, unknown, findings, patchTest, decision, answers, handedOut, sources
  case againstAdvice, skinTestPlan, readingForm
  case plainResult, plainReasons, request, costs, aftercare, warningSigns, evidence

  func blocks(_ material: SummaryMaterial, _ record: RecordMark) -> [SummaryBlock] {
    switch self {
    case .againstAdvice: material.againstAdviceBlocks
    case .intendedUse: material.intendedUseBlocks
    case .result: material.resultBlocks
    case .unknown: material.unknownBlocks
    case .findings: material.findingBlocks
    case .patchTest: material.patchTestBlocks
    case .decision: material.decisionBlocks
    case .answers: material.answerBlocks
    case .handedOut: material.handedOutBlocks
    case .sources: material.sourceBlocks(record)
    case .plainResult: material.plainResultBlocks
    case .plainReasons: material.plainReasonBlocks
    case .request: material.requestBlocks
    case .costs: material.costBlocks
    case .aftercare: material.aftercareBlocks
    case .warningSigns: material.warningSignBlocks
    case .evidence: material.evidenceBlocks
    case .skinTestPlan: material.skinTestPlanBlocks
    case .readingForm: material.readingFormBlocks
    }
  }
}
