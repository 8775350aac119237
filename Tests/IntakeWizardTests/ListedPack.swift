import ClinicalModel
import Screening

extension CompiledPack {
  /// A small made-up pack with lists and tables of a few rows.
  static let listed = CompiledPack(
    ProtocolPack(
      id: "listed", version: "1", digest: "sha256:0", title: "Listed pack", jurisdiction: "nowhere",
      approval: "Made up for tests.",
      intendedUse: "It records answers and points to what a clinician must look at.",
      sections: [
        Section(
          id: "medicines", title: "Medicines", short: "Medicine", askedBy: "nurse",
          questions: [
            yesNo("medicines-any", "Do you take any medicine?", "Any medicine"),
            Question(
              id: "medicines", ask: "Which medicines?", label: "Medicines",
              hint: "Also eye drops and creams", help: "Ask to see the boxes.",
              why: "Some medicines thin the blood.", kind: .list(.medicines),
              fields: medicineFields, when: .isAny("medicines-any", ["yes"]),
              onUnknown: .finding(.defer)),
          ]),
        Section(
          id: "plan", title: "Plan and allergies", short: "Plan", askedBy: "nurse",
          groups: [
            QuestionGroup(
              id: "both", ask: "Have you allergies, or bled lately?", label: "Allergies, bleeding",
              members: ["allergies-any", "bleeding"])
          ],
          questions: [
            yesNo("allergies-any", "Have you reacted to anything?", "Any allergy"),
            yesNo("bleeding", "Have you bled lately?", "Bleeding"),
            Question(
              id: "allergies", ask: "What have you reacted to?", label: "Allergies",
              kind: .list(.allergies), fields: allergyFields,
              when: .isAny("allergies-any", ["yes"]), onUnknown: .finding(.caution)),
            Question(
              id: "planned-ingredients", ask: "What is planned?", label: "Planned ingredients",
              kind: .list(.plannedIngredients), fields: ingredientFields,
              onUnknown: .finding(.caution), answeredByStaff: true),
            Question(
              id: "skin-tests", ask: "Which skin tests were done?", label: "Skin tests",
              kind: .list(.skinTests), fields: testFields, onUnknown: .finding(.caution),
              answeredByStaff: true),
          ]),
      ],
      rules: [
        rule(
          "blood-thinner", "Takes a blood thinner", .list(.taking(["anticoagulant"])), .caution),
        rule(
          "dual", "Takes two medicines against clotting",
          .and([.list(.taking(["anticoagulant"])), .list(.taking(["antiplatelet"]))]), .defer),
        rule(
          "medicine-unmatched", "A medicine that no table knows",
          .list(.any(.medicines, .entry(.unmatched))), .caution),
      ],
      emergencies: [
        Emergency(
          id: "collapse", title: "Collapse",
          when: .list(.allergic("sulfite", .only("anaphylaxis"))),
          steps: ["STOP. Call the doctor in the clinic now."], cite: [])
      ], tables: .listed))

  private static let medicineFields = [
    Question(
      id: "medicine", ask: "Medicine", label: "Medicine", kind: .name(.medicines)),
    Question(
      id: "use", ask: "How it is taken", label: "How it is taken", kind: .single,
      options: options([
        ("regular", "Regular"), ("as-needed", "Now and then"), ("stopped", "Stopped"),
        ("unknown", "Not sure"),
      ])),
    Question(
      id: "prescribed", ask: "Who chose it", label: "Who chose it", kind: .single,
      options: options([
        ("yes", "A doctor prescribed it"), ("no", "Own choice"), ("unknown", "Not sure"),
      ])),
    Question(id: "reason", ask: "What it is for", label: "What it is for", kind: .text),
    Question(
      id: "last-taken", ask: "Last dose", label: "Last dose",
      kind: .date(tense: .past, orNever: false, orCurrent: false)),
    Question(
      id: "stopped-because", ask: "Why it was stopped", label: "Why it was stopped",
      kind: .single, options: options([("doctor", "Doctor told me"), ("self", "Own decision")]),
      when: .isAny("use", ["stopped"])),
  ]

  private static let allergyFields = [
    Question(id: "allergen", ask: "Reacted to", label: "Reacted to", kind: .name(.allergens)),
    Question(
      id: "reaction", ask: "What happened", label: "What happened", kind: .single,
      options: options([
        ("anaphylaxis", "Collapse, adrenaline given"), ("immediate_mild", "Hives soon after"),
        ("unknown", "Not sure"),
      ])),
  ]

  private static let ingredientFields = [
    Question(
      id: "ingredient", ask: "Ingredient", label: "Ingredient", kind: .name(.ingredients)),
    Question(id: "lot", ask: "Lot", label: "Lot", kind: .text),
    Question(
      id: "components-known", ask: "Component list", label: "Component list", kind: .single,
      options: options([("yes", "Component list read"), ("no", "No list")])),
    Question(
      id: "free-of", ask: "Label says free of", label: "Label says free of",
      kind: .names(.allergens)),
  ]

