import ClinicalModel
import Screening

extension SpaceTrial {
  /// What must hold of one patient's report by itself.
  func tryOwn(_ report: Report, _ answers: Answers, size: Int, _ tally: inout Tally) {
    guard tally.wants(.unknownFinding, size: size) || tally.wants(.skipSafety, size: size) else {
      return
    }
    let context = trial.context(answers)
    var unparked = answers
    for question in trial.inputs.questions {
      switch (context.applies(question.id), answers[question.id]) {
      case (.false, .unknown): break
      case (.false, .known): unparked[question.id] = .unknown(.notAsked)
      case (.true, .unknown(let reason)):
        tryAnnounced(question, report, answers, size, &tally)
        if reason == .notAsked, question.whenNotAsked == .notKnown {
          tryAsked(question, report.unanswered, answers, size, &tally)
        }
      case (.unknown, .unknown(.notAsked)):
        tryAsked(question, report.offered + report.unanswered, answers, size, &tally)
      case (.unknown, .unknown): tryAnnounced(question, report, answers, size, &tally)
      case (.true, .known), (.unknown, .known): break
      }
    }
    guard unparked != answers else { return }
    tally.patientCount += 1
    if trial.report(unparked) != report {
      tally.add(
        trial.violation(
          .skipSafety, answers, "an answer that does not apply changes the report"),
        size: size)
    }
  }

  /// Not knowing an answer that weighs by itself is a finding of that weight.
  private func tryAnnounced(
    _ question: Question, _ report: Report, _ answers: Answers, _ size: Int, _ tally: inout Tally
  ) {
    guard case .finding(let severity) = question.onUnknown else { return }
    let announced = report.findings.contains {
      $0.rule == .unknown(question.id) && $0.severity >= severity && $0.certainty == .established
    }
    guard !announced else { return }
    tally.add(
      trial.violation(
        .unknownFinding, answers, "nothing is said of \(question.id), which is not known"),
      size: size)
  }

  /// A question that may apply and has not been asked is shown as such.
  private func tryAsked(
    _ question: Question, _ shown: [Question.ID], _ answers: Answers, _ size: Int,
    _ tally: inout Tally
  ) {
    guard !shown.contains(question.id) else { return }
    tally.add(
      trial.violation(
        .skipSafety, answers, "\(question.id) may apply, yet nobody is told to ask it"),
      size: size)
  }
}
