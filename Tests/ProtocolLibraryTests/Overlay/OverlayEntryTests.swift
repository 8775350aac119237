import ClinicalModel
import ProtocolLibrary
import Testing

private let file = "overlay/overlay.yaml"

@Test func `an overlay is used with the pack and version it was written over`() {
  let overlay = SmallOverlay.saying("")
  #expect(
    overlay.replacing("of: small", with: "of: large").diagnostics == [
      "\(file):3:5: error: the overlay is written over \"large\", the pack is \"small\" "
        + "(protocol.yaml:1:5); use it with the pack it was written for"
    ])
  #expect(
    overlay.replacing("\"1.10\"", with: "\"1.9\"").diagnostics == [
      "\(file):4:13: error: the overlay is written over version \"1.9\", the pack has version "
        + "\"1.10\" (protocol.yaml:2:10); see with protocol diff what has changed, then write "
        + "\"1.10\""
    ])
  #expect(
    overlay.replacing("version: \"2\"", with: "version: \"2 b\"").diagnostics == [
      "\(file):2:10: error: \"2 b\" is not a version; use letters, digits, dots and hyphens, as in "
        + "\"1.2\""
    ])
  #expect(
    overlay.replacing("title: Test Clinic\n", with: "").diagnostics == [
      "\(file):1:1: error: overlay.yaml has no title; add the key title"
    ])
}

@Test func `an overlay names rules and questions that the pack has, once each`() {
  #expect(
    refusals(
      ofOverlay: """
        severities:
        - {rule: filer-recent, severity: do-not-treat, reason: r}
        - {rule: rash, severity: do-not-treat, reason: r}
        - {rule: rash, severity: do-not-treat, reason: r}
        unknowns:
        - {question: names, severity: caution, reason: r}
        - {question: name, severity: caution, reason: r}
        - {question: name, severity: defer, reason: r}
        windows:
        - {rule: elsewhere-entirely, days: 3, reason: r}
        """) == [
        "\(file):7:10: error: the pack has no rule \"filer-recent\"; did you mean "
          + "\"filler-recent\"?",
        "\(file):9:10: error: the raised severity of \"rash\" exists already (\(file):8:10); "
          + "give one of the two another name",
        "\(file):9:26: error: the overlay says do-not-treat for the rule \"rash\", the pack "
          + "says do-not-treat already (rules/health.yaml:24:13); remove the entry",
        "\(file):11:14: error: the pack has no question \"names\"; did you mean \"name\"?",
        "\(file):13:14: error: the raised unknown of \"name\" exists already (\(file):12:14); "
          + "give one of the two another name",
        "\(file):15:10: error: the pack has no rule \"elsewhere-entirely\"; name a rule of the pack",
      ])
}

@Test func `raising to a deferral needs until, and nothing else takes one`() {
  #expect(
    refusals(ofOverlay: "severities:\n- {rule: deep, severity: defer, staff: x, reason: r}") == [
      "\(file):7:16: error: the rule defers but does not say until when; "
        + "add until: \"<date question> + n\" or until: \"event: ...\""
    ])
  #expect(
    refusals(
      ofOverlay:
        "severities:\n- {rule: deep, severity: caution, until: \"event: x\", staff: x, reason: r}")
      == [
        "\(file):7:35: error: the rule has until but does not defer; "
          + "remove until or set severity: defer"
      ])
}

@Test func `a reason is given for everything that is raised`() {
  #expect(
    refusals(
      ofOverlay: """
        severities:
        - {rule: rash, severity: do-not-treat}
        windows:
        - {rule: after-trip, days: 20, reason: ""}
        unknowns:
        - {question: name, severity: caution}
        """) == [
        "\(file):7:3: error: a raised severity has no reason; add the key reason",
        "\(file):9:40: error: reason is empty; write a text or remove the key",
        "\(file):11:3: error: a raised unknown has no reason; add the key reason",
      ])
}

@Test func `a rule that loses its patch test is pointed at unless staff are told`() {
  let entry = "severities:\n- {rule: deep, severity: caution, reason: r}"
  #expect(
    refusals(ofOverlay: entry) == [
      "\(file):7:26: warning: the rule \"deep\" no longer plans the patch test for which the "
        + "pack has it (rules/more.yaml:6:13); say in staff whether a patch test is still made"
    ])
  #expect(
    refusals(ofOverlay: "severities:\n- {rule: deep, severity: caution, staff: Test., reason: r}")
      == [])
}

