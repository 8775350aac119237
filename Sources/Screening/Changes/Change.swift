public import ClinicalModel

/// Something that would end a finding.
public enum Change: Hashable, Sendable {
  /// Treatment on this day or later.
  case waitUntil(CalendarDate)
  /// Something that must happen first, in words.
  case event(String)
  /// Another plan, a paper at hand or a new test: this question answered like
  /// this.
  case change(Question.ID, to: AnswerValue)
  /// An answer that is missing.
  case answer(Question.ID)
}

/// A smallest set of changes that together lower something, as screening again
/// has shown.
public struct ChangeSet: Hashable, Sendable {
  /// What to change: a wait first, then answers in the order of the checklist.
  /// Never an event and never a missing answer, of which nobody knows what they
  /// will bring.
  public let steps: [Change]
  /// The outcome of the whole once all of it is so.
  public let outcome: Severity

  /// A set from its parts.
  public init(steps: [Change], outcome: Severity) {
    self.steps = steps
    self.outcome = outcome
  }
}

/// What would change a finding of `screen(answers, with: pack, on:)`, one thing
/// at a time.
///
/// A missing answer is asked for. Otherwise: what the pack says ends the
/// finding, then what `changeSets` finds to end it alone. A fact about the
/// patient is never offered as something to change: that would teach people to
/// answer what opens the door.
public func changes(
  for finding: Finding, answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> [Change] {
  if case .unknownAnswer(let question, _) = finding.origin { return [.answer(question)] }
  if case .possible(let missing) = finding.certainty { return missing.map { .answer($0) } }
  let alone = changeSets(for: finding, answers: answers, with: pack, on: interviewDate)
    .filter { $0.steps.count == 1 }.flatMap(\.steps)
  switch finding.release {
  case .notDeferred: return alone
  case .event(let event): return [.event(event)] + alone
  // The pack names the day itself.
  case .date(let date): return [.waitUntil(date)] + alone.filter { !$0.isWait }
  }
}

/// The smallest sets of changes that end an established finding, with nothing
/// heavier in its place; smaller sets first.
///
/// Only the clinic's plan, papers, tests and the day of treatment are varied. A
/// wait counts as one change. Empty for a finding that is not established, and
/// where nothing of the kind ends it.
public func changeSets(
  for finding: Finding, answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> [ChangeSet] {
  guard finding.origin == .rule, finding.certainty == .established,
    let rule = pack.rule(finding.rule)
  else { return [] }
  let visit = ChangeVisit(answers: answers, pack: pack, interviewDate: interviewDate)
  let before = visit.outcome
  return RuleChanges(ending: rule, in: visit).smallest.compactMap { change in
    let after = visit.outcome(with: change)
    return after <= before ? visit.changeSet(change, outcome: after) : nil
  }
}

extension Change {
  var isWait: Bool { if case .waitUntil = self { true } else { false } }
}
