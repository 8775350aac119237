extension Condition: CustomStringConvertible {
  /// The condition as a pack writes it: `modality in [a, b] and not age < 18`.
  ///
  /// Two forms that no pack can write have words of their own: `always` and
  /// `never`.
  public var description: String {
    switch self {
    case .always: "always"
    case .isAny(let id, let options):
      options.count == 1 ? "\(id) = \(options[0].inCondition)" : "\(id) in \(Self.list(options))"
    case .isNot(let id, let option): "\(id) != \(option.inCondition)"
    case .hasAny(let id, let options):
      options.count == 1
        ? "\(id) has \(options[0].inCondition)" : "\(id) has-any \(Self.list(options))"
    case .current(let id): "current(\(id))"
    case .compare(let measure, let comparison, let limit):
      "\(measure) \(comparison.rawValue) \(limit)"
    case .list(let test): "\(test)"
    case .entry(let test): "\(test)"
    case .and(let parts): parts.map { $0.bracketed(in: .and) }.joined(separator: " and ")
    case .or(let parts): parts.map { $0.bracketed(in: .or) }.joined(separator: " or ")
    case .not(.always): "never"
    case .not(let part): "not \(part.bracketed(in: .not))"
    }
  }

  private static func list(_ options: [Option.ID]) -> String {
    "[\(options.map(\.inCondition).joined(separator: ", "))]"
  }

  private enum Place { case and, or, not }

  /// `not` binds before `and`, `and` before `or`.
  private func bracketed(in place: Place) -> String {
    switch (self, place) {
    case (.or, .and), (.or, .not), (.and, .not), (.or, .or), (.and, .and): "(\(description))"
    default: description
    }
  }
}

extension Measure: CustomStringConvertible {
  /// The number as a condition writes it: `days(filler-date)`.
  public var description: String {
    switch self {
    case .number(let id): "\(id)"
    case .age: "age"
    case .days(let id): "days(\(id))"
    case .daysUntil(let id): "days-until(\(id))"
    }
  }
}

extension Option.ID {
  /// The option as a condition writes it: in quotes where it is a sign.
  fileprivate var inCondition: String {
    rawValue.contains { $0.isLetter || $0.isNumber } ? rawValue : "\"\(rawValue)\""
  }
}
