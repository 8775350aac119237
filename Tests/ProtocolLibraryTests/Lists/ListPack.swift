/// The small pack with its tables and a question for each list.
extension SmallPack {
  static var withLists: SmallPack {
    var pack = SmallPack.withTables
    pack.texts["questions/03-lists.yaml"] = lists
    return pack
  }

  private static let lists = """
    section: lists
    title: Lists
    short: Lists
    asked_by: nurse
    questions:
    - id: medicines
      ask: "Which medicines?"
      label: Medicines
      why: "They change the plan."
      cite: [S1]
      type: list
      fields:
      - {id: medicine, label: Medicine, type: name, table: medicines}
      - id: use
        label: Use
        type: single
        options: {"regular": "Regular", "stopped": "Stopped", "unknown": "Not sure"}
      - {id: prescribed, label: Prescribed, type: single, options: {"yes": "Yes", "no": "No"}}
      - {id: reason, label: Reason, type: text}
      - {id: started, label: Started, type: date, tense: past}
      - {id: last-taken, label: Last dose, type: date, tense: past, when: "use = stopped"}
      on_unknown: defer
    - id: planned-ingredients
      ask: "What is planned?"
      label: Plan
      why: "Findings follow from it."
      cite: [S1]
      type: list
      fields:
      - {id: ingredient, label: Ingredient, type: name, table: ingredients}
      - {id: lot, label: Lot, type: text}
      - {id: expiry, label: Expiry, type: date, tense: either}
      - {id: free-of, label: Free of, type: names, table: allergens}
      on_unknown: defer
    - id: sting-swelling
      ask: "Is a recent sting swollen?"
      label: Sting swelling
      why: "It may spread."
      cite: [S1]
      type: single
      options: {"yes": "Yes", "no": "No"}
      on_unknown: caution
    - id: allergies
      ask: "Which allergies?"
      label: Allergies
      why: "They are compared with the plan."
      cite: [S1]
      type: list
      fields:
      - {id: allergen, label: Allergen, type: name, table: allergens}
      - id: reaction
        label: Reaction
        type: single
        options: {"anaphylaxis": "Collapse", "intolerance": "Nausea", "unknown": "Not sure"}
      - {id: when, label: When, type: date, tense: past}
      on_unknown: caution
    - id: skin-tests
      ask: "Which skin tests?"
      label: Skin tests
      why: "They answer for a kind and a lot."
      cite: [S1]
      type: list
      fields:
      - id: kind
        label: Kind
        type: single
        options: {"prick-intradermal": "Prick", "patch": "Patch", "spot": "Small area"}
      - {id: ingredient, label: Ingredient, type: name, table: ingredients}
      - id: state
        label: State
        type: single
        options: {"planned": "Planned", "placed": "Placed", "refused": "Refused"}
      - {id: placed, label: Placed, type: date, tense: either}
      - id: readings
        label: Readings
        type: list
        fields:
        - {id: day, label: Day, type: number, unit: days, range: ["0", "60"]}
        - {id: grade, label: Grade, type: single, options: {"-": "Negative", "+": "Positive"}}
        - {id: wheal-mm, label: Wheal, type: number, unit: mm, range: ["0", "100"]}
        - {id: saline-mm, label: Saline, type: number, unit: mm, range: ["0", "100"]}
      on_unknown: none

    """
}
