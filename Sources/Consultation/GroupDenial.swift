public import ClinicalModel

/// The plain No that a patient gave to a group of questions read aloud as one.
///
/// It is one thing that was said, so it is one event; it counts as an answer
/// for each member. Nothing but No can be stored this way.
public struct GroupDenial: Hashable, Sendable {
  /// One question of the group and what No means to it.
  public struct Member: Hashable, Sendable {
    /// The question.
    public let question: Question.ID
    /// What was said to it.
    public let said: Negative

    /// A member from its parts.
    public init(question: Question.ID, said: Negative) {
      self.question = question
      self.said = said
    }

    /// The answer it counts as.
    public var answer: Answer {
      switch said {
      case .no: .known(.choice("no"))
      case .never: .known(.never)
      }
    }
  }

  /// What No means to a question.
  public enum Negative: String, CaseIterable, Codable, Sendable {
    /// The option `no` of a yes-or-no question.
    case no
    /// A dated thing that never happened.
    case never
  }

  /// The group in its pack.
  public let group: QuestionGroup.ID
  /// What was read aloud.
  public let wording: String
  /// The questions it answers, in the order of the checklist: those that
  /// applied to this patient. One to five, each once.
  public let members: [Member]

  /// A denial from its parts; nothing when it has no members, more than a group
  /// may have, or one twice.
  public init?(group: QuestionGroup.ID, wording: String, members: [Member]) {
    guard !members.isEmpty, members.count <= QuestionGroup.membersMax,
      Set(members.map(\.question)).count == members.count
    else { return nil }
    self.group = group
    self.wording = wording
    self.members = members
  }

  /// The denial of these questions; nothing when one of them cannot simply be
  /// denied.
  public init?(of group: QuestionGroup, members questions: [Question]) {
    var members: [Member] = []
    for question in questions {
      switch question.denial {
      case .answer(.never): members.append(Member(question: question.id, said: .never))
      case .answer: members.append(Member(question: question.id, said: .no))
      case .impossible: return nil
      }
    }
    self.init(group: group.id, wording: group.ask, members: members)
  }
}

extension Event {
  /// Every answer that the event records, with the words that were read out.
  public var answersRecorded: [(question: Question.ID, answer: Answer, wording: String)] {
    switch self {
    case .answerRecorded(let question, let answer, let wording),
      .answerRestored(let question, let answer, let wording, _):
      [(question, answer, wording)]
    case .groupDenied(let denial):
      denial.members.map { ($0.question, $0.answer, denial.wording) }
    case .opened, .draftKept, .noteAdded, .findingAcknowledged, .overridden,
      .treatedAgainstAdvice, .decided, .signedOff, .addendumAdded, .skinTestsRecorded, .exported,
      .handedOver, .voided:
      []
    }
  }
}
