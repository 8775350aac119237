/// What of a medicine's row is about some plans only.
///
/// A row says why a medicine matters for every plan, such as bleeding or a
/// disease that it marks. A plan concern says which plans a warning needs, such
/// as prilocaine for a medicine that adds to methaemoglobin.
public struct PlanConcern: Hashable, Sendable {
  /// A permanent name of a row.
  public typealias ID = Identifier<PlanConcern>

  /// The row's name.
  public let id: ID
  /// The medicines it speaks of.
  public let medicines: [MedicineKey]
  /// The plans it needs; it reads questions about the plan only.
  public let concerns: Condition
  /// What is said where the plan holds it.
  public let says: Says
  /// Where the row comes from.
  public let evidence: TableEvidence

  /// How much of a medicine's row needs the plan.
  public enum Says: Hashable, Sendable {
    /// All of it: without such a plan the medicine raises nothing by itself.
    case wholeRow
    /// This reason, beside what the row says of every plan.
    case also(String)
  }

  /// A row from its parts.
  public init(
    id: ID, medicines: [MedicineKey], concerns: Condition, says: Says, evidence: TableEvidence
  ) {
    self.id = id
    self.medicines = medicines
    self.concerns = concerns
    self.says = says
    self.evidence = evidence
  }
}

extension Tables {
  /// The plan concerns of a medicine, in the table's order.
  public func planConcerns(of medicine: Medicine) -> [PlanConcern] {
    concernsByMedicine[medicine.id] ?? []
  }

  /// The concerns of each medicine that has some.
  func matched(_ concerns: [PlanConcern]) -> [Medicine.ID: [PlanConcern]] {
    var found: [Medicine.ID: [PlanConcern]] = [:]
    for concern in concerns {
      for medicine in once(concern.medicines.map { medicines(matching: $0).map(\.id) }) {
        found[medicine, default: []].append(concern)
      }
    }
    return found
  }
}

extension Rule.ID {
  /// The finding that a medicine raises with some plans.
  public static func medicinePlan(_ medicine: Medicine.ID, _ concern: PlanConcern.ID) -> Self {
    .init(rawValue: "medicine-plan-\(medicine.rawValue)-\(concern.rawValue)")
  }
}
