import ClinicalModel

// An answer to a question that does not apply is set aside. In a file, or when
// somebody goes back and changes an earlier answer, it may be the earlier one
// that is wrong: what it would establish is said until somebody has looked.

extension AnswerContext {
  /// The answers to questions that do not apply which would establish a deferral
  /// or worse, beside those that a contradiction of the pack names.
  func parkedAnswers(beside told: [ContradictionSuspect]) -> [ContradictionSuspect] {
    let named = Set(told.flatMap(\.found.questions))
    let parked = parkedPlaces.filter { !named.contains(pack.questions[$0].id) }
    guard !parked.isEmpty else { return [] }
    let hidden = pack.rules.indices.filter { place in
      pack.rules[place].severity >= .defer && truth(ofRule: place) != .true
    }.map { ($0, assess(rule: $0, opening: parked)) }.filter { $1.truth == .true }
    var told: Set<Int> = []
    return parked.compactMap { place in
      let question = pack.questions[place]
      let rules = hidden.filter { $1.because.contains(question.id) && told.insert($0).inserted }
      return rules.isEmpty ? nil : suspect(question, rules.map(\.0))
    }
  }

  /// The worst that answers to questions which do not apply may come to with
  /// what is still open.
  var worstParked: Severity {
    let parked = parkedPlaces
    guard !parked.isEmpty, case .pairs = pack.contradictions else { return .proceed }
    let named = Set(parked.map { pack.questions[$0].id })
    return pack.rules.indices.filter { place in
      let rule = pack.rules[place]
      return rule.severity >= .defer && !named.isDisjoint(with: rule.when.questions)
        && assess(rule: place, opening: parked).truth != .false
    }.map { pack.rules[$0].severity }.max() ?? .proceed
  }

  /// Where answers stand that were set aside for what somebody said of the
  /// patient: what only another plan would ask may be so all the same.
  private var parkedPlaces: [Int] {
    pack.questions.indices.filter { place in
      let question = pack.questions[place]
      guard applies(at: place) == .false, case .known = answers[question.id] else { return false }
      return !pack.tables.questionsRead(by: question.when).contains {
        pack.question($0)?.changeability == .plan
      }
    }
  }

  private func suspect(_ question: Question, _ rules: [Int]) -> ContradictionSuspect {
    let gates = question.when.questions.filter { gate in
      if case .known = answers[gate] { applies(gate) != .false } else { false }
    }
    let labels = gates.compactMap { pack.question($0)?.label }
    let why =
      switch labels.count {
      case 0: "the other answers say"
      case 1: "the answer to \(labels[0]) says"
      default: "the answers to \(labels.joined(separator: " and ")) say"
      }
    return ContradictionSuspect(
      found: FoundContradiction(
        rule: .contradiction(Contradiction.ID(rawValue: "set-aside-\(question.id)")),
        words: "\(question.label) was answered, but \(why) that it does not apply",
        questions: [question.id] + gates),
      title: "Answered, though it does not apply: \(question.label)", severity: .caution,
      readings: [], parked: rules)
  }
}
