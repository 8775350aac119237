public import ClinicalModel
public import Screening

/// The checklist as it stands for one patient: what applies, what is answered,
/// what comes next.
public struct Checklist: Sendable {
  /// One question that applies or is offered.
  public struct Item: Hashable, Sendable {
    /// The question.
    public let question: Question
    /// The section it stands in.
    public let section: Section.ID
    /// Whether an answer is required; an offered question's gate is unknown.
    public let requirement: Requirement
    /// Its answer.
    public let answer: Answer
    /// What was answered before, where it is to be asked again.
    public let earlier: EarlierAnswer

    /// Whether nobody has asked it yet. A treatment day is asked for although
    /// a usual one stands in; skin tests that are not on record are none.
    public var isOpen: Bool {
      answer == .unknown(.notAsked) && question.kind != .list(.skinTests)
    }
  }

  /// Whether an answer is required.
  public enum Requirement: Hashable, Sendable {
    /// The question applies.
    case required
    /// Nobody knows whether it applies, because its gate is unknown.
    case offered
  }

  /// A group that can still be denied as one.
  public struct OpenGroup: Hashable, Sendable {
    /// The group.
    public let group: QuestionGroup
    /// The section it stands in.
    public let section: Section.ID
    /// The members that apply to this patient, in the order of the checklist;
    /// nobody has asked any of them.
    public let members: [Question]
  }

  /// Every question that applies or is offered, in order.
  public let items: [Item]
  /// Every group that can still be denied as one, in order.
  public let openGroups: [OpenGroup]

  /// Works out the checklist from the answers.
  public init(_ context: AnswerContext) {
    let items: [Item] = context.pack.sections.flatMap { section in
      section.questions.compactMap { question in
        let earlier = context.earlier(question.id)
        let answer = earlier == .none ? context.answers[question.id] : .unknown(.notAsked)
        switch context.applies(question.id) {
        case .false: return nil
        case .true:
          return Item(
            question: question, section: section.id, requirement: .required, answer: answer,
            earlier: earlier)
        case .unknown:
          return Item(
            question: question, section: section.id, requirement: .offered, answer: answer,
            earlier: earlier)
        }
      }
    }
    self.items = items
    openGroups = context.pack.sections.flatMap { section in
      section.groups.compactMap { Self.open($0, in: section.id, items) }
    }
  }

  /// A group is offered only while nobody has answered any of its questions. A
  /// question that is merely offered is asked by itself: it must not be denied
  /// in passing while nobody knows whether it applies.
  private static func open(_ group: QuestionGroup, in section: Section.ID, _ items: [Item])
    -> OpenGroup?
  {
    let mine = items.filter { $0.section == section && group.members.contains($0.question.id) }
    let members = mine.filter { $0.requirement == .required }.map(\.question)
    guard mine.allSatisfy(\.isOpen), members.count > 1,
      members.allSatisfy({ $0.denial != .impossible })
    else { return nil }
    return OpenGroup(group: group, section: section, members: members)
  }

  /// The open group that a question can be denied with.
  public func openGroup(with question: Question.ID) -> OpenGroup? {
    openGroups.first { $0.members.contains { $0.id == question } }
  }

  /// The question to ask after one was answered: the next one that nobody has
  /// asked, else the first such, else nothing.
  ///
  /// Offered questions are asked too: skipping them would treat an unknown
  /// gate as "does not apply".
  public func nextOpen(after question: Question.ID) -> Place {
    let start = index(of: question).map { $0 + 1 } ?? 0
    let order = items[min(start, items.count)...] + items[..<min(start, items.count)]
    return order.first(where: \.isOpen).map { .question($0.question.id) } ?? .end
  }

  /// The first question that nobody has asked.
  public var firstOpen: Place {
    items.first(where: \.isOpen).map { .question($0.question.id) } ?? .end
  }

  /// The neighbour `offset` places on, or the end of the checklist.
  public func neighbour(of question: Question.ID, offset: Int) -> Place {
    guard let index = index(of: question), items.indices.contains(index + offset) else {
      return .end
    }
    return .question(items[index + offset].question.id)
  }

  /// A place in the checklist.
  public enum Place: Hashable, Sendable {
    /// At a question.
    case question(Question.ID)
    /// Past the last one.
    case end
  }

  /// The items of one section.
  public func items(in section: Section.ID) -> [Item] { items.filter { $0.section == section } }

  private func index(of question: Question.ID) -> Int? {
    items.firstIndex { $0.question.id == question }
  }
}
