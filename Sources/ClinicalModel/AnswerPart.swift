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
