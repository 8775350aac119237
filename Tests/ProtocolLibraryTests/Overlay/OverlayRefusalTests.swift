import ClinicalModel
import ProtocolLibrary
import Testing

private let file = "overlay/overlay.yaml"

@Test func `a milder severity is refused, with both places`() {
  #expect(
    refusals(ofOverlay: "severities:\n- {rule: filler-recent, severity: caution, reason: \"r\"}")
      == [
        "\(file):7:35: error: the overlay says caution for the rule \"filler-recent\", the "
          + "pack says defer (rules/health.yaml:14:13); an overlay only raises: write a "
          + "severity above defer or remove the entry"
      ])
  #expect(
    refusals(ofOverlay: "severities:\n- {rule: pregnant, severity: do-not-treat, reason: \"r\"}")
      == [
        "\(file):7:30: error: the overlay says do-not-treat for the rule \"pregnant\", the "
          + "pack says do-not-treat already (rules/health.yaml:6:13); remove the entry"
      ])
}

@Test func `a shorter window is refused, with both places`() {
  #expect(
    refusals(ofOverlay: "windows:\n- {rule: filler-recent, days: 14, reason: \"r\"}") == [
      "\(file):7:31: error: the overlay waits 14 days by the rule \"filler-recent\", the pack "
        + "waits 28 (rules/health.yaml:15:10); an overlay only lengthens: write more than 28 "
        + "or remove the entry"
    ])
  #expect(
    refusals(ofOverlay: "windows:\n- {rule: trip-soon, days: 14, reason: \"r\"}") == [
      "\(file):7:27: error: the overlay waits 14 days by the rule \"trip-soon\", the pack "
        + "waits 14 already (rules/more.yaml:13:9); remove the entry"
    ])
}

@Test func `a milder unknown is refused, with both places`() {
  #expect(
    refusals(ofOverlay: "unknowns:\n- {question: red-flags, severity: caution, reason: \"r\"}") == [
      "\(file):7:35: error: the overlay says caution when \"red-flags\" is not known, the pack "
        + "says defer (questions/01-arrival.yaml:13:15); an overlay only raises: write a "
        + "severity above defer or remove the entry"
    ])
  #expect(
    refusals(ofOverlay: "unknowns:\n- {question: depth, severity: caution, reason: \"r\"}") == [
      "\(file):7:31: error: the overlay says caution when \"depth\" is not known, the pack "
        + "says caution already (questions/02-health.yaml:40:15); remove the entry"
    ])
}

private let remedy =
  "an overlay raises severities, windows and unknowns and adds questions and rules"

@Test func `removing, gating and changed options are refused, with both places`() {
  #expect(
    refusals(ofOverlay: "removes: [pregnant]\ngates:\n- {question: depth, when: \"age > 3\"}") == [
      "\(file):6:11: error: \"removes\" would change what the pack has: the rule \"pregnant\" "
        + "(rules/health.yaml:3:7); remove it; \(remedy)",
      "\(file):8:14: error: \"gates\" would change what the pack has: the question \"depth\" "
        + "(questions/02-health.yaml:32:7); remove it; \(remedy)",
    ])
  #expect(
    refusals(ofOverlay: "options:\n  pregnancy: {\"yes\": \"Yes\"}\nwithout: health") == [
      "\(file):7:3: error: \"options\" would change what the pack has: the question "
        + "\"pregnancy\" (questions/02-health.yaml:6:7); remove it; \(remedy)",
      "\(file):8:10: error: \"without\" would change what the pack has: the section \"health\" "
        + "(questions/02-health.yaml:1:10); remove it; \(remedy)",
    ])
  #expect(
    refusals(ofOverlay: "removes: [elsewhere]") == [
      "\(file):6:1: error: overlay.yaml has no key \"removes\"; use one of overlay, version, of, "
        + "of-version, title, jurisdiction, clinic, mixtures, severities, windows, unknowns, "
        + "valid-for-day"
    ])
}

