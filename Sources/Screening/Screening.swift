// Screening, in the order in which it happens:
//
//   answers ──AnswerContext──▶ which questions apply
//           ──WeighedPack────▶ rules: established, possible, or silence;
//                              answers that are not known; the outcome and how
//                              bad it may still become
//           ──Contradictions─▶ answers that cannot all be so, at the weight of
//                              the worse side
//           ──Report─────────▶ the findings with their reasons, in words
//           ──FindingLines───▶ one line for each cause and weight, counted once
//
// It is pure: the day comes in as an argument, and nothing here touches a
// disk, a clock, a locale or a terminal.

public import ClinicalModel

/// Screens one patient's answers: every finding, with its reasons.
///
/// The same pack, answers and day give the same report on every machine.
public func screen(
  _ answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> Report {
  let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  let weighed = WeighedPack(context)
  let findings = weighed.ordered.compactMap { saying in
    switch saying.source {
    case .rule(let place): finding(ofRule: place, in: weighed.refusedIn[place] ?? context)
    case .tableRule(let place): finding(of: weighed.tableRules[place], in: context)
    case .contradiction(let place): weighed.contradictions[place].finding(in: context)
    case .unknownAnswer(let place): unknownFinding(ofQuestion: place, in: context)
    }
  }
  // What one way of reading contradictory answers calls for is called for.
  let readings = [context] + weighed.contradictions.flatMap(\.readings).map(\.context)
  let established = findings.filter { $0.certainty == .established }
  let unanswered = weighed.unanswered.map { pack.questions[$0].id }
  return Report(
    evaluatedFor: context.treatmentDate,
    outcome: weighed.outcome,
    couldBecome: weighed.couldBecome,
    complete: weighed.unanswered.isEmpty && weighed.offered.isEmpty,
    findings: findings,
    lines: FindingLines(findings, unanswered: unanswered, in: context).lines,
    earliestDate: earliestDate(established),
    events: events(established),
    patchTest: patchTest(established),
    unanswered: unanswered,
    offered: weighed.offered.map { pack.questions[$0].id },
    emergencies: pack.emergencies.indices.filter { place in
      readings.contains { $0.truth(ofEmergency: place) == .true }
    }.map { pack.emergencies[$0].id },
    contradictions: weighed.contradictions.map(\.suspect.found)
  )
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
