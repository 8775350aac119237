import Foundation
import Testing

/// The commands that look at packs, as a shell runs them.
@Suite struct ProtocolCommandTests {
  private let rules = "rules/device.yaml"

  private func run(_ arguments: [String], on pack: SmallPackFolder = SmallPackFolder()) throws
    -> Clinic.Outcome
  {
    let clinic = try Clinic()
    let folder = try pack.write(in: clinic)
    return try clinic.run(["protocol"] + arguments + [folder])
  }

  @Test func `show counts what is in a pack`() throws {
    let outcome = try run(["show"])
    #expect(outcome.code == 0)
    #expect(outcome.messages == "")
    #expect(outcome.output.hasPrefix("Small pack\nsmall 1.0, sha256:"))
    #expect(outcome.output.contains("\n2 rules, 9 cases\n"))
    let json = try run(["show", "--format", "json"])
    let shown = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(shown?["questions"] as? Int == 4)
    #expect(shown?["cases"] as? Int == 9)
  }

  @Test func `the pack inside is shown when none is named`() throws {
    let outcome = try Clinic().run(["protocol", "show"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\nmesotherapy "))
  }

  @Test func `lint is silent about a pack without faults and ends with 0`() throws {
    let outcome = try run(["lint"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("7 files, 0 errors, 0 warnings\n"))
  }

  @Test func `lint names the place of a fault and ends with 1`() throws {
    let faulty = SmallPackFolder().replacing(
      "device = roller and", with: "devise = roller and", in: rules)
    let outcome = try run(["lint"], on: faulty)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("\(rules):14:10: error: "))
    #expect(outcome.output.contains("did you mean \"device\"?"))
    #expect(outcome.messages.hasPrefix("mesoscreen: the pack has 1 error; "))
  }

  @Test func `cases run and show what they cover`() throws {
    let outcome = try run(["cases"])
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        small 1.0: 2 rules, 9 cases, 0 failed

        rule                      met  not met  unknown
        breathing                   1        1        1
        filler-28-days              1        3        2
        total                       2        4        3  100 % covered

        """)
  }

  @Test func `a case that comes out otherwise ends with 1`() throws {
    let wrong = SmallPackFolder().replacing("< 28\"", with: "< 20\"", in: rules)
    let outcome = try run(["cases"], on: wrong)
    #expect(outcome.code == 1)
    #expect(
      outcome.output.contains(
        """
        FAILED filler-28-days: a filler 27 days ago waits one more day
          kind: expected established, found nothing

        """))
    #expect(outcome.messages.hasPrefix("mesoscreen: 2 of 9 cases fail"))
  }

  @Test func `check proves the rules, the orders of risk and the cases`() throws {
    let outcome = try run(["check", "--mutants", "--random", "40"])
    #expect(outcome.code == 0)
    #expect(outcome.messages == "")
    let text = outcome.output
    #expect(text.contains("\nRules: 2, 2 with every combination of their inputs"))
    #expect(text.contains("\nRisk orders: 2, 0 of them tried in pairs"))
    #expect(text.contains("\n  exceptions          0 written in the pack\n"))
    #expect(text.contains("\nRandom patients: 40 over the whole pack, seed 1\n"))
    #expect(text.contains("\nMutants: 18 of 18 killed, 100.0 %; 0 equivalent\n"))
    #expect(!text.contains("VIOLATED"))
  }

  @Test func `an order of risk that does not hold ends with 1 and shows the patient`() throws {
    let turned = SmallPackFolder().replacing(
      "[\"needle\", \"roller\"]", with: "[\"roller\", \"needle\"]", in: "risk-orders.yaml")
    let outcome = try run(["check"], on: turned)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("  monotonicity        VIOLATED 1\n"))
    #expect(
      outcome.output.contains(
        """
            filler-28-days: the outcome is caution, yet at worst proceed with device = needle
              interview 2026-12-01: device = roller

        """))
    #expect(outcome.messages.hasPrefix("mesoscreen: 1 proofs do not hold; nothing was changed; "))
  }

  @Test func `an exception that nothing needs ends with 1 and is shown with its reason`() throws {
    let excepted = SmallPackFolder().replacing(
      "marks:",
      with: "  exceptions:\n  - {rule: filler-28-days, reason: \"Feared, not found.\"}\nmarks:",
      in: "risk-orders.yaml")
    let outcome = try run(["check"], on: excepted)
    #expect(outcome.code == 1)
    #expect(
      outcome.output.contains("    device without filler-28-days, NOT NEEDED: Feared, not found.\n")
    )
    #expect(outcome.messages.hasPrefix("mesoscreen: 1 exceptions of risk orders are not needed"))
  }

  @Test func `graph shows the flow as text and as a drawing`() throws {
    let text = try run(["graph"])
    #expect(text.code == 0)
    #expect(
      text.output.contains(
        """
        device: Device
            opens  filler-date
        filler-date: Last filler
            when   device = roller

        """))
    let drawing = try run(["graph", "--format", "dot"])
    #expect(drawing.code == 0)
    #expect(drawing.output.hasPrefix("digraph \"small 1.0\" {\n"))
    #expect(drawing.output.contains("\"device\" -> \"filler-date\" [label=\"device = roller\"];"))
  }

  @Test(arguments: ["show", "lint", "cases", "check", "graph"])
  func `a folder that is not there is bad input and is not repeated`(command: String) throws {
    let outcome = try Clinic().run(["protocol", command, "/nowhere/TESTPATIENT"])
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.messages.hasPrefix("mesoscreen: "))
    #expect(!outcome.messages.contains("TESTPATIENT"))
  }
}
