import ClinicalModel
import Consultation
import Screening
import Terminal

/// The lines of the review: what is to be done first, then every section.
struct ReviewList {
  /// One line, or what is drawn as one.
  enum Row {
    /// A heading and what stands at its right end.
    case heading(String, right: String)
    case section(String)
    case answer(Checklist.Item, number: String)
    /// Answers that cannot all be true; the question to look at.
    case contradiction(String, question: Question.ID, number: String)
    /// Questions that do not apply, and why.
    case notApplicable(String)
    /// A note on the whole consultation.
    case note(String)
    case rule
    /// The end, which must have been on screen before the result opens.
    case end
  }

  let rows: [Row]

  init(_ session: Session) {
    let contradictions = session.report.contradictions
    var rows: [Row] = []
    let numbers = Self.numbers(session)
    let required = Set(session.report.unanswered)
    let open = session.checklist.items.filter { required.contains($0.question.id) }
    let count = open.count + contradictions.count
    rows.append(
      .heading(
        Self.heading(count, open: open.count),
        right: [Pace(session).words, session.noteCount].filter { !$0.isEmpty }.joined(
          separator: ", ")))
    rows += contradictions.map { found in
      let applies = found.questions.first { session.item($0) != nil } ?? found.questions[0]
      return .contradiction(found.words, question: applies, number: numbers[applies] ?? "")
    }
    rows += open.map { .answer($0, number: numbers[$0.question.id] ?? "") }
    rows.append(.rule)
    for (index, section) in session.pack.sections.enumerated() {
      let items = session.checklist.items(in: section.id).filter { !$0.isOpen }
      let apart = Self.notApplicable(section, session, numbers)
      guard !items.isEmpty || !apart.isEmpty else { continue }
      rows.append(.section("\(index + 1) \(section.title)"))
      rows += items.map { .answer($0, number: numbers[$0.question.id] ?? "") }
      rows += apart.map(Row.notApplicable)
    }
    rows += session.notes(on: .consultation).map { .note($0.text) }
    self.rows = rows + [.end]
  }

  private static func heading(_ count: Int, open: Int) -> String {
    switch count {
    case 0: "Every question has been asked."
    case 1: open == 1 ? "There is 1 thing to do: 1 not answered" : "There is 1 thing to do"
    default: "There are \(count) things to do" + (open > 0 ? ": \(open) not answered" : "")
    }
  }

  /// The questions of a section that do not apply, and why:
  /// `not applicable because 6.1 Any medicine = No: INR, Stent`. Where they are
  /// many one line counts them, as nobody reads sixty names at the end.
  private static func notApplicable(
    _ section: Section, _ session: Session, _ numbers: [Question.ID: String]
  ) -> [String] {
    let context = AnswerContext(
      pack: session.pack, answers: session.given,
      interviewDate: session.day)
    func cause(_ id: Question.ID) -> String? {
      guard let question = session.pack.question(id),
        context.answer(id) != .unknown(.notAsked)
      else { return nil }
      let words = context.answer(id).words(for: question, in: session.pack.names)
      let name = (numbers[id].map { "\($0) " } ?? "") + question.label
      return words.count > 30 ? name : "\(name) = \(words)"
    }
    let apart = section.questions.filter { context.applies($0.id) == .false }
    var reasons: [String] = []
    var labels: [String: [String]] = [:]
    var causes: [String] = []
    for question in apart {
      let because = context.assess(question.when).because.compactMap(cause)
      causes += because.filter { !causes.contains($0) }
      let reason = because.isEmpty ? "of the checklist's order" : because.joined(separator: "; ")
      if labels[reason] == nil { reasons.append(reason) }
      labels[reason, default: []].append(question.label)
    }
    if apart.count > 6 {
      return ["\(apart.count) questions not applicable because \(causes.joined(separator: "; "))"]
    }
    return reasons.map {
      "not applicable because \($0): \(labels[$0, default: []].joined(separator: ", "))"
    }
  }

  /// `4.2` for the second question of the fourth section.
  static func numbers(_ session: Session) -> [Question.ID: String] {
    var numbers: [Question.ID: String] = [:]
    for (index, section) in session.pack.sections.enumerated() {
      for (place, item) in session.checklist.items(in: section.id).enumerated() {
        numbers[item.question.id] = "\(index + 1).\(place + 1)"
      }
    }
    return numbers
  }

  /// The question that a row leads to.
  func question(at index: Int) -> Question.ID? {
    guard rows.indices.contains(index) else { return nil }
    switch rows[index] {
    case .answer(let item, _): return item.question.id
    case .contradiction(_, let question, _): return question
    case .heading, .section, .notApplicable, .note, .rule, .end: return nil
    }
  }

  /// The rows that can be marked: those that lead to a question, and the end.
  var selectable: [Int] {
    rows.indices.filter { question(at: $0) != nil } + [rows.count - 1]
  }
}

/// How fast the answers came: `27 answers in 41 s`. It is said, and nothing
/// follows from it here.
struct Pace {
  /// How many answers there are, and the time from the first to the last.
  let count: Int
  let milliseconds: Int64

  init(_ session: Session) {
    let times = session.consultation.recordings.values.map(\.at.milliseconds)
    count = times.count
    milliseconds = max(0, (times.max() ?? 0) - (times.min() ?? 0))
  }

  var words: String {
    guard count > 1 else { return "" }
    let seconds = milliseconds / 1000
    let time =
      switch seconds {
      case ..<120: "\(seconds) s"
      case ..<7200: "\(seconds / 60) min"
      case ..<172_800: "\(seconds / 3600) h"
      default: "\(seconds / 86_400) days"
      }
    return "\(count) answers in \(time)"
  }
}
