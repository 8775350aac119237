import ClinicalModel

/// `tables/class-tags.csv`: which tags a class of medicines implies.
struct ClassTagTable {
  static let columns = ["class", "tags", "except", "reason"]

  let tables: Tables

  func classes(_ rows: [TableRow], _ faults: inout Faults) -> [ClassTags] {
    var unique = UniqueNames()
    return rows.map { row in
      let name = row.name("class", signs: "._", &faults)
      unique.use(name, of: "class", at: row.place("class"), &faults)
      let key = MedicineKey(rawValue: name)
      if !name.isEmpty, !tables.medicines.contains(where: { key == $0.classKey }) {
        faults.add(
          row.place("class"), "no medicine has the class \(shown(name))",
          didYouMean(
            name, tables.medicines.map(\.classKey.rawValue), otherwise: "remove the row"))
      }
      let tags = row.list("tags", &faults).map { MedicineKey(rawValue: $0) }
      for tag in tags where !tables.keys.contains(where: { $0.key == tag && $0.kind == .tag }) {
        faults.add(
          row.place("tags"), "\(shown(tag.rawValue)) is no tag",
          didYouMean(
            tag.rawValue, tables.keys.map(\.key.rawValue),
            otherwise: "declare it in tables/medicine-keys.csv"))
      }
      let exceptions = row.list("except", &faults).map { Medicine.ID(rawValue: $0) }
      for id in exceptions where tables.medicine(id)?.classKey != key {
        faults.add(
          row.place("except"), "\(shown(id.rawValue)) is no medicine of the class",
          "name a medicine of the class or leave it out")
      }
      let reason = row.text("reason", most: 200, &faults)
      if exceptions.isEmpty != reason.isEmpty {
        faults.add(
          row.place("reason"), "exceptions have a reason, and a reason has exceptions",
          exceptions.isEmpty ? "remove it" : "say why they lack a tag of their class")
      }
      return ClassTags(classKey: key, tags: tags, exceptions: exceptions, reason: reason)
    }
  }
}
