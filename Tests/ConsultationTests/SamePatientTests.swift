import ClinicalModel
import Consultation
import Testing

private func day(_ text: String) -> Answer {
  PartialDate(iso: text).map { .known(.date($0)) } ?? .unknown(.notAsked)
}

@Test func `a patient is the same with another spacing, and nobody without a full birth date`() {
  let maria: Answers = [
    "patient-full-name": .known(.text("TESTPATIENT, Maria")),
    "patient-date-of-birth": day("1985-03-03"),
  ]
  var other = maria
  other["patient-full-name"] = .known(.text("testpatient,maria"))
  #expect(maria.namesSamePatient(as: other))
  other["patient-date-of-birth"] = day("1985")
  #expect(!maria.namesSamePatient(as: other))
  #expect(!other.namesPatient)
}
