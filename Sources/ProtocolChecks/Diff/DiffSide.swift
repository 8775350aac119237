import ClinicalModel
import Screening

/// One subject in one of two packs, with what bears on it.
struct DiffSide {
  /// The questions that bear on it there.
  let questions: [Question]
  /// Every condition among them.
  let conditions: [Condition]
  private let subject: SubjectDiff.Subject
  /// The subject alone with its questions.
  private let part: CompiledPack
  /// All rules that the tried answers decide.
  private let all: CompiledPack

  init(_ subject: SubjectDiff.Subject, in pack: CompiledPack) {
    let inputs =
      switch subject {
      case .rule(let id): RuleInputs(of: pack.rule(id).map { [$0] } ?? [], in: pack)
      case .question(let id): RuleInputs(of: [], in: pack, asking: [id])
      case .emergency(let id):
        RuleInputs(of: [], in: pack, emergencies: pack.emergency(id).map { [$0] } ?? [])
      }
    // Whether a question is asked does not depend on its own answer.
    let others = inputs.questions.filter { subject != .question($0.id) }
    self.init(
      subject, questions: others, conditions: inputs.conditions, part: inputs.pack,
      all: inputs.pack)
  }

  private init(
    _ subject: SubjectDiff.Subject, questions: [Question], conditions: [Condition],
    part: CompiledPack, all: CompiledPack
  ) {
    self.subject = subject
    self.questions = questions
    self.conditions = conditions
    self.part = part
    self.all = all
  }

  /// The same beside all rules that the answers to some questions decide.
  func beside(rulesDecidedBy ids: Set<Question.ID>, in pack: CompiledPack) -> DiffSide {
    let decided = pack.rules.filter { rule in
      let read = inputs(of: rule, in: pack)
      return !read.isEmpty && ids.isSuperset(of: read)
    }
    return DiffSide(
      subject, questions: questions, conditions: conditions, part: part,
      all: RuleInputs(of: decided, in: pack).pack)
  }

  /// What is said of the subject; nothing where an answer is one that the pack
  /// does not offer.
  func saying(_ answers: Answers, on interviewDate: CalendarDate) -> DiffSaying {
    guard part.questions.allSatisfy({ $0.admits(answers[$0.id]) }) else { return .nothing }
    let context = AnswerContext(pack: part, answers: answers, interviewDate: interviewDate)
    switch subject {
    case .rule:
      guard let rule = part.rules.first else { return .nothing }
      switch context.truth(ofRule: 0) {
      case .false: return .nothing
      case .unknown: return .possible(rule.severity)
      case .true:
        let release = finding(ofRule: 0, in: context)?.release ?? .notDeferred
        return .established(rule.severity, release)
      }
    case .question(let id):
      guard let question = part.question(id) else { return .nothing }
      switch context.applies(id) {
      case .false: return .nothing
      case .unknown: return .offered(question.onUnknown)
      case .true: return .asked(question.onUnknown)
      }
    case .emergency:
      return !part.emergencies.isEmpty && context.truth(ofEmergency: 0) == .true
        ? .called : .nothing
    }
  }

  /// The worst that all rules decided by the answers establish.
  func together(_ answers: Answers, on interviewDate: CalendarDate) -> Severity {
    let context = AnswerContext(pack: all, answers: answers, interviewDate: interviewDate)
    return all.rules.indices.filter { context.truth(ofRule: $0) == .true }
      .map { all.rules[$0].severity }.max() ?? .proceed
  }
}
