/// A place in a pack, told by what stands there rather than by file and line.
///
/// A check over a pack says where a fault lies without knowing how the pack
/// was written down; whoever read the files finds the line.
public struct PackSpot: Hashable, Sendable {
  /// What the pack consists of.
  public enum Part: Hashable, Sendable {
    /// The pack as a whole.
    case pack
    /// A section of the checklist.
    case section(Section.ID)
    /// A question.
    case question(Question.ID)
    /// A group of questions.
    case group(QuestionGroup.ID)
    /// A rule with its cases.
    case rule(Rule.ID)
    /// An emergency screen.
    case emergency(Emergency.ID)
    /// Two answers that cannot both be so.
    case contradiction(Contradiction.ID)
    /// An order of risk, by its question.
    case riskOrder(Question.ID)
    /// A source.
    case source(Source.ID)
    /// What the pack says beside its questions and rules.
    case guidance
    /// How skin tests are placed and read.
    case skinTests
    /// What may never be said.
    case wording
    /// The wording of the findings that one kind of row makes.
    case tableFinding(TableFinding.Kind)
    /// A row of a table, by the table's name and the row's first cells.
    case row(table: String, [String])
  }

  /// One step from a part down to a word of it.
  public enum Step: Hashable, Sendable {
    /// The value of a key, or an option by its name.
    case key(String)
    /// An item of a list, from 0.
    case item(Int)
  }

  /// The part.
  public let part: Part
  /// The way from there; the part itself when empty.
  public let path: [Step]

  /// A spot within a part.
  public init(_ part: Part, _ path: Step...) {
    self.part = part
    self.path = path
  }
}

extension PackSpot.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A key, written in source.
  public init(stringLiteral value: String) { self = .key(value) }

  /// An item of a list, written in source.
  public init(integerLiteral value: Int) { self = .item(value) }
}
