/// A pack's tables, with quick look-ups.
public struct Tables: Sendable {
  /// Every generic medicine, in the pack's order.
  public let medicines: [Medicine]
  /// Which medicines are forms of one generic.
  public private(set) var forms: MedicineForms = .none
  /// Every combination brand.
  public let combinationBrands: [CombinationBrand]
  /// The closed list of tags and groups.
  public let keys: [DeclaredKey]
  /// Every ingredient.
  public let ingredients: [Ingredient]
  /// What the clinic mixes or buys as one product.
  public private(set) var mixtures: [Mixture] = []
  /// Every allergen.
  public let allergens: [Allergen]
  /// Words for what people react to in an ingredient, beside the allergens,
  /// with the allergen that each is the same as, where there is one.
  public let allergenTags: [DeclaredAllergenTag]
  /// What is known of every pair of allergen and ingredient.
  public let pairs: AllergenPairs
  /// Ingredients against the patient's history.
  public private(set) var conditionRules: [IngredientConditionRule]
  /// Ingredients against the patient's medicines.
  public private(set) var medicineRules: [IngredientMedicineRule]
  /// What options of questions put into or onto the patient.
  public private(set) var planOptions: [PlanOption] = []
  /// What counts back as which option; it follows from the rows of the plan.
  private(set) var countingBack: [Question.ID: [Option.ID: Set<Ingredient.ID>]] = [:]
  /// What of the medicines' rows is about some plans only.
  public private(set) var planConcerns: [PlanConcern] = []
  /// The same by medicine.
  private(set) var concernsByMedicine: [Medicine.ID: [PlanConcern]] = [:]
  /// What classes of medicines imply.
  public private(set) var classTags: [ClassTags] = []
  /// Which rows of the tables are one substance.
  public private(set) var substances: [SubstanceRow] = []
  /// The allergens that an allergy to a medicine means.
  public private(set) var medicineAllergens: [MedicineAllergens] = []
  /// What reactions to a planned ingredient itself mean.
  public private(set) var plannedReactions: [PlannedReaction] = []
  /// Words for matching names.
  public let words: NameWords
  /// How findings that the rows make are worded.
  public private(set) var findings: [TableFinding]

  private let medicineByID: [Medicine.ID: Int]
  private let ingredientByID: [Ingredient.ID: Int]
  private let allergenByID: [Allergen.ID: Int]
  private let byKey: [MedicineKey: [Int]]
  private let byAllergenTag: [Ingredient.AllergenTag: [Int]]
  private let washouts: [MedicineKey: Int]

  /// Tables from their rows; of rows with the same id the first is found.
  public init(
    medicines: [Medicine] = [], combinationBrands: [CombinationBrand] = [],
    keys: [DeclaredKey] = [], ingredients: [Ingredient] = [], allergens: [Allergen] = [],
    allergenTags: [DeclaredAllergenTag] = [], pairs: AllergenPairs = .none,
    conditionRules: [IngredientConditionRule] = [],
    medicineRules: [IngredientMedicineRule] = [], words: NameWords = .none,
    findings: [TableFinding] = [], forms: MedicineForms = .none
  ) {
    self.medicines = medicines
    self.forms = forms
    self.combinationBrands = combinationBrands
    self.keys = keys
    self.ingredients = ingredients
    self.allergens = allergens
    self.allergenTags = allergenTags
    self.pairs = pairs
    self.conditionRules = conditionRules
    self.medicineRules = medicineRules
    self.words = words
    self.findings = findings
    medicineByID = Self.places(of: medicines, by: \.id)
    ingredientByID = Self.places(of: ingredients, by: \.id)
    allergenByID = Self.places(of: allergens, by: \.id)
    byKey = Self.keyed(medicines, keys)
    var byTag: [Ingredient.AllergenTag: [Int]] = [:]
    for (place, ingredient) in ingredients.enumerated() {
      for tag in ingredient.allergenTags { byTag[tag, default: []].append(place) }
    }
    byAllergenTag = byTag
    washouts = Dictionary(
      keys.map { ($0.key, $0.washoutDays) }, uniquingKeysWith: { first, _ in first })
  }

  /// A pack without tables.
  public static let none = Tables()

