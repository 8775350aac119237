import ClinicalModel

extension ListTest {
  /// Every way of changing one place of a test of a list.
  var spoilt: [(change: Mutant.Change, condition: Condition)] {
    switch self {
    case .taking(let keys):
      dropped(keys).map { (.optionDropped, $0.isEmpty ? .never : .list(.taking($0))) }
    case .planned(let names):
      dropped(names).map { (.optionDropped, $0.isEmpty ? .never : .list(.planned($0))) }
    case .startedWithin(let days, let keys):
      [days - 1, days + 1].map { (.threshold, .list(.startedWithin($0, keys))) }
        + dropped(keys).map {
          (.optionDropped, $0.isEmpty ? .never : .list(.startedWithin(days, $0)))
        }
    case .stoppedWithin(let days, let key):
      [days - 1, days + 1].map { (.threshold, .list(.stoppedWithin($0, key))) }
    case .countTaking(let key, .exactly(let count)):
      [
        (.comparison, .list(.countTaking(key, .atLeast(count)))),
        (.threshold, .list(.countTaking(key, .exactly(count + 1)))),
      ]
    case .countTaking(let key, .atLeast(let count)):
      [
        (.comparison, .list(.countTaking(key, .exactly(count)))),
        (.threshold, .list(.countTaking(key, .atLeast(count + 1)))),
        (.threshold, .list(.countTaking(key, .atLeast(count - 1)))),
      ]
    case .any(let subject, let condition):
      condition.spoilt.map { ($0.change, .list(.any(subject, $0.whole))) }
    case .selfChosen(let key): [(.partDropped, .list(.taking([key])))]
    case .onlyTaking(let key, _): [(.partDropped, .list(.taking([key])))]
    case .allergic(let allergen, .only(let reaction)):
      [(.partDropped, .list(.allergic(allergen, .allergic)))]
        + Self.otherReactions(than: reaction).map {
          (.reaction, .list(.allergic(allergen, .only($0))))
        }
    case .allergic(let allergen, .allergic):
      Self.telling.map { (.reaction, .list(.allergic(allergen, .only($0)))) }
    case .hasReaction(let reaction):
      Self.otherReactions(than: reaction).map { (.reaction, .list(.hasReaction($0))) }
    case .untested(let kind, .ids), .untested(let kind, .categories):
      [(.partDropped, .list(.untested(kind, .all)))]
    // The names come from a row of the plan, which is tried by itself.
    case .listed, .freeOf, .complete, .tested, .untested(_, .all): []
    }
  }

  /// Reactions that are told apart most often.
  private static let telling: [Option.ID] = ["anaphylaxis", "immediate_mild"]

  private static func otherReactions(than reaction: Option.ID) -> [Option.ID] {
    telling.filter { $0 != reaction }
  }

  /// The list without each of its elements in turn.
  private func dropped<Element>(_ elements: [Element]) -> [[Element]] {
    elements.indices.map { place in
      var rest = elements
      rest.remove(at: place)
      return rest
    }
  }
}
