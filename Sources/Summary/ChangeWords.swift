import ClinicalModel
import Consultation
public import Screening
import TextLayout

/// What would change a finding or an outcome, in words.
///
/// ```
/// another plan: Device: Needle
/// treatment on 30 Mar 2027 or later, and a paper at hand: Letters: Heart
/// ```
public struct ChangeWords {
  private let pack: CompiledPack
  private let privateMark: String

  /// Words for changes in answers to this pack, with a mark after the name of
  /// a private question.
  public init(_ pack: CompiledPack, privateMark: String = "") {
    self.pack = pack
    self.privateMark = privateMark
  }

  /// One change.
  public func words(_ change: Change) -> String {
    switch change {
    case .waitUntil(let date): "treatment on \(date.spelled) or later"
    case .event(let event): event
    case .answer(let id): "an answer to: \(pack.question(id).map(label) ?? id.rawValue)"
    case .change(let id, let value):
      if let question = pack.question(id) {
        "\(Self.lead(question)): \(label(question)): "
          + Printable.line(Answer.known(value).words(for: question))
      } else {
        id.rawValue
      }
    }
  }

  /// Changes that belong together.
  public func words(_ set: ChangeSet) -> String {
    set.steps.map(words).joined(separator: ", and ")
  }

  /// Several sets of which each is enough; other answers to one question alone
  /// are named together.
  public func alternatives(_ sets: [ChangeSet]) -> [String] {
    var lines: [String] = []
    var lineOf: [Question.ID: Int] = [:]
    for set in sets {
      guard set.steps.count == 1, case .change(let id, let value) = set.steps[0],
        let question = pack.question(id), let line = lineOf[id]
      else {
        if set.steps.count == 1, case .change(let id, _) = set.steps[0] { lineOf[id] = lines.count }
        lines.append(words(set))
        continue
      }
      lines[line] += ", or " + Printable.line(Answer.known(value).words(for: question))
    }
    return lines
  }

  /// The changes that end a finding together and that none of them ends alone.
  public func together(_ sets: [ChangeSet]) -> [String] {
    sets.filter { $0.steps.count > 1 }.prefix(Self.togetherMax).map(words)
  }

  /// What would lower the outcome of the whole, one line for each of the first
  /// ways; empty where there is none.
  public func lines(_ changes: OutcomeChanges) -> [String] {
    let ways = changes.ways.prefix(Self.waysMax).map {
      "\($0.outcome.word) with \(words($0))"
    }
    let rest = changes.ways.count - ways.count
    return ways + (rest > 0 ? ["and \(rest) more \(rest == 1 ? "way" : "ways")"] : [])
  }

  private func label(_ question: Question) -> String {
    question.label + (question.privacy == .restricted ? privateMark : "")
  }

  private static let togetherMax = 2
  private static let waysMax = 4

  private static func lead(_ question: Question) -> String {
    switch question.changeability {
    case .plan, .fact, .passing: "another plan"
    case .letter: "a paper at hand"
    case .test: "a new test"
    }
  }
}
