import ClinicalModel
import Screening

/// Looks for yes-or-no questions in which the wrong side bears the heavier
/// finding.
///
/// The side is that of "yes" unless the question says otherwise. A rule that
/// holds on the other side is no fault while something at least as heavy holds
/// on this one: bruises without a blood thinner weigh a caution, and so does
/// the blood thinner.
struct Polarity {
  let pack: CompiledPack
  let interviewDate: CalendarDate
  /// The rules that a question bears on.
  private let rules: [Question.ID: [Rule]]

  init(pack: CompiledPack, interviewDate: CalendarDate) {
    self.pack = pack
    self.interviewDate = interviewDate
    var rules: [Question.ID: [Rule]] = [:]
    for rule in pack.rules {
      for id in pack.questionsBehind(rule.when) { rules[id, default: []].append(rule) }
    }
    self.rules = rules
  }

  private struct Fault {
    let rule: Rule
    let witness: LintFinding.Witness
  }

  func findings(of question: Question) -> [LintFinding] {
    guard question.kind == .single, question.option("yes") != nil, question.option("no") != nil
    else { return [] }
    let spot = PackSpot(.question(question.id), "polarity")
    switch question.findingSide {
    case .yes:
      guard let fault = heaviest(question, on: "no", against: "yes") else { return [] }
      return [
        LintFinding(
          .polarity, at: spot,
          "no is the risky answer to \(quoted(question.id)): the rule \(quoted(fault.rule.id)) "
            + "(\(fault.rule.severity.rawValue)) holds on it, and nothing as heavy on yes",
          witness: fault.witness,
          "turn the question round, or write polarity: \"no\" and a polarity-reason")
      ]
    case .no:
      guard let fault = heaviest(question, on: "yes", against: "no") else { return [] }
      return [
        LintFinding(
          .polarity, at: spot,
          "\(quoted(question.id)) has polarity \"no\", yet the rule \(quoted(fault.rule.id)) "
            + "(\(fault.rule.severity.rawValue)) holds on yes, and nothing as heavy on no",
          witness: fault.witness, "remove polarity and polarity-reason")
      ]
    }
  }

  /// The heaviest rule that holds on one side only, with nothing as heavy on
  /// the other; nothing when there is none.
  private func heaviest(_ question: Question, on side: Option.ID, against other: Option.ID)
    -> Fault?
  {
    // What a list may say, which only the other side opens, weighs more than
    // anything on this one.
    guard !opensList(question.id, other) else { return nil }
    let rules = rules[question.id, default: []]
    for rule in rules.sorted(by: { $0.severity > $1.severity }) {
      if let fault = fault(rule, among: rules, question, side, other) { return fault }
    }
    return nil
  }

  /// Whether a list is asked for after this answer and after no other.
  private func opensList(_ question: Question.ID, _ side: Option.ID) -> Bool {
    pack.questions.contains { list in
      guard case .list = list.kind else { return false }
      return list.when == .isAny(question, [side])
    }
  }

  private func fault(
    _ rule: Rule, among rules: [Rule], _ question: Question, _ side: Option.ID, _ other: Option.ID
  ) -> Fault? {
    let situations = Situations(
      of: [rule], in: pack, on: interviewDate, fixing: [question.id: .choice(side)])
    let heavy = rules.filter { $0.severity >= rule.severity }
    let inputs = RuleInputs(of: heavy, in: pack).pack
    let answers = situations.smallest { answers in
      // Where the question does not apply neither side is an answer.
      let context = situations.context(answers)
      guard context.assess(rule.when).truth == .true, context.applies(question.id) == .true else {
        return false
      }
      var turned = answers
      turned[question.id] = .known(.choice(other))
      let opposite = AnswerContext(pack: inputs, answers: turned, interviewDate: interviewDate)
      return !heavy.contains { opposite.assess($0.when).truth == .true }
    }
    return answers.map { Fault(rule: rule, witness: situations.words($0)) }
  }
}
