import Foundation

/// A small pack on disk, without a fault, for commands that look at packs.
struct SmallPackFolder {
  var texts: [String: String] = [
    "protocol.yaml": """
    id: small
    version: "1.0"
    title: Small pack
    jurisdiction: Nowhere
    languages: [en]
    reviewed: "2026-11-21"
    approval: Not approved
    intended-use: For tests only

    """,
    "sources.yaml": """
    sources:
    - {id: S1, title: "A page"}

    """,
    "emergencies.yaml": """
    emergencies:
    - id: anaphylaxis
      title: "Severe allergic reaction"
      when: "red-flags has breathing"
      steps: ["STOP.", "Call the doctor in the clinic."]
      cite: [S1]

    """,
    "questions/01-arrival.yaml": """
    section: arrival
    title: "Before anything else"
    short: Arrival
    asked_by: "nurse"
    questions:
    - id: red-flags
      ask: "Right now, do you have any of these?"
      label: Red flags
      why: "They end the interview."
      cite: [S1]
      type: multi
      options: {"none": "None of these", "breathing": "Trouble breathing"}
      on_unknown: defer
    - id: planned-treatment-date
      ask: "On which day would the treatment take place?"
      label: Day of treatment
      why: "Windows count to it."
      cite: [S1]
      type: date
      tense: future
      on_unknown: none
      staff: "yes"
      changeable: plan
    - id: device
      ask: "Which device is planned?"
      label: Device
      why: "Depth matters."
      cite: [S1]
      type: single
      options: {"needle": "Needle", "roller": "Roller"}
      on_unknown: caution
      staff: "yes"
      changeable: plan
    - id: filler-date
      ask: "When did you last have filler?"
      label: Last filler
      why: "Filler needs time."
      cite: [S1]
      type: date-or-no
      when: "device = roller"
      on_unknown: caution

    """,
    "rules/device.yaml": """
    subject: device
    rules:
    - id: breathing
      title: Trouble breathing
      when: "red-flags has breathing"
      severity: do-not-treat
      staff: "Stop. Follow the screen."
      patient: "You need help first."
      cite: [S1]
      strength: guideline
      emergency: "yes"
    - id: filler-28-days
      title: Filler less than 28 days ago
      when: "device = roller and days(filler-date) < 28"
      severity: defer
      until: "filler-date + 28"
      staff: "Rebook."
      patient: "We wait 4 weeks."
      cite: [S1]
      strength: guideline

    """,
    "rules/device.cases.yaml": """
    subject: device
    cases:
    - rule: breathing
      cases:
      - name: "trouble breathing ends the interview"
        given: {"red-flags": ["breathing"]}
        expect: established
        severity: do-not-treat
      - {name: "no red flag raises nothing", given: {"red-flags": ["none"]}, expect: nothing}
      - {name: "who cannot say may have one", given: {"red-flags": "unsure"}, expect: possible}
    - rule: filler-28-days
      cases:
      - name: "a filler 27 days ago waits one more day"
        given: {"device": "roller", "filler-date": "2026-11-04"}
        expect: established
        severity: defer
        until: "2026-12-02"
      - name: "a filler 28 days ago is over"
        given: {"device": "roller", "filler-date": "2026-11-03"}
        expect: nothing
      - name: "a filler 29 days ago is over"
        given: {"device": "roller", "filler-date": "2026-11-02"}
        expect: nothing
      - name: "a needle has no wait"
        given: {"device": "needle", "filler-date": "2026-11-04"}
        expect: nothing
      - name: "with a device nobody has chosen it may wait"
        given: {"filler-date": "2026-11-04"}
        expect: possible
      - name: "a filler on a day nobody knows may wait"
        given: {"device": "roller", "filler-date": "unsure"}
        expect: possible

    """,
    "risk-orders.yaml": """
    risk-orders:
    - question: device
      options: ["needle", "roller"]
    marks:
    - question: red-flags

    """,
  ]

  /// The pack with one text replaced, wherever it stands in its file.
  func replacing(_ old: String, with new: String, in path: String) -> SmallPackFolder {
    var pack = self
    pack.texts[path] = texts[path, default: ""].replacingOccurrences(of: old, with: new)
    return pack
  }

  /// Writes the files into a folder of a clinic and gives its path.
  func write(in clinic: Clinic, named name: String = "pack") throws -> String {
    let folder = clinic.folder.appendingPathComponent(name)
    for (path, text) in texts {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder.path
  }
}
