import ClinicalModel

/// Where the pack below an overlay says what the overlay speaks of, for
/// messages that show both places.
struct BasePlaces {
  /// The pack's files, as they were read.
  let roots: [String: DocumentNode]

  /// Where a rule says something; where its name stands when it does not say it.
  func rule(_ id: Rule.ID, _ key: String = "id", _ words: String = Self.words) -> [RelatedPlace] {
    place(of: id.rawValue, in: "rules", key, words)
  }

  /// Where a question says something.
  func question(_ id: Question.ID, _ key: String = "id") -> [RelatedPlace] {
    place(of: id.rawValue, in: "questions", key)
  }

  /// Where an emergency screen, a source or the like stands.
  func item(_ id: String, in list: String) -> [RelatedPlace] { place(of: id, in: list, "id") }

  /// Where a section is named.
  func section(_ id: Section.ID) -> [RelatedPlace] {
    related(
      roots.values.compactMap { $0.value("section") }.first { $0.scalar?.text == id.rawValue })
  }

  /// Where the manifest says something.
  func manifest(_ key: String) -> [RelatedPlace] { related(roots["protocol.yaml"]?.value(key)) }

  /// Where a group is named.
  func group(_ id: QuestionGroup.ID) -> [RelatedPlace] {
    place(of: id.rawValue, in: "groups", "id")
  }

  /// Whether a rule or question has a key.
  func says(_ key: String, of id: String, in list: String) -> Bool {
    node(of: id, in: list)?.value(key) != nil
  }

  /// What the place is, where nothing else is said of it.
  static let words = "the pack says so here"

  private func place(
    of id: String, in list: String, _ key: String, _ words: String = Self.words
  ) -> [RelatedPlace] {
    let node = node(of: id, in: list)
    return related(node?.value(key) ?? node?.value("id"), words)
  }

  private func node(of id: String, in list: String) -> DocumentNode? {
    for root in roots.values {
      for item in root.value(list)?.items ?? [] where item.value("id")?.scalar?.text == id {
        return item
      }
    }
    return nil
  }

  /// Empty where the pack's files do not have it.
  private func related(_ node: DocumentNode?, _ words: String = Self.words) -> [RelatedPlace] {
    node.map { [RelatedPlace($0.place, words)] } ?? []
  }
}
