import ClinicalModel
import Screening

extension CompiledPack {
  /// One question with a list longer than a small window.
  static let longList = CompiledPack(
    ProtocolPack(
      id: "long", version: "1", digest: "sha256:0", title: "Long list", jurisdiction: "nowhere",
      approval: "Made up for tests.", intendedUse: "Made up for tests.",
      sections: [
        Section(
          id: "health", title: "Health", short: "Health", askedBy: "nurse",
          questions: [
            Question(
              id: "conditions", ask: "Which of these?", label: "Conditions", kind: .multiple,
              options: [Option(id: "none", label: "None of these")]
                + (1...24).map {
                  Option(id: .init(rawValue: "c\($0)"), label: "Made-up condition \($0)")
                },
              onUnknown: .finding(.defer))
          ])
      ], rules: []))

  /// A small made-up pack with one question of every kind.
  static let small = small(weighingDepth: .caution)

  /// The same, with another weight for a depth over 4 mm.
  static func small(weighingDepth severity: Severity) -> CompiledPack {
    CompiledPack(
      ProtocolPack(
        id: "small", version: "1", digest: "sha256:0", title: "Small pack", jurisdiction: "nowhere",
        approval: "Made up for tests.",
        intendedUse: "It records answers and points to what a clinician must look at.",
        sections: [
          Section(
            id: "arrival", title: "Before anything else", short: "Arrival", askedBy: "front desk",
            questions: [
              Question(
                id: "red-flags-now", ask: "Right now, do you have any of these?",
                label: "Red flags now", kind: .multiple,
                options: [
                  Option(id: "none", label: "None of these"),
                  Option(id: "breathing", label: "Trouble breathing"),
                  Option(id: "chest-pain", label: "Chest pain or collapse"),
                ], onUnknown: .finding(.defer), validFor: .day),
              Question(
                id: "patient-full-name", ask: "What is your full name?", label: "Name", kind: .text,
                onUnknown: .finding(.defer)),
              Question(
                id: "patient-date-of-birth", ask: "What is your date of birth?",
                label: "Date of birth", kind: .date(tense: .past, orNever: false, orCurrent: false),
                onUnknown: .finding(.defer)),
            ]),
          Section(
            id: "health", title: "Health", short: "Health", askedBy: "nurse",
            questions: [
              Question(
                id: "pregnancy-status", ask: "Are you pregnant?", label: "Pregnancy",
                hint: "Ask in private", why: "The treatment is not given in pregnancy.",
                cite: ["S0"], kind: .single,
                options: [Option(id: "no", label: "No"), Option(id: "yes", label: "Yes")],
                onUnknown: .finding(.defer), validFor: .day),
              Question(
                id: "filler-date", ask: "When was your last filler?", label: "Last filler",
                kind: .date(tense: .past, orNever: true, orCurrent: false),
                onUnknown: .finding(.caution)),
              Question(
                id: "depth", ask: "Planned depth in mm?", label: "Planned depth",
                kind: .number(unit: "mm", range: Quantity(0)...Quantity(13)),
                onUnknown: .finding(.caution), answeredByStaff: true, changeability: .plan),
              Question(
                id: "device", ask: "Which device?", label: "Device", kind: .single,
                options: [
                  Option(id: "needle", label: "Needle"), Option(id: "pen", label: "Pen"),
                ], onUnknown: .finding(.caution), answeredByStaff: true, changeability: .plan),
              Question(
                id: "pen-cleaned", ask: "Has the pen been cleaned?", label: "Pen cleaned",
                kind: .single,
                options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")],
                when: .isAny("device", ["pen"]), onUnknown: .finding(.defer), answeredByStaff: true),
            ]),
        ],
        rules: [
          rule(
            "red-flag", "Red flag today", .hasAny("red-flags-now", ["breathing", "chest-pain"]),
            .doNotTreat, urgency: .emergency),
          rule("pregnant", "Pregnant", .isAny("pregnancy-status", ["yes"]), .doNotTreat),
          rule(
            "filler-28-days", "Filler less than 28 days ago",
            .compare(.days("filler-date"), .less, Quantity(28)), .defer,
            until: .date("filler-date", days: 28)),
          rule(
            "deep", "Deeper than 4 mm", .compare(.number("depth"), .greater, Quantity(4)), severity),
          rule(
            "pen-not-cleaned", "Pen not cleaned", .isAny("pen-cleaned", ["no"]), .defer,
            until: .event("pen cleaned")),
        ],
        sources: [Source(id: "S0", title: "A magazine article")],
        emergencies: [
          Emergency(
            id: "anaphylaxis", title: "Trouble breathing",
            when: .hasAny("red-flags-now", ["breathing"]),
            steps: [
              "STOP. Call the doctor in the clinic now.", "Note the time. Stay with the patient.",
            ],
            cite: ["S0"])
        ]))
  }

  private static func rule(
    _ id: Rule.ID, _ title: String, _ when: Condition, _ severity: Severity,
    until: Until = .notDeferred, urgency: Urgency = .ordinary
  ) -> Rule {
    Rule(
      id: id, title: title, when: when, severity: severity, until: until,
      staff: "Look at it: \(title).", patient: "We look at this first.", cite: ["S0"],
      strength: .label, urgency: urgency)
  }
}
