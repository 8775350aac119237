import ClinicalModel

/// Reads `table-findings.yaml`: how findings that the tables make are worded.
struct TableFindingReader {
  let names: PackNames

  func findings(_ root: DocumentNode, _ faults: inout Faults) -> [TableFinding] {
    guard
      let file = Fields(root, of: "table-findings.yaml", required: ["findings"], &faults)
    else { return [] }
    var unique = UniqueNames()
    let findings = file.items("findings", &faults).compactMap { finding($0, &unique, &faults) }
    for kind in TableFinding.Kind.allCases where !findings.contains(where: { $0.kind == kind }) {
      faults.add(
        file.place(of: "findings"), "nothing words the findings of the kind \(kind.rawValue)",
        "add an entry with id: \(kind.rawValue)")
    }
    return findings
  }

  private func finding(_ node: DocumentNode, _ unique: inout UniqueNames, _ faults: inout Faults)
    -> TableFinding?
  {
    guard
      let fields = Fields(
        node, of: "the wording of a finding",
        required: ["id", "title", "staff", "patient", "cite", "strength"],
        optional: ["note", "until", "tests"], &faults)
    else { return nil }
    let kind = fields.word(
      "id", of: TableFinding.Kind.allCases, default: .medicineDefault, &faults)
    unique.use(kind.rawValue, of: "wording", at: fields.place(of: "id"), &faults)
    let title = fields.text("title", most: 60, &faults)
    let staff = fields.text("staff", &faults)
    for (key, text) in [("title", title), ("staff", staff)] { check(text, key, fields, &faults) }
    return TableFinding(
      kind: kind, title: title, staff: staff, patient: fields.text("patient", &faults),
      note: fields.text("note", &faults),
      cite: names.citations(fields, of: "the wording", atLeast: 0, &faults),
      strength: fields.word(
        "strength", of: EvidenceStrength.allCases, default: .generalKnowledge, &faults),
      until: fields.text("until", most: 200, &faults), tests: tests(fields, &faults))
  }

  /// `tests: {contact_delayed: patch, other: spot}`: which test ends a finding of
  /// the weight "patch test first", by the reaction that a row is about.
  private func tests(_ fields: Fields, _ faults: inout Faults) -> [TableTest] {
    let reactions = ReactionType.allCases.map(\.rawValue)
    guard let node = fields.node("tests"),
      let tests = Fields(
        node, of: "tests", required: [], optional: reactions + ["other"], &faults)
    else { return [] }
    return (reactions + ["other"]).filter(tests.has).map { key in
      TableTest(
        reaction: ReactionType(rawValue: key),
        kind: tests.word(key, of: SkinTestKind.ofIngredients, default: .spot, &faults))
    }
  }

  /// The words in braces that a row fills in.
  private static let blanks = [
    "name", "short", "answer", "class", "reason", "condition", "key", "note", "action",
    "ingredients",
  ]

  private func check(_ text: String, _ key: String, _ fields: Fields, _ faults: inout Faults) {
    for part in text.split(separator: "{").dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      guard !Self.blanks.contains(name), let node = fields.node(key) else { continue }
      faults.add(
        node.place, "no row fills in \(shown(name))",
        didYouMean(name, Self.blanks, otherwise: "use one of \(listed(Self.blanks))"))
    }
  }
}
