/// Who of the clinic's staff asks a section.
public enum StaffRole: String, CaseIterable, Codable, Sendable {
  /// The desk that greets the patient.
  case frontDesk = "front-desk"
  /// The nurse.
  case nurse
  /// The clinician, who also decides and signs.
  case clinician
}
