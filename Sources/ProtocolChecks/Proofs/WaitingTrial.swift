import ClinicalModel
import Screening

extension SpaceTrial {
  /// Moving the planned day later never brings up a dated deferral that was
  /// not there, and on the day it names it is over.
  ///
  /// What lies ahead is left out: a trip that is still to come is waited for,
  /// not counted from.
  func tryWaiting(of rule: Rule, _ tally: inout Tally) {
    guard rule.severity == .defer, case .date(let question, let days) = rule.until,
      !countsAhead(rule, until: question)
    else { return }
    let planned = space.domains.firstIndex { $0.question == .plannedTreatmentDate }
    for combination in 0..<space.count {
      // The planned day is what moves here; one start is enough.
      if let planned, space.digit(planned, of: combination) != 0 { continue }
      var answers = space.answers(combination)
      answers[.plannedTreatmentDate] = .unknown(.notAsked)
      let size = answers.asked.count
      guard tally.wants(.waiting, size: size) else { continue }
      tryWaiting(from: answers, days: days, size, &tally)
    }
  }

  private func tryWaiting(
    from answers: Answers, days: Int, _ size: Int, _ tally: inout Tally
  ) {
    let now = deferral(answers, waiting: 0, &tally)
    var silentOn: Int?
    for wait in waits(answers, days) {
      let later = wait == 0 ? now : deferral(answers, waiting: wait, &tally)
      switch later {
      case .silent: silentOn = silentOn ?? wait
      case .possible: break
      case .established:
        guard let silentOn else { continue }
        add(
          answers,
          "the deferral is not there \(Self.after(silentOn)), yet established \(Self.after(wait))",
          size, &tally)
        return
      }
    }
    guard case .established(.date(let end)) = now else { return }
    let wait = max(0, end.days(after: trial.interviewDate))
    if case .established = deferral(answers, waiting: wait, &tally) {
      add(answers, "the deferral ends on \(end), yet is still established then", size, &tally)
    }
  }

  private func add(_ answers: Answers, _ words: String, _ size: Int, _ tally: inout Tally) {
    tally.add(trial.violation(.waiting, answers, words), size: size)
  }

  private enum Deferral {
    case silent
    case possible
    case established(Release)
  }

  private func deferral(_ answers: Answers, waiting days: Int, _ tally: inout Tally) -> Deferral {
    var answers = answers
    if days > 0 {
      let day = trial.interviewDate.adding(days: days)
      answers[.plannedTreatmentDate] = .known(.date(.day(day)))
    }
    tally.patientCount += 1
    let finding = trial.report(answers).findings.first { $0.origin == .rule }
    switch finding?.certainty {
    case .established: return .established(finding?.release ?? .notDeferred)
    case .possible: return .possible
    case nil: return .silent
    }
  }

  /// The days of waiting at which anything can change, up to one day beyond
  /// the window.
  private func waits(_ answers: Answers, _ window: Int) -> [Int] {
    let limits = trial.inputs.conditions.flatMap(\.limits)
    let turning = turningWaits(limits, { answers[$0] }, on: trial.interviewDate)
    return turning.union([0, 1, window, window + 1]).filter { (0...window + 1).contains($0) }
      .sorted()
  }

  private func countsAhead(_ rule: Rule, until question: Question.ID) -> Bool {
    let ahead = rule.when.limits.contains { limit in
      if case .daysUntil = limit.measure { true } else { false }
    }
    guard !ahead, case .date(.future, _, _) = trial.inputs.pack.question(question)?.kind else {
      return ahead
    }
    return true
  }

  private static func after(_ days: Int) -> String {
    switch days {
    case 0: "on the day of the interview"
    case 1: "1 day later"
    default: "\(days) days later"
    }
  }
}
