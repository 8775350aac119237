import Foundation
import Testing

/// `protocol explain` and `protocol diff`, as a shell runs them.
@Suite struct ProtocolExplainTests {
  private let rules = "rules/device.yaml"

  private func explain(_ rule: String, _ format: String = "text", answers: String) throws
    -> Clinic.Outcome
  {
    let clinic = try Clinic()
    let folder = try SmallPackFolder().write(in: clinic)
    return try clinic.run(
      [
        "protocol", "explain", rule, "--answers", "-", "--pack", folder, "--today", "2026-12-01",
        "--format", format,
      ], input: answers)
  }

  private let recent = #"{"answers": {"device": "roller", "filler-date": "2026-11-04"}}"#

  @Test func `explain shows each part of the condition with its outcome`() throws {
    let outcome = try explain("filler-28-days", answers: recent)
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains(
        """
        true     all of
        true       device = roller
                     Device: Roller; applies
        true       days(filler-date) < 28
                     Last filler: 4 Nov 2026 (27 days before treatment); applies

        """))
    #expect(outcome.output.hasSuffix("Severity: /// DEFER\nUntil: 2 Dec 2026\n"))
  }

  @Test func `explain writes the same as JSON`() throws {
    let outcome = try explain("filler-28-days", "json", answers: recent)
    #expect(outcome.code == 0)
    let shown = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(shown?["verdict"] as? String == "established")
    #expect((shown?["until"] as? [String: String]) == ["date": "2026-12-02"])
    let condition = shown?["condition"] as? [String: Any]
    let parts = condition?["parts"] as? [[String: Any]]
    #expect(parts?.count == 2)
    #expect(parts?.last?["days"] as? Int == 27)
    #expect(parts?.last?["outcome"] as? String == "true")
  }

  @Test func `explain does not repeat a name that is no rule`() throws {
    let outcome = try explain("TESTPATIENT", answers: recent)
    #expect(outcome.code == 2)
    #expect(!outcome.messages.contains("TESTPATIENT"))
  }

  @Test func `diff says so when nothing differs`() throws {
    let outcome = try Clinic().run(["protocol", "diff", "built-in", "built-in"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasSuffix("\nThe packs say the same.\n"))
  }

  @Test func `diff shows the smallest answers with which two packs differ`() throws {
    let clinic = try Clinic()
    let old = try SmallPackFolder().write(in: clinic, named: "old")
    let new = try SmallPackFolder().replacing("< 28\"", with: "< 30\"", in: rules)
      .replacing("Stop. Follow the screen.", with: "Stop now.", in: rules)
      .write(in: clinic, named: "new")
    let outcome = try clinic.run(["protocol", "diff", old, new])
    #expect(outcome.code == 0)
    #expect(outcome.messages == "")
    let text = outcome.output.split(separator: "\n").dropFirst(4).joined(separator: "\n")
    #expect(
      text == """
        1 thing is weighed otherwise, shown by 4 smallest combinations of answers.
        1 worded or kept otherwise.
        Rule filler-28-days: changed
        ----------------------------
        when: device = roller and days(filler-date) < 28
           -> device = roller and days(filler-date) < 30
        with filler-date = 28 days before
            nothing -> possibly defer
        with filler-date = 29 days before
            nothing -> possibly defer
        with device = roller, filler-date = 28 days before
            nothing -> defer until 2026-12-01
        with device = roller, filler-date = 29 days before
            nothing -> defer until 2026-11-30
        Worded or kept otherwise
        ------------------------
        rule breathing: staff
        """)
  }

  @Test func `diff writes the same as JSON`() throws {
    let clinic = try Clinic()
    let old = try SmallPackFolder().write(in: clinic, named: "old")
    let new = try SmallPackFolder().replacing(
      "severity: do-not-treat", with: "severity: caution", in: rules
    ).write(in: clinic, named: "new")
    let outcome = try clinic.run(["protocol", "diff", old, new, "--format", "json"])
    #expect(outcome.code == 0)
    let shown = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let changes = shown?["changes"] as? [[String: Any]]
    #expect(changes?.count == 1)
    #expect(changes?.first?["rule"] as? String == "breathing")
    let combinations = changes?.first?["combinations"] as? [[String: Any]]
    #expect(combinations?.map { $0["after"] as? String } == ["possibly caution", "caution"])
  }

  @Test func `diff refuses a pack that has faults, or is none`() throws {
    let clinic = try Clinic()
    let good = try SmallPackFolder().write(in: clinic, named: "good")
    let bad = try SmallPackFolder().replacing("severity: defer", with: "severity: later", in: rules)
      .write(in: clinic, named: "bad")
    #expect(try clinic.run(["protocol", "diff", good, bad]).code == 2)
    #expect(try clinic.run(["protocol", "diff", good, good + "/protocol.yaml"]).code == 2)
    #expect(try clinic.run(["protocol", "diff", good, "/nowhere"]).code == 2)
    #expect(try clinic.run(["protocol", "diff", good]).code == 2)
  }
}
