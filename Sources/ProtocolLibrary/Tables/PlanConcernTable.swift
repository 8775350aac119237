import ClinicalModel

/// `tables/medicine-plans.csv`: which plans a medicine's row, or a part of what
/// is said of the medicine, is about.
struct PlanConcernTable {
  static let columns = [
    "id", "medicines", "concerns", "reason", "evidence", "sources", "decided_here",
  ]

  let names: PackNames
  let tables: Tables
  private let condition: TableCondition

  init(names: PackNames, tables: Tables) {
    self.names = names
    self.tables = tables
    condition = TableCondition(names: names, tables: tables)
  }

  func concerns(_ rows: [TableRow], _ faults: inout Faults) -> [PlanConcern] {
    var unique = UniqueNames()
    return rows.map { row in
      let id = row.name("id", &faults)
      unique.use(id, of: "plan concern", at: row.place("id"), &faults)
      let reason = row.text("reason", most: 300, &faults)
      return PlanConcern(
        id: PlanConcern.ID(rawValue: id), medicines: medicines(row, &faults),
        concerns: condition.read(
          row.required("concerns", &faults), at: row.place("concerns"), &faults),
        says: reason.isEmpty ? .wholeRow : .also(reason),
        evidence: row.evidence(names, &faults))
    }
  }

  /// Keys that match at least one medicine which weighs something.
  private func medicines(_ row: TableRow, _ faults: inout Faults) -> [MedicineKey] {
    let keys = row.list("medicines", &faults).map { MedicineKey(rawValue: $0) }
    if keys.isEmpty {
      faults.add(row.place("medicines"), "medicines is empty", "name medicines, classes or tags")
    }
    for key in keys
    where !tables.medicines(matching: key).contains(where: { $0.severity > .proceed }) {
      faults.add(
        row.place("medicines"), "\(shown(key.rawValue)) matches no medicine that weighs anything",
        "name a medicine, class or tag of tables/medicines.csv")
    }
    return keys
  }
}
