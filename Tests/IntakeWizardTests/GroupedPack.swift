import ClinicalModel
import Screening

extension CompiledPack {
  /// A small made-up pack with declared groups, a table and parts by role.
  static let grouped = CompiledPack(
    ProtocolPack(
      id: "grouped", version: "1", digest: "sha256:0", title: "Grouped pack",
      jurisdiction: "nowhere", approval: "Made up for tests.",
      intendedUse: "It records answers and points to what a clinician must look at.",
      sections: [
        Section(
          id: "identity", title: "Patient", short: "Patient", askedBy: "front desk",
          roles: [.frontDesk], reconfirmed: ["patient-full-name", "patient-date-of-birth", "area"],
          questions: [
            Question(
              id: "patient-full-name", ask: "What is your full name?", label: "Name", kind: .text,
              onUnknown: .finding(.defer)),
            Question(
              id: "patient-date-of-birth", ask: "What is your date of birth?",
              label: "Date of birth", kind: .date(tense: .past, orNever: false, orCurrent: false),
              onUnknown: .finding(.defer)),
            Question(
              id: "area", ask: "Which part of the body?", label: "Area", kind: .single,
              options: [Option(id: "face", label: "Face"), Option(id: "legs", label: "Legs")]),
            yesNo("latex", "Does latex give you a rash?", "Latex rash"),
          ]),
        Section(
          id: "recent", title: "Recent procedures", short: "Recent", askedBy: "nurse",
          roles: [.nurse], form: .table,
          groups: [
            QuestionGroup(
              id: "injected", ask: "Have you ever had filler, PRP or, on the face, dental work?",
              label: "Filler, PRP, dental work",
              members: ["filler-date", "prp-date", "dental-date"])
          ],
          questions: [
            dated("filler-date", "When did you last have filler?", "Date of last filler"),
            dated("peel-date", "When was your last peel?", "Date of last peel"),
            dated("prp-date", "When did you last have PRP?", "Date of last PRP"),
            dated(
              "dental-date", "When was your last dental work?", "Date of last dental work",
              when: .isAny("area", ["face"])),
            yesNo("vaccine-booked", "Is any vaccine booked?", "Vaccine booked"),
            Question(
              id: "tablets", ask: "Have you ever taken the made-up tablets?", label: "Tablets",
              kind: .single,
              options: [
                Option(id: "never", label: "Never"), Option(id: "past", label: "In the past"),
              ]),
            dated(
              "tablets-end", "When was the last tablet?", "Date of last tablet",
              when: .isAny("tablets", ["past"])),
          ]),
        Section(
          id: "habits", title: "Habits", short: "Habits", askedBy: "nurse", roles: [.nurse],
          groups: [
            QuestionGroup(
              id: "habits",
              ask: "Have you had alcohol today, do you smoke, or is an event coming soon?",
              label: "Alcohol, smoking, event", members: ["alcohol", "smoking", "event-date"])
          ],
          questions: [
            yesNo("alcohol", "Have you had alcohol today?", "Alcohol today"),
            yesNo("smoking", "Do you smoke?", "Smoking"),
            dated("event-date", "Is an event coming soon, and when?", "Date of the event"),
          ]),
        Section(
          id: "consent", title: "Consent", short: "Consent", askedBy: "clinician",
          roles: [.clinician],
          questions: [yesNo("consent", "Is consent signed?", "Consent signed", byStaff: true)]),
      ],
      rules: [
        Rule(
          id: "filler-28-days", title: "Filler less than 28 days ago",
          when: .compare(.days("filler-date"), .less, Quantity(28)), severity: .defer,
          until: .date("filler-date", days: 28), staff: "Wait.", patient: "We wait.", cite: [],
          strength: .label)
      ],
      emergencies: [
        Emergency(
          id: "collapse", title: "Collapse", when: .isAny("latex", ["collapse"]),
          steps: ["STOP. Call the doctor in the clinic now."], cite: [])
      ]))

  /// The pack with other sections.
  func with(sections: [Section]) -> CompiledPack {
    CompiledPack(
      ProtocolPack(
        id: pack.id, version: pack.version, digest: pack.digest, title: pack.title,
        jurisdiction: pack.jurisdiction, approval: pack.approval, intendedUse: pack.intendedUse,
        sections: sections, rules: pack.rules, emergencies: pack.emergencies))
  }

  private static func yesNo(
    _ id: Question.ID, _ ask: String, _ label: String, byStaff: Bool = false
  ) -> Question {
    Question(
      id: id, ask: ask, label: label, kind: .single,
      options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")],
      onUnknown: .finding(.caution), answeredByStaff: byStaff)
  }

  private static func dated(
    _ id: Question.ID, _ ask: String, _ label: String, when: Condition = .always
  ) -> Question {
    Question(
      id: id, ask: ask, label: label, kind: .date(tense: .past, orNever: true, orCurrent: false),
      when: when, onUnknown: .finding(.caution))
  }
}
