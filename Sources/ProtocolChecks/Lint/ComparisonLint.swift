import ClinicalModel
import Screening

/// Comparisons with numbers that cannot be reached, and days counted the wrong
/// way or from what has not ended.
func comparisonFindings(of pack: CompiledPack) -> [LintFinding] {
  pack.namedConditions.flatMap { named in
    constantComparisons(named, in: pack) + wrongTenses(named, in: pack)
      + goingOn(named, in: pack)
  }
}

/// Comparisons of a number that come out the same over its whole range.
func constantComparisons(_ named: NamedCondition, in pack: CompiledPack) -> [LintFinding] {
  named.condition.leaves.compactMap { leaf in
    guard case .compare(.number(let id), let comparison, let limit) = leaf,
      case .number(let unit, let range)? = pack.question(id)?.kind
    else { return nil }
    let ends = [range.lowerBound, range.upperBound].map { comparison.holds($0, limit) }
    // A comparison changes at one place, so the ends tell all.
    guard ends[0] == ends[1] else { return nil }
    return LintFinding(
      .outOfRange, at: named.spot,
      "\(named.words) compares \(quoted(id)) with \(limit), where it is "
        + "\(ends[0] ? "always" : "never") true",
      witness: .words(
        "\(leaf), while the range is \(range.lowerBound) to \(range.upperBound) \(unit)"),
      "correct the number or the range")
  }
}

private func wrongTenses(_ named: NamedCondition, in pack: CompiledPack) -> [LintFinding] {
  named.condition.leaves.compactMap { leaf in
    guard case .compare(let measure, _, _) = leaf,
      case .date(let tense, _, _)? = pack.question(measure.question)?.kind
    else { return nil }
    switch (measure, tense) {
    case (.days(let id), .future):
      return LintFinding(
        .wrongTense, at: named.spot,
        "\(named.words) counts days since \(quoted(id)), which lies ahead",
        witness: .words("\(leaf)"), "count with days-until(\(id)), or make the question past")
    case (.daysUntil(let id), .past):
      return LintFinding(
        .wrongTense, at: named.spot,
        "\(named.words) counts days until \(quoted(id)), which lies behind",
        witness: .words("\(leaf)"), "count with days(\(id)), or make the question future")
    default: return nil
    }
  }
}

/// Days since something that may still be going on are no days at all, so a
/// rule of its own, or the same one, must ask for `current`.
private func goingOn(_ named: NamedCondition, in pack: CompiledPack) -> [LintFinding] {
  guard case .rule = named.spot.part else { return [] }
  let counted = named.condition.leaves.compactMap { leaf -> Question.ID? in
    guard case .compare(let measure, _, _) = leaf,
      case .date(_, _, orCurrent: true)? = pack.question(measure.question)?.kind
    else { return nil }
    return measure.question
  }
  return unique(counted).filter { id in
    !pack.rules.contains { $0.when.leaves.contains(.current(id)) }
  }.map { id in
    LintFinding(
      .stillGoingOn, at: named.spot,
      "\(named.words) counts days from \(quoted(id)), which may still be going on",
      witness: .words("\(id) = current raises nothing"),
      "add a rule with current(\(id)), or ask for it here")
  }
}
