import ClinicalModel
import Screening
import Testing

@Suite struct UnknownAnswerTests {
  @Test(arguments: [
    (UnknownReason.notAsked, "device: not answered"), (.unsure, "device: not sure"),
    (.declined, "device: prefers not to say"),
  ])
  func `an answer that is not known is a finding that says how`(
    reason: UnknownReason, title: String
  ) throws {
    let finding = try #require(report(["device": .unknown(reason)]).finding("unknown-device"))
    #expect(finding.title == title)
    #expect(finding.origin == .unknownAnswer("device", reason))
    #expect(finding.certainty == .established)
    #expect(finding.severity == .defer)
    #expect(finding.release == .event("an answer to: device"))
    #expect(finding.because == [Because(question: "device", answer: .unknown(reason))])
    #expect(finding.cite == ["S1"])
    #expect(finding.strength == .generalKnowledge)
    #expect(
      finding.staff.hasPrefix(
        "We do not know the answer to: What about device? Unknown is not clear."))
    #expect(finding.patient.contains("What about device?"))
    #expect(finding.word == "DEFER, NOT KNOWN")
    #expect(finding.mark == "???")
  }

  @Test func `a private question is not repeated to the patient`() throws {
    let finding = try #require(
      report(["pregnant": .unknown(.declined)]).finding("unknown-pregnant"))
    #expect(!finding.patient.contains("pregnant"))
    #expect(finding.staff.contains("pregnant"))
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `a question without a weight for not knowing raises no finding of its own`(
    reason: UnknownReason
  ) throws {
    let report = try report(["filler-date": .unknown(reason)])
    #expect(report.finding("unknown-filler-date") == nil)
    #expect(report.finding("filler-28")?.certainty == .possible(missing: ["filler-date"]))
    #expect(report.outcome == .proceed)
    #expect(report.couldBecome == .defer)
  }

  @Test func `a question that does not apply is neither missed nor found`() throws {
    let report = try report(["sex": .known(.choice("male")), "pregnant": .unknown(.notAsked)])
    #expect(report.finding("unknown-pregnant") == nil)
    #expect(report.finding("pregnant") == nil)
    #expect(report.unanswered.isEmpty)
    #expect(report.offered.isEmpty)
    #expect(report.complete)
  }

  @Test func `an answer that does not apply says nothing but that it does not fit, and comes back`()
    throws
  {
    let no = try report(["sex": .known(.choice("male")), "pregnant": .known(.choice("no"))])
    #expect(no.outcome == .proceed)
    #expect(!no.findings.contains { $0.because.contains { $0.question == "pregnant" } })
    let parked = try report(["sex": .known(.choice("male")), "pregnant": .known(.choice("yes"))])
    #expect(parked.findings.first?.rule == "contradiction-set-aside-pregnant")
    #expect(parked.finding("pregnant") == nil)
    #expect(parked.outcome == .doNotTreat)
    let back = try report(["sex": .known(.choice("female")), "pregnant": .known(.choice("yes"))])
    #expect(back.outcome == .doNotTreat)
  }

  @Test func `a question whose gate is unknown is offered, and weighs on what may come`() throws {
    let report = try report(["pregnant": .unknown(.unsure), "trying": .unknown(.notAsked)])
    #expect(report.offered == ["trying"])
    #expect(report.unanswered.isEmpty)
    #expect(!report.complete)
    #expect(report.finding("unknown-trying") == nil)
    #expect(report.outcome == .defer)
    // Only "not sure" to the offered question would weigh so much.
    let noRules = CompiledPack(
      ProtocolPack(
        id: "t", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
        intendedUse: "",
        sections: SmallPack.pack.sections, rules: []))
    let bare = screen(
      answers(["pregnant": .unknown(.unsure), "trying": .unknown(.notAsked)]), with: noRules,
      on: try date("2026-11-21"))
    #expect(bare.outcome == .defer)
    #expect(bare.couldBecome == .doNotTreat)
  }

  @Test(arguments: [UnknownReason.unsure, .declined])
  func `not knowing counts when a question was asked although its gate is unknown`(
    reason: UnknownReason
  ) throws {
    let report = try report(["pregnant": .unknown(.unsure), "trying": .unknown(reason)])
    #expect(report.finding("unknown-trying")?.severity == .doNotTreat)
    #expect(report.offered.isEmpty)
  }

  @Test func `a question nobody asked is listed in the order of the checklist`() throws {
    let report = try report([
      "product": .unknown(.notAsked), "allergy": .unknown(.notAsked), "device": .unknown(.unsure),
    ])
    #expect(report.unanswered == ["allergy", "product"])
    #expect(!report.complete)
  }

  @Test func `the planned date is answered by the day of the interview`() throws {
    let report = try report([.plannedTreatmentDate: .unknown(.notAsked)])
    #expect(report.complete)
    #expect(report.evaluatedFor == (try date("2026-11-21")))
    let planned = try self.reportPlanned("2026-12-01")
    #expect(planned.evaluatedFor == (try date("2026-12-01")))
  }

  private func reportPlanned(_ day: String) throws -> Report {
    try report([.plannedTreatmentDate: dated(day)])
  }

  @Test func `an answer the question does not take is not answered`() throws {
    let report = try report(["device": .known(.choice("withdrawn-device"))])
    #expect(report.unanswered == ["device"])
    #expect(report.finding("unknown-device")?.severity == .defer)
  }
}
