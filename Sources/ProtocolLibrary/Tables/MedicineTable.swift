import ClinicalModel

/// `tables/medicines.csv`.
struct MedicineTable {
  static let columns = [
    "id", "name", "alternative_names", "atc", "rxnorm", "rxnorm_status", "rxnorm_note",
    "brands_in", "brands_us", "brands_uk", "brands_eu", "brands_unconfirmed", "misspellings",
    "class", "class_title", "tags", "bleeding", "reason", "severity", "until", "evidence",
    "sources", "data_sources", "decided_here",
  ]

  let names: PackNames
  private let tags: Set<MedicineKey>
  private let groups: [(members: [MedicineKey], exceptions: [MedicineKey])]

  init(names: PackNames, keys: [DeclaredKey]) {
    self.names = names
    tags = Set(keys.filter { $0.kind == .tag }.map(\.key))
    groups = keys.compactMap {
      guard case .group(let members, let exceptions) = $0.kind else { return nil }
      return (members, exceptions)
    }
  }

  func medicines(_ rows: [TableRow], _ faults: inout Faults) -> [Medicine] {
    var unique = UniqueNames()
    var titles: [MedicineKey: String] = [:]
    var used: Set<MedicineKey> = []
    let medicines = rows.map { row in
      let medicine = medicine(row, &faults)
      unique.use(medicine.id.rawValue, of: "medicine", at: row.place("id"), &faults)
      if titles[medicine.classKey, default: medicine.classTitle] != medicine.classTitle {
        faults.add(
          row.place("class_title"),
          "the class \(shown(medicine.classKey.rawValue)) has another title in an earlier row",
          "give the class one title")
      }
      titles[medicine.classKey] = medicine.classTitle
      used.formUnion(medicine.tags)
      return medicine
    }
    for tag in tags.subtracting(used).sorted() {
      faults.add(
        Place(file: "tables/medicine-keys.csv", line: 1, column: 1),
        "no medicine has the tag \(shown(tag.rawValue))", "remove it or give it to a medicine")
    }
    return medicines
  }

  private func medicine(_ row: TableRow, _ faults: inout Faults) -> Medicine {
    let severity: Severity = row.word("severity", or: .doNotTreat, &faults)
    let medicine = Medicine(
      id: Medicine.ID(rawValue: row.name("id", &faults)),
      name: row.required("name", most: 80, &faults),
      alternativeNames: row.list("alternative_names", &faults), atc: atc(row, &faults),
      rxNorm: rxNorm(row, &faults),
      brands: MedicineBrands(
        india: row.list("brands_in", &faults), unitedStates: row.list("brands_us", &faults),
        unitedKingdom: row.list("brands_uk", &faults),
        europeanUnion: row.list("brands_eu", &faults),
        unconfirmed: row.list("brands_unconfirmed", &faults)),
      misspellings: row.list("misspellings", &faults),
      classKey: MedicineKey(rawValue: row.name("class", signs: "._", &faults)),
      classTitle: row.required("class_title", most: 80, &faults), tags: tags(row, &faults),
      bleeding: row.word("bleeding", or: .high, &faults),
      reason: row.required("reason", most: 300, &faults), severity: severity,
      until: row.until("until", severity, &faults), evidence: row.evidence(names, &faults),
      dataSources: row.list("data_sources", &faults))
    lintWeight(medicine, row, &faults)
    return medicine
  }

  private func tags(_ row: TableRow, _ faults: inout Faults) -> [MedicineKey] {
    let found = row.list("tags", &faults).map { MedicineKey(rawValue: $0) }
    for tag in found where !tags.contains(tag) {
      faults.add(
        row.place("tags"), "there is no tag \(shown(tag.rawValue))",
        didYouMean(
          tag.rawValue, tags.map(\.rawValue).sorted(),
          otherwise: "declare it in tables/medicine-keys.csv"))
    }
    return found
  }

  /// A blood thinner is never mere advice.
  private func lintWeight(_ medicine: Medicine, _ row: TableRow, _ faults: inout Faults) {
    guard medicine.severity < .caution else { return }
    let labels = medicine.tags + [medicine.classKey]
    let isGrouped = groups.contains { group in
      labels.contains { label in
        group.members.contains { $0.covers(label) }
          && !group.exceptions.contains { $0.covers(label) }
      }
    }
    guard isGrouped || medicine.bleeding == .high else { return }
    faults.add(
      row.place("severity"), "a medicine that thins the blood weighs less than caution",
      "write caution or more")
  }

  /// `B01AA03`
  private func atc(_ row: TableRow, _ faults: inout Faults) -> [String] {
    let codes = row.list("atc", &faults)
    for code in codes {
      let kinds = code.utf8.map {
        (48...57).contains($0) ? "9" : (65...90).contains($0) ? "A" : "?"
      }
      if kinds.joined() != "A99AA99" {
        faults.add(
          row.place("atc"), "\(shown(code)) is no ATC code of seven signs",
          "write it like B01AA03, or leave it empty")
      }
    }
    return codes
  }

  private enum Status: String, CaseIterable {
    case twoSources = "two-sources"
    case oneSource = "one-source"
    case sourcesDiffer = "sources-differ"
    case notConfirmed = "not-confirmed"
  }

  private func rxNorm(_ row: TableRow, _ faults: inout Faults) -> RxNormCode {
    let code = row.raw("rxnorm")
    let status: Status = row.word("rxnorm_status", or: .notConfirmed, &faults)
    let note = row.text("rxnorm_note", most: 80, &faults)
    let isCode =
      (1...8).contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
      && code.first != "0"
    if status == .notConfirmed ? !code.isEmpty : !isCode {
      faults.add(
        row.place("rxnorm"), "the RxNorm number does not go with \(shown(status.rawValue))",
        "write digits only, and none where it is not confirmed")
    }
    if (status == .oneSource || status == .sourcesDiffer) == note.isEmpty {
      faults.add(
        row.place("rxnorm_note"), "rxnorm_note does not go with \(shown(status.rawValue))",
        "name the source where there is one, or what differs, and nothing else")
    }
    return switch status {
    case .twoSources: .twoSources(code)
    case .oneSource: .oneSource(code, source: note)
    case .sourcesDiffer: .disputed(code, note: note)
    case .notConfirmed: .notConfirmed
    }
  }
}
