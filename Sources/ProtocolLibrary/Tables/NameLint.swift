import ClinicalModel
import NameSearch

/// What can be wrong with the names of medicines only when all of them are
/// known: two that cannot be told apart, or one that hides another.
struct NameLint {
  private let tables: Tables
  private let medicines: TableSheet
  private let brands: TableSheet
  private let index: NameIndex<Medicine.ID>
  private let written: [String: Set<Medicine.ID>]
  private let misspelt: [String: Set<Medicine.ID>]

  /// Reads the two tables again for the places; nothing when they are not there.
  init?(_ files: PackFiles, tables: Tables, _ faults: inout Faults) {
    func sheet(_ path: String) -> TableSheet? {
      files.files.first { $0.path == path }.flatMap { TableSheet($0, &faults) }
    }
    guard let medicines = sheet("tables/medicines.csv"),
      let brands = sheet("tables/combination-brands.csv")
    else { return nil }
    self.tables = tables
    self.medicines = medicines
    self.brands = brands
    index = tables.medicineNames()
    written = Self.written(tables)
    var misspelt: [String: Set<Medicine.ID>] = [:]
    for medicine in tables.medicines {
      for text in medicine.misspellings {
        misspelt[text.lowercased(), default: []].insert(medicine.id)
      }
    }
    self.misspelt = misspelt
  }

  func lint(_ faults: inout Faults) {
    for (row, medicine) in zip(medicines.rows, tables.medicines) {
      lintName(medicine, row, &faults)
      for brand in medicine.brands.confirmed + medicine.brands.unconfirmed {
        lintBrand(brand, row.place("name"), &faults)
      }
      for text in medicine.misspellings { lintMisspelling(text, medicine, row, &faults) }
    }
    for (row, brand) in zip(brands.rows, tables.combinationBrands) {
      lintCombination(brand, row, &faults)
    }
  }

  /// The medicines that a whole name stands for.
  private func meaning(_ text: String) -> Set<Medicine.ID> {
    if case .matched(let items) = index.resolve(text) { return Set(items) }
    return []
  }

  private func lintName(_ medicine: Medicine, _ row: TableRow, _ faults: inout Faults) {
    let meaning = meaning(medicine.name)
    let own = Set(tables.forms.family(of: medicine.id))
    if meaning.contains(medicine.id), meaning.isSubset(of: own) { return }
    let others = meaning.subtracting(own).map(\.rawValue).sorted()
    faults.add(
      row.place("name"),
      others.isEmpty
        ? "the name \(shown(medicine.name)) has no letters to compare"
        : "the name \(shown(medicine.name)) also stands for \(listed(others))",
      "let a generic name stand for one medicine only", related: rows(of: meaning.subtracting(own)))
  }

  private func lintMisspelling(
    _ text: String, _ medicine: Medicine, _ row: TableRow, _ faults: inout Faults
  ) {
    let meaning = meaning(text)
    guard meaning.isEmpty else {
      faults.add(
        row.place("misspellings"),
        "the misspelling \(shown(text)) is a name of \(listed(meaning.map(\.rawValue).sorted()))",
        "remove it: a right name never asks", related: rows(of: meaning.subtracting([medicine.id])))
      return
    }
    if let others = misspelt[text.lowercased()], others.count > 1 {
      faults.add(
        row.place("misspellings"),
        "the misspelling \(shown(text)) belongs to \(listed(others.map(\.rawValue).sorted()))",
        "let a misspelling belong to one medicine only",
        related: rows(of: others.subtracting([medicine.id])))
    }
  }

  private func lintCombination(
    _ brand: CombinationBrand, _ row: TableRow, _ faults: inout Faults
  ) {
    if !meaning(brand.name).isSuperset(of: brand.medicines) {
      faults.add(
        row.place("brand"), "\(shown(brand.name)) is not found by its own name",
        "write the brand with letters, its form and strength aside")
    }
    lintBrand(brand.name, row.place("brand"), &faults)
  }

  /// A brand stands for what its rows say and for nothing more: another brand
  /// must differ from it by more than its form.
  private func lintBrand(_ brand: String, _ place: Place, _ faults: inout Faults) {
    let meaning = meaning(brand)
    if meaning.isEmpty {
      faults.add(place, "the brand \(shown(brand)) has no letters to compare", "remove it")
    }
    let stated = written[Self.letters(brand), default: []]
    let others = meaning.subtracting(stated.flatMap { tables.forms.family(of: $0) })
    guard !others.isEmpty else { return }
    faults.add(
      place, "\(shown(brand)) is taken for \(listed(others.map(\.rawValue).sorted())) too",
      "let brands differ by more than their form", related: rows(of: others))
  }

  /// The rows of other medicines that a name also means.
  private func rows(of others: Set<Medicine.ID>) -> [RelatedPlace] {
    zip(medicines.rows, tables.medicines).filter { others.contains($0.1.id) }.map { row, medicine in
      RelatedPlace(row.place("name"), "the row of \(shown(medicine.id.rawValue))")
    }
  }

  /// What each name means as it is written, case and signs aside.
  private static func written(_ tables: Tables) -> [String: Set<Medicine.ID>] {
    var written: [String: Set<Medicine.ID>] = [:]
    for brand in tables.combinationBrands {
      written[letters(brand.name), default: []].formUnion(brand.medicines)
    }
    for medicine in tables.medicines {
      for brand in medicine.brands.confirmed + medicine.brands.unconfirmed {
        written[letters(brand), default: []].insert(medicine.id)
      }
    }
    return written
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
