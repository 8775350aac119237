/// Which part of an answer speaks for a finding.
///
/// A list of five medicines raises a finding by one of them, and of several
/// marked conditions one is the reason.
public enum AnswerPart: Hashable, Sendable {
  /// The answer as a whole.
  case whole
  /// These options of a multiple choice, in the answer's order.
  case options([Option.ID])
  /// These entries of a list, counted from 0.
  case entries([Int])
  /// It only does not stand in the way: the condition asks that something is
  /// not so.
  case absence
}

extension AnswerPart {
  /// The answer with nothing but this part.
  public func of(_ answer: Answer) -> Answer {
    switch (self, answer) {
    case (.options(let options), .known(.choices(let given))):
      .known(.choices(given.filter(options.contains)))
    case (.entries(let places), .known(.entries(let entries))):
      .known(.entries(places.filter(entries.indices.contains).map { entries[$0] }))
    default: answer
    }
  }

  /// Both parts of the same answer.
  public func joined(_ other: AnswerPart) -> AnswerPart {
    switch (self, other) {
    case (.options(let one), .options(let two)): .options(one + two.filter { !one.contains($0) })
    case (.entries(let one), .entries(let two)): .entries(Set(one).union(two).sorted())
    case (.absence, _): other
    case (_, .absence): self
    default: .whole
    }
  }
}

extension AnswerContext {
  /// The parts of answers that speak for a condition which holds, or may hold,
  /// by question: what is asked for, not what must be absent.
  public func parts(speakingFor condition: Condition) -> [Question.ID: AnswerPart] {
    switch condition {
    case .always, .entry, .not: [:]
    case .isAny(let id, _), .isNot(let id, _), .current(let id): [id: .whole]
    case .compare(let measure, _, _): [measure.question: .whole]
    case .hasAny(let id, let wanted):
      if case .known(.choices(let given)) = answer(id) {
        [id: .options(given.filter(wanted.contains))]
      } else {
        [id: .whole]
      }
    case .list(let test): entries(speakingFor: test)
    case .and(let parts): joined(parts)
    case .or(let parts): joined(decisive(parts))
    }
  }

  /// Of alternatives those that hold, else those that may.
  private func decisive(_ parts: [Condition]) -> [Condition] {
    let truths = parts.map { assess($0).truth }
    let wanted: Truth = truths.contains(.true) ? .true : .unknown
    return zip(parts, truths).filter { $0.1 == wanted }.map(\.0)
  }

  private func joined(_ parts: [Condition]) -> [Question.ID: AnswerPart] {
    parts.reduce(into: [:]) { all, part in
      all.merge(self.parts(speakingFor: part)) { $0.joined($1) }
    }
  }

  private func entries(speakingFor test: ListTest) -> [Question.ID: AnswerPart] {
    guard let subject = test.subjects.first,
      case .known(.entries(let all)) = answer(subject.question)
    else { return [:] }
    let places = listEntries(speakingFor: test).filter(all.indices.contains)
    return [subject.question: places.isEmpty ? .whole : .entries(places)]
  }
}