  private static let testFields = [
    Question(
      id: "kind", ask: "Kind of test", label: "Kind of test", kind: .single,
      options: options([("patch", "Patch"), ("spot", "Small test area")])),
    Question(
      id: "ingredient", ask: "Tested ingredient", label: "Tested ingredient",
      kind: .name(.ingredients)),
    Question(
      id: "state", ask: "State", label: "State", kind: .single,
      options: options([("planned", "Planned"), ("placed", "Placed")])),
    Question(
      id: "placed", ask: "Placed on", label: "Placed on",
      kind: .date(tense: .either, orNever: false, orCurrent: false)),
    Question(
      id: "readings", ask: "Readings", label: "Readings", kind: .list(.readings),
      fields: [
        Question(
          id: "day", ask: "Day", label: "Day",
          kind: .number(unit: "days", range: Quantity(0)...Quantity(60))),
        Question(
          id: "grade", ask: "Grade", label: "Grade", kind: .single,
          options: options([("-", "No reaction"), ("+", "Weak reaction")])),
      ]),
    yesNo("late-reaction", "Late reaction", "Late reaction"),
  ]

  private static func options(_ list: [(Option.ID, String)]) -> [Option] {
    list.map { Option(id: $0.0, label: $0.1) }
  }

  private static func yesNo(_ id: Question.ID, _ ask: String, _ label: String) -> Question {
    Question(
      id: id, ask: ask, label: label, kind: .single,
      options: [Option(id: "yes", label: "Yes"), Option(id: "no", label: "No")],
      onUnknown: .finding(.caution))
  }

  private static func rule(
    _ id: Rule.ID, _ title: String, _ when: Condition, _ severity: Severity
  ) -> Rule {
    Rule(
      id: id, title: title, when: when, severity: severity,
      until: severity == .defer ? .event("the prescriber has answered") : .notDeferred,
      staff: "Look at it: \(title).", patient: "We look at this first.", cite: [],
      strength: .label)
  }
}

extension Tables {
  /// Tables of a few rows, real names with made-up content.
  static let listed = Tables(
    medicines: [
      medicine(
        "warfarin", "warfarin", brands: ["Coumadin", "Marevan"], misspellings: ["warferin"],
        "anticoagulant", "Anticoagulant", .caution),
      medicine(
        "acetylsalicylic-acid", "acetylsalicylic acid", others: ["aspirin"],
        brands: ["Ecosprin"], "antiplatelet", "Antiplatelet", .caution),
      medicine(
        "atorvastatin", "atorvastatin", brands: ["Atorva"], "statin", "Statin", .proceed),
      medicine("clopidogrel", "clopidogrel", "antiplatelet", "Antiplatelet", .caution),
      medicine("vitamin-b12", "vitamin B12", "vitamin", "Vitamin", .proceed),
      medicine("vitamin-b1", "vitamin B1", "vitamin", "Vitamin", .proceed),
    ],
    combinationBrands: [
      combination("Ecosprin AV", ["atorvastatin", "acetylsalicylic-acid"]),
      combination("Atorva Gold", ["acetylsalicylic-acid", "atorvastatin", "clopidogrel"]),
    ],
    ingredients: [
      Ingredient(
        id: "lidocaine", name: "Lidocaine", category: "anaesthetic", severity: .proceed,
        evidence: evidence),
      Ingredient(
        id: "hyaluronidase", name: "Hyaluronidase", category: "enzyme", severity: .proceed,
        evidence: evidence),
    ],
    allergens: [
      Allergen(id: "sulfite", name: "Sulfite", group: "preservative", rows: [], evidence: evidence),
      Allergen(
        id: "bee_sting", name: "Bee or wasp sting", synonyms: ["bee sting"],
        group: "insect_venom", rows: [], evidence: evidence),
    ],
    words: NameWords(forms: ["tablet"], units: ["mg"], suffixes: ["gold", "av"]))

  private static let evidence = TableEvidence(grade: .unconfirmed, sources: [.generalKnowledge])

  private static func medicine(
    _ id: Medicine.ID, _ name: String, others: [String] = [], brands: [String] = [],
    misspellings: [String] = [], _ key: MedicineKey, _ title: String, _ severity: Severity
  ) -> Medicine {
    Medicine(
      id: id, name: name, alternativeNames: others, brands: MedicineBrands(india: brands),
      misspellings: misspellings, classKey: key, classTitle: title, tags: [key], bleeding: .none,
      reason: "Made up.", severity: severity, evidence: evidence)
  }

  private static func combination(_ name: String, _ medicines: [Medicine.ID]) -> CombinationBrand {
    CombinationBrand(
      name: name, ingredients: medicines.map(\.rawValue), medicines: medicines, keys: [],
      evidence: evidence)
  }
}
