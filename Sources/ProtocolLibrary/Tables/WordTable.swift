import ClinicalModel

/// `tables/name-words.csv`: what matching a name sets aside or watches for.
struct WordTable {
  static let columns = ["use", "word", "keys"]

  let tables: Tables
  /// The routes that some medicine has a form for.
  let routes: Set<MedicineRoute>

  private enum Use: String, CaseIterable {
    case form
    case dose
    case release
    case unit
    case suffix
    case reason
  }

  func words(_ rows: [TableRow], _ faults: inout Faults) -> NameWords {
    var found: [Use: Set<String>] = [:]
    var reasons: [String: [MedicineKey]] = [:]
    var routes: [String: Set<MedicineRoute>] = [:]
    for row in rows {
      let use: Use = row.word("use", or: .form, &faults)
      let word = row.name("word", signs: "", &faults)
      if !found[use, default: []].insert(word).inserted {
        faults.add(row.place("word"), "\(shown(word)) is listed twice", "list it once")
      }
      if use == .form {
        let said = row.list("keys", &faults).map { MedicineRoute(rawValue: $0) }
        for route in said where !self.routes.contains(route) {
          faults.add(
            row.place("keys"), "no medicine has a form for the route \(shown(route.rawValue))",
            didYouMean(
              route.rawValue, self.routes.map(\.rawValue).sorted(),
              otherwise: "name a route of tables/medicine-forms.csv, or none"))
        }
        if !said.isEmpty { routes[word] = Set(said) }
        continue
      }
      let keys = row.list("keys", &faults).map { MedicineKey(rawValue: $0) }
      for key in keys where !tables.knows(key) {
        faults.add(
          row.place("keys"), "no medicine matches \(shown(key.rawValue))",
          "name a tag, a class, a group or a medicine")
      }
      if (use == .reason) == keys.isEmpty {
        faults.add(
          row.place("keys"), "a reason has keys, a form may have routes, other words have none",
          use == .reason ? "say which medicines come first" : "remove them")
      }
      if use == .reason { reasons[word] = keys }
    }
    let forms = found[.form, default: []]
    let releases = found[.release, default: []].union(found[.dose, default: []])
    for word in forms.union(releases).intersection(found[.suffix, default: []]).sorted() {
      faults.add(
        Place(file: "tables/name-words.csv", line: 1, column: 1),
        "\(shown(word)) is set aside and also announces more ingredients",
        "a suffix must never be set aside: remove it from the forms")
    }
    return NameWords(
      forms: forms, releases: releases, units: found[.unit, default: []],
      suffixes: found[.suffix, default: []],
      reasons: reasons, routes: routes)
  }
}
