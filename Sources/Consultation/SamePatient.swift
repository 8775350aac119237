public import ClinicalModel

extension Answers {
  /// Whether these answers name the same patient: the same name, however it
  /// was spaced and capitalised, and the same full date of birth. What is not
  /// known is nobody's.
  public func namesSamePatient(as other: Answers) -> Bool {
    guard case .known(.text(let name)) = self["patient-full-name"],
      case .known(.text(let otherName)) = other["patient-full-name"],
      case .known(.date(let born)) = self[.dateOfBirth], born.isExact,
      case .known(.date(let otherBorn)) = other[.dateOfBirth]
    else { return false }
    return born == otherBorn && Self.plain(name) == Self.plain(otherName)
  }

  /// Whether a patient is named at all.
  public var namesPatient: Bool { namesSamePatient(as: self) }

  private static func plain(_ name: String) -> [String] {
    name.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
  }
}