  private static func places<Row, ID: Hashable>(of rows: [Row], by id: (Row) -> ID) -> [ID: Int] {
    Dictionary(
      rows.enumerated().map { (id($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where the medicines of each key stand, parents and groups included.
  private static func keyed(_ medicines: [Medicine], _ keys: [DeclaredKey]) -> [MedicineKey: [Int]]
  {
    var found: [MedicineKey: [Int]] = [:]
    var families: [MedicineKey: [MedicineKey]] = [:]
    for (place, medicine) in medicines.enumerated() {
      for label in medicine.labels {
        if families[label] == nil { families[label] = label.withParents }
        for key in families[label, default: []] where found[key]?.last != place {
          found[key, default: []].append(place)
        }
      }
    }
    for declared in keys {
      guard case .group(let members, let exceptions) = declared.kind else { continue }
      found[declared.key] = Set(members.flatMap { found[$0, default: []] }).sorted().filter {
        medicines[$0].labels.contains { label in
          members.contains { $0.covers(label) } && !exceptions.contains { $0.covers(label) }
        }
      }
    }
    return found
  }
}

extension Tables {
  /// The medicine with this id; nothing when the pack has none such.
  public func medicine(_ id: Medicine.ID) -> Medicine? { medicineByID[id].map { medicines[$0] } }

  /// The ingredient with this id; nothing when the pack has none such.
  public func ingredient(_ id: Ingredient.ID) -> Ingredient? {
    ingredientByID[id].map { ingredients[$0] }
  }

  /// The allergen with this id; nothing when the pack has none such.
  public func allergen(_ id: Allergen.ID) -> Allergen? { allergenByID[id].map { allergens[$0] } }

  /// Every medicine that a key matches: by its id, one of its tags or its
  /// class, exactly or as a dotted parent, or through a declared group.
  public func medicines(matching key: MedicineKey) -> [Medicine] {
    byKey[key, default: []].map { medicines[$0] }
  }

  /// Where the medicines that a key matches stand in the table.
  package func places(matching key: MedicineKey) -> [Int] { byKey[key, default: []] }

  /// Whether a key matches a medicine; never for a medicine the pack lacks.
  public func matches(_ medicine: Medicine.ID, _ key: MedicineKey) -> Bool {
    guard let place = medicineByID[medicine] else { return false }
    return byKey[key, default: []].contains(place)
  }

  /// Whether a key means anything: some medicine matches it, or it is declared.
  public func knows(_ key: MedicineKey) -> Bool { byKey[key] != nil || washouts[key] != nil }

  /// How many days a stopped medicine still counts as taken for a key.
  public func washoutDays(_ key: MedicineKey) -> Int { washouts[key, default: 0] }

  /// Every ingredient that is meant by a word of `planned(x)`: the one with
  /// that id, and those that carry it as an allergen tag.
  public func ingredients(meant word: String) -> [Ingredient] {
    var places = byAllergenTag[Ingredient.AllergenTag(rawValue: word), default: []]
    if let own = ingredientByID[Ingredient.ID(rawValue: word)], !places.contains(own) {
      places.insert(own, at: 0)
    }
    return places.map { ingredients[$0] }
  }

  /// What is known of an allergen and an ingredient; of one that the pack lacks
  /// nothing is known, so its parts decide.
  public func relation(of allergen: Allergen.ID, to ingredient: Ingredient.ID) -> AllergenRelation {
    guard let row = allergenByID[allergen], let column = ingredientByID[ingredient] else {
      return .dependsOnParts
    }
    return pairs.relation(row: row, column: column)
  }
}

extension Tables {
  /// The tables with other rules for ingredients.
  public func with(
    conditionRules: [IngredientConditionRule], medicineRules: [IngredientMedicineRule],
    planConcerns: [PlanConcern] = []
  ) -> Tables {
    var tables = self
    tables.conditionRules = conditionRules
    tables.medicineRules = medicineRules
    tables.planConcerns = planConcerns
    tables.concernsByMedicine = matched(planConcerns)
    return tables
  }

  /// The tables with what classes of medicines imply.
  public func with(classTags: [ClassTags]) -> Tables {
    var tables = self
    tables.classTags = classTags
    return tables
  }

  /// The tables with the wording of their findings.
  public func with(findings: [TableFinding]) -> Tables {
    var tables = self
    tables.findings = findings
    return tables
  }

  /// The tables with what options of questions put into or onto the patient.
  public func with(planOptions: [PlanOption]) -> Tables {
    var tables = self
    tables.planOptions = planOptions
    tables.countingBack = Self.countingBack(planOptions)
    return tables
  }

  /// The tables with what their rows have in common, and what reactions to a
  /// planned ingredient itself mean.
  public func with(
    substances: [SubstanceRow], medicineAllergens: [MedicineAllergens],
    plannedReactions: [PlannedReaction]
  ) -> Tables {
    var tables = self
    tables.substances = substances
    tables.medicineAllergens = medicineAllergens
    tables.plannedReactions = plannedReactions
    return tables
  }

  /// What a reaction to a planned ingredient itself means; nothing while the
  /// pack does not say it.
  public func plannedReaction(_ reaction: ReactionType) -> PlannedReaction? {
    plannedReactions.first { $0.reaction == reaction }
  }

  /// The tables with the clinic's mixtures, whose names then mean their parts.
  public func with(mixtures: [Mixture]) -> Tables {
    var tables = self
    tables.mixtures = mixtures
    return tables
  }

  /// The wording of one kind of finding; nothing when the pack words none.
  public func finding(_ kind: TableFinding.Kind) -> TableFinding? {
    findings.first { $0.kind == kind }
  }
}

extension Tables: Hashable {
  /// Whether two packs have the same tables.
  public static func == (first: Self, second: Self) -> Bool {
    first.medicines == second.medicines && first.combinationBrands == second.combinationBrands
      && first.keys == second.keys && first.ingredients == second.ingredients
      && first.allergens == second.allergens && first.allergenTags == second.allergenTags
      && first.pairs == second.pairs && first.conditionRules == second.conditionRules
      && first.medicineRules == second.medicineRules && first.words == second.words
      && first.forms == second.forms && first.findings == second.findings
      && first.mixtures == second.mixtures && first.planOptions == second.planOptions
      && first.planConcerns == second.planConcerns && first.classTags == second.classTags
      && first.substances == second.substances
      && first.medicineAllergens == second.medicineAllergens
      && first.plannedReactions == second.plannedReactions
  }

  /// Hashes what tells tables apart soonest.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(medicines.count)
    hasher.combine(medicines.last?.id)
    hasher.combine(ingredients.count)
    hasher.combine(allergens.count)
  }
}
