import ClinicalModel
import Consultation
import Screening

/// A decision the clinician may or may not take now, and why not.
struct DecisionChoice {
  /// Which of the five it is.
  let kind: Kind
  /// Two or three words for one line.
  let short: String
  let words: String
  let available: Availability

  /// The five, in the order of their keys.
  enum Kind: Int, CaseIterable, Sendable {
    case doNotTreat = 1
    case `defer`, changePlan, treat, patchTestFirst
  }

  /// The key that takes it: 1 to 5.
  var key: Character { Character(String(kind.rawValue)) }

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
      DecisionChoice(
        kind: .doNotTreat, short: "Do not treat", words: "Do not treat today", available: .yes),
      DecisionChoice(
        kind: .defer, short: "Defer", words: "Defer until a date or an event", available: .yes),
      DecisionChoice(
        kind: .changePlan, short: "Change the plan", words: "Change the plan and screen again",
        available: .yes),
      DecisionChoice(
        kind: .treat, short: excluded ? "Against advice" : needs.isEmpty ? "Treat" : "Treat anyway",
        words: words, available: treat),
      DecisionChoice(
        kind: .patchTestFirst, short: "Patch test first",
        words: "Patch test first, then decide again",
        available: patchTest),
    ]
  }
}
