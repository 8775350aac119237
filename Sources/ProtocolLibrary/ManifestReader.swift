import ClinicalModel

/// What `protocol.yaml` says of the pack.
struct Manifest {
  let id: String
  let version: String
  let title: String
  let jurisdiction: String
  let approval: String
  let intendedUse: String

  /// Reads the file; nothing when it is no map.
  init?(_ root: DocumentNode, _ faults: inout Faults) {
    guard
      let fields = Fields(
        root, of: "protocol.yaml",
        required: [
          "id", "version", "title", "jurisdiction", "languages", "reviewed", "approval",
          "intended-use",
        ], &faults)
    else { return nil }
    id = fields.name("id", &faults)
    version = fields.text("version", most: 40, &faults)
    title = fields.text("title", most: 60, &faults)
    jurisdiction = fields.text("jurisdiction", &faults)
    approval = fields.text("approval", &faults)
    intendedUse = fields.text("intended-use", &faults)
    let reviewed = fields.text("reviewed", &faults)
    if !reviewed.isEmpty, CalendarDate(iso: reviewed) == nil, let node = fields.node("reviewed") {
      faults.add(
        node.place, "\(shown(reviewed)) is not a day of the calendar", "write it as 2026-11-21")
    }
    let languages = fields.items("languages", &faults)
    if fields.node("languages")?.items != nil, languages.isEmpty {
      faults.add(fields.place(of: "languages"), "the pack names no language", "write [en]")
    }
    for language in languages { _ = oneLine(language, of: "a language", most: 20, &faults) }
  }
}

/// Reads `sources.yaml`.
func readSources(_ root: DocumentNode, _ faults: inout Faults) -> [Source] {
  guard let file = Fields(root, of: "sources.yaml", required: ["sources"], &faults) else {
    return []
  }
  var unique = UniqueNames()
  return file.items("sources", &faults).compactMap { node in
    guard
      let fields = Fields(
        node, of: "a source", required: ["id", "title"], optional: ["background"], &faults)
    else { return nil }
    let id = fields.text("id", most: 64, &faults)
    let isName = id.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
    }
    if !isName, let node = fields.node("id") {
      faults.add(
        node.place, "\(shown(id)) is not a source name",
        "use letters, digits and hyphens, as in R12")
    }
    unique.use(id, of: "source", at: fields.node("id")?.place ?? node.place, &faults)
    return Source(
      id: Source.ID(rawValue: id), title: fields.text("title", &faults),
      use: fields.has("background")
        ? .background(fields.text("background", most: 200, &faults)) : .cited)
  }
}