@Test func `an entry changes no more of a rule or question than it may`() {
  #expect(
    refusals(
      ofOverlay:
        "severities:\n- {rule: filler-recent, severity: do-not-treat, when: \"age > 3\", reason: r}"
    )
      == [
        "\(file):7:49: error: an overlay cannot change \"when\" of the rule \"filler-recent\", "
          + "which the pack says (rules/health.yaml:13:9); remove the key; \(remedy)"
      ])
  #expect(
    refusals(ofOverlay: "unknowns:\n- {question: name, severity: caution, type: date, reason: r}")
      == [
        "\(file):7:39: error: an overlay cannot change \"type\" of the question \"name\", "
          + "which the pack says (questions/01-arrival.yaml:26:9); remove the key; \(remedy)"
      ])
}

@Test func `what the pack has cannot be added again, with both places`() {
  let rule = """
    subject: health
    rules:
    - id: filler-recent
      title: Filler
      when: "days(filler-date) < 7"
      severity: caution
      staff: "Look."
      patient: "We look."
      cite: [S1]
      strength: label

    """
  #expect(
    SmallOverlay.saying("").with("rules/health.yaml", rule).diagnostics == [
      "overlay/rules/health.yaml:3:7: error: the pack has a rule \"filler-recent\" "
        + "(rules/health.yaml:11:7); give the added rule another name; what the pack has "
        + "cannot be written anew"
    ])
  let question = """
    adds-to: health
    questions:
    - id: pregnancy
      ask: "Are you pregnant?"
      label: Pregnancy
      why: "x"
      cite: []
      type: single
      options: {"no": "No"}
      on_unknown: none

    """
  #expect(
    SmallOverlay.saying("").with("questions/02-health.yaml", question).diagnostics == [
      "overlay/questions/02-health.yaml:3:7: error: the pack has a question \"pregnancy\" "
        + "(questions/02-health.yaml:6:7); give the added question another name; what the pack "
        + "has cannot be written anew"
    ])
  #expect(
    SmallOverlay.saying("").with(
      "questions/02-health.yaml",
      """
      section: health
      title: Health
      short: Health
      asked_by: nurse
      questions:
      - id: other
        ask: "Other?"
        label: Other
        why: "x"
        cite: []
        type: text
        on_unknown: none

      """
    ).diagnostics == [
      "overlay/questions/02-health.yaml:1:10: error: the pack has a section \"health\" "
        + "(questions/02-health.yaml:1:10); write adds-to: health and only the added "
        + "questions, or give the section another name"
    ])
  #expect(
    SmallOverlay.saying("").with(
      "emergencies.yaml",
      """
      emergencies:
      - {id: anaphylaxis, title: "x", when: "red-flags has rash", steps: ["Go on."], cite: [S1]}

      """
    ).with("sources.yaml", "sources:\n- {id: S1, title: \"Another\"}\n").diagnostics == [
      "overlay/emergencies.yaml:2:8: error: the pack has an emergency \"anaphylaxis\" "
        + "(emergencies.yaml:2:7); give the added emergency another name; what the pack has "
        + "cannot be written anew",
      "overlay/sources.yaml:2:8: error: the pack has a source \"S1\" (sources.yaml:2:8); give "
        + "the added source another name; what the pack has cannot be written anew",
    ])
}

@Test func `a file in place of the pack's is refused, and one that belongs nowhere`() {
  #expect(
    SmallOverlay.saying("").with("protocol.yaml", "id: small\n").diagnostics == [
      "overlay/protocol.yaml:1:1: error: an overlay cannot put a file in place of the pack's, "
        + "which is \"protocol.yaml\"; remove it; \(remedy)"
    ])
  let unknown =
    "remove it, or name it questions/NN-name.yaml, rules/name.yaml or rules/name.cases.yaml"
  #expect(
    SmallOverlay.saying("").with("risk-orders.yaml", "risk-orders: []\n").with("notes.txt", "x")
      .with("source.yaml", "x").diagnostics == [
        "overlay/notes.txt:1:1: error: the file does not belong to an overlay; \(unknown)",
        "overlay/risk-orders.yaml:1:1: error: the file does not belong to an overlay; \(unknown)",
        "overlay/source.yaml:1:1: error: the file does not belong to an overlay; "
          + "did you mean \"sources.yaml\"?",
      ])
}
