/// Questions that may be read aloud as one and denied with one key.
///
/// A pack declares a group only where it is safe: at most five questions of
/// one section, none of them able to exclude a patient. Denying it stores one
/// event with this wording and these members, and counts as `no` for each.
/// Nothing but "no" can be said to a group; each member can be opened and
/// answered alone.
public struct QuestionGroup: Hashable, Sendable {
  /// A permanent name, unique within the pack.
  public typealias ID = Identifier<QuestionGroup>

  /// The most members of one group.
  public static let membersMax = 5

  /// The group's name.
  public let id: ID
  /// What is read aloud; it names every member.
  public let ask: String
  /// A short name for review pages.
  public let label: String
  /// The questions, in the order of the checklist. Each is a yes-or-no question
  /// or a date that may never have happened.
  public let members: [Question.ID]

  /// A group from its parts.
  public init(id: ID, ask: String, label: String, members: [Question.ID]) {
    self.id = id
    self.ask = ask
    self.label = label
    self.members = members
  }
}

extension Question {
  /// The answer that a denied group stores for this question; nothing when it
  /// cannot simply be denied.
  public var denial: Denial {
    switch kind {
    case .single where isYesNo: .answer(.choice("no"))
    case .date(_, orNever: true, _): .answer(.never)
    case .single, .multiple, .text, .number, .date, .list, .name, .names: .impossible
    }
  }

  /// What "no" means to a question.
  public enum Denial: Hashable, Sendable {
    /// This answer.
    case answer(AnswerValue)
    /// The question cannot be answered with a plain no.
    case impossible
  }
}
