import ClinicalModel
import Consultation
import ProtocolChecks
import Screening
import Summary
import TextLayout

/// Why a rule says what it says, for people: 80 columns, a line for each part
/// of the condition with its outcome at the margin.
///
/// ```
/// unknown  all of
/// true       device = roller
///              Device: Roller; applies
/// unknown    days(filler-date) < 180
///              Filler: NOT SURE; applies
/// ```
struct ExplanationText {
  private let explanation: Explanation
  private let pack: CompiledPack
  private var rule: Rule { explanation.rule }

  /// The explanation of a rule of this pack.
  init(_ explanation: Explanation, of pack: CompiledPack) {
    self.explanation = explanation
    self.pack = pack
  }

  /// The whole text, each line ended by a line feed.
  var text: String { PageText.joined([head, condition, finding]) }

  private var head: [String] {
    PageText.heading(rule.title)
      + PageText.hanging("", "Rule \(rule.id) of protocol \(pack.id) \(pack.version)")
      + PageText.hanging("", "For treatment on \(explanation.evaluatedFor.spelled).")
  }

  // MARK: Condition

  private var condition: [String] {
    PageText.heading("Condition") + lines(explanation.condition, depth: 0)
  }

  /// Deeper parts are not indented any further: their text needs the room.
  private static let depthMax = 15

  private static func indent(_ depth: Int) -> String {
    String(repeating: "  ", count: min(depth, depthMax))
  }

  private func lines(_ node: ExplainedCondition, depth: Int) -> [String] {
    let lead = TextWidth.padded(Self.word(node.outcome), to: 9) + Self.indent(depth)
    let own = PageText.hanging(lead, Self.name(node.condition))
    switch node.basis {
    case .nothing: return own
    case .question(let question, let counted):
      return own + lines(question, counted, depth: depth + 1)
    case .lists(let questions):
      return own + questions.flatMap { lines($0, .notCounted, depth: depth + 1) }
    case .parts(let parts): return own + parts.flatMap { lines($0, depth: depth + 1) }
    }
  }

  private static func word(_ truth: Truth) -> String {
    switch truth {
    case .true: "true"
    case .false: "false"
    case .unknown: "unknown"
    }
  }

  /// What stands for a part; parts that hold others are written out below it.
  private static func name(_ condition: Condition) -> String {
    switch condition {
    case .and: "all of"
    case .or: "any of"
    case .not: "not"
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .list, .entry:
      condition.description
    }
  }

  private func lines(_ question: ExplainedQuestion, _ counted: Counted, depth: Int) -> [String] {
    let lead = String(repeating: " ", count: 9) + Self.indent(depth)
    let label = label(question.question)
    switch question.applicability {
    case .applies:
      return PageText.hanging(lead, "\(label): \(answer(question, counted)); applies")
    case .notInPack: return PageText.hanging(lead, "\(label): the pack does not ask it")
    case .offered(let gate):
      let words = "offered, not known whether \(gate.condition)"
      return PageText.hanging(lead, "\(label): \(answer(question, counted)); \(words)")
        + gate.questions.flatMap { lines($0, .notCounted, depth: depth + 1) }
    case .doesNotApply(let gate):
      return PageText.hanging(lead, "\(label): does not apply, asked when \(gate.condition)")
        + gate.questions.flatMap { lines($0, .notCounted, depth: depth + 1) }
    }
  }

  private func answer(_ question: ExplainedQuestion, _ counted: Counted) -> String {
    guard let asked = pack.question(question.question) else { return "not in this pack" }
    let answer = question.answer.words(for: asked)
    switch counted {
    case .notCounted: return answer
    case .carefulBound: return "\(answer) (known in part, read on the careful side)"
    case .years(let years): return "\(answer) (\(years) \(years == 1 ? "year" : "years") old)"
    case .days(let days, let day):
      let reading = day.spelled == answer ? "" : "read as \(day.spelled), "
      return "\(answer) (\(reading)\(Self.words(days)))"
    }
  }

  private static func words(_ days: Int) -> String {
    switch days {
    case 0: "the day of treatment"
    case 1: "1 day before treatment"
    case -1: "1 day after treatment"
    case ..<0: "\(-days) days after treatment"
    default: "\(days) days before treatment"
    }
  }

  // MARK: Finding

  private var finding: [String] {
    let weight = "\(rule.severity.mark) \(rule.severity.word)"
    switch explanation.verdict {
    case .nothing:
      return PageText.heading("Finding: nothing")
        + PageText.hanging("", "The answers do not meet the condition.")
        + PageText.hanging("Severity if they did: ", weight)
    case .established(let release):
      return PageText.heading("Finding: established")
        + PageText.hanging("", "The answers meet the condition.")
        + PageText.hanging("Severity: ", weight) + until(release)
    case .possible(let release, let missing):
      return PageText.heading("Finding: possible")
        + PageText.hanging("", "It holds or not, depending on answers that are missing.")
        + PageText.hanging("Severity: ", weight) + until(release)
        + missing.flatMap { PageText.hanging("Missing: ", "\(label($0)) (\($0))") }
    }
  }

  private func until(_ release: Release) -> [String] {
    switch release {
    case .notDeferred: []
    case .date(let date): PageText.hanging("Until: ", date.spelled)
    case .event(let event): PageText.hanging("Until: ", event)
    }
  }

  private func label(_ question: Question.ID) -> String {
    pack.question(question)?.label ?? question.rawValue
  }
}
