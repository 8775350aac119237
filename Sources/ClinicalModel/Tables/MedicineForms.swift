/// A way in which a medicine comes to the body, such as `mouth` or `skin`: an
/// option of the field `form` of a medicine entry.
public typealias MedicineRoute = Option.ID

/// One row of the medicine table as the form of a generic by some routes.
public struct MedicineForm: Hashable, Sendable {
  /// The row that stands for the generic by these routes.
  public let medicine: Medicine.ID
  /// The generic: the row whose names leave the form open.
  public let generic: Medicine.ID
  /// The routes; never empty.
  public let routes: [MedicineRoute]
  /// Brands of the generic's row that are sold in this form only.
  public let onlyBrands: [String]
  /// Whether the generic's name means this form only where its route is said:
  /// nobody calls tretinoin capsules against leukaemia just "tretinoin".
  public let isSaid: Bool

  /// A form from its parts.
  public init(
    medicine: Medicine.ID, generic: Medicine.ID, routes: [MedicineRoute], onlyBrands: [String] = [],
    isSaid: Bool = false
  ) {
    self.medicine = medicine
    self.generic = generic
    self.routes = routes
    self.onlyBrands = onlyBrands
    self.isSaid = isSaid
  }
}

/// Which rows stand for one generic by different routes, so that a steroid cream
/// is not taken for steroid tablets.
///
/// A name of the generic means every form of it until its route is known: what
/// is not known counts as the worse. A brand of a form's own row means that row.
public struct MedicineForms: Hashable, Sendable {
  /// Every form, in the pack's order.
  public let rows: [MedicineForm]
  private let families: [Medicine.ID: [MedicineForm]]
  private let generics: [Medicine.ID: Medicine.ID]

  /// Forms from their rows.
  public init(_ rows: [MedicineForm]) {
    self.rows = rows
    families = Dictionary(grouping: rows, by: \.generic)
    generics = Dictionary(
      rows.map { ($0.medicine, $0.generic) }, uniquingKeysWith: { first, _ in first })
  }

  /// No generic has several forms.
  public static let none = MedicineForms([])

  /// The generic of a row that is one form among several; nothing for any other.
  public func generic(of medicine: Medicine.ID) -> Medicine.ID? { generics[medicine] }

  /// Every form of a generic, the generic's own row first where it is one.
  private func forms(of generic: Medicine.ID) -> [Medicine.ID] {
    let forms = families[generic, default: []].map(\.medicine)
    return forms.filter { $0 == generic } + forms.filter { $0 != generic }
  }

  /// A row with every other form of its generic.
  public func family(of medicine: Medicine.ID) -> [Medicine.ID] {
    generics[medicine].map(forms) ?? [medicine]
  }

  /// What a name of a row means while its form is open: all forms where the row
  /// is the generic and the brand, if it is one, is not sold in this form only.
  package func meanings(of medicine: Medicine.ID, brand: String? = nil) -> [Medicine.ID] {
    guard generics[medicine] == medicine else { return [medicine] }
    let own = families[medicine, default: []].first { $0.medicine == medicine }
    if let brand, own?.onlyBrands.contains(brand) == true { return [medicine] }
    let said = families[medicine, default: []].filter(\.isSaid).map(\.medicine)
    return forms(of: medicine).filter { !said.contains($0) }
  }

  /// The rows that are left of a name's meanings by these routes. Where none of
  /// a generic's rows goes with them, something is wrong, so every form of it
  /// counts.
  package func narrowed(_ medicines: [Medicine.ID], to routes: Set<MedicineRoute>) -> [Medicine.ID]
  {
    guard !routes.isEmpty, !rows.isEmpty else { return medicines }
    var kept: [Medicine.ID] = []
    var seen: Set<Medicine.ID> = []
    for medicine in medicines {
      guard let generic = generics[medicine] else {
        kept.append(medicine)
        continue
      }
      guard seen.insert(generic).inserted else { continue }
      let family = families[generic, default: []]
      let fitting = family.filter { form in
        (medicines.contains(form.medicine) || form.isSaid && medicines.contains(generic))
          && form.routes.contains(where: routes.contains)
      }
      kept += fitting.isEmpty ? forms(of: generic) : fitting.map(\.medicine)
    }
    return kept
  }
}
