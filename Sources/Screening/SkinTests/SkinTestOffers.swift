import ClinicalModel

/// A rule that asks for skin tests: of which kind, for which ingredients, and
/// when, apart from whether such a test has been made.
struct SkinTestOffer {
  let rule: Rule.ID
  let kind: SkinTestKind
  let scope: IngredientScope
  let when: Condition
}

extension Rule {
  /// What the rule offers: written by `offers-test`, which asks `untested(...)`
  /// beside the rule's own condition.
  var skinTestOffer: SkinTestOffer? {
    guard case .and(let parts) = when, severity > .proceed else { return nil }
    for (place, part) in parts.enumerated() {
      guard case .list(.untested(let kind, let scope)) = part,
        let kind = SkinTestKind(rawValue: kind.rawValue)
      else { continue }
      var rest = parts
      rest.remove(at: place)
      return SkinTestOffer(rule: id, kind: kind, scope: scope, when: .and(rest))
    }
    return nil
  }
}

/// Which kinds of test the rules want for a planned ingredient.
struct SkinTestOffers {
  /// An offer that stands, or may stand while answers are missing.
  private let standing: [(offer: SkinTestOffer, truth: Truth)]

  init(_ context: AnswerContext) {
    standing = context.pack.rules.compactMap(\.skinTestOffer).compactMap { offer in
      let truth = context.assess(offer.when).truth
      return truth == .false ? nil : (offer, truth)
    }
  }

  /// The rules that ask for a kind, or may ask for it.
  func rules(_ kind: SkinTestKind, for planned: PlannedRecord, if wanted: Truth) -> [Rule.ID] {
    let offered = standing.filter {
      $0.truth == wanted && $0.offer.kind == kind && planned.isIn($0.offer.scope)
    }.map(\.offer.rule)
    guard wanted == .true else { return offered }
    // An ingredient whose own weight is "patch test first" names its tests.
    let own = planned.ingredients.filter {
      $0.severity == .proceedAfterPatchTest && $0.skinTests.contains(kind)
    }
    return offered + own.map { .ingredientDefault($0.id) }
  }
}
