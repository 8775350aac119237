import ClinicalModel
import Screening
import Testing

@Suite struct FindingTests {
  @Test func `a pregnant patient is not treated, and the report says which answer says so`() throws
  {
    let report = try report(["pregnant": .known(.choice("yes"))])
    let finding = try #require(report.finding("pregnant"))
    #expect(finding.certainty == .established)
    #expect(finding.severity == .doNotTreat)
    #expect(finding.because == [Because(question: "pregnant", answer: .known(.choice("yes")))])
    #expect(finding.cite == ["S1"])
    #expect(finding.strength == .guideline)
    #expect(report.outcome == .doNotTreat)
  }

  @Test func `a pregnant patient whose sex was never recorded is not treated`() throws {
    let report = screen(
      ["pregnant": .known(.choice("yes"))], with: SmallPack.pack, on: try date("2026-11-21"))
    #expect(report.finding("pregnant")?.certainty == .established)
    #expect(report.outcome == .doNotTreat)
  }

  @Test(arguments: [UnknownReason.notAsked, .unsure, .declined])
  func `a patient whose pregnancy is not known is never clear`(reason: UnknownReason) throws {
    let report = try report(["pregnant": .unknown(reason)])
    #expect(report.finding("pregnant")?.certainty == .possible(missing: ["pregnant"]))
    #expect(report.finding("unknown-pregnant")?.certainty == .established)
    #expect(report.outcome == .defer)
    #expect(report.couldBecome == .doNotTreat)
  }

  @Test func `advice is printed and does not change the outcome`() throws {
    let report = try report([:])
    #expect(report.established == ["smoke-advice"])
    #expect(report.outcome == .proceed)
    #expect(report.couldBecome == .proceed)
    #expect(report.complete)
    #expect(report.earliestDate == .notDeferred)
    #expect(
      report.outcome.outcomeSentence == "Nothing was found in the answers. The clinician decides.")
  }

  @Test func `every finding is shown, the heaviest first and never only the heaviest`() throws {
    let report = try report([
      "pregnant": .known(.choice("yes")), "allergy": .known(.choice("yes")),
      "filler-date": dated("2026-11-20"), "product": .known(.choices(["fat-dissolving"])),
      "trying": .unknown(.unsure), "device": .unknown(.notAsked),
    ])
    #expect(
      report.findings.map(\.rule) == [
        "pregnant", "filler-28", "unknown-device", "filler-180-roller", "fat-dissolving",
        "allergic",
        "smoke-advice",
      ])
    #expect(report.finding("filler-180-roller")?.certainty == .possible(missing: ["device"]))
    #expect(
      report.finding("filler-180-roller")?.because == [
        Because(question: "filler-date", answer: try dated("2026-11-20"))
      ])
  }

  @Test func `a finding is silent once an answer rules it out`() throws {
    #expect(try report(["device": .unknown(.unsure)]).finding("filler-180-roller") == nil)
  }

  @Test func `that a question does not apply is no answer of the patient's`() throws {
    let rule = Rule(
      id: "allergic-not-trying", title: "",
      when: .and([
        .isAny("allergy", ["yes"]), .not(.isAny("trying", ["yes"])),
      ]), severity: .caution, staff: "", patient: "", cite: [], strength: .label)
    let pack = CompiledPack(
      ProtocolPack(
        id: "small", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
        intendedUse: "", sections: SmallPack.pack.sections, rules: [rule]))
    let given = answers([
      "sex": .known(.choice("male")), "allergy": .known(.choice("yes")),
      "trying": .known(.choice("yes")),
    ])
    let report = screen(given, with: pack, on: try date("2026-11-21"))
    #expect(
      report.findings.map(\.because) == [
        [Because(question: "allergy", answer: .known(.choice("yes")))]
      ])
  }

  @Test func `a patch test is advised by what is established, not by what is possible`() throws {
    #expect(
      try report(["allergy": .known(.choice("yes"))]).patchTest == .advised(because: ["allergic"]))
    #expect(try report(["allergy": .unknown(.unsure)]).patchTest == .notAdvised)
  }

  @Test func `a red flag opens its emergency and nothing lowers it`() throws {
    let report = try report([
      "red-flags": .known(.choices(["breathing"])), "sex": .known(.choice("male")),
    ])
    #expect(report.emergencies == ["anaphylaxis"])
    #expect(report.findings.first?.rule == "red-flag")
    #expect(report.findings.first?.urgency == .emergency)
    #expect(report.outcome == .doNotTreat)
  }

  @Test func `an emergency is not called while nobody has asked`() throws {
    let report = try report(["red-flags": .unknown(.notAsked)])
    #expect(report.emergencies.isEmpty)
    #expect(report.couldBecome == .doNotTreat)
  }

  @Test func `two screenings of the same answers are equal`() throws {
    #expect(try report(["allergy": .unknown(.unsure)]) == report(["allergy": .unknown(.unsure)]))
  }

  @Test func `the order in which answers were given does not matter`() throws {
    let asked = SmallPack.nothingFound.asked
    var forwards = Answers()
    for question in asked { forwards[question] = SmallPack.nothingFound[question] }
    var backwards = Answers()
    for question in asked.reversed() { backwards[question] = SmallPack.nothingFound[question] }
    let day = try date("2026-11-21")
    #expect(
      screen(forwards, with: SmallPack.pack, on: day)
        == screen(backwards, with: SmallPack.pack, on: day))
  }
}
