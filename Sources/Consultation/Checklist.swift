public import ClinicalModel

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

    /// Whether nobody has asked it yet.
    public var isOpen: Bool { answer == .unknown(.notAsked) }
  }

  /// Whether an answer is required.
  public enum Requirement: Hashable, Sendable {
    /// The question applies.
    case required
    /// Nobody knows whether it applies, because its gate is unknown.
    case offered
  }

  /// Every question that applies or is offered, in order.
  public let items: [Item]

  /// Works out the checklist from the answers.
  public init(_ context: AnswerContext) {
    items = context.pack.sections.flatMap { section in
      section.questions.compactMap { question in
        switch context.applies(question.id) {
        case .false: nil
        case .true:
          Item(
            question: question, section: section.id, requirement: .required,
            answer: context.answers[question.id])
        case .unknown:
          Item(
            question: question, section: section.id, requirement: .offered,
            answer: context.answers[question.id])
        }
      }
    }
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
