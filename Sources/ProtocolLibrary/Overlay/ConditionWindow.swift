import ClinicalModel

/// A comparison with days that holds longer when its limit is larger:
/// `days(q) < n`, or `days(q) >= n` below a `not`.
struct ConditionWindow: Hashable {
  let measure: Measure
  let comparison: Comparison
  let limit: Quantity

  /// The limit in whole days.
  var days: Int { limit.thousandths / 1000 }

  /// The first number of days for which it no longer holds.
  var end: Int {
    switch comparison {
    case .less, .atLeast: days
    case .atMost, .greater: days + 1
    }
  }
}

extension Condition {
  /// Every comparison that holds longer when its limit is larger, in order.
  var windows: [ConditionWindow] { windows(negated: false) }

  private func windows(negated: Bool) -> [ConditionWindow] {
    switch self {
    case .always, .isAny, .isNot, .hasAny, .current, .list, .entry: []
    case .compare(let measure, let comparison, let limit):
      measure.countsDays && comparison.isUpper != negated
        ? [ConditionWindow(measure: measure, comparison: comparison, limit: limit)] : []
    case .and(let parts), .or(let parts): parts.flatMap { $0.windows(negated: negated) }
    case .not(let part): part.windows(negated: !negated)
    }
  }

  /// The condition with the limits of some windows moved.
  ///
  /// Only windows that hold longer are moved, so a larger limit can make the
  /// condition true where it was false, and never the other way round.
  func moving(_ windows: Set<ConditionWindow>, by days: Int) -> Condition {
    moving(windows, by: days, negated: false)
  }

  private func moving(_ windows: Set<ConditionWindow>, by days: Int, negated: Bool) -> Condition {
    switch self {
    case .always, .isAny, .isNot, .hasAny, .current, .list, .entry: return self
    case .compare(let measure, let comparison, let limit):
      let window = ConditionWindow(measure: measure, comparison: comparison, limit: limit)
      guard comparison.isUpper != negated, windows.contains(window) else { return self }
      return .compare(
        measure, comparison, Quantity(thousandths: limit.thousandths + 1000 * days))
    case .and(let parts):
      return .and(parts.map { $0.moving(windows, by: days, negated: negated) })
    case .or(let parts):
      return .or(parts.map { $0.moving(windows, by: days, negated: negated) })
    case .not(let part): return .not(part.moving(windows, by: days, negated: !negated))
    }
  }
}

extension Measure {
  fileprivate var countsDays: Bool {
    switch self {
    case .days, .daysUntil: true
    case .number, .age: false
    }
  }
}

extension Comparison {
  /// Whether it sets an upper limit.
  fileprivate var isUpper: Bool {
    switch self {
    case .less, .atMost: true
    case .greater, .atLeast: false
    }
  }
}
