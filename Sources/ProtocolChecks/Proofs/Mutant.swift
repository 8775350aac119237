package import ClinicalModel

/// A rule with one thing spoilt on purpose; its cases should notice.
package struct Mutant: Hashable, Sendable {
  /// What was spoilt.
  package enum Change: String, CaseIterable, Sendable {
    /// Another comparison sign.
    case comparison
    /// A number moved by 1 or 0.1.
    case threshold
    /// An option left out of a list.
    case optionDropped = "option dropped"
    /// `!=` turned into `=`.
    case inequality
    /// A part of an `and` or `or` left out.
    case partDropped = "part dropped"
    /// `and` and `or` exchanged.
    case connective
    /// Another reaction.
    case reaction
    /// A `not` left out.
    case notDropped = "not dropped"
    /// The condition replaced by one that always or never holds.
    case constant
    /// A deferral one day shorter or longer.
    case window
    /// One severity up or down.
    case severity
  }

  /// What was spoilt.
  package let change: Change
  /// The place as it stands in the pack.
  package let original: String
  /// The place as it was spoilt.
  package let replacement: String
  /// The spoilt rule.
  package let rule: Rule
}

/// Every mutant of a rule, each once; none equals the rule itself.
///
/// - Parameter offers: when the pack offers skin tests, which is changed in the
///   rules that offer them.
package func mutants(of rule: Rule, sparing offers: Set<Condition> = []) -> [Mutant] {
  let conditions = rule.when.spoilt(sparing: offers) + constants(for: rule.when)
  var seen: Set<Condition> = [rule.when.normalised]
  let byCondition = conditions.compactMap { spoilt -> Mutant? in
    guard seen.insert(spoilt.whole.normalised).inserted else { return nil }
    return Mutant(
      change: spoilt.change, original: spoilt.original, replacement: spoilt.replacement,
      rule: rule.with(when: spoilt.whole))
  }
  return byCondition + byWindow(rule) + bySeverity(rule)
}

private func constants(for condition: Condition) -> [SpoiltCondition] {
  [.always, .never].map {
    SpoiltCondition(
      change: .constant, original: "\(condition)", replacement: "\($0)", whole: $0)
  }
}

private func byWindow(_ rule: Rule) -> [Mutant] {
  guard case .date(let question, let days) = rule.until else { return [] }
  return [days - 1, days + 1].map { other in
    Mutant(
      change: .window, original: "until \(question) + \(days)",
      replacement: "until \(question) + \(other)",
      rule: rule.with(until: .date(question, days: other)))
  }
}

private func bySeverity(_ rule: Rule) -> [Mutant] {
  Severity.allCases.enumerated().filter { place, _ in
    guard let own = Severity.allCases.firstIndex(of: rule.severity) else { return false }
    return abs(place - own) == 1
  }.map { _, other in
    Mutant(
      change: .severity, original: "severity \(rule.severity.rawValue)",
      replacement: "severity \(other.rawValue)", rule: rule.with(severity: other))
  }
}

extension Rule {
  func with(when: Condition) -> Rule { with(when: when, severity: severity, until: until) }
  func with(severity: Severity) -> Rule { with(when: when, severity: severity, until: until) }
  func with(until: Until) -> Rule { with(when: when, severity: severity, until: until) }

  private func with(when: Condition, severity: Severity, until: Until) -> Rule {
    Rule(
      id: id, title: title, when: when, severity: severity, until: until, staff: staff,
      patient: patient, cite: cite, strength: strength, note: note, urgency: urgency, scope: scope,
      settling: settling, cases: cases)
  }
}
