import ClinicalModel
import NameSearch
import ProtocolLibrary
import Testing

@Suite struct ShippedTablesTests {
  let tables: Tables
  let names: NameIndex<Medicine.ID>

  init() throws {
    tables = try Self.shared.get()
    names = Self.index
  }

  private static let shared = Result { try readPack(.builtIn, digest: "").tables }
  private static let index = ((try? shared.get()) ?? .none).medicineNames()

  private func meaning(_ text: String) -> Set<Medicine.ID> {
    if case .matched(let items) = names.resolve(text) { return Set(items) }
    return []
  }

  @Test func `the shipped tables have every row they promise`() {
    #expect(tables.medicines.count == 1012)
    #expect(tables.combinationBrands.count == 1035)
    #expect(tables.ingredients.count == 107)
    #expect(tables.allergens.count == 74)
    #expect(tables.allergens.allSatisfy { $0.rows.map(\.reaction) == ReactionType.allCases })
    #expect(tables.pairs.count == 74 * 107)
    #expect(tables.conditionRules.count == 239)
    #expect(tables.medicineRules.count == 120)
    #expect(tables.keys.count == 135)
  }

  @Test func `every generic, brand and combination leads to its own row`() {
    for medicine in tables.medicines {
      let texts =
        [medicine.id.rawValue, medicine.name] + medicine.alternativeNames
        + medicine.brands.confirmed + medicine.brands.unconfirmed
      for text in texts {
        #expect(meaning(text).contains(medicine.id), "\(text)")
        #expect(meaning(text.uppercased()).contains(medicine.id), "\(text)")
      }
      let family = Set(tables.forms.family(of: medicine.id))
      #expect(meaning(medicine.name).isSubset(of: family), "\(medicine.name)")
    }
    for brand in tables.combinationBrands {
      #expect(meaning(brand.name).isSuperset(of: brand.medicines), "\(brand.name)")
    }
  }

