public import ClinicalModel
public import Consultation

/// The form a summary is written in.
public enum SummaryFormat: String, CaseIterable, Sendable {
  /// Pages for the printer and the chart.
  case pdf
  /// Plain text in 72 columns, which every machine can read.
  case text = "txt"
}

/// The name of a summary's file: `consult-7f3a91c2-20261121.pdf`.
///
/// It is made of the consultation's short name and the day of the interview; a
/// patient's sheet ends in `-patient`, the sheets for skin tests in `-skin-tests`.
/// It never holds patient data, since file names show up in print queues,
/// backups and recent-file lists.
public struct SummaryFileName: Hashable, Sendable, CustomStringConvertible {
  /// The name, without a folder.
  public let description: String

  /// The name for one consultation, format and audience.
  public init(
    consultation: Consultation.ID, interviewDate: CalendarDate, format: SummaryFormat,
    audience: SummaryAudience = .clinicRecord
  ) {
    let day = interviewDate.description.filter { $0 != "-" }
    let ending =
      switch audience {
      case .clinicRecord: ""
      case .patientSheet: "-patient"
      case .skinTests: "-skin-tests"
      }
    description = "consult-\(ShortID.of(consultation))-\(day)\(ending).\(format.rawValue)"
  }
}

/// The first characters of a consultation's name, for people to compare.
enum ShortID {
  static let length = 8

  /// Keeps ASCII letters and digits only, so that it is fit for a file name.
  static func of(_ id: Consultation.ID) -> String {
    let plain = id.rawValue.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    return plain.isEmpty ? "unnamed" : String(String.UnicodeScalarView(plain.prefix(length)))
  }
}
