import ClinicalModel
import Screening

/// A condition of a pack, with where it stands and whose it is.
struct NamedCondition {
  let spot: PackSpot
  /// Whose it is, to begin a sentence with.
  let words: String
  let condition: Condition

  /// What is wrong with one that can never hold.
  var neverWords: String {
    switch spot.part {
    case .question: "\(words) can never be asked"
    case .emergency: "\(words) can never open"
    case .guidance: "\(words) is for nobody"
    case .row: "\(words) is met by no patient"
    default: "\(words) can never hold"
    }
  }

  /// What to do about it.
  var neverRemedy: String {
    switch spot.part {
    case .question: "correct its when, or remove the question"
    case .rule: "correct its when, or remove the rule"
    case .emergency: "correct its when, or remove the screen"
    default: "correct its when, or remove it"
    }
  }

  /// What is wrong with one that always holds.
  var alwaysWords: String {
    switch spot.part {
    case .emergency: "\(words) opens for every patient"
    case .guidance: "\(words) is for every patient"
    default: "\(words) holds for every patient"
    }
  }
}

extension CompiledPack {
  /// Every condition that stands somewhere in the pack.
  var namedConditions: [NamedCondition] {
    let ofQuestions = pack.questions.filter { $0.when != .always }.map { question in
      NamedCondition(
        spot: PackSpot(.question(question.id), "when"),
        words: "the question \(quoted(question.id))", condition: question.when)
    }
    let ofRules = pack.rules.map { rule in
      NamedCondition(
        spot: PackSpot(.rule(rule.id), "when"), words: "the rule \(quoted(rule.id))",
        condition: rule.when)
    }
    let ofScreens = pack.emergencies.map { emergency in
      NamedCondition(
        spot: PackSpot(.emergency(emergency.id), "when"),
        words: "the emergency screen \(quoted(emergency.id))", condition: emergency.when)
    }
    let ofSheets = pack.guidance.aftercare.enumerated().map { index, sheet in
      NamedCondition(
        spot: PackSpot(.guidance, "aftercare", .item(index), "when"),
        words: "the aftercare sheet \(quoted(sheet.id))", condition: sheet.when)
    }
    return ofQuestions + ofRules + ofScreens + ofSheets
  }

  /// Every condition of a row of a table, with the ingredient that it is about.
  var rowConditions: [NamedCondition] {
    tableRules(of: self).filter { $0.table.hasPrefix("ingredient-") }.map { row in
      NamedCondition(
        spot: PackSpot(.row(table: row.table, row.row), "when"),
        words: "the row \(quoted(row.row.joined(separator: " ")))", condition: row.rule.when)
    }
  }

  /// Every question that bears on a condition: those it reads, and those of the
  /// gates before them.
  func questionsBehind(_ condition: Condition) -> Set<Question.ID> {
    var behind: Set<Question.ID> = []
    var open = pack.tables.questionsRead(by: condition)
    while let id = open.popLast() {
      guard behind.insert(id).inserted, let question = question(id) else { continue }
      open += pack.tables.questionsRead(by: question.when)
    }
    return behind
  }

  /// Every question that a condition reads or a deferral is counted from.
  var questionsRead: Set<Question.ID> {
    Set(
      (namedConditions + rowConditions).flatMap(\.condition.questions)
        + pack.rules.flatMap(\.until.questions))
  }
}

extension Condition {
  /// Each comparison, as a condition of its own.
  var leaves: [Condition] {
    switch self {
    case .always, .entry: []
    case .isAny, .isNot, .hasAny, .current, .compare, .list: [self]
    case .and(let parts), .or(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    }
  }

  /// The condition with each comparison on a question replaced.
  func replacing(_ question: Question.ID, by condition: Condition) -> Condition {
    switch self {
    case .always, .entry: self
    case .isAny, .isNot, .hasAny, .current, .compare, .list:
      questions == [question] ? condition : self
    case .and(let parts): .and(parts.map { $0.replacing(question, by: condition) })
    case .or(let parts): .or(parts.map { $0.replacing(question, by: condition) })
    case .not(let part): .not(part.replacing(question, by: condition))
    }
  }
}
