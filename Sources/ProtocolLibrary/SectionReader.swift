import ClinicalModel

/// Reads `questions/NN-<section>.yaml`.
struct SectionReader {
  let names: PackNames

  func section(
    _ root: DocumentNode, fileName: String, _ sections: inout UniqueNames,
    _ groups: inout UniqueNames, _ questions: inout UniqueNames, _ faults: inout Faults
  ) -> Section? {
    guard
      let fields = Fields(
        root, of: "a section", required: ["section", "title", "short", "asked_by", "questions"],
        optional: ["roles", "form", "groups", "reconfirm"], &faults)
    else { return nil }
    let id = fields.name("section", &faults)
    sections.use(id, of: "section", at: fields.node("section")?.place ?? root.place, &faults)
    if !id.isEmpty, id != fileName, let node = fields.node("section") {
      faults.add(
        node.place, "the section \(shown(id)) stands in a file named for \(shown(fileName))",
        "give the file and the section the same name")
    }
    let reader = QuestionReader(names: names)
    let items = fields.items("questions", &faults)
    if fields.node("questions")?.items != nil, items.isEmpty {
      faults.add(
        fields.place(of: "questions"), "the section has no questions",
        "add a question or remove the file")
    }
    return Section(
      id: Section.ID(rawValue: id), title: fields.text("title", most: 60, &faults),
      short: fields.text("short", most: 8, &faults),
      askedBy: fields.text("asked_by", most: 120, &faults), roles: roles(fields, &faults),
      form: fields.word("form", of: [SectionForm.pages, .table], default: .pages, &faults),
      groups: fields.items("groups", &faults).compactMap { group($0, &groups, &faults) },
      reconfirmed: reconfirmed(fields, items, &faults),
      questions: items.compactMap { reader.question($0, &questions, &faults) })
  }

  /// The facts that a returning patient confirms; each a question of the section.
  private func reconfirmed(_ fields: Fields, _ questions: [DocumentNode], _ faults: inout Faults)
    -> [Question.ID]
  {
    let known = questions.compactMap { $0.value("id")?.scalar?.text }
    return fields.items("reconfirm", &faults).compactMap { item in
      let text = oneLine(item, of: "a fact to reconfirm", most: 64, &faults)
      if known.contains(text) { return Question.ID(rawValue: text) }
      if !text.isEmpty {
        faults.add(
          item.place, "the section has no question \(shown(text))",
          didYouMean(text, known, otherwise: "name a question of this section"))
      }
      return nil
    }
  }

  private func roles(_ fields: Fields, _ faults: inout Faults) -> [StaffRole] {
    fields.items("roles", &faults).compactMap { item in
      let text = oneLine(item, of: "a role", most: 20, &faults)
      if let role = StaffRole(rawValue: text) { return role }
      let words = StaffRole.allCases.map(\.rawValue)
      if !text.isEmpty {
        faults.add(
          item.place, "there is no role \(shown(text))",
          didYouMean(text, words, otherwise: "use one of \(listed(words))"))
      }
      return nil
    }
  }

  private func group(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> QuestionGroup?
  {
    guard
      let fields = Fields(
        node, of: "a group", required: ["id", "ask", "label", "members"], &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    unique.use(id, of: "group", at: fields.node("id")?.place ?? fields.place, &faults)
    let members = fields.items("members", &faults).map { item in
      Question.ID(rawValue: oneLine(item, of: "a member", most: 64, &faults))
    }
    return QuestionGroup(
      id: QuestionGroup.ID(rawValue: id), ask: fields.text("ask", most: 300, &faults),
      label: fields.text("label", most: 40, &faults), members: members)
  }
}

extension QuestionVocabulary {
  /// The names that section files define, read without judging them: a
  /// condition may look ahead to a question that stands later.
  static func scanned(_ roots: [DocumentNode], tables: Tables = .none) -> QuestionVocabulary {
    let questions = roots.flatMap { $0.value("questions")?.items ?? [] }
    return QuestionVocabulary(
      terms(scanning: questions),
      lists: ListVocabulary(fields: fields(scanning: questions), tables: tables))
  }

  private static func terms(scanning questions: [DocumentNode]) -> [Question.ID: Term] {
    var terms: [Question.ID: Term] = [:]
    for question in questions {
      guard let name = question.value("id")?.scalar?.text else { continue }
      let id = Question.ID(rawValue: name)
      terms[id] = terms[id] ?? Term(scanning: question)
    }
    return terms
  }

  /// The fields of lists, and those of lists among the fields.
  private static func fields(scanning questions: [DocumentNode])
    -> [ListSubject: [Question.ID: Term]]
  {
    var known: [ListSubject: [Question.ID: Term]] = [:]
    for question in questions {
      guard let name = question.value("id")?.scalar?.text,
        let subject = ListSubject(rawValue: name),
        let fields = question.value("fields")?.items
      else { continue }
      known[subject] = terms(scanning: fields)
      known.merge(self.fields(scanning: fields), uniquingKeysWith: { first, _ in first })
    }
    return known
  }
}

extension QuestionVocabulary.Term {
  fileprivate init(scanning question: DocumentNode) {
    let kind = question.value("type")?.scalar.flatMap { QuestionReader.Kind(rawValue: $0.text) }
    let options = question.value("options")?.entries?.map { Option.ID(rawValue: $0.key) }
    self =
      switch (kind, options) {
      case (.single, let options?): .single(options)
      case (.multi, let options?): .multiple(options)
      case (.text, _): .text
      case (.number, _): .number
      case (.date, _), (.dateOrNo, _): .date(orCurrent: false)
      case (.dateOrCurrent, _): .date(orCurrent: true)
      case (.list, _), (.name, _), (.names, _): .list
      case (.single, nil), (.multi, nil), (nil, _): .unread
      }
  }
}

extension DocumentNode {
  /// The value of a key in a map; nothing when there is none.
  func value(_ key: String) -> DocumentNode? { entries?.first { $0.key == key }?.value }
}
