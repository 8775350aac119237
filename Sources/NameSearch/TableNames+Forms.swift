package import ClinicalModel

extension NameWords {
  /// The routes that the words of a text leave; empty while they say nothing of
  /// it, or nothing that goes together.
  func routes(in text: String) -> Set<MedicineRoute> {
    let said = NameKey(text).words.compactMap { routes[$0] }
    guard let first = said.first else { return [] }
    return said.dropFirst().reduce(first) { $0.intersection($1) }
  }
}

extension TableNames {
  /// What a medicine's name means in a form; empty when no table knows the name.
  ///
  /// - Parameter form: the route that was answered; nothing while it was not.
  ///   Where the name says another one, both count.
  package func medicines(named text: String, form: MedicineRoute?) -> [Medicine] {
    let said = tables.words.routes(in: text)
    var routes = said
    if let form, form != .unknown { routes = said.contains(form) ? [form] : said.union([form]) }
    return tables.forms.narrowed(medicineIDs(text), to: routes).compactMap(tables.medicine)
  }

  /// Whether a name leaves open which form of a generic it is, and the forms
  /// are weighed differently.
  package func leavesFormOpen(_ text: String) -> Bool {
    let generics = medicines(named: text).compactMap { tables.forms.generic(of: $0.id) }
    return Set(generics).count < generics.count
  }
}
