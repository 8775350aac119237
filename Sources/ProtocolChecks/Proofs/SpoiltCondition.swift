import ClinicalModel

/// A condition with one place changed.
struct SpoiltCondition {
  let change: Mutant.Change
  /// The changed place, before and after.
  let original: String
  let replacement: String
  /// The whole condition after the change.
  let whole: Condition

  /// The same change seen from the condition around it.
  func inside(_ around: (Condition) -> Condition) -> SpoiltCondition {
    SpoiltCondition(
      change: change, original: original, replacement: replacement, whole: around(whole))
  }
}

extension Condition {
  /// Holds for nobody.
  static let never = Condition.not(.always)

  /// Every way of changing one place.
  var spoilt: [SpoiltCondition] { spoilt(sparing: []) }

  /// Every way of changing one place of what the pack itself writes.
  ///
  /// - Parameter offers: when tests are offered. An "or" over them is what the
  ///   reader writes out for `test-wanted`; they are changed where they stand.
  func spoilt(sparing offers: Set<Condition>) -> [SpoiltCondition] {
    switch self {
    case .always, .current, .entry: []
    case .list(let test): test.spoilt.map { spoiling($0.change, $0.condition) }
    case .isAny(let id, let options):
      options.indices.map { spoiling(.optionDropped, .isAny(id, options.without($0))) }
    case .hasAny(let id, let options):
      options.indices.map { spoiling(.optionDropped, .hasAny(id, options.without($0))) }
    case .isNot(let id, let option): [spoiling(.inequality, .isAny(id, [option]))]
    case .compare(let measure, let comparison, let limit):
      comparison.neighbours.map { spoiling(.comparison, .compare(measure, $0, limit)) }
        + measure.steps.map {
          spoiling(
            .threshold,
            .compare(measure, comparison, Quantity(thousandths: limit.thousandths + $0)))
        }
    case .and(let parts): spoilt(parts, as: Condition.and, or: Condition.or, sparing: offers)
    case .or(let parts):
      parts.contains(where: offers.contains)
        ? [] : spoilt(parts, as: Condition.or, or: Condition.and, sparing: offers)
    case .not(let part):
      [spoiling(.notDropped, part)] + part.spoilt(sparing: offers).map { $0.inside { .not($0) } }
    }
  }

  private func spoiling(_ change: Mutant.Change, _ other: Condition) -> SpoiltCondition {
    SpoiltCondition(
      change: change, original: "\(self)", replacement: "\(other)", whole: other)
  }

  private func spoilt(
    _ parts: [Condition], as own: ([Condition]) -> Condition, or other: ([Condition]) -> Condition,
    sparing offers: Set<Condition>
  ) -> [SpoiltCondition] {
    let dropped = parts.indices.map { place in
      SpoiltCondition(
        change: .partDropped, original: "\(parts[place])", replacement: "nothing",
        whole: own(parts.without(place)))
    }
    let inner = parts.indices.flatMap { place in
      parts[place].spoilt(sparing: offers).map { spoilt in
        spoilt.inside { part in
          var changed = parts
          changed[place] = part
          return own(changed)
        }
      }
    }
    return [spoiling(.connective, other(parts))] + dropped + inner
  }

  /// The same condition in one form, so that two ways of writing it are equal:
  /// no bracket within its own kind, no list of one, no double `not`, options
  /// in order of name.
  var normalised: Condition {
    switch self {
    case .always, .current, .compare, .list, .entry: return self
    case .isAny(let id, let options): return .isAny(id, options.sorted())
    case .isNot: return self
    case .hasAny(let id, let options): return .hasAny(id, options.sorted())
    case .and(let parts):
      let flat = parts.map(\.normalised).flatMap { part -> [Condition] in
        if case .and(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .and(flat)
    case .or(let parts):
      let flat = parts.map(\.normalised).flatMap { part -> [Condition] in
        if case .or(let inner) = part { inner } else { [part] }
      }
      return flat.count == 1 ? flat[0] : .or(flat)
    case .not(let part):
      if case .not(let inner) = part.normalised { return inner }
      return .not(part.normalised)
    }
  }
}

extension Comparison {
  /// The sign that differs at the limit only, and the opposite one.
  fileprivate var neighbours: [Comparison] {
    switch self {
    case .less: [.atMost, .atLeast]
    case .atMost: [.less, .greater]
    case .greater: [.atLeast, .atMost]
    case .atLeast: [.greater, .less]
    }
  }
}

extension Measure {
  /// How far a limit is moved, in thousandths: days and years are whole.
  fileprivate var steps: [Int] {
    switch self {
    case .number: [-1000, -100, 100, 1000]
    case .age, .days, .daysUntil: [-1000, 1000]
    }
  }
}

extension Array {
  fileprivate func without(_ place: Int) -> Self {
    var rest = self
    rest.remove(at: place)
    return rest
  }
}
