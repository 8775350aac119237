import ClinicalModel

/// Questions that an overlay adds to a section of the pack:
///
///     adds-to: sun
///     after: sunburn        # at the end of the section when left out
///     questions:
///     - id: tanning-injections
///       ...
struct AddedQuestions {
  let section: Section.ID
  /// The question they stand behind; nothing for the end of the section.
  let after: Question.ID?
  let questions: [Question]
}

/// Reads what an overlay adds, and refuses names that the pack has.
struct AdditionReader {
  let lowering: Lowering
  let names: PackNames

  private var base: ProtocolPack { lowering.base }
  private var places: BasePlaces { lowering.places }

  /// Whether a file of questions adds to a section instead of being one.
  static func addsToSection(_ root: DocumentNode) -> Bool { root.value("adds-to") != nil }

  func questions(
    _ root: DocumentNode, fileName: String, _ unique: inout UniqueNames, _ faults: inout Faults
  ) -> AddedQuestions? {
    guard
      let fields = Fields(
        root, of: "a file of added questions", required: ["adds-to", "questions"],
        optional: ["after"], &faults)
    else { return nil }
    let id = Section.ID(rawValue: fields.name("adds-to", &faults))
    guard let place = fields.node("adds-to")?.place, !id.rawValue.isEmpty else { return nil }
    guard let section = base.sections.first(where: { $0.id == id }) else {
      faults.add(
        place, "the pack has no section \(shown(id.rawValue))",
        didYouMean(
          id.rawValue, base.sections.map(\.id.rawValue),
          otherwise: "use one of \(listed(base.sections.map(\.id.rawValue)))"))
      return nil
    }
    if id.rawValue != fileName {
      faults.add(
        place,
        "questions for the section \(shown(id.rawValue)) stand in a file named for "
          + shown(fileName), "give the file the section's name")
    }
    let reader = QuestionReader(names: names)
    let questions = fields.items("questions", &faults).compactMap {
      reader.question($0, &unique, &faults)
    }
    return AddedQuestions(
      section: id, after: after(fields, in: section, &faults), questions: questions)
  }

  private func after(_ fields: Fields, in section: Section, _ faults: inout Faults)
    -> Question.ID?
  {
    guard let place = fields.node("after")?.place else { return nil }
    let id = Question.ID(rawValue: fields.name("after", &faults))
    guard !id.rawValue.isEmpty, !section.questions.contains(where: { $0.id == id }) else {
      return id
    }
    faults.add(
      place, "the section \(shown(section.id.rawValue)) has no question \(shown(id.rawValue))",
      didYouMean(
        id.rawValue, section.questions.map(\.id.rawValue),
        otherwise: "name a question of the section, or leave after out"))
    return nil
  }

  /// Records names of added questions, rules, sections and so on that the pack
  /// has already.
  func refuseNamesOfPack(in root: DocumentNode, _ faults: inout Faults) {
    refuse("question", in: root, "questions", &faults) {
      base.question(Question.ID(rawValue: $0)) == nil
        ? nil : places.question(Question.ID(rawValue: $0))
    }
    refuse("rule", in: root, "rules", &faults) {
      base.rule(Rule.ID(rawValue: $0)) == nil ? nil : places.rule(Rule.ID(rawValue: $0))
    }
    refuse("group", in: root, "groups", &faults) { name in
      let id = QuestionGroup.ID(rawValue: name)
      return base.groups.contains { $0.id == id } ? places.group(id) : nil
    }
    refuse("emergency", in: root, "emergencies", article: "an", &faults) { name in
      base.emergencies.contains { $0.id.rawValue == name }
        ? places.item(name, in: "emergencies") : nil
    }
    refuse("contradiction", in: root, "contradictions", &faults) { name in
      base.contradictions.pairs.contains { $0.id.rawValue == name }
        ? places.item(name, in: "contradictions") : nil
    }
    refuse("source", in: root, "sources", &faults) { name in
      base.source(Source.ID(rawValue: name)) == nil ? nil : places.item(name, in: "sources")
    }
    if let node = root.value("section"), let name = node.scalar?.text,
      base.sections.contains(where: { $0.id.rawValue == name })
    {
      faults.add(
        node.place,
        "the pack has a section \(shown(name))",
        "write adds-to: \(name) and only the added questions, or give the section another name",
        related: places.section(Section.ID(rawValue: name)))
    }
  }

  private func refuse(
    _ what: String, in root: DocumentNode, _ list: String, article: String = "a",
    _ faults: inout Faults, places: (String) -> [RelatedPlace]?
  ) {
    for item in root.value(list)?.items ?? [] where !faults.isFull {
      guard let node = item.value("id"), let name = node.scalar?.text, let inPack = places(name)
      else { continue }
      faults.add(
        node.place, "the pack has \(article) \(what) \(shown(name))",
        "give the added \(what) another name; what the pack has cannot be written anew",
        related: inPack)
    }
  }
}
