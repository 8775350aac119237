extension ListTest: CustomStringConvertible {
  /// The test as a pack writes it: `taking-any [anticoagulant, nsaid]`.
  public var description: String {
    switch self {
    case .taking(let keys): Self.call("taking", keys)
    case .countTaking(let key, .exactly(let count)): "count-taking(\(key)) = \(count)"
    case .countTaking(let key, .atLeast(let count)): "count-taking(\(key)) >= \(count)"
    case .selfChosen(let key): "self-chosen(\(key))"
    case .onlyTaking(let key, let group): "only-taking(\(group), \(key))"
    case .startedWithin(let days, let keys): "started-within(\(days), \(Self.list(keys)))"
    case .stoppedWithin(let days, let key): "stopped-within(\(days), \(key))"
    case .planned(let names): Self.call("planned", names)
    case .listed(let names): Self.call("listed", names)
    case .freeOf(let ingredient, let allergen): "free-of(\(ingredient), \(allergen))"
    case .allergic(let allergen, .allergic): "allergic(\(allergen))"
    case .allergic(let allergen, .only(let reaction)): "allergic(\(allergen), \(reaction))"
    case .hasReaction(let reaction): "has-reaction(\(reaction))"
    case .any(let subject, let condition): "\(subject.anyWord)(\(condition))"
    case .complete(let subject): "complete(\(subject.rawValue))"
    case .untested(let kind, .all): "untested(\(kind))"
    case .untested(let kind, .ids(let ids)): "untested(\(kind), \(Self.list(ids)))"
    case .untested(let kind, .categories(let names)):
      "untested(\(kind), category \(Self.list(names)))"
    case .tested(let kind): "tested(\(kind))"
    }
  }

  private static func call(_ name: String, _ arguments: [some CustomStringConvertible]) -> String {
    arguments.count == 1 ? "\(name)(\(arguments[0]))" : "\(name)-any \(list(arguments))"
  }

  private static func list(_ names: [some CustomStringConvertible]) -> String {
    "[\(names.map(\.description).joined(separator: ", "))]"
  }
}

extension ListSubject {
  /// The word that asks for some entry of the list.
  public var anyWord: String {
    switch self {
    case .medicines: "any-medicine"
    case .plannedIngredients: "any-planned"
    case .earlierProducts: "any-earlier"
    case .allergies: "any-allergy"
    case .skinTests: "any-test"
    case .readings: "any-reading"
    }
  }
}

extension EntryTest: CustomStringConvertible {
  /// The test as a pack writes it.
  public var description: String {
    switch self {
    case .matches(let key): "matches(\(key))"
    case .unmatched: "unmatched"
    case .formMatters: "form-matters"
    case .complete: "complete"
    case .negative: "negative"
    case .isPlanned: "is-planned"
    case .confounded: "confounded"
    }
  }
}