  @Test func `every misspelling asks for its own row and answers nothing`() {
    for medicine in tables.medicines {
      for text in medicine.misspellings {
        #expect(meaning(text) == [], "\(text)")
        let matches = names.search(text).matches
        #expect(matches.contains { $0.items.first == medicine.id }, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("Ecosprin AV", ["acetylsalicylic-acid", "atorvastatin"]),
    ("Atorva Gold", ["acetylsalicylic-acid", "atorvastatin", "clopidogrel"]),
    ("Rosumac Gold", ["acetylsalicylic-acid", "clopidogrel", "rosuvastatin"]),
    ("Razel-CV", ["clopidogrel", "rosuvastatin"]),
    ("ecosprin-av 75/20 capsule", ["acetylsalicylic-acid", "atorvastatin"]),
    ("Atorlip Gold 20", ["acetylsalicylic-acid", "atorvastatin", "clopidogrel"]),
  ])
  func `a statin brand with aspirin in it is never the statin alone`(
    _ text: String, _ items: [Medicine.ID]
  ) {
    #expect(meaning(text) == Set(items))
    #expect(meaning(text).contains { tables.matches($0, "antithrombotic") })
  }

  @Test func `a brand before a suffix that the table does not know stays unmatched`() {
    // All of them would take minutes.
    for (place, brand) in tables.medicines.flatMap(\.brands.confirmed).enumerated()
    where place.isMultiple(of: 5) {
      for suffix in tables.words.suffixes.sorted() {
        let text = "\(brand) \(suffix)"
        let resolution = names.resolve(text)
        if case .matched = resolution { continue }
        #expect(resolution != .unmatched(.nothing), "\(text)")
        guard place.isMultiple(of: 25) else { continue }
        let alone = meaning(brand)
        for match in names.search(text).matches where match.kind != .combinationBrand {
          // The table may know a longer brand that begins so.
          if match.name.lowercased().hasPrefix(text.lowercased()) { continue }
          #expect(Set(match.items) != alone || match.needsConfirmation, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    ("warferin", "warfarin"), ("clopidogral", "clopidogrel"), ("rivaroxiban", "rivaroxaban"),
    ("apixiban", "apixaban"), ("dabigatrin", "dabigatran-etexilate"),
    ("enoxiparin", "enoxaparin"), ("ibuprofin", "ibuprofen"), ("diclofanac", "diclofenac"),
    ("isotretinion", "isotretinoin"), ("levothyroxin", "levothyroxine-sodium"),
    ("acenocumerol", "acenocoumarol"), ("predinisolone", "prednisolone"),
  ])
  func `a misspelt medicine is offered and must be confirmed`(_ text: String, _ id: Medicine.ID) {
    #expect(meaning(text) == [])
    let match = names.search(text).matches.first { $0.items.first == id }
    #expect(match != nil)
    // The beginning of the right name is chosen from the list, not guessed.
    #expect(match?.manner == .beginning || match?.needsConfirmation == true)
  }

  @Test(arguments: ["asqi", "warf1", "abcd", "zzzz", "lipi", "gold", "plus", "tab"])
  func `four letters are never guessed at`(_ text: String) {
    #expect(
      !names.search(text).matches.contains {
        switch $0.manner {
        case .similar, .soundsAlike: true
        case .whole, .beginning, .laterWord, .memberOfClass, .misspelling, .within: false
        }
      })
  }

  @Test func `every blood thinner weighs at least caution`() {
    let thinners = tables.medicines(matching: "antithrombotic")
    #expect(thinners.count == 83)
    #expect(thinners.allSatisfy { $0.severity >= .caution })
    #expect(!tables.matches("pentoxifylline", "antithrombotic"))
    #expect(tables.matches("warfarin", "anticoagulant.vka"))
  }

  @Test func `an unknown reaction is never harmless`() {
    for allergen in tables.allergens {
      for relation in [AllergenRelation.contains, .crossReacts] {
        if case .finding(let severity, _, _) = allergen.row(.unknown).verdict(for: relation) {
          #expect(severity >= .caution, "\(allergen.id)")
        }
      }
    }
  }

  @Test func `the pairs say what the clinical tables say`() {
    #expect(tables.relation(of: "hymenoptera", to: "hyaluronidase") == .crossReacts)
    #expect(tables.relation(of: "amide_la", to: "lidocaine-inj") == .contains)
    #expect(tables.relation(of: "soy", to: "phosphatidylcholine") == .contains)
    #expect(tables.relation(of: "nickel", to: "zinc") == .noneKnown)
    #expect(tables.relation(of: "milk", to: "ha-cocktail-50") == .dependsOnParts)
    #expect(
      tables.ingredients.allSatisfy { tables.relation(of: "multiple", to: $0.id) == .crossReacts })
    #expect(tables.isDecidedHere("benzyl_alcohol", "progesterone-inj"))
  }

  @Test func `rows that await a clinician say so`() {
    #expect(tables.medicines.filter(\.evidence.awaitsClinician).count == 817)
    #expect(tables.allergens.filter(\.evidence.awaitsClinician).count == 47)
    #expect(tables.ingredients.filter(\.evidence.awaitsClinician).count == 49)
    #expect(tables.conditionRules.filter(\.evidence.isDecidedHere).count == 43)
    #expect(tables.medicineRules.filter(\.evidence.isDecidedHere).count == 12)
    #expect(tables.combinationBrands.allSatisfy { $0.evidence.awaitsClinician })
  }

  @Test func `no text of the tables advises against a prescribed medicine`() throws {
    let pack = try readPack(.builtIn, digest: "")
    let phrases = pack.guidance.neverSay.filter { $0.reach == .all }
    #expect(!phrases.isEmpty)
    for text in staffTexts {
      for phrase in phrases { #expect(phrase.found(in: text) == [], "\(text)") }
    }
  }

  /// What staff may read of the tables.
  private var staffTexts: [String] {
    var texts = tables.medicines.map(\.reason)
    texts += tables.medicines.map(\.until).compactMap(event)
    for verdict in tables.allergens.flatMap(\.rows).flatMap({ [$0.containing, $0.crossReacting] }) {
      if case .finding(_, let until, let staff) = verdict {
        texts += [staff] + [event(until)].compactMap { $0 }
      }
    }
    texts += tables.allergens.map(\.note) + tables.ingredients.map(\.regulatory)
    texts += tables.ingredients.map(\.skinTestNote)
    texts += tables.conditionRules.flatMap { [$0.condition, $0.note] }
    texts += tables.conditionRules.map(\.until).compactMap(event)
    texts += tables.medicineRules.map(\.note)
    texts += tables.medicineRules.map(\.until).compactMap(event)
    return Array(Set(texts.filter { !$0.isEmpty })).sorted()
  }

  private func event(_ until: Until) -> String? {
    if case .event(let text) = until { text } else { nil }
  }

  @Test func `every ingredient and allergen is found by its names`() {
    let ingredients = tables.ingredientNames()
    for thing in tables.ingredients {
      for text in [thing.id.rawValue, thing.name] + thing.synonyms {
        guard case .matched(let items) = ingredients.resolve(text) else {
          Issue.record("\(text)")
          continue
        }
        #expect(items.contains(thing.id), "\(text)")
      }
    }
    let allergens = tables.allergenNames()
    for thing in tables.allergens {
      for text in [thing.id.rawValue, thing.name] + thing.synonyms {
        guard case .matched(let items) = allergens.resolve(text) else {
          Issue.record("\(text)")
          continue
        }
        #expect(items.contains(thing.id), "\(text)")
      }
    }
  }
}
