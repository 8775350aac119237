// protected.csv: the pack's list of protected findings.
//
//   kind,id,weight,meaning
//   rule,pregnant,do-not-treat,pregnancy-status = yes
//
// It is written by `mesoscreen protocol protect` and read by the lint alone.

extension PackFiles {
  /// Where a pack keeps its list.
  static let protectedList = "protected.csv"

  /// The same files with this list.
  public func protecting(_ findings: [ProtectedFinding]) -> PackFile {
    let header = ProtectedFinding.columns.joined(separator: ",")
    let lines = findings.map { finding in
      [finding.kind.rawValue, finding.id, finding.weight, finding.meaning].map(\.cell)
        .joined(separator: ",")
    }
    let text = ([header] + lines).map { $0 + "\n" }.joined()
    return PackFile(path: Self.protectedList, bytes: Array(text.utf8))
  }

  /// The list as the pack has it; nothing when it has none. Lines that cannot
  /// be read are recorded.
  func protectedFindings(_ faults: inout Faults) -> [ProtectedFinding]? {
    guard let file = files.first(where: { $0.path == Self.protectedList }) else { return nil }
    guard let sheet = TableSheet(file, &faults), sheet.hasColumns(ProtectedFinding.columns, &faults)
    else { return [] }
    return sheet.rows.compactMap { row in
      let before = faults.count
      let kind: ProtectedFinding.Kind = row.word("kind", or: .text, &faults)
      // A line that cannot be read protects nothing, and is an error.
      guard faults.count == before else { return nil }
      return ProtectedFinding(
        kind: kind, id: row.raw("id"), weight: row.raw("weight"),
        meaning: row.raw("meaning"), place: row.place("id"))
    }
  }

  /// The list as the pack has it; nothing when it has none.
  public var protectedFindings: [ProtectedFinding]? {
    var faults = Faults()
    return protectedFindings(&faults)
  }
}

extension ProtectedFinding {
  static let columns = ["kind", "id", "weight", "meaning"]
}

extension String {
  /// The text as one cell of a table.
  fileprivate var cell: String {
    guard contains(where: { $0 == "," || $0 == "\"" }) else { return self }
    return "\"" + map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

/// One line for each kind: how many findings it protects, and a digest of them.
public func protectedDigests(of findings: [ProtectedFinding]) -> [String] {
  ProtectedFinding.Kind.allCases.compactMap { kind in
    let own = findings.filter { $0.kind == kind }
    guard !own.isEmpty else { return nil }
    let text = own.map { "\($0.id)\t\($0.weight)\t\($0.meaning)" }.joined(separator: "\n")
    return "\(kind.rawValue) \(own.count) \(textDigest(of: text))"
  }
}
