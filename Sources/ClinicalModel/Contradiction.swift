/// Two things that answers may say and that cannot both be so, as a pack names
/// them.
public struct Contradiction: Hashable, Sendable {
  /// A permanent name.
  public typealias ID = Identifier<Contradiction>

  /// What an answer counts as until both sides are settled.
  public enum Standing: Hashable, Sendable {
    /// As if nobody knew.
    case notKnown
    /// As this option; of a multiple choice, as if it were marked too.
    case option(Option.ID)
  }

  /// One answer and what it counts as meanwhile.
  public struct Meanwhile: Hashable, Sendable {
    /// The question.
    public let question: Question.ID
    /// What its answer counts as.
    public let standing: Standing

    /// An answer and what it counts as.
    public init(question: Question.ID, standing: Standing) {
      self.question = question
      self.standing = standing
    }
  }

  /// The contradiction's name.
  public let id: ID
  /// A few words for one line.
  public let title: String
  /// What is wrong, in one sentence without an end mark.
  public let words: String
  /// One side; it is weighed over what was said, whether or not it is asked.
  public let one: Condition
  /// The other side, weighed in the same way.
  public let other: Condition
  /// The questions concerned; the first of them is the one to look at.
  public let questions: [Question.ID]
  /// The least it weighs.
  public let severity: Severity
  /// The answers that count otherwise until it is settled, each by itself.
  public let meanwhile: [Meanwhile]

  /// A contradiction from its parts.
  public init(
    id: ID, title: String, words: String, one: Condition, other: Condition,
    questions: [Question.ID], severity: Severity, meanwhile: [Meanwhile]
  ) {
    self.id = id
    self.title = title
    self.words = words
    self.one = one
    self.other = other
    self.questions = questions
    self.severity = severity
    self.meanwhile = meanwhile
  }
}

/// What is looked for among answers that cannot all be so.
public enum ContradictionChecks: Hashable, Sendable {
  /// The pack's own pairs, and dates that no life can hold.
  case pairs([Contradiction])
  /// Nothing. Proofs weigh rules alone: a contradiction takes back an answer,
  /// while they only ever add one.
  case nothing

  /// The pack's own pairs.
  public var pairs: [Contradiction] { if case .pairs(let pairs) = self { pairs } else { [] } }
}

extension Rule.ID {
  /// The name of a contradiction's finding.
  public static func contradiction(_ id: Contradiction.ID) -> Self {
    Self(rawValue: "contradiction-\(id)")
  }
}
