import ClinicalModel
import ProtocolLibrary
import Testing

/// The small pack with its cases.
private func packWithCases(_ pack: SmallPack = SmallPack()) throws -> ProtocolPack {
  try readCases(pack.files, for: try pack.pack())
}

@Test func `cases are read with their day, their answers and what they expect`() throws {
  let pack = try packWithCases()
  let birth = try #require(PartialDate(iso: "1994-05-20"))
  #expect(
    pack.rule("pregnant")?.cases == [
      RuleCase(
        name: "a pregnant patient is not treated", interviewDate: RuleCase.usualDate,
        given: [
          "patient-date-of-birth": .known(.date(birth)), "pregnancy": .known(.choice("yes")),
        ],
        expectation: .established(severity: .stated(.doNotTreat), until: .notStated)),
      RuleCase(
        name: "a patient who is not sure may be pregnant", interviewDate: RuleCase.usualDate,
        given: [
          "patient-date-of-birth": .known(.date(birth)), "pregnancy": .known(.choice("unknown")),
        ],
        expectation: .possible),
    ])
  let filler = try #require(PartialDate(iso: "2026-12-08"))
  let until = try #require(CalendarDate(iso: "2027-01-05"))
  #expect(
    pack.rule("filler-recent")?.cases == [
      RuleCase(
        name: "a filler 27 days ago waits one more day",
        interviewDate: try #require(CalendarDate(iso: "2027-01-04")),
        given: ["filler-date": .known(.date(filler))],
        expectation: .established(severity: .notStated, until: .stated(until))),
      RuleCase(
        name: "nothing was asked", interviewDate: RuleCase.usualDate, given: [:],
        expectation: .possible),
    ])
  #expect(pack.rule("rash")?.cases.map(\.expectation) == [.nothing])
}

@Test func `reading cases adds them to the rules and changes nothing else`() throws {
  let bare = try SmallPack().pack()
  #expect(bare.rules.flatMap(\.cases) == [])
  let pack = try packWithCases()
  #expect(pack.with(rules: pack.rules.map { $0.with(cases: []) }) == bare)
}

@Test func `a pack is read without looking at its cases, which stay in its archive`() throws {
  let path = "rules/health.cases.yaml"
  let broken = SmallPack().with(path, "]")
  #expect(try broken.pack() == SmallPack().pack())
  #expect(broken.files.archive != SmallPack().files.archive)
  #expect(
    broken.diagnostics == [
      "\(path):1:1: error: the YAML cannot be read: did not find expected node content; "
        + "check the indentation, brackets and quotes here and in the lines above"
    ])
}

@Test func `a rule without cases is an error of the lint, yet patients can be screened`() throws {
  var pack = SmallPack()
  pack.texts["rules/health.cases.yaml"] = nil
  let remedy = "show it met, not met and unknown in the cases file beside"
  #expect(
    pack.diagnostics == [
      "rules/health.yaml:3:7: error: the rule \"pregnant\" has no cases; \(remedy)",
      "rules/health.yaml:11:7: error: the rule \"filler-recent\" has no cases; \(remedy)",
      "rules/health.yaml:21:7: error: the rule \"rash\" has no cases; \(remedy)",
    ])
  #expect(try packWithCases(pack) == pack.pack())
}
