import ClinicalModel
import Consultation
import ProtocolLibrary
import Testing

private let today = CalendarDate(iso: "2026-11-21") ?? .last

private func day(_ text: String) -> Answer {
  PartialDate(iso: text).map { .known(.date($0)) } ?? .unknown(.notAsked)
}

private func found(_ answers: Answers) throws -> [String] {
  let pack = try readPack(.builtIn, digest: "sha256:0")
  return answers.contradictions(in: pack, today: today).map(\.words)
}

@Test func `a pregnancy of somebody registered as male is a contradiction, also when parked`()
  throws
{
  #expect(
    try found([
      "sex-registered-at-birth": .known(.choice("male")),
      "pregnancy-status": .known(.choice("yes")),
    ]) == ["Sex registered at birth is Male, and Pregnancy is Yes"])
  #expect(
    try found([
      "sex-registered-at-birth": .known(.choice("male")),
      "pregnancy-status": .known(.choice("no")),
    ]).isEmpty)
  #expect(
    try found([
      "sex-registered-at-birth": .unknown(.declined),
      "pregnancy-status": .known(.choice("yes")),
    ]).isEmpty)
}

@Test func `a session after the planned day, and a planned day that has gone by`() throws {
  let words = try found([
    "last-session-date": day("2026-11-20"), "planned-treatment-date": day("2026-11-18"),
  ])
  #expect(words.count == 2)
  #expect(words.first?.contains("20 Nov 2026, is after ") == true)
  #expect(words.last?.hasSuffix("18 Nov 2026, has gone by") == true)
  #expect(
    try found([
      "last-session-date": day("2026-11"), "planned-treatment-date": day("2026-11-21"),
    ]).isEmpty)
}

@Test func `a last dose before the first, and an allergy before the birth`() throws {
  let answers: Answers = [
    "patient-date-of-birth": day("1985-03-03"),
    "medicines": .known(
      .entries([
        [
          "medicine": .known(.text("warfarin")), "started": day("2026-05"),
          "last-taken": day("2026-04-30"),
        ]
      ])),
    "allergies": .known(.entries([["allergen": .known(.text("latex")), "when": day("1984")]])),
  ]
  let words = try found(answers)
  #expect(words.count == 2)
  #expect(words.contains { $0.contains("is before Date of birth, 3 Mar 1985") })
  #expect(words.contains { $0.contains("entry 1: Last dose, 30 Apr 2026, is before Started") })
}

@Test func `a partial date contradicts only what no day of it could fit`() throws {
  #expect(
    try found(["patient-date-of-birth": day("1985-03-03"), "filler-date": day("1985")]).isEmpty)
  #expect(
    try found(["patient-date-of-birth": day("1985"), "filler-date": day("1985-02-01")]).isEmpty)
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
