import ClinicalModel
import ProtocolLibrary
import Testing

private let own = cases(of: "filler-recent")

private func cases(of rule: String) -> String {
  """
  subject: health
  cases:
  - rule: \(rule)
    cases:
    - name: "a filler 41 days ago waits one more day"
      given: {"filler-date": "2026-10-21"}
      expect: established
      until: "2026-12-02"

  """
}

private func cases(_ overlay: SmallOverlay) throws -> [Rule.ID: [String]] {
  let pack = try readCases(overlay.files, for: try overlay.pack())
  return Dictionary(
    uniqueKeysWithValues: pack.rules.filter { !$0.cases.isEmpty }.map {
      ($0.id, $0.cases.map(\.name))
    })
}

@Test func `a lengthened window is shown by the overlay's own cases, not by the pack's`() throws {
  #expect(
    try cases(SmallOverlay().with("rules/health.cases.yaml", own)) == [
      "filler-recent": ["a filler 41 days ago waits one more day"],
      "pregnant": [
        "a pregnant patient is not treated", "a patient who is not sure may be pregnant",
      ],
      "rash": ["no red flag raises nothing"],
    ])
  #expect(try cases(SmallOverlay())["filler-recent"] == nil)
}

@Test func `a raised rule keeps the pack's cases with the raised severity`() throws {
  var overlay = SmallOverlay.saying(
    "severities:\n- {rule: filler-recent, severity: do-not-treat, reason: \"r\"}")
  overlay.base = overlay.base.replacing(
    "expect: established\n    until",
    with: "expect: established\n    severity: defer\n    until",
    in: "rules/health.cases.yaml")
  let pack = try readCases(overlay.files, for: try overlay.pack())
  #expect(
    pack.rule("filler-recent")?.cases.map(\.expectation)
      == [.established(severity: .stated(.doNotTreat), until: .notStated), .possible])
}

@Test func `rules that an overlay adds or lengthens without a case are pointed at`() {
  #expect(
    SmallOverlay().diagnostics.filter { $0.contains("cases") } == [
      "overlay/overlay.yaml:9:9: error: the overlay shows the rule \"filler-recent\" by no cases; "
        + "show it met, not met and unknown in rules/<subject>.cases.yaml of the overlay"
    ])
  #expect(
    SmallOverlay().with("rules/health.cases.yaml", own).diagnostics.filter { $0.contains("cases") }
      == [])
}

@Test func `cases of an overlay are checked against the overlaid pack`() {
  #expect(
    SmallOverlay().with("rules/health.cases.yaml", cases(of: "filler")).diagnostics.filter {
      $0.contains("cases")
    } == [
      "overlay/rules/health.cases.yaml:3:9: error: there is no rule \"filler\"; "
        + "name a rule of the pack"
    ])
  #expect(
    SmallOverlay().with(
      "rules/other.cases.yaml", "subject: other\ncases: []\n"
    ).diagnostics.filter { $0.contains("other") } == [
      "overlay/rules/other.cases.yaml:1:1: error: there is no rules/other.yaml beside the cases; "
        + "name the file as its rules file"
    ])
}
