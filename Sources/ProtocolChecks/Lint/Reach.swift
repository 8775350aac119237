import ClinicalModel
import Screening

/// Looks for conditions that no answers, or all answers, make true.
struct Reach {
  let pack: CompiledPack
  let interviewDate: CalendarDate
  /// Every question that something reads.
  private let read: Set<Question.ID>

  init(pack: CompiledPack, interviewDate: CalendarDate) {
    self.pack = pack
    self.interviewDate = interviewDate
    read = pack.questionsRead
  }

  func findings(of rule: Rule) -> [LintFinding] {
    let named = NamedCondition(
      spot: PackSpot(.rule(rule.id), "when"), words: "the rule \(quoted(rule.id))",
      condition: rule.when)
    // A comparison that cannot come out otherwise is shown by itself.
    guard constantComparisons(named, in: pack).isEmpty else { return [] }
    return limits(of: named, isMet: isMetByCase(rule)) + screenless(rule)
  }

  /// Whether a case of the rule meets it: the cases may know of answers that only
  /// together, more than are tried here, make it true.
  private func isMetByCase(_ rule: Rule) -> Bool {
    guard !rule.cases.isEmpty else { return false }
    let inputs = RuleInputs(of: [rule], in: pack).pack
    return rule.cases.contains { example in
      AnswerContext(
        pack: inputs, answers: pack.answers(of: example, for: rule),
        interviewDate: example.interviewDate
      ).assess(rule.when).truth == .true
    }
  }

  func findings(of question: Question) -> [LintFinding] {
    unread(question) + (question.when == .always ? [] : gated(question))
  }

  private func gated(_ question: Question) -> [LintFinding] {
    let named = NamedCondition(
      spot: PackSpot(.question(question.id), "when"),
      words: "the question \(quoted(question.id))", condition: question.when)
    guard constantComparisons(named, in: pack).isEmpty else { return [] }
    let situations = Situations(of: question.when, in: pack, on: interviewDate)
    let asked = (0..<situations.count).lazy.map(situations.answers).filter {
      situations.truth(of: question.when, for: $0) == .true
    }
    guard asked.first != nil else { return [never(named, situations)] }
    return inVain(question, asked: Array(asked.prefix(Self.askedMax)))
  }

  /// More situations than show whether a question is asked in vain.
  private static let askedMax = 5_000

  /// Screens and aftercare sheets.
  func findingsElsewhere() -> [LintFinding] {
    pack.namedConditions.filter {
      switch $0.spot.part {
      case .rule, .question: false
      default: constantComparisons($0, in: pack).isEmpty
      }
    }.flatMap { limits(of: $0) }
  }

  /// Conditions of rows of tables.
  func findings(of rows: [NamedCondition]) -> [LintFinding] {
    rows.flatMap { row in
      let constant = constantComparisons(row, in: pack)
      return constant.isEmpty ? limits(of: row) : constant
    }
  }

  private func limits(of named: NamedCondition, isMet: Bool = false) -> [LintFinding] {
    let situations = Situations(of: named.condition, in: pack, on: interviewDate)
    // Where all was tried a case shows nothing: it may leave a gate open that never
    // holds.
    var holds = isMet && situations.extent != .exhausted
    var fails = false
    for place in 0..<situations.count where !(holds && fails) {
      let truth = situations.truth(of: named.condition, for: situations.answers(place))
      if truth == .true { holds = true } else { fails = true }
    }
    if !holds { return [never(named, situations)] }
    guard !fails, named.condition != .always else { return [] }
    return [
      LintFinding(
        .alwaysHolds, at: named.spot, named.alwaysWords,
        witness: .words("\(named.condition) is true in each of \(situations.count) situations"),
        "ask for something that can be otherwise")
    ]
  }

  private func never(_ named: NamedCondition, _ situations: Situations) -> LintFinding {
    // Where not all combinations were looked at, three answers together may
    // still make it true.
    let isSure = situations.extent == .exhausted
    let core = core(of: named.condition)
    let gates = core.questions.compactMap { id -> String? in
      guard let gate = pack.question(id)?.when, gate != .always else { return nil }
      return "\(id) is asked only when \(gate)"
    }
    return LintFinding(
      .neverHolds, isSure ? .error : .warning, at: named.spot,
      isSure ? named.neverWords : "\(named.words) is met in no situation that was tried",
      witness: .words((["\(core) is never true"] + gates).joined(separator: "; ")),
      named.neverRemedy)
  }

