// Screening, in the order in which it happens:
//
//   answers ──AnswerContext──▶ which questions apply
//           ──rules──────────▶ findings: established, possible, or silence
//           ──questions──────▶ a finding for each answer that is not known
//           ──Report─────────▶ the outcome and how bad it may still become
//
// It is pure: the day comes in as an argument, and nothing here touches a
// disk, a clock, a locale or a terminal.

public import ClinicalModel

/// Screens one patient's answers: every finding, with its reasons.
///
/// The same pack, answers and day give the same report on every machine.
public func screen(
  _ answers: Answers, with pack: ProtocolPack, on interviewDate: CalendarDate
) -> Report {
  let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  let byRules = pack.rules.compactMap { finding(of: $0, in: context) }
  let byUnknowns = pack.questions.compactMap { unknownFinding(of: $0, in: context) }
  let findings = ordered(byRules + byUnknowns)
  let established = findings.filter { $0.certainty == .established }
  let outcome = established.map(\.severity).max() ?? .proceed
  let unanswered = pack.questions.filter { isUnanswered($0, in: context) }.map(\.id)
  let offered = pack.questions.filter { isOffered($0, in: context) }
  return Report(
    evaluatedFor: context.treatmentDate,
    outcome: outcome,
    couldBecome: max(outcome, worstStillPossible(findings, offered: offered)),
    complete: unanswered.isEmpty,
    findings: findings,
    earliestDate: earliestDate(established),
    events: events(established),
    patchTest: patchTest(established),
    unanswered: unanswered,
    offered: offered.map(\.id),
    emergencies: pack.emergencies.filter { context.assess($0.when).truth == .true }.map(\.id)
  )
}

/// Heaviest first, established before possible; within these the order of the
/// pack stays, rules before unknown answers.
private func ordered(_ findings: [Finding]) -> [Finding] {
  func rank(_ finding: Finding) -> Int { finding.certainty == .established ? 0 : 1 }
  return findings.enumerated().sorted { first, second in
    if first.element.severity != second.element.severity {
      return first.element.severity > second.element.severity
    }
    return (rank(first.element), first.offset) < (rank(second.element), second.offset)
  }.map(\.element)
}

/// The planned treatment date is answered by its default, the day of the
/// interview (conditions.md §2, section 2).
private func isUnanswered(_ question: Question, in context: AnswerContext) -> Bool {
  question.id != .plannedTreatmentDate && context.applies(question.id) == .true
    && context.answer(question.id) == .unknown(.notAsked)
}

private func isOffered(_ question: Question, in context: AnswerContext) -> Bool {
  context.applies(question.id) == .unknown && context.answer(question.id) == .unknown(.notAsked)
}

/// An offered question has no finding yet, but its gate may open and its answer
/// be "not sure": what that would weigh belongs to what is still possible.
private func worstStillPossible(_ findings: [Finding], offered: [Question]) -> Severity {
  let unasked = offered.map { question -> Severity in
    if case .finding(let severity) = question.onUnknown { severity } else { .proceed }
  }
  return max(findings.map(\.severity).max() ?? .proceed, unasked.max() ?? .proceed)
}

private func earliestDate(_ established: [Finding]) -> EarliestDate {
  if established.contains(where: { $0.severity == .doNotTreat }) { return .excluded }
  let dates = established.compactMap { finding -> CalendarDate? in
    if case .date(let date) = finding.release { date } else { nil }
  }
  return dates.max().map { .date($0) } ?? .notDeferred
}

private func events(_ established: [Finding]) -> [String] {
  var events: [String] = []
  for finding in established {
    if case .event(let event) = finding.release, !events.contains(event) { events.append(event) }
  }
  return events
}

private func patchTest(_ established: [Finding]) -> PatchTestAdvice {
  let reasons = established.filter { $0.severity == .proceedAfterPatchTest }.map(\.rule)
  return reasons.isEmpty ? .notAdvised : .advised(because: reasons)
}
