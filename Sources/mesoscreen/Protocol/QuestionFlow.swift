import ClinicalModel
import Screening

/// Which questions of a pack open which: an edge from every question that
/// another one's `when` reads.
struct QuestionFlow {
  /// One question opening another, if only together with others.
  struct Edge: Hashable {
    /// The question whose answer is read.
    let from: Question.ID
    /// The question that it opens.
    let to: Question.ID
    /// What the second question's `when` asks of the first.
    let part: Condition
  }

  /// The edges, in the checklist's order of the questions they lead to.
  let edges: [Edge]

  /// The flow of a pack's questions.
  init(of pack: CompiledPack) {
    edges = pack.questions.flatMap { question in
      question.when.questions.compactMap { read in
        question.when.part(reading: read).map { Edge(from: read, to: question.id, part: $0) }
      }
    }
  }

  /// The questions that a question opens, in the checklist's order.
  func opened(by question: Question.ID) -> [Question.ID] {
    edges.filter { $0.from == question }.map(\.to)
  }
}

extension Condition {
  /// What of the condition is about one question; nothing when it does not
  /// read it.
  func part(reading question: Question.ID) -> Condition? {
    switch self {
    case .always, .entry: nil
    case .list(let test): test.questions.contains(question) ? self : nil
    case .isAny(let id, _), .isNot(let id, _), .hasAny(let id, _), .current(let id):
      id == question ? self : nil
    case .compare(let measure, _, _): measure.question == question ? self : nil
    case .and(let parts): Self.joined(parts, reading: question, Condition.and)
    case .or(let parts): Self.joined(parts, reading: question, Condition.or)
    case .not(let part): part.part(reading: question).map(Condition.not)
    }
  }

  private static func joined(
    _ parts: [Condition], reading question: Question.ID, _ join: ([Condition]) -> Condition
  ) -> Condition? {
    let own = parts.compactMap { $0.part(reading: question) }
    return own.count > 1 ? join(own) : own.first
  }
}
