import ClinicalModel

/// Reads `weight-changes.yaml`: where the pack weighs less than it did, on which
/// source, for the clinician who reviews it. A change that no rule bears out, or
/// that the rule no longer follows, is a fault.
///
/// ```
/// weight-changes:
/// - rule: lesion-avoid               # the rule that holds now
///   whom: "A mole, no microneedling"
///   was: caution
///   now: proceed                     # the same where it was looked at and kept
///   why: "The sources leave out the spot, not the patient"
///   cite: [R9, R10]
///   awaits: clinician
/// ```
struct WeightChangeReader {
  static let path = "weight-changes.yaml"

  let names: PackNames
  let rules: [Rule]

  func check(_ root: DocumentNode, _ faults: inout Faults) {
    guard let file = Fields(root, of: Self.path, required: ["weight-changes"], &faults) else {
      return
    }
    for node in file.items("weight-changes", &faults) { checkChange(node, &faults) }
  }

  private func checkChange(_ node: DocumentNode, _ faults: inout Faults) {
    guard
      let fields = Fields(
        node, of: "a change of weight",
        required: ["rule", "whom", "was", "now", "why", "cite", "awaits"], &faults)
    else { return }
    let was = fields.word("was", of: Severity.allCases, default: .proceed, &faults)
    let now = fields.word("now", of: Severity.allCases, default: .proceed, &faults)
    _ = fields.text("whom", most: 120, &faults)
    _ = fields.text("why", most: 600, &faults)
    _ = names.citations(fields, of: "the change", atLeast: 1, &faults)
    _ = fields.word("awaits", of: [Awaiting.clinician], default: .clinician, &faults)
    if now > was {
      faults.add(
        fields.place(of: "now"), "\(now.rawValue) weighs more than \(was.rawValue)",
        "write only what was lowered, or looked at and kept")
    }
    checkRule(fields, now, &faults)
  }

  private func checkRule(_ fields: Fields, _ now: Severity, _ faults: inout Faults) {
    let name = fields.name("rule", &faults)
    guard !name.isEmpty else { return }
    guard let rule = rules.first(where: { $0.id.rawValue == name }) else {
      faults.add(
        fields.place(of: "rule"), "there is no rule \(shown(name))",
        didYouMean(name, rules.map(\.id.rawValue), otherwise: "name a rule of the pack"))
      return
    }
    if rule.severity != now {
      faults.add(
        fields.place(of: "now"), "the rule \(shown(name)) weighs \(rule.severity.rawValue)",
        "write what it weighs, with the reason, or give the rule its weight back")
    }
  }

  /// Whose word a change waits for.
  private enum Awaiting: String {
    case clinician
  }
}
