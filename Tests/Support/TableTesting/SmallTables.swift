package import ClinicalModel

private let evidence = TableEvidence(grade: .analogyOrTrial, sources: ["S1"])

private func medicine(
  _ id: Medicine.ID, _ classKey: MedicineKey = "other", _ title: String = "Something else",
  tags: [MedicineKey] = [], also: [String] = [], brands: [String] = [],
  unconfirmed: [String] = [], misspelt: [String] = []
) -> Medicine {
  Medicine(
    id: id, name: String(id.rawValue.map { $0 == "-" ? " " : $0 }), alternativeNames: also,
    brands: MedicineBrands(india: brands, unconfirmed: unconfirmed), misspellings: misspelt,
    classKey: classKey, classTitle: title, tags: tags, bleeding: .none, reason: "It matters.",
    severity: .caution, evidence: evidence)
}

private func ingredient(
  _ id: Ingredient.ID, _ name: String, also: [String] = [], tags: [Ingredient.AllergenTag] = []
) -> Ingredient {
  Ingredient(
    id: id, name: name, synonyms: also, category: "vitamin", allergenTags: tags,
    severity: .proceed, evidence: evidence)
}

private func allergen(_ id: Allergen.ID, _ name: String, also: [String] = []) -> Allergen {
  Allergen(
    id: id, name: name, synonyms: also, group: "insect",
    rows: [
      AllergenRow(
        reaction: .anaphylaxis,
        containing: .finding(.doNotTreat, until: .notDeferred, staff: "Leave it out."),
        crossReacting: .finding(.caution, until: .notDeferred, staff: "Ask an allergist."))
    ],
    evidence: evidence)
}

/// A handful of medicines, two ingredients and three allergens.
package let smallTables = Tables(
  medicines: [
    medicine(
      "warfarin", "vka", "Vitamin K antagonist", tags: ["anticoagulant", "anticoagulant.vka"],
      also: ["warfarin sodium"], brands: ["Coumadin"], unconfirmed: ["Uniwarfin"],
      misspelt: ["warferin"]),
    medicine("apixaban", "doac", "Direct oral anticoagulant", tags: ["anticoagulant.doac"]),
    medicine(
      "aspirin", "aspirin", "Aspirin", tags: ["antiplatelet", "antiplatelet.aspirin"],
      brands: ["Ecosprin"]),
    medicine("clopidogrel", "p2y12", "P2Y12 antiplatelet", tags: ["antiplatelet.p2y12"]),
    medicine("pentoxifylline", "xanthine", "Vasodilator", tags: ["antiplatelet.weak"]),
    medicine("atorvastatin", brands: ["Atorva"]), medicine("acarbose"),
    medicine("telmisartan", brands: ["Telma"]), medicine("hydrochlorothiazide"),
    medicine("vitamin-b12"), medicine("diclofenac", misspelt: ["diklofenak"]),
    medicine("furosemide"), medicine("diphenhydramine"), medicine("diazepam"),
    medicine("estradiol"), medicine("omeprazole"), medicine("abciximab"),
    medicine("pill-one", also: ["the pill"]), medicine("pill-two", also: ["the pill"]),
  ],
  combinationBrands: [
    CombinationBrand(
      name: "Atorva Gold", ingredients: ["aspirin", "atorvastatin", "clopidogrel"],
      medicines: ["aspirin", "atorvastatin", "clopidogrel"], keys: ["antithrombotic"],
      evidence: evidence),
    CombinationBrand(
      name: "Telma", ingredients: ["telmisartan", "hydrochlorothiazide"],
      medicines: ["telmisartan", "hydrochlorothiazide"], keys: [], evidence: evidence),
  ],
  keys: [
    DeclaredKey(key: "anticoagulant", kind: .tag),
    DeclaredKey(key: "anticoagulant.vka", kind: .tag),
    DeclaredKey(key: "anticoagulant.doac", kind: .tag),
    DeclaredKey(key: "antiplatelet", kind: .tag, washoutDays: 3),
    DeclaredKey(key: "antiplatelet.aspirin", kind: .tag),
    DeclaredKey(key: "antiplatelet.p2y12", kind: .tag),
    DeclaredKey(key: "antiplatelet.weak", kind: .tag),
    DeclaredKey(
      key: "antithrombotic",
      kind: .group(members: ["anticoagulant", "antiplatelet"], exceptions: ["antiplatelet.weak"])),
  ],
  ingredients: [
    ingredient(
      "vitamin-b12", "Vitamin B12 (cyanocobalamin)", also: ["cyanocobalamin"], tags: ["cobalt"]),
    ingredient("hyaluronidase", "Hyaluronidase", tags: ["hymenoptera"]),
    ingredient("cobalt", "Cobalt", tags: ["cobalt"]),
  ],
  allergens: [
    allergen("hymenoptera", "Bee / wasp venom", also: ["bee sting"]),
    allergen("cobalt", "Cobalt"),
    allergen("amide_la", "Local anaesthetic, amide (lidocaine, prilocaine)"),
  ],
  pairs: AllergenPairs(
    rows: [
      [.noneKnown, .crossReacts, .noneKnown], [.contains, .noneKnown, .contains],
      [.noneKnown, .noneKnown, .noneKnown],
    ], width: 3, decidedHere: [1]),
  words: NameWords(
    forms: ["tab", "tablet", "tablets"], releases: ["sr"], units: ["mg", "mcg"],
    suffixes: ["gold", "cv", "a", "as", "asp", "plus", "forte", "h", "ht", "am", "m", "p"],
    reasons: [
      "heart": ["anticoagulant", "antithrombotic"], "clot": ["anticoagulant", "antithrombotic"],
      "stent": ["anticoagulant", "antithrombotic"], "stroke": ["anticoagulant", "antithrombotic"],
    ]))
