public import ClinicalModel

extension StaffRole {
  /// The role as people say it: `front desk`.
  public var words: String {
    switch self {
    case .frontDesk: "front desk"
    case .nurse: "nurse"
    case .clinician: "clinician"
    }
  }
}
