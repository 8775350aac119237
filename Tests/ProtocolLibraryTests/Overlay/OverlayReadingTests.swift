import ClinicalModel
import ProtocolLibrary
import Testing

@Test func `an overlaid pack keeps the pack's name and shows the overlay in version and title`()
  throws
{
  let pack = try SmallOverlay().pack()
  #expect(pack.id == "small")
  #expect(pack.version == "1.10+test-clinic.2")
  #expect(pack.title == "Small pack, Test Clinic")
  #expect(pack.digest == "sha256:0")
  #expect(pack.clinic == .notGiven)
  #expect(pack.jurisdiction == "Nowhere")
  #expect(pack.approval == "Not approved")
}

@Test func `what an overlay raises is listed with its reason`() throws {
  let pack = try SmallOverlay().pack()
  #expect(
    pack.overlay
      == .applied(
        AppliedOverlay(
          id: "test-clinic", version: "2", title: "Test Clinic", baseVersion: "1.10",
          raises: [
            OverlayRaise(.window("filler-recent", from: 28, to: 42), reason: "We wait longer."),
            OverlayRaise(
              .severity("deep", from: .proceedAfterPatchTest, to: .caution), reason: "No test here"),
            OverlayRaise(.unknown("name", from: .noFinding, to: .caution), reason: "Needed"),
          ], addedQuestions: [], addedRules: [])))
}

@Test func `a lengthened window moves the condition and the until together`() throws {
  let pack = try SmallOverlay().pack()
  let rule = try #require(pack.rule("filler-recent"))
  #expect(rule.when == .compare(.days("filler-date"), .less, Quantity(42)))
  #expect(rule.until == .date("filler-date", days: 42))
  #expect(rule.severity == .defer)
  #expect(rule.title == "Filler less than 42 days ago")
  #expect(rule.patient == "We wait 6 weeks.")
  #expect(rule.staff == "Wait.")
  #expect(
    rule.note == "Sources differ. This clinic: 42 days instead of 28. We wait longer.")
  #expect(rule.strength == .generalKnowledge)
}

@Test func `what a clinic raises is its own opinion unless it names a source and a strength`()
  throws
{
  #expect(try SmallOverlay().pack().rule("deep")?.strength == .expertOpinion)
  let overlay = SmallOverlay.saying(
    """
    severities:
    - {rule: pregnant2, severity: caution, reason: "x"}
    """
  ).replacing(
    "{rule: pregnant2, severity: caution, reason: \"x\"}",
    with: "{rule: trip-soon, severity: defer, until: \"trip + 1\", reason: \"x\", "
      + "cite: [general, S1], strength: guideline}")
  let rule = try #require(try overlay.pack().rule("trip-soon"))
  #expect(rule.strength == .guideline)
  #expect(rule.cite == ["S1", "general"])
  #expect(rule.until == .date("trip", days: 1))
}

@Test func `a raised unknown weighs more and says why`() throws {
  let question = try #require(try SmallOverlay().pack().question("name"))
  #expect(question.onUnknown == .finding(.caution))
  #expect(question.help == "This clinic: not known weighs caution instead of nothing. Needed.")
  #expect(question.why == "Right patient.")
}

@Test func `a deferral raised to do not treat has no end`() throws {
  let overlay = SmallOverlay.saying(
    "severities:\n- {rule: rash, severity: do-not-treat, reason: \"Never.\"}")
  let rule = try #require(try overlay.pack().rule("rash"))
  #expect(rule.severity == .doNotTreat)
  #expect(rule.until == .notDeferred)
  #expect(rule.urgency == .emergency)
}

@Test func `a rule can be given a longer window and then more weight`() throws {
  let overlay = SmallOverlay().replacing(
    with: "severities:\n- {rule: filler-recent, severity: do-not-treat, reason: \"r\"}",
    for: "severities:")
  let rule = try #require(try overlay.pack().rule("filler-recent"))
  #expect(rule.when == .compare(.days("filler-date"), .less, Quantity(42)))
  #expect(rule.severity == .doNotTreat)
  #expect(
    rule.note == "Sources differ. This clinic: 42 days instead of 28. We wait longer. "
      + "This clinic: do-not-treat instead of defer. r.")
}

@Test func `windows that count ahead, and waits without a counted window, are lengthened too`()
  throws
{
  let overlay = SmallOverlay.saying(
    """
    windows:
    - {rule: trip-soon, days: 21, title: "Trip within 21 days", reason: "r"}
    - {rule: after-trip, days: 30, reason: "r"}
    """)
  let pack = try overlay.pack()
  #expect(pack.rule("trip-soon")?.when == .compare(.daysUntil("trip"), .atMost, Quantity(21)))
  #expect(pack.rule("trip-soon")?.until == .notDeferred)
  #expect(pack.rule("after-trip")?.when == .compare(.daysUntil("trip"), .atLeast, Quantity(0)))
  #expect(pack.rule("after-trip")?.until == .date("trip", days: 30))
}

@Test func `only limits that make a rule hold longer are moved`() throws {
  let rules = """
    subject: own
    rules:
    - id: between
      title: Between
      when: "(days(filler-date) >= 10 and days(filler-date) <= 59) or not days(filler-date) > 59 \
      or not days(filler-date) <= 59 and depth > 9"
      severity: defer
      until: "filler-date + 60"
      staff: "Wait."
      patient: "We wait."
      cite: [S1]
      strength: label

    """
  var overlay = SmallOverlay.saying("windows:\n- {rule: between, days: 70, reason: \"r\"}")
  overlay.base = overlay.base.with("rules/own.yaml", rules)
  func days(_ comparison: Comparison, _ limit: Int) -> Condition {
    .compare(.days("filler-date"), comparison, Quantity(limit))
  }
  #expect(
    try overlay.pack().rule("between")?.when
      == .or([
        .and([days(.atLeast, 10), days(.atMost, 69)]), .not(days(.greater, 69)),
        .and([.not(days(.atMost, 59)), .compare(.number("depth"), .greater, Quantity(9))]),
      ]))
}

@Test func `a clinic's particulars and where it works are taken over`() throws {
  let pack = try SmallOverlay.saying(
    """
    jurisdiction: India
    clinic:
      name: Test Clinic
      contacts: ["Telephone 00000 00000"]
      emergency-number: "112"
      currency: INR
      costs:
      - {item: One session, amount: "8,000"}
    """
  ).pack()
  #expect(pack.jurisdiction == "India. The pack: Nowhere")
  #expect(
    pack.clinic
      == .given(
        Clinic(
          name: "Test Clinic", contacts: ["Telephone 00000 00000"], emergencyNumber: "112",
          currency: "INR", costs: [Cost(item: "One session", amount: "8,000")])))
}

extension SmallOverlay {
  /// The overlay with a text of `overlay.yaml` replaced, the new one first.
  fileprivate func replacing(with new: String, for old: String) -> SmallOverlay {
    replacing(old, with: new)
  }
}
