import ClinicalModel
import Screening

/// Looks for rules that forbid or defer and that not knowing can silence.
///
/// The rule holds for a patient; then one answer is declined, and what was asked
/// only because of it is skipped. If nothing at all is found then, nobody hears
/// of what the patient would have said. It is enough that something is: not
/// knowing weighs by itself, or another finding stands.
///
/// An answer is looked at whether the rule asks for it, takes it for an excuse
/// (`not doctor-letters has heart`) or stands behind its gate.
struct SilencedRules {
  let pack: CompiledPack
  let interviewDate: CalendarDate

  /// One finding for each answer that silences something: its heaviest rule.
  func findings() -> [LintFinding] {
    let rules = heavyRules
    return pack.questions.filter(isMute).compactMap { question in
      rules.lazy.filter { rule in rule.behind.contains(question.id) }
        .compactMap { finding(of: question, silencing: $0.rule) }.first
    } + pack.questions.compactMap(needless)
  }

  /// Rules of the pack and of its tables, the heaviest first.
  private var heavyRules: [(rule: Rule, behind: Set<Question.ID>)] {
    let all = pack.rules + tableRules(of: pack).map(\.rule)
    return [Severity.doNotTreat, .defer].flatMap { severity in
      all.filter { $0.severity == severity }.map { ($0, pack.questionsBehind($0.when)) }
    }
  }

  /// Whether not knowing the answer is no finding and may be one.
  private func isMute(_ question: Question) -> Bool {
    question.onUnknown == .noFinding && question.unknownReason.isEmpty
      && question.whenNotAsked == .notKnown
  }

  private func finding(of question: Question, silencing rule: Rule) -> LintFinding? {
    let situations = Situations(of: [rule], in: pack, on: interviewDate)
    let answers = situations.smallest { answers in
      situations.truth(of: rule.when, for: answers) == .true
        && isSilent(answers, without: question.id, situations)
    }
    guard let answers else { return nil }
    let weight = rule.severity == .doNotTreat ? "forbids treatment" : "defers"
    return LintFinding(
      .silentUnknown, at: PackSpot(.question(question.id), "on_unknown"),
      "not knowing \(quoted(question.id)) silences the rule \(quoted(rule.id)), which \(weight)",
      witness: situations.words(answers),
      "say with on_unknown what not knowing weighs, or with unknown-reason why it weighs nothing")
  }

  private func isSilent(
    _ answers: Answers, without question: Question.ID, _ situations: Situations
  ) -> Bool {
    var fewer = answers
    fewer[question] = .unknown(.declined)
    let declined = situations.context(fewer)
    for other in situations.pack.questions.map(\.id)
    where other != question && declined.applies(other) == .unknown {
      fewer[other] = .unknown(.notAsked)
    }
    return !WeighedPack(situations.context(fewer), contradictions: .leftOut).sayings.contains {
      $0.isEstablished && $0.severity > .proceed
    }
  }

  /// A reason that excuses nothing hides what may go wrong later.
  private func needless(_ question: Question) -> LintFinding? {
    guard !question.unknownReason.isEmpty, question.onUnknown != .noFinding else { return nil }
    return LintFinding(
      .silentUnknown, .warning, at: PackSpot(.question(question.id), "unknown-reason"),
      "not knowing \(quoted(question.id)) weighs something, so nothing is to be excused",
      "remove unknown-reason")
  }
}
