import ClinicalModel

/// Whether a medicine's default finding stands: no rule that speaks of the
/// medicine fired at its weight or above, and none that settles defaults
/// (`Lists.md`).
struct SettledDefaults {
  private let fired: [(rule: Rule, keys: [MedicineKey])]
  private let tables: Tables

  /// Takes the pack's rules that hold.
  init(fired rules: [Rule], _ tables: Tables) {
    fired = rules.map { ($0, $0.when.medicineKeys) }.filter { !$0.keys.isEmpty }
    self.tables = tables
  }

  /// Whether the default of a medicine stands beside the rules that fired.
  func stands(_ medicine: Medicine) -> Bool {
    !fired.contains { rule, keys in
      (rule.settling == .settlesDefaults || rule.severity >= medicine.severity)
        && keys.contains { tables.matches(medicine.id, $0) }
    }
  }
}

extension Condition {
  /// The keys by which the condition speaks of medicines, outside any `not`.
  var medicineKeys: [MedicineKey] {
    switch self {
    case .list(let test): test.medicineKeys
    case .entry(.matches(let key)): [key]
    case .and(let parts), .or(let parts): parts.flatMap(\.medicineKeys)
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .entry, .not: []
    }
  }
}

extension ListTest {
  fileprivate var medicineKeys: [MedicineKey] {
    switch self {
    case .taking(let keys), .startedWithin(_, let keys): keys
    case .countTaking(let key, _), .selfChosen(let key), .stoppedWithin(_, let key): [key]
    case .onlyTaking(let key, let group): [key, group]
    case .any(.medicines, let condition): condition.medicineKeys
    case .planned, .listed, .freeOf, .allergic, .hasReaction, .any, .complete, .untested, .tested:
      []
    }
  }
}
