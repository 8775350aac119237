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
    /// The number of a coded reason for treating against the advice is typed.
    case code(TextField)
    /// A reason is typed.
    case reason(TextField, Chosen)
    /// The word OVERRIDE is typed.
    case override(TextField, Grounds)
    /// The name of the clinician who overrides is typed.
    case overrider(TextField, Grounds)
    /// The name of the second person who stands for it is typed.
    case second(TextField, Grounds, clinician: String)
    /// The clinician's name is typed.
    case name(TextField)
  }

  /// What was chosen and needs a reason.
  enum Chosen: Sendable {
    case doNotTreat
    case deferral(Release)
    case treat
    case treatAgainstAdvice(AgainstAdvice.Code)
  }

  /// Why findings are overridden.
  struct Grounds: Sendable {
    let reason: String
    let weight: Weight

    /// Whether findings exclude what is to be done.
    enum Weight: Hashable, Sendable {
      case ordinary
      case againstAdvice(AgainstAdvice.Code)
    }
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
    case .code(var field):
      change(&field)
      step = .code(field)
    case .override(var field, let grounds):
      change(&field)
      step = .override(field, grounds)
    case .overrider(var field, let grounds):
      change(&field)
      step = .overrider(field, grounds)
    case .second(var field, let grounds, let clinician):
      change(&field)
      step = .second(field, grounds, clinician: clinician)
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

  /// Whether treating needs a reason: a finding stands in the way, if only a skin
  /// test that comes first and has not been done.
  static func needsReason(_ report: Report) -> Bool {
    report.outcome >= .proceedAfterPatchTest || needsOverride(report)
  }

  /// Whether treating needs the typed word: a finding defers, or an answer that
  /// is not known could exclude.
  static func needsOverride(_ report: Report) -> Bool {
    report.outcome == .defer || report.couldBecome == .doNotTreat
  }

  /// Whether the clinician would treat against the advice: a finding excludes.
  static func isAgainstAdvice(_ report: Report) -> Bool { report.outcome == .doNotTreat }

  /// The emergency that keeps treatment closed; nobody decides against it here.
  private static func emergency(_ session: Session) -> String? {
    let finding = session.report.findings.first {
      $0.certainty == .established && $0.urgency == .emergency
    }
    if let finding { return finding.title }
    guard let id = session.report.emergencies.first else { return nil }
    return session.pack.emergencies.first { $0.id == id }?.title ?? id.rawValue
  }

  /// The five lines of the result page.
  static func all(_ session: Session) -> [DecisionChoice] {
    let report = session.report
    let open = session.openCount
    let excluded = isAgainstAdvice(report)
    let treat: Availability
    if let emergency = emergency(session) {
      treat = .no(because: "an emergency stays closed (\(emergency)); act on it, then close")
    } else if open > 0 {
      treat = .no(because: "\(open) \(open == 1 ? "question is" : "questions are") not answered")
    } else {
      treat = .yes
    }
    var needs: [String] = []
    if needsReason(report) { needs.append("a reason") }
    if needsOverride(report) || excluded { needs.append("the word OVERRIDE") }
    let words =
      excluded
      ? "Treat against advice: needs reasons, the word OVERRIDE and a second name"
      : needs.isEmpty
        ? "Treat as planned" : "Treat anyway: needs \(needs.joined(separator: " and "))"
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
        key: "4", short: excluded ? "Against advice" : needs.isEmpty ? "Treat" : "Treat anyway",
        words: words, available: treat),
      DecisionChoice(
        key: "5", short: "Patch test first", words: "Patch test first, then decide again",
        available: patchTest),
    ]
  }
}
