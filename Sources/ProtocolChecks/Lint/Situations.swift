import ClinicalModel
import Screening

/// Every situation that a rule or a condition can tell apart, all answers
/// known, with the gates before them.
///
/// What is not known makes no rule established that some full answer would not,
/// so that whether a condition can hold shows here, in a fraction of the
/// combinations that the proofs need.
struct Situations {
  /// The rule and the questions it depends on, as a pack of their own.
  let pack: CompiledPack
  /// Whether every combination is there, or every pair of answers.
  let extent: Extent
  private let interviewDate: CalendarDate
  private let domains: [AnswerDomain]
  private let source: Source

  private enum Source {
    case space(AnswerSpace)
    case rows([[Int]])
  }

  /// Up to so many situations all are looked at.
  static let most = 60_000
  /// The same where names must be looked up.
  private static let listMost = 12_000

  init(
    of rules: [Rule], in whole: CompiledPack, on interviewDate: CalendarDate,
    fixing fixed: [Question.ID: AnswerValue] = [:]
  ) {
    let inputs = RuleInputs(of: rules, in: whole)
    pack = inputs.pack
    self.interviewDate = interviewDate
    domains = inputs.questions.map { question in
      let all = AnswerDomain(
        of: question, for: inputs.conditions, in: inputs.pack, on: interviewDate)
      let values =
        fixed[question.id].map { [.known($0)] } ?? Array(all.values.dropFirst(all.unknownCount))
      var domain = AnswerDomain(question: question.id, values: values, unknownCount: 0)
      domain.isSampled = all.isSampled
      return domain
    }
    let most = domains.readsLists ? Self.listMost : Self.most
    if let space = AnswerSpace(domains, most: most) {
      source = .space(space)
      extent = domains.extent
    } else {
      let rows = PairwiseRows(domains).rows
      let climb = Climb(pack: inputs.pack, interviewDate: interviewDate, domains: domains)
      // Three answers together may be needed where rows only hold every two.
      source = .rows(
        rows + rules.compactMap { climb.row(making: $0.when, from: Array(rows.prefix(3))) })
      extent = .pairwise
    }
  }

  /// The situations of a condition that belongs to no rule.
  init(of condition: Condition, in whole: CompiledPack, on interviewDate: CalendarDate) {
    self.init(of: [.standIn(for: condition)], in: whole, on: interviewDate)
  }

  /// How many there are.
  var count: Int {
    switch source {
    case .space(let space): space.count
    case .rows(let rows): rows.count
    }
  }

  /// The answers of one.
  func answers(_ place: Int) -> Answers {
    switch source {
    case .space(let space): return space.answers(place)
    case .rows(let rows):
      var answers = Answers()
      for (domain, digit) in zip(domains, rows[place]) {
        answers[domain.question] = domain.values[digit]
      }
      return answers
    }
  }

  func context(_ answers: Answers) -> AnswerContext {
    AnswerContext(pack: pack, answers: answers, interviewDate: interviewDate)
  }

  func truth(of condition: Condition, for answers: Answers) -> Truth {
    context(answers).assess(condition).truth
  }

  /// The first situation in which something holds, without the answers that do
  /// not matter to it; nothing when there is none.
  ///
  /// - Parameter holds: must not be made false by more answers being missing
  ///   and then true again, so that answers can be taken away one by one.
  func smallest(where holds: (Answers) -> Bool) -> Answers? {
    for place in 0..<count {
      let answers = answers(place)
      if holds(answers) { return without(answers, keeping: holds) }
    }
    return nil
  }

  private func without(_ answers: Answers, keeping holds: (Answers) -> Bool) -> Answers {
    var answers = answers
    for domain in domains.reversed() {
      var fewer = answers
      fewer[domain.question] = .unknown(.notAsked)
      if fewer != answers, holds(fewer) { answers = fewer }
    }
    return answers
  }

  /// A situation in words: `area = [face], filler-date = 2026-11-04 on 2026-12-01`.
  func words(_ answers: Answers) -> LintFinding.Witness {
    let patient = ProofPatient(answers, of: pack.questions, on: interviewDate)
    let said = patient.answers.map { "\($0.question) = \($0.answer.words)" }
    guard !said.isEmpty else { return .words("for example a patient of whom nothing is known") }
    let hasDate = patient.answers.contains {
      if case .known(.date) = $0.answer { true } else { false }
    }
    return .words(
      "for example " + said.joined(separator: ", ") + (hasDate ? " on \(interviewDate)" : ""))
  }
}

extension Rule {
  /// A rule that only carries a condition.
  static func standIn(for condition: Condition, until: Until = .notDeferred) -> Rule {
    Rule(
      id: "stand-in", title: "", when: condition, severity: .proceed, until: until, staff: "",
      patient: "", cite: [], strength: .generalKnowledge)
  }
}
