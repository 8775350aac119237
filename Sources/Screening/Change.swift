public import ClinicalModel

/// Something that would end a finding.
public enum Change: Hashable, Sendable {
  /// Treatment on this day or later.
  case waitUntil(CalendarDate)
  /// Something that must happen first, in words.
  case event(String)
  /// Another plan: this question of the clinic's plan answered like this.
  case change(Question.ID, to: AnswerValue)
  /// An answer that is missing.
  case answer(Question.ID)
}

/// What would change a finding of `screen(answers, with: pack, on:)`.
///
/// Only the clinic's plan is ever varied, one answer at a time, and only where
/// screening it again shows that the finding is gone and nothing heavier came
/// in its place. A fact about the patient is never offered as something to
/// change: that would teach people to answer what opens the door.
public func changes(
  for finding: Finding, answers: Answers, with pack: ProtocolPack, on interviewDate: CalendarDate
) -> [Change] {
  if case .unknownAnswer(let question, _) = finding.origin { return [.answer(question)] }
  if case .possible(let missing) = finding.certainty { return missing.map { .answer($0) } }
  guard let rule = pack.rule(finding.rule) else { return [] }
  let before = screen(answers, with: pack, on: interviewDate)
  let plans = alternatives(to: answers, in: rule.when, of: pack).filter { question, value in
    var other = answers
    other[question] = .known(value)
    let after = screen(other, with: pack, on: interviewDate)
    return after.outcome <= before.outcome && !after.findings.contains { $0.rule == finding.rule }
  }
  return waiting(finding.release) + plans.map { .change($0, to: $1) }
}

private func waiting(_ release: Release) -> [Change] {
  switch release {
  case .notDeferred: []
  case .date(let date): [.waitUntil(date)]
  case .event(let event): [.event(event)]
  }
}

/// Every other answer to each question of the plan that the condition reads:
/// the other options of a single choice, and a multiple choice without the
/// options that the condition names, as long as others are left. A date of the
/// plan is varied by waiting alone.
private func alternatives(to answers: Answers, in condition: Condition, of pack: ProtocolPack)
  -> [(Question.ID, AnswerValue)]
{
  condition.questions.flatMap { id -> [(Question.ID, AnswerValue)] in
    guard let question = pack.question(id), question.changeability == .plan else { return [] }
    switch answers[id] {
    case .known(.choice(let chosen)):
      return question.options.filter { $0.id != chosen }.map { (id, .choice($0.id)) }
    case .known(.choices(let marked)):
      let left = marked.filter { !condition.optionsNamed(of: id).contains($0) }
      return left.isEmpty || left.count == marked.count ? [] : [(id, .choices(left))]
    case .known(.text), .known(.number), .known(.date), .known(.never), .known(.current), .unknown:
      return []
    }
  }
}

extension Condition {
  /// The options of a multiple choice that the condition asks for.
  fileprivate func optionsNamed(of question: Question.ID) -> Set<Option.ID> {
    switch self {
    case .hasAny(question, let options): Set(options)
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion($1.optionsNamed(of: question)) }
    case .not(let part): part.optionsNamed(of: question)
    case .always, .isAny, .isNot, .hasAny, .current, .compare: []
    }
  }
}
