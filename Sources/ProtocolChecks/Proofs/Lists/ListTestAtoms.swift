import ClinicalModel
import Screening

// What is near a test of lists, and what it names: what proofs make up entries
// from.

extension ListTest {
  /// The test and everything near it: each part of it alone, and each way of
  /// spoiling it.
  ///
  /// What none of these can tell apart no condition written with the test can.
  var atoms: [Condition] {
    var atoms = [Condition.list(self)] + spoilt.map(\.condition)
    switch self {
    case .taking(let keys): atoms += keys.map { .list(.taking([$0])) }
    case .planned(let names): atoms += names.map { .list(.planned([$0])) }
    case .startedWithin(let days, let keys):
      atoms += keys.map { .list(.startedWithin(days, [$0])) }
    case .selfChosen(let key), .stoppedWithin(_, let key), .countTaking(let key, _):
      atoms.append(.list(.taking([key])))
    case .onlyTaking(let key, let group): atoms += [key, group].map { .list(.taking([$0])) }
    case .any(let subject, let condition):
      let leaves = condition.entryLeaves
      atoms += (leaves + leaves.flatMap { $0.spoilt.map(\.whole) }).map {
        .list(.any(subject, $0))
      }
    case .listed, .freeOf, .allergic, .hasReaction, .complete, .tested, .untested: break
    }
    return atoms.filter { $0 != .always && $0 != .never }
  }

  /// Whether it asks whether skin tests are valid, for which the other lists
  /// matter too.
  var asksForTests: Bool {
    switch self {
    case .tested, .untested: true
    case .any(.skinTests, _): true
    default: false
    }
  }

  /// Every word in it that means ingredients.
  var ingredientWords: [String] {
    switch self {
    case .planned(let names): names
    case .freeOf(let ingredient, _): [ingredient]
    case .untested(_, .ids(let ids)): ids
    default: []
    }
  }

  /// The ingredients of which one must stand on the list; nothing for another
  /// test.
  var listedNames: [String]? { if case .listed(let names) = self { names } else { nil } }

  /// Every group of ingredients in it.
  var categories: [String] {
    switch self {
    case .untested(_, .categories(let names)): names
    case .any(_, let condition):
      condition.choices.filter { $0.question == .category }.flatMap(\.options).map(\.rawValue)
    default: []
    }
  }

  /// Every allergen in it.
  var allergenWords: [String] {
    switch self {
    case .allergic(let allergen, _): [allergen]
    case .freeOf(_, let allergen): [allergen]
    default: []
    }
  }
}
