import ClinicalModel
import Screening

/// Sources that nothing cites, and citations that do not carry what they are
/// cited for.
func sourceFindings(of pack: CompiledPack) -> [LintFinding] {
  let cited = pack.citations
  let notes = pack.rules.map(\.note) + pack.guidance.aftercare.flatMap(\.advice).map(\.note)
  let unused = pack.sources.compactMap { source -> LintFinding? in
    // A source that only a note speaks of is used too: [R57].
    let isUsed =
      cited.contains(source.id) || notes.contains { $0.mentions("[\(source.id.rawValue)]") }
    switch (source.use, isUsed) {
    case (.cited, true), (.background, false): return nil
    case (.cited, false):
      return LintFinding(
        .source, .warning, at: PackSpot(.source(source.id)),
        "nothing cites the source \(quoted(source.id))",
        "cite it, remove it, or say with background what it is there for")
    case (.background, true):
      return LintFinding(
        .source, .warning, at: PackSpot(.source(source.id), "background"),
        "the source \(quoted(source.id)) is cited, so it is not only background",
        "remove background")
    }
  }
  return unused
    + pack.rules.filter(\.restsOnNothing).map { rule in
      LintFinding(
        .source, at: PackSpot(.rule(rule.id), "strength"),
        "the rule \(quoted(rule.id)) cites general knowledge alone, yet claims "
          + "\(rule.strength.rawValue)",
        "set strength: \(EvidenceStrength.generalKnowledge.rawValue), or cite what supports it")
    }
}

extension Rule {
  /// Whether a strength is claimed that no source gives. General knowledge
  /// beside a source only completes it; a policy claims none.
  fileprivate var restsOnNothing: Bool {
    cite.allSatisfy { $0 == "general" } && strength != .generalKnowledge
      && strength != .policyDefault
  }
}

extension ProtocolPack {
  /// Every source that something cites.
  fileprivate var citations: Set<Source.ID> {
    var cited = Set(questions.flatMap(\.cite))
    cited.formUnion(rules.flatMap(\.cite))
    cited.formUnion(emergencies.flatMap(\.cite))
    cited.formUnion(guidance.evidence.flatMap(\.cite))
    cited.formUnion(guidance.redFlags.flatMap(\.cite))
    for sheet in guidance.aftercare {
      cited.formUnion(sheet.cite)
      cited.formUnion(sheet.advice.flatMap(\.cite))
    }
    return cited.union(tables.citations)
  }
}

extension Tables {
  /// Every source that a row rests on.
  fileprivate var citations: Set<Source.ID> { Set(evidence.flatMap(\.sources)) }

  /// What each row rests on.
  var evidence: [TableEvidence] {
    var all = medicines.map(\.evidence)
    all += combinationBrands.map(\.evidence)
    all += ingredients.map(\.evidence)
    all += allergens.map(\.evidence)
    all += conditionRules.map(\.evidence)
    all += medicineRules.map(\.evidence)
    all += planConcerns.map(\.evidence)
    return all
  }
}

extension String {
  /// Whether another text stands within this one.
  fileprivate func mentions(_ text: String) -> Bool {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
