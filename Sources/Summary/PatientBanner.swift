import ClinicalModel
import Consultation
import Screening

/// Who the patient is: the head of every page.
public struct PatientBanner: Hashable, Sendable {
  /// The name as given, or why it is not known.
  public let name: String
  /// The date of birth with the age beside it, or why it is not known.
  public let born: String
  /// The first characters of the consultation's name.
  public let consultation: String
  /// The day of the interview.
  public let interviewed: String

  init(_ material: SummaryMaterial) {
    name = material.bannerWords(.patientFullName)
    born = material.bannerWords(.dateOfBirth)
    consultation = ShortID.of(material.consultation.id)
    interviewed = material.consultation.opened.interviewDate.spelled
  }
}

extension Question.ID {
  /// The question whose answer is the patient's name.
  static let patientFullName: Self = "patient-full-name"
}

extension SummaryMaterial {
  fileprivate func bannerWords(_ question: Question.ID) -> String {
    switch context.answer(question) {
    case .known: words(for: question)
    // A banner without a name must not look like a banner with an odd name.
    case .unknown(.declined): "NOT KNOWN (declined)"
    case .unknown(.unsure): "NOT KNOWN (not sure)"
    case .unknown(.notAsked): "NOT KNOWN (not answered)"
    }
  }
}
