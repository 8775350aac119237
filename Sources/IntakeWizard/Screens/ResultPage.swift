import ClinicalModel
import Consultation
import Screening
import Terminal

/// The result, the clinician's decision and the signature.
struct ResultPage: Sendable {
  var step: Step = .reading
  var scroll = 0
  /// Plans with a milder outcome, for the clinician to choose or not.
  var nearest: [PlanProposal] = []

  /// Where the decision stands.
  enum Step: Sendable {
    /// The findings are being read.
    case reading
    /// A day is typed, or left empty for the event.
    case until(TextField)
    /// A reason is typed.
    case reason(TextField, Chosen)
    /// The word OVERRIDE is typed.
    case override(TextField, reason: String)
    /// The name of the clinician who overrides is typed.
    case overrider(TextField, reason: String)
    /// The clinician's name is typed.
    case name(TextField)
  }

  /// What was chosen and needs a reason.
  enum Chosen: Sendable {
    case doNotTreat
    case deferral(Release)
    case treat
  }

  var hasField: Bool {
    if case .reading = step { false } else { true }
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    switch step {
    case .reading: break
    case .until(var field):
      change(&field)
      step = .until(field)
    case .reason(var field, let chosen):
      change(&field)
      step = .reason(field, chosen)
    case .override(var field, let reason):
      change(&field)
      step = .override(field, reason: reason)
    case .overrider(var field, let reason):
      change(&field)
      step = .overrider(field, reason: reason)
    case .name(var field):
      change(&field)
      step = .name(field)
    }
  }
}

/// A decision the clinician may or may not take now, and why not.
struct DecisionChoice {
  let key: Character
  /// Two or three words for one line.
  let short: String
  let words: String
  let available: Availability

  /// Whether it can be taken.
  enum Availability: Hashable {
    case yes
    case no(because: String)
  }

  /// Whether treating needs the typed word: a finding defers, or an answer that
  /// is not known could exclude.
  static func needsOverride(_ report: Report) -> Bool {
    report.outcome == .defer || report.couldBecome == .doNotTreat
  }

  /// The five lines of the result page.
  static func all(_ session: Session) -> [DecisionChoice] {
    let report = session.report
    let open = session.openCount
    let excluded = report.outcome == .doNotTreat
    let treat: Availability =
      excluded
      ? .no(because: "a finding excludes treatment; change the plan or an answer")
      : open > 0
        ? .no(because: "\(open) \(open == 1 ? "question is" : "questions are") not answered") : .yes
    var needs: [String] = []
    if report.outcome >= .caution || needsOverride(report) { needs.append("a reason") }
    if needsOverride(report) { needs.append("the word OVERRIDE") }
    let patchTest: Availability =
      excluded
      ? .no(because: "a finding excludes treatment")
      : report.outcome == .defer ? .no(because: "a finding defers, so defer first") : .yes
    return [
      DecisionChoice(key: "1", short: "Do not treat", words: "Do not treat today", available: .yes),
      DecisionChoice(
        key: "2", short: "Defer", words: "Defer until a date or an event", available: .yes),
      DecisionChoice(
        key: "3", short: "Change the plan", words: "Change the plan and screen again",
        available: .yes),
      DecisionChoice(
        key: "4", short: needs.isEmpty ? "Treat" : "Treat anyway",
        words: needs.isEmpty
          ? "Treat as planned" : "Treat anyway: needs \(needs.joined(separator: " and "))",
        available: treat),
      DecisionChoice(
        key: "5", short: "Patch test first", words: "Patch test first, then decide again",
        available: patchTest),
    ]
  }
}
