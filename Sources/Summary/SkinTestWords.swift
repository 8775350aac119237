public import ClinicalModel
import Consultation
public import Screening

// Skin tests and nearest plans in words, the same on screen and on paper.

extension SkinTestKind {
  /// The kind for people where the pack says nothing of it.
  public var words: String {
    switch self {
    case .prickIntradermal: "prick test"
    case .patch: "patch test"
    case .spot: "small test area"
    case .methodArea: "method test area"
    case .methodPuncture: "test puncture"
    }
  }
}

extension SkinTestVerdict {
  /// What the readings say, in a few words.
  public var words: String {
    switch self {
    case .open: "readings missing"
    case .valid: "negative, valid"
    case .positive: "POSITIVE"
    case .doubtful: "DOUBTFUL"
    case .irritant: "IRRITANT"
    case .beyondSite: "REACTION BEYOND THE SITE"
    case .nodule: "NODULE"
    case .lateReaction: "LATE REACTION"
    case .controlsInvalid: "controls invalid, repeat"
    case .confounded: "confounded by a medicine, repeat"
    case .confoundersNotKnown: "medicines or allergies not known"
    case .expired: "expired, over 365 days"
    case .afterTreatment: "placed after the treatment day"
    case .otherLot: "other lot, or lot not recorded"
    case .severeReaction: "severe reaction known, no test here"
    }
  }
}

extension SkinTestState {
  /// How far a test is, in a few words.
  public var words: String {
    switch self {
    case .notPlanned: "not planned"
    case .planned(.on(let day)): "planned for \(day.weekdayName) \(day.spelled)"
    case .planned(.notKnown): "planned, no day yet"
    case .planMissed(let day): "NOT PLACED on \(day.weekdayName) \(day.spelled)"
    case .placed: "placed, no reading due"
    case .readingDue(let day, let date, 0): "read day \(day) now (\(date.spelled))"
    case .readingDue(let day, _, let overdue):
      "day \(day) OVERDUE by \(overdue) \(overdue == 1 ? "day" : "days")"
    case .read(let verdict): verdict.words
    case .refused: "declined by the patient"
    }
  }
}

extension CalendarDate {
  /// `Mon`
  public var weekdayName: String { String(Self.weekdayNames[weekday - 1].prefix(3)) }
}

extension PlanProposal {
  /// `without hyaluronidase: CAUTION instead of DO NOT TREAT`.
  public func words(insteadOf outcome: Severity) -> String {
    let left = without.joined(separator: " and ")
    let could = couldBecome > self.outcome ? " (could become \(couldBecome.word))" : ""
    return "without \(left): \(self.outcome.planWord) instead of \(outcome.word)\(could)"
  }
}

extension Severity {
  /// The mildest outcome has no verdict's word.
  fileprivate var planWord: String { self == .proceed ? "nothing found" : word }
}
