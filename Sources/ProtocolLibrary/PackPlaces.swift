public import ClinicalModel

/// Where the parts of a pack stand in its files.
public struct PackPlaces: Sendable {
  private var parts: [PackSpot.Part: DocumentNode] = [:]
  /// The cases of each rule, which stand in a file of their own.
  private var cases: [Rule.ID: [DocumentNode]] = [:]
  private var sheets: [String: TableSheet] = [:]

  /// Finds the parts in files as they were read.
  init(_ roots: [DocumentNode]) {
    for root in roots {
      switch root.place.file.split(separator: "/").last {
      case "protocol.yaml": parts[.pack] = root
      case "guidance.yaml": parts[.guidance] = root
      case "skin-test-guidance.yaml": parts[.skinTests] = root
      case "wording.yaml": parts[.wording] = root
      default: addParts(of: root)
      }
    }
  }

  /// Finds the parts in files that have not been read; of those that cannot be
  /// nothing is known.
  init(_ files: PackFiles) {
    var faults = Faults()
    let roots = files.files.compactMap { file -> DocumentNode? in
      guard file.path.hasSuffix(".yaml") else { return nil }
      let source = SourceText(
        file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
      return source.flatMap { yamlDocument($0, .open, &faults) }
    }
    self.init(roots)
  }

  /// The places with those of the tables' rows.
  func adding(tables files: PackFiles) -> PackPlaces {
    var all = self
    var faults = Faults()
    for file in files.files {
      let path = PackPath(file.path)
      if path.kind == .table { all.sheets[path.name] = TableSheet(file, &faults) }
    }
    return all
  }

  /// The places with those of an overlay, which come after the pack's own.
  func adding(_ others: PackPlaces) -> PackPlaces {
    var all = self
    all.parts.merge(others.parts) { own, _ in own }
    all.cases.merge(others.cases) { own, added in own + added }
    all.sheets.merge(others.sheets) { own, _ in own }
    return all
  }

  private mutating func addParts(of root: DocumentNode) {
    if let name = root.value("section")?.scalar?.text {
      add(.section(Section.ID(rawValue: name)), root)
    }
    for (node, name) in root.named("questions", by: "id") {
      add(.question(Question.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("groups", by: "id") {
      add(.group(QuestionGroup.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("rules", by: "id") {
      add(.rule(Rule.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("emergencies", by: "id") {
      add(.emergency(Emergency.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("contradictions", by: "id") {
      add(.contradiction(Contradiction.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("findings", by: "id") {
      if let kind = TableFinding.Kind(rawValue: name) { add(.tableFinding(kind), node) }
    }
    for (node, name) in root.named("sources", by: "id") {
      add(.source(Source.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("risk-orders", by: "question") {
      add(.riskOrder(Question.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("sets", by: "list") {
      add(.riskOrder(Question.ID(rawValue: name)), node)
    }
    for (node, name) in root.named("cases", by: "rule") {
      cases[Rule.ID(rawValue: name), default: []] += node.value("cases")?.items ?? []
    }
  }

  private mutating func add(_ part: PackSpot.Part, _ node: DocumentNode) {
    parts[part] = parts[part] ?? node
  }

  /// The place of a spot: where its last key stands, or the nearest that does.
  func place(of spot: PackSpot) -> Place {
    if case .row(let table, let cells) = spot.part {
      return place(ofRow: cells, in: table, column: spot.path.first)
    }
    guard let root = parts[spot.part] else {
      return Place(file: "protocol.yaml", line: 1, column: 1)
    }
    var place = root.value("id")?.place ?? root.place
    var path = spot.path[...]
    var open = root
    // Cases are pointed at by name: an overlay adds to those of the pack.
    if case .rule(let rule) = spot.part, path.first == "cases",
      case .key(let name)? = path.dropFirst().first
    {
      guard let node = cases[rule]?.first(where: { $0.isNamed(name) }) else { return place }
      (open, place) = (node, node.place)
      path = path.dropFirst(2)
    }
    for step in path {
      switch step {
      case .item(let index):
        guard let items = open.items, items.indices.contains(index) else { return place }
        (open, place) = (items[index], items[index].place)
      case .key(let key):
        guard let entry = open.entries?.first(where: { $0.key == key }) else { return place }
        (open, place) = (entry.value, entry.keyPlace)
      }
    }
    return place
  }

  /// Where the row that begins with these cells has a column, else the row or
  /// the table.
  private func place(ofRow cells: [String], in table: String, column: PackSpot.Step?) -> Place {
    let start = Place(file: "tables/\(table).csv", line: 1, column: 1)
    guard let sheet = sheets[table],
      let row = (0..<sheet.count).first(where: { row in
        cells.indices.allSatisfy { sheet.text(row: row, column: $0) == cells[$0] }
      })
    else { return start }
    if case .key(let name)? = column, let place = sheet.column(name) {
      return sheet.place(row: row, column: place)
    }
    return sheet.place(row: row, column: 0)
  }

  /// The place of a spot that another fault is about.
  public func related(_ spot: PackSpot, _ words: String) -> RelatedPlace {
    RelatedPlace(place(of: spot), words)
  }

  /// A fault at a spot, ready to be shown beside those of reading.
  public func diagnostic(
    _ severity: Diagnostic.Severity, at spot: PackSpot, cause: String, remedy: String,
    related: [RelatedPlace] = []
  ) -> Diagnostic {
    let place = place(of: spot)
    return Diagnostic(
      severity: severity, file: place.file, line: place.line, column: place.column, cause: cause,
      remedy: remedy, related: related)
  }
}

extension DocumentNode {
  /// The items of a list that have a name.
  fileprivate func named(_ list: String, by key: String) -> [(DocumentNode, String)] {
    (value(list)?.items ?? []).compactMap { item in
      item.value(key)?.scalar.map { (item, $0.text) }
    }
  }

  fileprivate func isNamed(_ name: String) -> Bool { value("name")?.scalar?.text == name }
}
