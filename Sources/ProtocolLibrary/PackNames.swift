import ClinicalModel

/// The names a pack's files share: what conditions and citations may use.
struct PackNames {
  /// What is known of names that stand in another file.
  enum Known<Names> {
    /// All of them.
    case all(Names)
    /// A file that defines them could not be read; a missing name proves
    /// nothing.
    case notAll
  }

  let questions: Known<QuestionVocabulary>
  let sources: Known<Set<Source.ID>>

  /// Reads a condition and places its faults in the file; with a list named,
  /// one on an entry of that list.
  func condition(
    _ node: DocumentNode, of what: String, onEntryOf subject: ListSubject? = nil,
    _ faults: inout Faults
  ) -> Condition {
    let text = oneLine(node, of: what, most: ConditionToken.scalarsMax, &faults)
    guard !text.isEmpty, !faults.isFull, case .all(let vocabulary) = questions else {
      return .always
    }
    do {
      return try parseCondition(text, naming: vocabulary, onEntryOf: subject)
    } catch {
      for error in error.errors {
        faults.add(node.place(inside: error.offset), error.cause, error.remedy)
      }
      return .always
    }
  }

  /// Reads a list of source names.
  func citations(_ fields: Fields, of what: String, atLeast least: Int, _ faults: inout Faults)
    -> [Source.ID]
  {
    let items = fields.items("cite", &faults)
    if fields.node("cite")?.items != nil, items.count < least {
      faults.add(
        fields.place(of: "cite"), "\(what) cites no source",
        "name its sources; general for general knowledge")
    }
    var cited: [Source.ID] = []
    var seen: Set<Source.ID> = []
    for item in items where !faults.isFull {
      let id = Source.ID(rawValue: oneLine(item, of: "a source name", most: 64, &faults))
      if id.rawValue.isEmpty { continue }
      if !seen.insert(id).inserted {
        faults.add(item.place, "\(shown(id.rawValue)) is cited twice", "cite it once")
      }
      if case .all(let known) = sources, !known.contains(id) {
        faults.add(
          item.place, "there is no source \(shown(id.rawValue))",
          "add it to sources.yaml or cite one that is there")
      }
      cited.append(id)
    }
    return cited
  }
}

extension DocumentNode {
  /// The place of a scalar within the text, as far as it can be told.
  func place(inside offset: Int) -> Place {
    if case .verbatim(let start) = scalar?.spelling { return start.advanced(by: offset) }
    return place
  }
}

/// Names that must be unique, with where each was first used.
struct UniqueNames {
  private var first: [String: Place] = [:]

  /// Records the second use of a name.
  mutating func use(_ name: String, of what: String, at place: Place, _ faults: inout Faults) {
    guard !name.isEmpty else { return }
    if let earlier = first[name] {
      faults.add(
        place, "the \(what) \(shown(name)) exists already", "give one of the two another name",
        related: [RelatedPlace(earlier, "the first \(shown(name))")])
    } else {
      first[name] = place
    }
  }
}
