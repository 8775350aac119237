import ClinicalModel
import ProtocolLibrary
import Testing

private let file = "weight-changes.yaml"

private let changes = """
  weight-changes:
  - rule: pregnant
    whom: "Everybody"
    was: do-not-treat
    now: do-not-treat
    why: "Looked at and kept"
    cite: [general]
    awaits: clinician

  """

/// What is said when one text of the changes is replaced.
private func faults(_ old: String, _ new: String) -> [String] {
  SmallPack().with(file, changes).replacing(old, with: new, in: file).diagnostics
}

@Test func `a change of weight that its rule bears out is no fault`() {
  #expect(SmallPack().with(file, changes).diagnostics == [])
}

@Test func `a change of weight names a rule of the pack`() {
  #expect(faults("rule: pregnant", "rule: pregnan").count { $0.contains("there is no rule") } == 1)
}

@Test func `a change of weight says what its rule weighs now`() {
  #expect(
    faults("now: do-not-treat", "now: defer").contains {
      $0.contains("the rule \"pregnant\" weighs do-not-treat")
    })
}

@Test func `what weighs more than it did is no change to be listed`() {
  #expect(faults("was: do-not-treat", "was: caution").contains { $0.contains("weighs more than") })
}

@Test func `a change of weight cites a source and awaits a clinician`() {
  #expect(faults("cite: [general]", "cite: []").contains { $0.contains("cites no source") })
  #expect(!faults("awaits: clinician", "awaits: nobody").isEmpty)
}
