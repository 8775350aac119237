import ClinicalModel

/// Refuses what an overlay may not say, with the place in the pack beside it.
struct Lowering {
  let base: ProtocolPack
  let places: BasePlaces

  /// What an overlay may do, for remedies.
  static let allowed =
    "an overlay raises severities, windows and unknowns and adds questions and rules"

  /// The map without the keys that would change what the pack has; each of them
  /// is recorded, with both places.
  ///
  /// `removes: [sunburn-now]` names no key of an overlay, and the refusal is to
  /// say more than that.
  func refusingForeignKeys(
    of node: DocumentNode, known: [String], _ faults: inout Faults
  ) -> DocumentNode {
    guard let entries = node.entries else { return node }
    let kept = entries.filter { entry in
      guard !known.contains(entry.key) else { return true }
      let mentions = mentions(in: entry.value)
      for mention in mentions where !faults.isFull {
        faults.add(
          mention.place,
          "\(shown(entry.key)) would change what the pack has: \(mention.thing.words)",
          "remove it; \(Self.allowed)", related: mention.thing.places)
      }
      return mentions.isEmpty
    }
    return DocumentNode(place: node.place, form: .map(kept))
  }

  /// The entry of a raise without the keys by which it would change more of a
  /// rule or question than it may.
  func refusingChanges(
    of node: DocumentNode, subject: String, list: String, known: [String], _ faults: inout Faults
  ) -> DocumentNode {
    guard let entries = node.entries,
      let id = node.value(subject)?.scalar?.text
    else { return node }
    let kept = entries.filter { entry in
      guard !known.contains(entry.key), places.says(entry.key, of: id, in: list) else {
        return true
      }
      let inPack =
        list == "rules"
        ? places.rule(Rule.ID(rawValue: id), entry.key)
        : places.question(Question.ID(rawValue: id), entry.key)
      faults.add(
        entry.keyPlace,
        "an overlay cannot change \(shown(entry.key)) of the \(subject) \(shown(id)), which the "
          + "pack says",
        "remove the key; \(Self.allowed)", related: inPack)
      return false
    }
    return DocumentNode(place: node.place, form: .map(kept))
  }

  /// Something that the pack has: `the rule "pregnant"`.
  private struct Thing {
    let words: String
    let places: [RelatedPlace]
  }

  private func mentions(in node: DocumentNode) -> [(place: Place, thing: Thing)] {
    switch node.form {
    case .scalar(let scalar): return thing(named: scalar.text).map { [(node.place, $0)] } ?? []
    case .list(let items): return items.flatMap(mentions)
    case .map(let entries):
      return entries.flatMap { entry in
        (thing(named: entry.key).map { [(entry.keyPlace, $0)] } ?? []) + mentions(in: entry.value)
      }
    }
  }

  /// What the pack has by this name; `nil` if it has nothing.
  private func thing(named name: String) -> Thing? {
    let rule = Rule.ID(rawValue: name)
    if base.rule(rule) != nil {
      return Thing(words: "the rule \(shown(name))", places: places.rule(rule))
    }
    let question = Question.ID(rawValue: name)
    if base.question(question) != nil {
      return Thing(words: "the question \(shown(name))", places: places.question(question))
    }
    let section = Section.ID(rawValue: name)
    if base.sections.contains(where: { $0.id == section }) {
      return Thing(words: "the section \(shown(name))", places: places.section(section))
    }
    return nil
  }
}
