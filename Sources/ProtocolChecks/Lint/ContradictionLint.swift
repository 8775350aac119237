import ClinicalModel
import Screening

/// Looks for pairs of answers that are said to contradict each other and never
/// can, and for pairs that weigh nothing.
///
/// Both sides are weighed over what was said, so the pack is looked at as if
/// every question applied.
struct ContradictionLint {
  let pack: CompiledPack
  let interviewDate: CalendarDate

  func findings(of pair: Contradiction) -> [LintFinding] {
    never(pair, in: pack.withoutGates) + same(pair)
  }

  private func never(_ pair: Contradiction, in open: CompiledPack) -> [LintFinding] {
    let sides = [("one", pair.one), ("other", pair.other)]
    let faults = sides.filter { isNever($0.1, in: open) }.map { key, condition in
      fault(pair, key, "one side of \(quoted(pair.id)) can never be told", condition)
    }
    // With every gate open, sides that read nothing in common do not bear on
    // each other.
    guard faults.isEmpty, !Set(pair.one.questions).isDisjoint(with: pair.other.questions) else {
      return faults
    }
    let both = Condition.and([pair.one, pair.other])
    guard isNever(both, in: open) else { return [] }
    return [fault(pair, "other", "both sides of \(quoted(pair.id)) are never told at once", both)]
  }

  private func isNever(_ condition: Condition, in open: CompiledPack) -> Bool {
    let situations = Situations(of: condition, in: open, on: interviewDate)
    return situations.smallest { situations.truth(of: condition, for: $0) == .true } == nil
  }

  private func fault(
    _ pair: Contradiction, _ key: String, _ cause: String, _ condition: Condition
  ) -> LintFinding {
    LintFinding(
      .contradiction, at: PackSpot(.contradiction(pair.id), .key(key)), cause,
      witness: .words("\(condition) is never true"), "correct it, or remove the contradiction")
  }

  /// A pair with the title or the words of an earlier one.
  private func same(_ pair: Contradiction) -> [LintFinding] {
    let first = pack.contradictions.pairs.prefix { $0.id != pair.id }.first {
      $0.title == pair.title || $0.words == pair.words
    }
    guard let first else { return [] }
    return [
      LintFinding(
        .duplicate, at: PackSpot(.contradiction(pair.id), "title"),
        "\(quoted(first.id)) and \(quoted(pair.id)) cannot be told apart",
        related: [.init(PackSpot(.contradiction(first.id), "title"), "the other contradiction")],
        "give each its own title and words")
    ]
  }
}

extension CompiledPack {
  /// The questions as if each applied, and no rule.
  fileprivate var withoutGates: CompiledPack {
    let open = ProtocolPack(
      id: pack.id, version: "", digest: "", title: "", jurisdiction: "", approval: "",
      intendedUse: "",
      sections: [
        Section(
          id: "open", title: "", short: "", askedBy: "",
          questions: pack.questions.map {
            Question(
              id: $0.id, ask: "", label: $0.label, kind: $0.kind, options: $0.options,
              fields: $0.fields)
          })
      ], rules: [], tables: pack.tables, contradictions: .nothing)
    return CompiledPack(open, from: self)
  }
}
