import ClinicalModel
import Screening
import Testing

@Suite struct ChangeTests {
  private func changes(_ rule: Rule.ID, _ given: [Question.ID: Answer]) throws -> [Change] {
    let answers = answers(given)
    let day = try date("2026-11-21")
    let report = screen(answers, with: SmallPack.pack, on: day)
    let finding = try #require(report.finding(rule))
    return Screening.changes(for: finding, answers: answers, with: SmallPack.pack, on: day)
  }

  @Test func `a wait ends on its day, or with another device`() throws {
    let given: [Question.ID: Answer] = [
      "filler-date": try dated("2026-10-01"), "device": .known(.choice("roller")),
    ]
    #expect(
      try changes("filler-180-roller", given) == [
        .waitUntil(try date("2027-03-30")), .change("device", to: .choice("needle")),
        .change("device", to: .choice("massage")),
      ])
  }

  @Test func `nobody is told to be a different patient`() throws {
    #expect(try changes("pregnant", ["pregnant": .known(.choice("yes"))]) == [])
    #expect(
      try changes("possibly-pregnant", ["pregnant": .known(.choice("possible"))]) == [
        .event("negative test")
      ])
  }

  @Test func `a product is left out only while another is left`() throws {
    #expect(
      try changes("fat-dissolving", ["product": .known(.choices(["vitamins", "fat-dissolving"]))])
        == [.change("product", to: .choices(["vitamins"]))])
    #expect(try changes("fat-dissolving", ["product": .known(.choices(["fat-dissolving"]))]) == [])
  }

  @Test func `another plan is not offered when it brings something heavier`() throws {
    // The roller would end the caution and, with this filler, exclude.
    let trap = CompiledPack(
      ProtocolPack(
        id: "trap", version: "1", digest: "", title: "", jurisdiction: "", approval: "",
        intendedUse: "", sections: SmallPack.pack.sections,
        rules: SmallPack.rules + [
          Rule(
            id: "needle-review", title: "needle", when: .isAny("device", ["needle"]),
            severity: .caution, staff: "", patient: "", cite: [], strength: .label)
        ]))
    let given = answers(["product": .known(.choices(["filler"]))])
    let day = try date("2026-11-21")
    let finding = try #require(screen(given, with: trap, on: day).finding("needle-review"))
    #expect(
      Screening.changes(for: finding, answers: given, with: trap, on: day) == [
        .change("device", to: .choice("massage"))
      ])
  }

  @Test func `an answer that is missing is asked for`() throws {
    #expect(
      try changes("unknown-device", ["device": .unknown(.unsure)]) == [.answer("device")])
    #expect(
      try changes(
        "filler-180-roller",
        ["device": .unknown(.unsure), "filler-date": .unknown(.unsure)])
        == [.answer("device"), .answer("filler-date")])
  }
}
