import ClinicalModel
import Screening

/// Warnings of medicines that wait for something other than the plan: a fact
/// about the patient would let them fall silent unseen.
func planFindings(of pack: CompiledPack) -> [LintFinding] {
  pack.tables.planConcerns.flatMap { concern in
    concern.concerns.questions.compactMap { id -> LintFinding? in
      guard let question = pack.question(id), !question.isAboutPlan else { return nil }
      return LintFinding(
        .notAboutPlan,
        at: PackSpot(.row(table: "medicine-plans", [concern.id.rawValue]), "concerns"),
        "\(quoted(id)) says nothing of the plan",
        "name ingredients, or questions with changeable: plan or test")
    }
  }
}

extension Question {
  /// Whether its answer is what the clinic plans or has tested.
  fileprivate var isAboutPlan: Bool {
    switch changeability {
    case .plan, .test: true
    case .fact, .letter, .passing: kind == .list(.plannedIngredients) || kind == .list(.skinTests)
    }
  }
}
