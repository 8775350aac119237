import ClinicalModel
import ProtocolLibrary
import Testing

private let added = """
  adds-to: health
  after: filler-date
  questions:
  - id: filler-lumps
    ask: "Have you lumps from a filler?"
    label: Lumps
    why: "Lumps."
    cite: [T1]
    type: single
    options: {"yes": "Yes", "no": "No"}
    on_unknown: defer

  """
private let atEnd = """
  adds-to: health
  questions:
  - id: telephone
    ask: "Can we call you?"
    label: Telephone
    why: "To ask."
    cite: []
    type: single
    options: {"yes": "Yes", "no": "No"}
    when: "filler-lumps = no"
    on_unknown: none

  """
private let section = """
  section: travel
  title: Travel
  short: Travel
  asked_by: nurse
  questions:
  - id: flight-date
    ask: "When is the flight?"
    label: Flight
    why: "Pressure."
    cite: []
    type: date-or-no
    tense: future
    on_unknown: none

  """
private let rules = """
  subject: travel
  rules:
  - id: flight-soon
    title: Flight soon
    when: "days-until(flight-date) <= 2 and pregnancy = no"
    severity: caution
    staff: "Warn."
    patient: "Better after the flight."
    cite: [T1]
    strength: expert-opinion

  """
private let overlay = SmallOverlay.saying("")
  .with("questions/02-health.yaml", added)
  .with("questions/03-health.yaml", atEnd)
  .with("questions/01-travel.yaml", section)
  .with("rules/travel.yaml", rules)
  .with("sources.yaml", "sources:\n- {id: T1, title: \"The clinic\"}\n")
  .with(
    "emergencies.yaml",
    """
    emergencies:
    - id: in-the-air
      title: "In the air"
      when: "days-until(flight-date) <= 0 and red-flags has breathing"
      steps: ["STOP."]
      cite: [T1]

    """)

@Test func `added questions stand where the overlay puts them`() throws {
  let pack = try overlay.pack()
  #expect(pack.sections.map(\.id) == ["arrival", "travel", "health"])
  #expect(
    pack.sections.last?.questions.map(\.id)
      == ["pregnancy", "filler-date", "filler-lumps", "isotretinoin", "depth", "trip", "telephone"])
  guard case .applied(let applied) = pack.overlay else {
    Issue.record("no overlay")
    return
  }
  #expect(applied.addedQuestions == ["flight-date", "filler-lumps", "telephone"])
  #expect(applied.addedRules == ["flight-soon"])
}

@Test func `added rules, sources and emergency screens come after the pack's own`() throws {
  let pack = try overlay.pack()
  #expect(pack.rules.last?.id == "flight-soon")
  #expect(pack.rules.last?.when.questions == ["flight-date", "pregnancy"])
  #expect(pack.sources.map(\.id) == ["S1", "general", "T1"])
  #expect(pack.emergencies.map(\.id) == ["anaphylaxis", "in-the-air"])
}

@Test func `the parts of the pack that an overlay does not name stay as they are`() throws {
  let base = try overlay.base.pack()
  let pack = try overlay.pack()
  #expect(Array(pack.rules.prefix(base.rules.count)) == base.rules)
  #expect(base.questions.allSatisfy { pack.question($0.id) == $0 })
}

@Test func `what an overlay adds is checked as a pack is`() {
  #expect(
    overlay.with(
      "rules/travel.yaml", rules.replacing("flight-date", "flight-day", "[T1]", "[T2]")
    ).diagnostics == [
      "overlay/rules/travel.yaml:5:21: error: there is no question \"flight-day\"; "
        + "did you mean \"flight-date\"?",
      "overlay/rules/travel.yaml:9:10: error: there is no source \"T2\"; "
        + "add it to sources.yaml or cite one that is there",
    ])
  #expect(
    overlay.with(
      "questions/02-health.yaml", added.replacing("adds-to: health", "adds-to: heath")
    ).diagnostics == [
      "overlay/questions/02-health.yaml:1:10: error: the pack has no section \"heath\"; "
        + "did you mean \"health\"?"
    ])
  #expect(
    overlay.with("questions/02-health.yaml", added.replacing("after: filler-date", "after: name"))
      .diagnostics == [
        "overlay/questions/02-health.yaml:2:8: error: the section \"health\" has no question "
          + "\"name\"; name a question of the section, or leave after out"
      ])
  #expect(
    overlay.with("questions/02-healthy.yaml", added.replacing("filler-lumps", "lumps"))
      .diagnostics == [
        "overlay/questions/02-healthy.yaml:1:10: error: questions for the section \"health\" "
          + "stand in a file named for \"healthy\"; give the file the section's name"
      ])
  #expect(
    overlay.with(
      "questions/02-health.yaml",
      added.replacing("  on_unknown: defer", "  when: \"telephone = yes\"\n  on_unknown: defer")
    ).diagnostics == [
      "overlay/questions/02-health.yaml:11:9: error: the question waits for itself: "
        + "filler-lumps needs telephone needs filler-lumps "
        + "(overlay/questions/03-health.yaml:10:9); "
        + "remove one of these questions from a when"
    ])
  #expect(
    overlay.with("questions/04-health.yaml", atEnd).diagnostics == [
      "overlay/questions/04-health.yaml:3:7: error: the question \"telephone\" exists already "
        + "(overlay/questions/03-health.yaml:3:7); give one of the two another name"
    ])
}

@Test func `a group of the pack is asked one by one when an overlay lets a member exclude`() throws
{
  var overlay = SmallOverlay.saying(
    "severities:\n- {rule: pregnant-maybe, severity: do-not-treat, reason: \"r\"}")
  overlay.base = overlay.base
    .replacing(
      "asked_by: nurse\n",
      with: "asked_by: nurse\ngroups:\n- {id: both, ask: \"Implant or filler?\", label: Both, "
        + "members: [filler-date, implant]}\n", in: "questions/02-health.yaml"
    )
    .replacing(
      "- id: isotretinoin\n",
      with: """
        - id: implant
          ask: "An implant?"
          label: Implant
          why: "Implants."
          cite: []
          type: single
          options: {"yes": "Yes", "no": "No"}
          on_unknown: none
        - id: isotretinoin

        """, in: "questions/02-health.yaml"
    )
    .with(
      "rules/implant.yaml",
      """
      subject: implant
      rules:
      - id: pregnant-maybe
        title: Implant
        when: "implant = yes"
        severity: caution
        staff: "Look."
        patient: "We look."
        cite: [S1]
        strength: label

      """)
  #expect(try overlay.base.pack().groups.map(\.id) == ["both"])
  #expect(try overlay.pack().groups == [])
  let milder = SmallOverlay.saying(
    "severities:\n- {rule: pregnant-maybe, severity: defer, until: \"event: e\", reason: \"r\"}")
  #expect(try SmallOverlay(base: overlay.base, texts: milder.texts).pack().groups.count == 1)
}

extension String {
  /// The text with each old part replaced by the new one after it.
  fileprivate func replacing(_ parts: String...) -> String {
    var text = self
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let range = text.range(of: parts[place]) else { return "" }
      text = text.replacingCharacters(in: range, with: parts[place + 1])
    }
    return text
  }
}