@Test func `a window is lengthened only where it is plain which one is meant`() {
  let remedy = "raise its severity, or add a rule with the window the clinic wants"
  #expect(
    refusals(
      ofOverlay: """
        windows:
        - {rule: pregnant, days: 30, reason: r}
        - {rule: isotretinoin-between, days: 400, reason: r}
        - {rule: isotretinoin-odd, days: 400, reason: r}
        - {rule: rash, days: "030", reason: r}
        - {rule: after-trip, days: 3651, reason: r}
        """) == [
        "\(file):7:10: error: the rule \"pregnant\" has no window (rules/health.yaml:5:9); "
          + remedy,
        "\(file):8:10: error: the rule \"isotretinoin-between\" has several windows "
          + "(rules/more.yaml:30:9); " + remedy,
        "\(file):9:10: error: the rule \"isotretinoin-odd\" counts other days than "
          + "its until does (rules/more.yaml:38:9, rules/more.yaml:40:10); " + remedy,
        "\(file):10:22: error: \"030\" is no number of days; write whole days, from 1 to 3650",
        "\(file):11:28: error: \"3651\" is no number of days; write whole days, from 1 to 3650",
      ])
}

@Test func `words that name the old window are refused, with the place they stand`() {
  #expect(
    refusals(
      ofOverlay: "windows:\n- {rule: filler-recent, days: 42, staff: \"4 weeks!\", reason: r}") == [
        "\(file):7:3: error: the title of \"filler-recent\" says \"28\", the window has 42 "
          + "days (rules/health.yaml:12:10); give the entry a title that fits 42 days",
        "\(file):7:3: error: the patient of \"filler-recent\" says \"4 weeks\", the window has "
          + "42 days (rules/health.yaml:17:12); give the entry a patient that fits 42 days",
        "\(file):7:35: error: the staff of \"filler-recent\" says \"4 weeks\", the window has 42 "
          + "days; give the entry a staff that fits 42 days",
      ])
}

@Test(arguments: [
  (28, "we wait a month", "a month"), (28, "4 Weeks, then", "4 Weeks"), (7, "a week", "a week"),
  (365, "wait a year", "a year"), (365, "12 months", "12 months"), (180, "6 months", "6 months"),
  (42, "in one month", ""), (28, "280 or 2.8", ""), (28, "5 weeks", ""),
  (30, "after 30 days", "30"), (14, "two weeks", ""), (0, "a week", ""), (28, "", ""),
])
func `an old window is found as days, weeks, months or a year`(
  days: Int, text: String, words: String
) throws {
  var overlay = SmallOverlay.saying(
    "windows:\n- {rule: w, days: 4000, title: T, patient: P, reason: r}"
  ).replacing("4000", with: "\(days + 1)")
  overlay.base = overlay.base.with(
    "rules/own.yaml",
    """
    subject: own
    rules:
    - id: w
      title: W
      when: "days(filler-date) < \(days)"
      severity: defer
      until: "filler-date + \(days)"
      staff: "\(text.isEmpty ? "Nothing." : text)"
      patient: "We wait."
      cite: [S1]
      strength: label

    """)
  let expected =
    words.isEmpty
    ? []
    : [
      "\(file):7:3: error: the staff of \"w\" says \"\(words)\", the window has "
        + "\(days + 1) days (rules/own.yaml:8:10); give the entry a staff that fits \(days + 1) days"
    ]
  #expect(overlay.diagnostics.filter { !$0.contains("by no cases") } == expected)
}

@Test func `a clinic's particulars are checked`() {
  #expect(
    refusals(
      ofOverlay: """
        clinic:
          name: "\(String(repeating: "x", count: 41))"
          contacts: [a, b, c, d, e, f, g]
          emergency-number: "call a doctor"
          currency: rupees
          costs:
          - {item: One session}
        """) == [
        "\(file):7:9: error: name has 41 characters, at most 40 are allowed; shorten it",
        "\(file):8:3: error: there are 7 contacts, at most 6 fit on the sheet; keep those that "
          + "matter",
        "\(file):9:21: error: \"call a doctor\" is not a telephone number; write the number to "
          + "dial, such as \"112\"",
        "\(file):10:13: error: \"rupees\" is not a currency; write its three letters, such as INR",
        "\(file):12:5: error: a cost has no amount; add the key amount",
      ])
  #expect(
    refusals(ofOverlay: "clinic:\n  name: C\n  costs:\n  - {item: One, amount: \"1\"}") == [
      "\(file):7:3: error: the clinic has no emergency-number; add the key emergency-number",
      "\(file):8:3: error: there are costs without a currency; add currency, such as INR",
    ])
}

@Test func `nothing of an overlay is read while the pack below has errors`() {
  var overlay = SmallOverlay.saying("removes: [pregnant]")
  overlay.base = overlay.base.replacing("pregnancy = yes", with: "pregnancy = x", in: rules)
  #expect(
    lintPack(overlay.files).map(\.description) == [
      "\(rules):5:22: error: \"x\" is not an option of \"pregnancy\"; use one of yes, no, unknown"
    ])
  #expect(throws: PackDiagnostics.self) { try overlay.pack() }
}

private let rules = "rules/health.yaml"
