import ClinicalModel

/// `tables/medicine-forms.csv`: which rows of the medicine table are forms of
/// one generic, and by which routes.
struct FormTable {
  static let columns = ["medicine", "generic", "routes", "only_brands", "said_only"]

  let tables: Tables

  func forms(_ rows: [TableRow], _ faults: inout Faults) -> MedicineForms {
    var seen: [Medicine.ID: Place] = [:]
    let forms = rows.map { row in
      let form = MedicineForm(
        medicine: medicine("medicine", row, &faults), generic: medicine("generic", row, &faults),
        routes: row.list("routes", &faults).map { MedicineRoute(rawValue: $0) },
        onlyBrands: row.list("only_brands", &faults), isSaid: row.yes("said_only", &faults))
      if form.routes.isEmpty {
        faults.add(row.place("routes"), "no route is named", "say how this form is used")
      }
      if let earlier = seen[form.medicine] {
        faults.add(
          row.place("medicine"), "\(shown(form.medicine.rawValue)) is a form twice",
          "give all its routes in one row",
          related: [RelatedPlace(earlier, "the first of the two")])
      }
      seen[form.medicine] = seen[form.medicine] ?? row.place("medicine")
      lintBrands(form, row, &faults)
      return form
    }
    for (generic, family) in Dictionary(grouping: zip(rows, forms), by: \.1.generic) {
      if !family.contains(where: { $0.1.medicine == generic }) || family.count < 2 {
        faults.add(
          family[0].0.place("generic"),
          "\(shown(generic.rawValue)) is no form beside another one",
          "give the generic a row of its own and one for each other form")
      }
    }
    return MedicineForms(forms)
  }

  private func medicine(_ column: String, _ row: TableRow, _ faults: inout Faults) -> Medicine.ID {
    let id = Medicine.ID(rawValue: row.raw(column))
    if tables.medicine(id) == nil {
      faults.add(
        row.place(column), "there is no medicine \(shown(id.rawValue))",
        didYouMean(
          id.rawValue, tables.medicines.map(\.id.rawValue),
          otherwise: "name a row of tables/medicines.csv"))
    }
    return id
  }

  /// Only the generic's brands leave the form open; they are named as the
  /// medicine table writes them.
  private func lintBrands(_ form: MedicineForm, _ row: TableRow, _ faults: inout Faults) {
    guard let medicine = tables.medicine(form.medicine) else { return }
    let known = medicine.brands.confirmed + medicine.brands.unconfirmed
    for brand in form.onlyBrands where form.medicine != form.generic || !known.contains(brand) {
      faults.add(
        row.place("only_brands"),
        form.medicine == form.generic
          ? "\(shown(brand)) is no brand of \(shown(form.medicine.rawValue))"
          : "a brand of this row has this form anyway",
        form.medicine == form.generic
          ? didYouMean(brand, known, otherwise: "name its brands of tables/medicines.csv")
          : "leave it out")
    }
  }
}
