public import ClinicalModel

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
