import ClinicalModel
import ProtocolLibrary
import Screening
import Testing

@Test func `a sex that is declined and a pregnancy that is not asked are never complete`() throws {
  let report = try BuiltIn.report([
    "sex-registered-at-birth": .unknown(.declined), "pregnancy-status": .unknown(.notAsked),
    "breastfeeding-status": .unknown(.notAsked), "trying-to-conceive": .unknown(.notAsked),
    "fertility-treatment": .unknown(.notAsked), "pregnancy-ended-date": .unknown(.notAsked),
  ])
  #expect(report.outcome == .defer)
  #expect(report.couldBecome == .doNotTreat)
  #expect(!report.complete)
  #expect(report.offered.contains("pregnancy-status"))
  #expect(report.findings.contains { $0.rule == "unknown-sex-registered-at-birth" })
}

@Test func `a sex that is declined leaves a pregnancy that is told a finding`() throws {
  let report = try BuiltIn.report([
    "sex-registered-at-birth": .unknown(.declined), "pregnancy-status": .known(.choice("yes")),
  ])
  #expect(report.outcome == .doNotTreat)
}

@Test func `skin of which nobody knows whether it is easily irritated is tested first`() throws {
  #expect(
    try BuiltIn.report(["sensitive-skin": .unknown(.unsure)]).outcome == .proceedAfterPatchTest)
}

/// The questions of which not knowing weighed nothing, although a rule that
/// defers or forbids reads them.
@Test(arguments: [
  "self-tan-date", "new-scar-date", "tattoo-date", "prp-date", "microneedling-date",
  "hair-removal-date", "vaccine-date", "vaccine-planned", "dental-date", "topical-actives-date",
  "sex-registered-at-birth",
])
func `an answer whose no is needed weighs something while nobody knows it`(_ id: String) throws {
  for reason in [UnknownReason.unsure, .declined, .notAsked] {
    let report = try BuiltIn.report([Question.ID(rawValue: id): .unknown(reason)])
    #expect(report.outcome >= .caution, "\(reason)")
  }
}

@Test func `a letter of which nobody knows is no letter`() throws {
  let report = try BuiltIn.report([
    "medical-conditions": .known(.choices(["granulomatous"])),
    "doctor-letters": .unknown(.declined),
  ])
  #expect(report.outcome == .defer)
}
