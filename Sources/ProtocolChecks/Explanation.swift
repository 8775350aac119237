// Why a rule says what it says, node by node. The truths are asked of the
// engine itself, one part of the condition after another; nothing is weighed
// a second time here, so an explanation cannot contradict its finding.

package import ClinicalModel
package import Screening

/// A rule's condition with the outcome of every part, and what follows.
package struct Explanation: Hashable, Sendable {
  /// What the rule says about the answers.
  package enum Verdict: Hashable, Sendable {
    /// The condition holds.
    case established(Release)
    /// It holds or not, depending on the missing answers.
    case possible(Release, missing: [Question.ID])
    /// The condition does not hold.
    case nothing
  }

  /// The rule.
  package let rule: Rule
  /// The day all windows count to.
  package let evaluatedFor: CalendarDate
  /// The whole condition.
  package let condition: ExplainedCondition
  /// What the rule says.
  package let verdict: Verdict
}

/// One part of a condition and its outcome.
package struct ExplainedCondition: Hashable, Sendable {
  /// What stands below a part.
  package enum Basis: Hashable, Sendable {
    /// Nothing: `always`.
    case nothing
    /// One question, with what was counted from its answer.
    case question(ExplainedQuestion, Counted)
    /// Lists, of which a test asks.
    case lists([ExplainedQuestion])
    /// Smaller parts, in the order they are written.
    case parts([ExplainedCondition])
  }

  /// The part as it stands in the rule.
  package let condition: Condition
  /// Whether it holds.
  package let outcome: Truth
  /// What it rests on.
  package let basis: Basis
}

/// A question that a condition reads.
package struct ExplainedQuestion: Hashable, Sendable {
  /// Whether the question applies to the patient.
  package enum Applicability: Hashable, Sendable {
    /// It applies.
    case applies
    /// Nobody knows yet: it is offered.
    case offered(Gate)
    /// It does not apply, and an answer to it is parked.
    case doesNotApply(Gate)
    /// The pack does not ask it.
    case notInPack
  }

  /// A question's `when`, and the questions that make it false or unknown.
  package struct Gate: Hashable, Sendable {
    /// The `when`.
    package let condition: Condition
    /// The questions it turns on here.
    package let questions: [ExplainedQuestion]
  }

  /// The question's name.
  package let question: Question.ID
  /// Whether it applies.
  package let applicability: Applicability
  /// Its answer as far as it counts.
  package let answer: Answer
}

/// The number that was read from a date.
package enum Counted: Hashable, Sendable {
  /// Nothing was counted: the answer is not a date.
  case notCounted
  /// Days from the date to the treatment, below zero when it lies after it; a
  /// date known in part is read as one day.
  case days(Int, readAs: CalendarDate)
  /// Completed years on the day of treatment.
  case years(Int)
  /// The date is known in part, and the comparison took the bound with which
  /// the rule is not missed.
  case carefulBound
}

/// A rule of the pack by its name, or one that its tables make: for these
/// answers, else for the first row that names it.
package func rule(
  _ id: Rule.ID, for answers: Answers, in pack: CompiledPack, on interviewDate: CalendarDate
) -> Rule? {
  if let own = pack.rule(id) { return own }
  let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  return tableRules(in: context).first { $0.id == id }
    ?? tableRules(of: pack).first { $0.rule.id == id }?.rule
}

/// Explains what one rule says about a patient's answers.
///
/// The same rule, answers, pack and day give the same explanation on every
/// machine, and its verdict is that of `screen`.
package func explain(
  _ rule: Rule, _ answers: Answers, with pack: CompiledPack, on interviewDate: CalendarDate
) -> Explanation {
  let context = AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  return Explanation(
    rule: rule, evaluatedFor: context.treatmentDate,
    condition: context.explaining(rule.when, negated: false), verdict: verdict(rule, context))
}

private func verdict(_ rule: Rule, _ context: AnswerContext) -> Explanation.Verdict {
  guard let finding = finding(of: rule, in: context) else { return .nothing }
  switch finding.certainty {
  case .established: return .established(finding.release)
  case .possible(let missing): return .possible(finding.release, missing: missing)
  }
}

extension AnswerContext {
  /// Under an odd number of `not` the engine reads a date known in part by its
  /// other bound, and an open gate by its other side. A part that stands there
  /// is asked for with a `not` of its own, so that what is shown of the parts
  /// adds up to what is shown of the whole.
  fileprivate func explaining(_ condition: Condition, negated: Bool) -> ExplainedCondition {
    let outcome = negated ? !assess(.not(condition)).truth : assess(condition).truth
    let basis: ExplainedCondition.Basis =
      switch condition {
      case .always: .nothing
      case .isAny, .isNot, .hasAny, .current: choice(condition)
      case .compare(let measure, _, _):
        .question(explaining(measure.question, asked: []), counted(measure))
      case .list:
        .lists(
          pack.tables.questionsRead(by: condition).asked(in: pack).map {
            explaining($0, asked: [])
          })
      case .entry: .nothing
      case .and(let parts), .or(let parts):
        .parts(parts.map { explaining($0, negated: negated) })
      case .not(let part): .parts([explaining(part, negated: !negated)])
      }
    return ExplainedCondition(condition: condition, outcome: outcome, basis: basis)
  }

  /// A comparison with options: on its question, and on the rest of the plan
  /// where that counts as an option.
  private func choice(_ condition: Condition) -> ExplainedCondition.Basis {
    let read = pack.tables.questionsRead(by: condition).asked(in: pack)
    if read.count > 1 { return .lists(read.map { explaining($0, asked: []) }) }
    return condition.questions.first.map { .question(explaining($0, asked: []), .notCounted) }
      ?? .nothing
  }

  /// `asked` are the questions on the way here; gates in a circle, which the
  /// pack reader refuses, end there.
  private func explaining(_ id: Question.ID, asked: Set<Question.ID>) -> ExplainedQuestion {
    let way = asked.union([id])
    func gate(_ question: Question) -> ExplainedQuestion.Gate {
      let assessment = assess(question.when)
      let turning = assessment.truth == .unknown ? assessment.missing : assessment.because
      return ExplainedQuestion.Gate(
        condition: question.when,
        questions: turning.filter { !way.contains($0) }.map { explaining($0, asked: way) })
    }
    let applicability: ExplainedQuestion.Applicability =
      switch (pack.question(id), applies(id)) {
      case (nil, _): .notInPack
      case (_?, .true): .applies
      case (let question?, .unknown): .offered(gate(question))
      case (let question?, .false): .doesNotApply(gate(question))
      }
    return ExplainedQuestion(question: id, applicability: applicability, answer: answer(id))
  }

  private func counted(_ measure: Measure) -> Counted {
    guard case .known(.date(let date)) = answer(measure.question) else { return .notCounted }
    switch measure {
    case .number: return .notCounted
    case .days(let id):
      guard let day = day(countedFrom: id) else { return .notCounted }
      return .days(treatmentDate.days(after: day), readAs: day)
    case .age where date.isExact:
      return .years(treatmentDate.completedYears(since: date.earliest))
    case .daysUntil where date.isExact:
      return .days(treatmentDate.days(after: date.earliest), readAs: date.earliest)
    case .age, .daysUntil: return .carefulBound
    }
  }
}

extension [Question.ID] {
  /// The first, and of the others those that the pack asks.
  fileprivate func asked(in pack: ProtocolPack) -> [Question.ID] {
    enumerated().filter { $0.offset == 0 || pack.question($0.element) != nil }.map(\.element)
  }
}
