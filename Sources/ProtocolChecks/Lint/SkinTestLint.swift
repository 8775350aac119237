import ClinicalModel
import Screening

/// Looks for findings that let a test come first and do not say which one: they
/// could never end.
///
/// Rows of tables and answers that are not known name theirs by the wording of
/// table findings and by rule, so that nothing of theirs can be missing.
func skinTestFindings(of pack: CompiledPack) -> [LintFinding] {
  pack.rules.filter { $0.severity == .proceedAfterPatchTest && !$0.namesItsTest }.map { rule in
    LintFinding(
      .noTest, at: PackSpot(.rule(rule.id), "severity"),
      "the rule advises a test and names none that ends it",
      "add offers-test: spot or another kind, unless: \"tested(spot)\", or "
        + "unless: \"complete(list)\" where a list ends it")
  }
}
