public import ClinicalModel

/// Answers of one patient that cannot all be so.
public struct FoundContradiction: Hashable, Sendable {
  /// The name of its finding.
  public let rule: Rule.ID
  /// What is wrong, in one sentence without an end mark.
  public let words: String
  /// The questions concerned; the first of them is the one to look at.
  public let questions: [Question.ID]

  /// A contradiction from its parts.
  public init(rule: Rule.ID, words: String, questions: [Question.ID]) {
    self.rule = rule
    self.words = words
    self.questions = questions
  }
}

/// A contradiction before it is weighed.
struct ContradictionSuspect {
  let found: FoundContradiction
  let title: String
  /// The least it weighs.
  let severity: Severity
  /// The answers as they count until it is settled, in each way in which they
  /// may.
  let readings: [Answers]
  /// The rules, by place, that answers to questions which do not apply would
  /// establish.
  var parked: [Int] = []
}

extension AnswerContext {
  /// What was said that cannot all be so, in the pack's order, then dates that
  /// no life can hold.
  var contradictions: [ContradictionSuspect] {
    guard case .pairs(let pairs) = pack.contradictions else { return [] }
    let told = pairs.indices.filter { truth(ofContradiction: $0) == .true }.map { place in
      let pair = pairs[place]
      return ContradictionSuspect(
        found: FoundContradiction(
          rule: .contradiction(pair.id), words: pair.words, questions: pair.questions),
        title: pair.title, severity: pair.severity,
        readings: pair.meanwhile.map { answers.reading($0, in: pack) })
    }
    return told + parkedAnswers(beside: told) + ImpossibleDates(context: self).suspects
  }
}

extension Answers {
  /// The answers as they count meanwhile.
  fileprivate func reading(_ meanwhile: Contradiction.Meanwhile, in pack: ProtocolPack) -> Answers {
    var answers = self
    answers[meanwhile.question] = .unknown(.notAsked)
    guard case .option(let option) = meanwhile.standing,
      let question = pack.question(meanwhile.question)
    else { return answers }
    if question.kind == .single {
      answers[question.id] = .known(.choice(option))
    } else {
      var marked: Set<Option.ID> = [option]
      if case .known(.choices(let given)) = self[question.id] { marked.formUnion(given) }
      answers[question.id] = .known(
        .choices(question.options.map(\.id).filter { $0 != Option.none && marked.contains($0) }))
    }
    return answers
  }
}
