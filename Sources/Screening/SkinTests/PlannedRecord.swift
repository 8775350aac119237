public import ClinicalModel

/// One planned ingredient as it was named.
public struct PlannedRecord: Hashable, Sendable {
  /// Its place in the list; of what is tested and not planned, after all others.
  public let place: Int
  /// The question that names it: the list, or another one of the plan.
  public let origin: Question.ID
  /// The name as it was given; of what another question names, the table's.
  public let name: String
  /// What the name means; empty when no table knows it.
  public let ingredients: [Ingredient]
  /// The lot; empty when it was not recorded.
  public let lot: String

  init(_ fact: PlannedFact, at place: Int) {
    self.place = place
    origin = fact.origin
    name = fact.isListed ? fact.entry.text(.ingredient) : fact.ingredients.first?.name ?? ""
    ingredients = fact.ingredients
    lot = fact.entry.text(.lot)
  }

  /// What was tested and is not planned.
  public init(testedOnly test: SkinTestRecord) {
    place = .max
    origin = ListSubject.skinTests.question
    name = test.ingredient
    ingredients = []
    lot = test.lot
  }

  /// What a test of the method is made with: the method, or the skin alone.
  public init(method: String) {
    place = -1
    origin = .modality
    name = method
    ingredients = []
    lot = ""
  }

  /// Whether it is planned, and not only on record as tested.
  public var isPlanned: Bool { place != .max }

  /// Whether a test of this scope is offered for it; an ingredient that no table
  /// knows is in every scope that names none.
  public func isIn(_ scope: IngredientScope) -> Bool {
    switch scope {
    case .all: true
    case .ids(let ids): ingredients.contains { ids.contains($0.id.rawValue) }
    case .categories(let names): ingredients.contains { names.contains($0.category.rawValue) }
    }
  }
}

extension NeverTest {
  /// Whether an ingredient that no table knows bears one of the names.
  public func names(_ planned: PlannedRecord) -> Bool {
    let name = planned.name.lowercased()
    return names.contains { name.split(separator: "-").joined(separator: " ").contains($0) }
  }
}
