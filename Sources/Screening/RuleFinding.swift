package import ClinicalModel

/// What a rule says about these answers: an established finding when its
/// condition holds, a possible one while answers are missing, else nothing.
package func finding(of rule: Rule, in context: AnswerContext) -> Finding? {
  finding(of: rule, assessed: context.assess(rule.when), in: context)
}

/// The same for a rule whose condition was compiled with the context's pack.
package func finding(of rule: Rule, compiled when: CompiledCondition, in context: AnswerContext)
  -> Finding?
{
  finding(of: rule, assessed: context.assess(when), in: context)
}

/// The same for the rule at a place of the context's pack.
package func finding(ofRule place: Int, in context: AnswerContext) -> Finding? {
  finding(of: context.pack.rules[place], assessed: context.assess(rule: place), in: context)
}

private func finding(of rule: Rule, assessed assessment: Assessment, in context: AnswerContext)
  -> Finding?
{
  let certainty: Certainty
  switch assessment.truth {
  case .true: certainty = .established
  case .unknown: certainty = .possible(missing: assessment.missing)
  case .false: return nil
  }
  let words = NamedEntries(rule, context)
  return Finding(
    rule: rule.id, origin: .rule, title: words.filled(rule.title), severity: rule.severity,
    certainty: certainty, release: release(of: rule, in: context), staff: words.filled(rule.staff),
    patient: words.filled(rule.patient),
    because: because(assessment, of: rule, in: context), cite: rule.cite,
    strength: rule.strength, note: rule.note, urgency: rule.urgency)
}

/// The answers that speak for the finding; that a question does not apply is
/// no answer of the patient's.
private func because(_ assessment: Assessment, of rule: Rule, in context: AnswerContext)
  -> [Because]
{
  let parts = context.parts(speakingFor: rule.when)
  return assessment.because.compactMap { question in
    let answer = context.answerBehind(question)
    guard case .known = answer else { return nil }
    return Because(question: question, answer: answer, part: parts[question] ?? .absence)
  }
}

/// What ends the deferral; while the date it counts from is not known, that is
/// an event in words, never a guessed day.
private func release(of rule: Rule, in context: AnswerContext) -> Release {
  switch rule.until {
  case .notDeferred: return .notDeferred
  case .event(let event): return .event(event)
  case .date(let question, let days):
    if let day = context.day(countedFrom: question) { return .date(day.adding(days: days)) }
    let label = context.pack.question(question)?.label ?? question.rawValue
    return .event("\(days) \(days == 1 ? "day" : "days") after: \(label)")
  case .latest(let days, let otherwise):
    switch context.date(of: days) {
    case .day(let day): return .date(day)
    case .nothing, .notKnown: return .event(otherwise)
    }
  }
}

/// The entries that a rule speaks of, for the blank `{names}` in its words.
private struct NamedEntries {
  private let rule: Rule
  private let context: AnswerContext

  init(_ rule: Rule, _ context: AnswerContext) {
    self.rule = rule
    self.context = context
  }

  /// The text with its blank filled in; without names the blank goes, with the
  /// colon before it.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")), let blank = text.firstRange(of: "{names}") else {
      return text
    }
    let names = context.entryNames(meeting: rule.when)
    if !names.isEmpty {
      return String(text[..<blank.lowerBound]) + names.map { "\"\($0)\"" }.joined(separator: ", ")
        + text[blank.upperBound...]
    }
    var before = text[..<blank.lowerBound]
    while before.last == " " || before.last == ":" { before.removeLast() }
    return String(before + text[blank.upperBound...])
  }
}
