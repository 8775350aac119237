import ClinicalModel

/// Where the pack below an overlay says what the overlay speaks of, for
/// messages that show both places.
struct BasePlaces {
  /// The pack's files, as they were read.
  let roots: [String: DocumentNode]

  /// Where a rule says something: `rules/sun.yaml:14:13`; where its name stands
  /// when it does not say it.
  func rule(_ id: Rule.ID, _ key: String = "id") -> String {
    place(of: id.rawValue, in: "rules", key)
  }

  /// Where a question says something.
  func question(_ id: Question.ID, _ key: String = "id") -> String {
    place(of: id.rawValue, in: "questions", key)
  }

  /// Where an emergency screen or a source stands.
  func item(_ id: String, in list: String) -> String { place(of: id, in: list, "id") }

  /// Where a section is named.
  func section(_ id: Section.ID) -> String {
    shown(roots.values.compactMap { $0.value("section") }.first { $0.scalar?.text == id.rawValue })
  }

  /// Where the manifest says something.
  func manifest(_ key: String) -> String { shown(roots["protocol.yaml"]?.value(key)) }

  /// Where a group is named.
  func group(_ id: QuestionGroup.ID) -> String { place(of: id.rawValue, in: "groups", "id") }

  /// Whether a rule or question has a key.
  func says(_ key: String, of id: String, in list: String) -> Bool {
    node(of: id, in: list)?.value(key) != nil
  }

  private func place(of id: String, in list: String, _ key: String) -> String {
    let node = node(of: id, in: list)
    return shown(node?.value(key) ?? node?.value("id"))
  }

  private func node(of id: String, in list: String) -> DocumentNode? {
    for root in roots.values {
      for item in root.value(list)?.items ?? [] where item.value("id")?.scalar?.text == id {
        return item
      }
    }
    return nil
  }

  private func shown(_ node: DocumentNode?) -> String {
    guard let place = node?.place else { return "the pack" }
    return "\(place.file):\(place.line):\(place.column)"
  }
}
