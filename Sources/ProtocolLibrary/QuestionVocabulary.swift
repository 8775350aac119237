public import ClinicalModel

/// The names that a condition may use, and how each may be compared.
public struct QuestionVocabulary: Hashable, Sendable {
  /// What a condition may ask of a question.
  public enum Term: Hashable, Sendable {
    /// A single choice among these options.
    case single([Option.ID])
    /// A multiple choice among these options.
    case multiple([Option.ID])
    /// A number question.
    case number
    /// A date question; whether it takes "still going on".
    case date(orCurrent: Bool)
    /// A text question: no condition can read it.
    case text
    /// A list, or a name that is looked up: tests of lists read it.
    case list
    /// A question that is itself faulty: conditions on it are not judged.
    case unread
  }

  private let terms: [Question.ID: Term]
  /// What tests of lists may name.
  var lists: ListVocabulary

  /// A vocabulary from its terms.
  public init(_ terms: [Question.ID: Term]) { self.init(terms, lists: .none) }

  init(_ terms: [Question.ID: Term], lists: ListVocabulary) {
    self.terms = terms
    self.lists = lists
  }

  /// The vocabulary of a pack's questions and tables.
  public init(_ questions: [Question], tables: Tables = .none) {
    self.init(Self.terms(questions), lists: ListVocabulary(of: questions, tables: tables))
  }

  static func terms(_ questions: [Question]) -> [Question.ID: Term] {
    Dictionary(questions.map { ($0.id, Term($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The vocabulary with more names; its own stay.
  func adding(_ others: QuestionVocabulary) -> QuestionVocabulary {
    QuestionVocabulary(terms.merging(others.terms) { own, _ in own })
  }

  /// What may be asked of the question with this name; nothing when there is
  /// none such.
  public subscript(id: Question.ID) -> Term? { terms[id] }

  /// Every question's name, sorted.
  public var names: [String] { terms.keys.map(\.rawValue).sorted() }

  /// Words of the expression language, which name no question.
  static let reserved = Set([
    "age", "and", "current", "days", "days-until", "has", "has-any", "in", "not", "or",
    "confounded", "form-matters", "incomplete", "is-planned", "matches", "negative", "unmatched",
  ]).union(ListWord.allCases.map(\.rawValue))
}

extension QuestionVocabulary.Term {
  /// What may be asked of a question.
  init(_ question: Question) {
    switch question.kind {
    case .single: self = .single(question.options.map(\.id))
    case .multiple: self = .multiple(question.options.map(\.id))
    case .text: self = .text
    case .number: self = .number
    case .date(_, _, let orCurrent): self = .date(orCurrent: orCurrent)
    case .list, .name, .names: self = .list
    }
  }

  /// The kind of question in words.
  var words: String {
    switch self {
    case .single: "a single choice"
    case .multiple: "a multiple choice"
    case .number: "a number question"
    case .date: "a date question"
    case .text: "a text question"
    case .list: "a list"
    case .unread: "a faulty question"
    }
  }
}
