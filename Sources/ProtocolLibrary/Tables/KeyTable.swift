import ClinicalModel

/// `tables/medicine-keys.csv`: the closed list of tags and groups.
enum KeyTable {
  static let columns = ["key", "kind", "members", "except", "washout_days", "decided_here"]

  private enum Kind: String, CaseIterable {
    case tag
    case group
  }

  static func keys(_ rows: [TableRow], _ faults: inout Faults) -> [DeclaredKey] {
    var unique = UniqueNames()
    let tags = Set(rows.filter { $0.raw("kind") == "tag" }.map { $0.raw("key") })
    return rows.map { row in
      let key = row.name("key", signs: "._", &faults)
      unique.use(key, of: "key", at: row.place("key"), &faults)
      let kind: Kind = row.word("kind", or: .tag, &faults)
      let members = row.list("members", &faults)
      let exceptions = row.list("except", &faults)
      for (column, names) in [("members", members), ("except", exceptions)] {
        for name in names where !tags.contains(name) {
          faults.add(
            row.place(column), "\(shown(name)) is no tag",
            didYouMean(name, tags.sorted(), otherwise: "declare it in a row of its own"))
        }
      }
      if (kind == .group) == members.isEmpty {
        faults.add(
          row.place("members"), "a group has members, a tag has none",
          kind == .group ? "name its members" : "remove them")
      }
      return DeclaredKey(
        key: MedicineKey(rawValue: key),
        kind: kind == .tag
          ? .tag
          : .group(
            members: members.map { MedicineKey(rawValue: $0) },
            exceptions: exceptions.map { MedicineKey(rawValue: $0) }),
        washoutDays: days(row, &faults), isDecidedHere: row.yes("decided_here", &faults))
    }
  }

  private static func days(_ row: TableRow, _ faults: inout Faults) -> Int {
    let text = row.raw("washout_days")
    if let days = Int(text), String(days) == text, (0...365).contains(days) { return days }
    faults.add(
      row.place("washout_days"), "\(shown(text)) is no number of days up to 365",
      "write 0 where a stopped medicine no longer counts")
    return 0
  }
}
