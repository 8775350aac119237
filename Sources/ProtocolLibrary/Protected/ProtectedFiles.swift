// What is protected by digest: texts for people, and rows of tables that are no
// findings of their own.

/// Every text of the files that hold neither questions nor rules: guidance,
/// emergency screens, skin tests, words never said, wording of table findings.
func protectedTexts(of files: PackFiles) -> [ProtectedFinding] {
  var faults = Faults()
  return files.files.flatMap { file -> [ProtectedFinding] in
    let path = PackPath(file.path)
    guard path.kind == .fixed, path.isForPeople else { return [] }
    let source = SourceText(
      file.bytes, file: file.path, bytesMax: PackFiles.fileBytesMax, tabs: .refused, &faults)
    guard let source, let root = yamlDocument(source, .open, &faults) else { return [] }
    var texts = ProtectedTexts(file: String(file.path.dropLast(".yaml".count)))
    texts.add(root, [])
    return texts.found
  }
}

/// Rows of tables of which the model makes no finding, by digest.
func protectedRows(of files: PackFiles) -> [ProtectedFinding] {
  var faults = Faults()
  return files.files.flatMap { file -> [ProtectedFinding] in
    let path = PackPath(file.path)
    guard path.kind == .table, !modelled.contains(path.name),
      let sheet = TableSheet(file, &faults)
    else { return [] }
    return rows(of: sheet, named: path.name)
  }
}

/// Tables whose rows are findings of their own.
private let modelled: Set<String> = [
  "allergen-ingredients", "allergen-reactions", "allergens", "combination-brands",
  "ingredient-conditions", "ingredient-medicines", "ingredients", "medicine-keys", "medicines",
]

private func rows(of sheet: TableSheet, named table: String) -> [ProtectedFinding] {
  let cells = (0..<sheet.count).map { row in
    sheet.columns.indices.map { sheet.text(row: row, column: $0) }
  }
  // As many cells as tell the rows apart.
  let width =
    sheet.columns.indices.first { last in Set(cells.map { Array($0[...last]) }).count == cells.count
    }
    ?? sheet.columns.count - 1
  return cells.enumerated().map { row, texts in
    ProtectedFinding(
      kind: .row, id: ([table] + texts[...width]).joined(separator: " "), weight: "",
      meaning: textDigest(of: texts.joined(separator: "\u{1F}")),
      place: sheet.place(row: row, column: 0))
  }
}

extension PackPath {
  /// Whether what stands in the file is read or followed by people, and not a
  /// question, a rule or a source.
  fileprivate var isForPeople: Bool { !["protocol.yaml", "sources.yaml"].contains(path) }
}

/// The texts of one file, each with the way that leads to it.
private struct ProtectedTexts {
  let file: String
  var found: [ProtectedFinding] = []
  private var seen: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func add(_ node: DocumentNode, _ path: [String]) {
    switch node.form {
    case .map(let entries) where path.isEmpty:
      for entry in entries { add(entry.value, [entry.key]) }
    case .map(let entries):
      let parts = entries.filter { $0.value.holdsMaps }
      let own = entries.filter { !$0.value.holdsMaps }
      add(own.map { "\($0.key): \($0.value.text)" }.joined(separator: "\n"), node.place, path)
      for part in parts { add(part.value, path + [part.key]) }
    case .list(let items) where node.holdsMaps:
      for (index, item) in items.enumerated() { add(item, path + [item.label ?? "\(index + 1)"]) }
    case .list, .scalar: add(node.text, node.place, path)
    }
  }

  private mutating func add(_ text: String, _ place: Place, _ path: [String]) {
    var id = ([file] + path).joined(separator: " ")
    seen[id, default: 0] += 1
    if let count = seen[id], count > 1 { id += " (\(count))" }
    found.append(
      ProtectedFinding(kind: .text, id: id, weight: "", meaning: textDigest(of: text), place: place)
    )
  }
}

extension DocumentNode {
  fileprivate var holdsMaps: Bool { items?.contains { $0.entries != nil } == true }

  /// What an item is called.
  fileprivate var label: String? {
    for key in ["id", "title", "topic", "question", "list", "rule", "grade", "day"] {
      if let text = value(key)?.scalar?.text { return text }
    }
    return nil
  }

  /// The node in one form, whatever its style and comments.
  fileprivate var text: String {
    switch form {
    case .scalar(let scalar): scalar.text
    case .list(let items): "[" + items.map(\.text).joined(separator: "\n") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value.text)" }.joined(separator: "\n") + "}"
    }
  }
}
