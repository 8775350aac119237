import ClinicalModel
import Screening

/// What the conditions of a pack read of each answer.
struct AnswersRead {
  /// The options of each question that some condition asks for.
  private(set) var options: [Question.ID: Set<Option.ID>] = [:]
  /// What is read of the entries of each list.
  private var fields: [Question.ID: EntryFields] = [:]

  /// Looks at rules, gates, screens, sheets, deferrals, rows of tables and what
  /// is never tested.
  init(in pack: CompiledPack) {
    let conditions =
      pack.namedConditions.map(\.condition) + tableRules(of: pack).map(\.rule.when)
      + pack.rules.flatMap(\.until.conditions) + pack.skinTests.neverTest.map(\.when)
    for leaf in conditions.flatMap(\.leaves) { add(leaf) }
    let tests = conditions.flatMap(\.listTests)
    for list in pack.questions {
      guard case .list(let subject) = list.kind else { continue }
      fields[list.id] = EntryFields(
        of: subject, for: tests.filter { $0.subjects.contains(subject) }, in: pack.tables)
    }
  }

  private mutating func add(_ leaf: Condition) {
    switch leaf {
    case .isAny(let id, let asked), .hasAny(let id, let asked):
      options[id, default: []]
        .formUnion(asked)
    case .isNot(let id, let option): options[id, default: []].insert(option)
    case .always, .current, .compare, .list, .entry, .and, .or, .not: break
    }
  }

  /// Whether something reads a field of a list.
  func reads(_ field: Question, of list: Question) -> Bool {
    fields[list.id]?.reads(field.id) == true
      || list.fields.contains { $0.when.questions.contains(field.id) }
  }

  /// The options of a field that some condition asks for.
  func options(of field: Question, in list: Question) -> Set<Option.ID> {
    let conditions = (fields[list.id]?.conditions ?? []) + list.fields.map(\.when)
    var found: Set<Option.ID> = []
    for leaf in conditions.flatMap(\.entryLeaves) {
      switch leaf {
      case .isAny(field.id, let asked), .hasAny(field.id, let asked): found.formUnion(asked)
      case .isNot(field.id, let option): found.insert(option)
      default: break
      }
    }
    return found
  }
}

extension Until {
  /// The conditions by which a deferral chooses the entries it is counted from.
  fileprivate var conditions: [Condition] {
    guard case .latest(let days, _) = self else { return [] }
    return days.compactMap { day in
      guard case .entries(let subject, _, let condition, _) = day else { return nil }
      return .list(.any(subject, condition))
    }
  }
}