  /// The fewest parts of a condition that can never hold together.
  private func core(of condition: Condition) -> Condition {
    guard case .and(var parts) = condition else { return condition }
    for part in parts where parts.count > 1 {
      let fewer = parts.filter { $0 != part }
      let situations = Situations(of: .and(fewer), in: pack, on: interviewDate)
      if situations.smallest(where: { situations.truth(of: .and(fewer), for: $0) == .true }) == nil
      {
        parts = fewer
      }
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  // MARK: Asked in vain

  /// A question behind an emergency is never reached; one behind an exclusion
  /// tells nothing when nothing reads it.
  private func inVain(_ question: Question, asked: [Answers]) -> [LintFinding] {
    let gate = Set(question.when.questions)
    func allFire(_ rules: [Rule]) -> Rule? {
      rules.first { rule in
        guard !gate.isDisjoint(with: rule.when.questions) else { return false }
        let inputs = RuleInputs(of: [rule, .standIn(for: question.when)], in: pack).pack
        return asked.allSatisfy { answers in
          AnswerContext(pack: inputs, answers: answers, interviewDate: interviewDate)
            .assess(rule.when).truth == .true
        }
      }
    }
    if let rule = allFire(pack.rules.filter { $0.urgency == .emergency }) {
      return [
        LintFinding(
          .askedInVain, at: PackSpot(.question(question.id), "when"),
          "the question \(quoted(question.id)) is asked only after an emergency has ended the "
            + "interview",
          witness: .words("whenever \(question.when), the rule \(quoted(rule.id)) holds"),
          "ask it earlier or remove it")
      ]
    }
    guard !read.contains(question.id), question.kind != .text,
      let rule = allFire(pack.rules.filter { $0.severity == .doNotTreat })
    else { return [] }
    return [
      LintFinding(
        .askedInVain, .warning, at: PackSpot(.question(question.id), "when"),
        "the question \(quoted(question.id)) is asked only of patients who are excluded already",
        witness: .words("whenever \(question.when), the rule \(quoted(rule.id)) holds"),
        "ask it earlier or remove it")
    ]
  }

  private func unread(_ question: Question) -> [LintFinding] {
    let isForRecord =
      question.kind == .text || [.dateOfBirth, .plannedTreatmentDate].contains(question.id)
      || pack.guidance.request.contains(question.id) || isStep(question)
      || question.forRecord.contains(where: \.options.isEmpty)
    guard !isForRecord, !read.contains(question.id) else { return [] }
    return [
      LintFinding(
        .unread, at: PackSpot(.question(question.id)),
        "nothing reads the answer to \(quoted(question.id))",
        "add a rule that reads it, say with for-record why it is asked, or remove the question")
    ]
  }

  /// Whether staff do something and say how: that they have not is a finding by
  /// itself.
  private func isStep(_ question: Question) -> Bool {
    question.answeredByStaff && question.onUnknown != .noFinding
  }

  // MARK: Emergencies

  /// A finding that stops the interview must put a screen up.
  private func screenless(_ rule: Rule) -> [LintFinding] {
    guard rule.urgency == .emergency else { return [] }
    let screens = pack.emergencies.map(\.when)
    // The screens may read more than the rule; a patient of whom no more is
    // known must still see one.
    let inputs = RuleInputs(of: [rule, .standIn(for: .or(screens))], in: pack).pack
    let own = Situations(of: [rule], in: pack, on: interviewDate)
    let answers = own.smallest { answers in
      let context = AnswerContext(pack: inputs, answers: answers, interviewDate: interviewDate)
      return context.assess(rule.when).truth == .true
        && !screens.contains { context.assess($0).truth == .true }
    }
    guard let answers else { return [] }
    return [
      LintFinding(
        .noEmergencyScreen, at: PackSpot(.rule(rule.id), "emergency"),
        "the rule \(quoted(rule.id)) is an emergency, but no emergency screen opens",
        witness: own.words(answers), "add a screen for it to emergencies.yaml")
    ]
  }
}

/// A name in quotes.
func quoted(_ name: some CustomStringConvertible) -> String { "\"\(name)\"" }
