import ClinicalModel
import ProtocolLibrary
import Screening

extension CompiledPack {
  /// The form that keystrokes are counted on: who the patient is, the
  /// treatment, and 27 screening questions, one of them a list of nine allergies
  /// and one a list of medicines. The lists and tables are the shipped ones.
  static func referenceForm() throws -> CompiledPack {
    let shipped = CompiledPack(try readPack(PackFiles.builtIn, digest: "sha256:shipped"))
    func list(
      _ id: Question.ID, when: Condition, onUnknown: UnknownPolicy = .finding(.defer)
    ) -> Question {
      let question = shipped.question(id)
      return Question(
        id: id, ask: question?.ask ?? "", label: question?.label ?? "",
        kind: question?.kind ?? .text, fields: question?.fields ?? [], when: when,
        onUnknown: onUnknown)
    }
    return CompiledPack(
      ProtocolPack(
        id: "reference", version: "1", digest: "sha256:0", title: "Reference form",
        jurisdiction: "nowhere", approval: "Made up for counting.",
        intendedUse: "It counts keys.",
        sections: [
          patient, treatment(list("planned-ingredients", when: .isAny("mixture", ["own"]))),
          section("pregnancy", "Pregnancy", pregnancy),
          section("allergy", "Allergies", [reactedTo] + allergyDetails + allergy),
          section("immune", "Immune system", immune),
          section(
            "blood", "Blood and medicines",
            [yesNo("medicines-any"), list("medicines", when: .isAny("medicines-any", ["yes"]))]
              + blood),
          section("history", "Health history", history), section("sun", "Sun and skin", sun),
          section(
            "tests", "Skin tests", [list("skin-tests", when: .always, onUnknown: .noFinding)]),
        ],
        rules: [
          finding("anaesthetic", .hasAny("reacted-to", ["anaesthetic"]), .defer),
          finding("antiplatelet", .isAny("medicines-any", ["yes"]), .caution),
          finding("immune-active", .isAny("autoimmune-active", ["yes"]), .caution),
          finding("sun", .isAny("sun-recent", ["yes"]), .caution),
        ], tables: shipped.tables, skinTests: shipped.skinTests))
  }

  private static let patient = Section(
    id: "patient", title: "Patient", short: "Patient", askedBy: "front desk",
    reconfirmed: ["patient-full-name", "patient-date-of-birth"],
    questions: [
      Question(
        id: "patient-full-name", ask: "What is your full name?", label: "Name", kind: .text,
        onUnknown: .finding(.defer)),
      Question(
        id: "patient-date-of-birth", ask: "What is your date of birth?", label: "Date of birth",
        kind: .date(tense: .past, orNever: false, orCurrent: false), onUnknown: .finding(.defer)),
    ])

  private static func treatment(_ own: Question) -> Section {
    Section(
      id: "treatment", title: "Treatment", short: "Treatment", askedBy: "nurse",
      reconfirmed: ["reason", "area", "way", "mixture"],
      questions: [
        choice("reason", ["skin", "hair", "fat"]), choice("area", ["face", "neck", "scalp"]),
        choice("way", ["needle", "roller"]), choice("mixture", ["mix-a", "mix-b", "own"]), own,
        Question(
          id: "last-session", ask: "When was the last session?", label: "Last session",
          kind: .date(tense: .past, orNever: true, orCurrent: false), onUnknown: .finding(.caution)),
      ])
  }

  private static let pregnancy = yesNos(["pregnant", "breastfeeding"])
  private static let reactedTo = Question(
    id: "reacted-to", ask: "Which of these have you reacted to?", label: "Reacted to",
    kind: .multiple,
    options: [
      "anaesthetic", "antibiotic", "latex", "antiseptic", "hyaluronidase", "egg", "nickel",
      "venom", "other",
    ].map { Option(id: $0, label: $0.rawValue) } + [
      Option(id: Option.none, label: "None of these")
    ],
    onUnknown: .finding(.defer))
  private static let allergyDetails = [
    Question(
      id: "anaesthetic-name", ask: "Which numbing medicine?", label: "Agent", kind: .text,
      when: .hasAny("reacted-to", ["anaesthetic"])),
    choice(
      "anaesthetic-reaction", ["hives", "collapse"], when: .hasAny("reacted-to", ["anaesthetic"])),
    Question(
      id: "anaesthetic-when", ask: "When was it?", label: "When",
      kind: .date(tense: .past, orNever: false, orCurrent: false),
      when: .hasAny("reacted-to", ["anaesthetic"])),
  ]
  private static let allergy = yesNos([
    "hay-fever", "eczema", "food", "plaster", "cosmetic", "adrenaline-pen",
  ])
  private static let immune =
    yesNos(["autoimmune"])
    + [yesNo("autoimmune-active", when: .isAny("autoimmune", ["yes"]))]
    + yesNos(["immune-weak", "steroid", "biological"])
  private static let blood = yesNos(["bruising", "bleeding", "clot"])
  private static let history = yesNos([
    "keloid", "infection", "cold-sore", "diabetes", "heart", "epilepsy", "fainting",
  ])
  private static let sun =
    yesNos(["sun-recent"])
    + [
      Question(
        id: "sun-date", ask: "When was the last strong sun?", label: "Last strong sun",
        kind: .date(tense: .past, orNever: false, orCurrent: false),
        when: .isAny("sun-recent", ["yes"]))
    ] + yesNos(["sunburn", "sun-planned"])

  private static func section(
    _ id: Section.ID, _ title: String, _ questions: [Question]
  ) -> Section {
    Section(id: id, title: title, short: title, askedBy: "nurse", questions: questions)
  }

  private static func yesNos(_ ids: [Question.ID]) -> [Question] { ids.map { yesNo($0) } }

  private static func yesNo(_ id: Question.ID, when: Condition = .always) -> Question {
    choice(id, ["yes", "no"], when: when)
  }

  private static func choice(
    _ id: Question.ID, _ options: [Option.ID], when: Condition = .always
  ) -> Question {
    Question(
      id: id, ask: "What about \(id)?", label: id.rawValue, kind: .single,
      options: options.map { Option(id: $0, label: $0.rawValue) }, when: when,
      onUnknown: .finding(.caution))
  }

  private static func finding(
    _ id: Rule.ID, _ when: Condition, _ severity: Severity
  ) -> Rule {
    Rule(
      id: id, title: "About \(id)", when: when, severity: severity, staff: "Look at it.",
      patient: "We look at it.", cite: [], strength: .label)
  }
}
