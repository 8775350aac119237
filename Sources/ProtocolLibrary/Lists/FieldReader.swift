import ClinicalModel

// The fields of a list's entries: small questions of their own.
//
//   fields:
//   - id: use
//     label: "How it is used"
//     type: single
//     options: {"regular": "Regular", "stopped": "Stopped"}

extension QuestionReader {
  static let fieldRequired = ["id", "label", "type"]
  static let fieldOptional = [
    "ask", "hint", "options", "unit", "range", "tense", "when", "table", "fields",
    "for-record",
  ]

  /// The most fields of one entry.
  private static let fieldsMax = 20

  /// The fields of a list; none for other kinds.
  func entryFields(_ kind: Kind, _ fields: Fields, _ faults: inout Faults) -> [Question] {
    guard kind == .list, let node = fields.node("fields") else { return [] }
    let items = fields.items("fields", &faults)
    if node.items != nil, items.isEmpty {
      faults.add(node.place, "the list's entries have no fields", "add a field")
    }
    if items.count > Self.fieldsMax {
      faults.add(
        node.place, "there are more than \(Self.fieldsMax) fields", "ask less in one entry")
    }
    let subject = ListSubject(rawValue: fields.node("id")?.scalar?.text ?? "")
    var unique = UniqueNames()
    return items.prefix(Self.fieldsMax).compactMap { field($0, of: subject, &unique, &faults) }
  }

  private func field(
    _ node: DocumentNode, of subject: ListSubject?, _ unique: inout UniqueNames,
    _ faults: inout Faults
  ) -> Question? {
    guard
      let fields = Fields(
        node, of: "a field", required: Self.fieldRequired, optional: Self.fieldOptional, &faults)
    else { return nil }
    let id = fields.name("id", &faults)
    unique.use(id, of: "field", at: fields.node("id")?.place ?? fields.place, &faults)
    let kind = fields.word("type", of: Kind.allCases, default: .text, &faults)
    if kind == .list, id != ListSubject.readings.rawValue {
      faults.add(
        fields.place, "only the readings of a skin test are a list within a list",
        "name the field readings, or ask for a list of its own")
    }
    let label = fields.text("label", most: 40, &faults)
    return Question(
      id: Question.ID(rawValue: id), ask: fields.has("ask") ? fields.text("ask", &faults) : label,
      label: label, hint: fields.text("hint", &faults), kind: answerKind(kind, fields, &faults),
      options: options(kind, fields, ofField: true, &faults),
      fields: entryFields(kind, fields, &faults),
      when: when(fields, of: subject, &faults), forRecord: recordReasons(fields, &faults))
  }

  /// A field's gate names the entry's other fields.
  private func when(_ fields: Fields, of subject: ListSubject?, _ faults: inout Faults) -> Condition
  {
    guard let node = fields.node("when"), let subject else { return .always }
    return names.condition(node, of: "when", onEntryOf: subject, &faults)
  }

  func subject(_ fields: Fields, _ faults: inout Faults) -> ListSubject {
    let name = fields.node("id")?.scalar?.text ?? ""
    if let subject = ListSubject(rawValue: name) { return subject }
    let words = ListSubject.allCases.map(\.rawValue).filter { $0 != "readings" }
    faults.add(
      fields.node("id")?.place ?? fields.place, "there is no list \(shown(name))",
      didYouMean(name, words, otherwise: "a list is one of \(listed(words))"))
    return .medicines
  }

  func table(_ fields: Fields, _ faults: inout Faults) -> NameTable {
    fields.word("table", of: NameTable.allCases, default: .medicines, &faults)
  }
}
