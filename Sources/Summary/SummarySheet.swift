/// One paper that a consultation gives: for whom, and in which form.
public enum SummarySheet: CaseIterable, Hashable, Sendable {
  /// The clinic's record for the printer and the chart.
  case recordPDF
  /// What the patient takes home.
  case patientPDF
  /// The clinic's record as text.
  case recordText
  /// The plan of skin tests with the form for their readings.
  case skinTestPDF

  /// The form it is written in.
  public var format: SummaryFormat {
    switch self {
    case .recordPDF, .patientPDF, .skinTestPDF: .pdf
    case .recordText: .text
    }
  }

  /// Who reads it.
  public var audience: SummaryAudience {
    switch self {
    case .recordPDF, .recordText: .clinicRecord
    case .patientPDF: .patientSheet
    case .skinTestPDF: .skinTests
    }
  }
}
