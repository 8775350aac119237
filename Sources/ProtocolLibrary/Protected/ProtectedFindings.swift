public import ClinicalModel

/// Everything of a pack that is protected, sorted by kind and name.
///
/// - Parameters:
///   - files: the pack's files, those of an overlay aside.
///   - pack: the pack that was read from them.
public func protectedFindings(of files: PackFiles, pack: ProtocolPack) -> [ProtectedFinding] {
  let places = PackPlaces(files).adding(tables: files)
  return protectedFindings(of: files, pack: pack, at: places)
}

func protectedFindings(of files: PackFiles, pack: ProtocolPack, at places: PackPlaces)
  -> [ProtectedFinding]
{
  let content = ProtectedContent(pack: pack, places: places)
  let all =
    content.rules + content.questions + content.medicines + content.ingredients
    + content.allergens + protectedTexts(of: files) + protectedRows(of: files)
  return all.sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
}

/// What the pack's own model says.
struct ProtectedContent {
  let pack: ProtocolPack
  let places: PackPlaces

  // MARK: Rules and questions

  var rules: [ProtectedFinding] {
    pack.rules.flatMap { rule in
      let place = places.place(of: PackSpot(.rule(rule.id), "severity"))
      let weight = rule.severity.rawValue + (rule.urgency == .emergency ? " emergency" : "")
      let own = ProtectedFinding(
        kind: .rule, id: rule.id.rawValue, weight: weight,
        meaning: "\(rule.when)" + rule.until.meaning, place: place)
      guard rule.settling == .settlesDefaults else { return [own] }
      return [
        own,
        ProtectedFinding(
          kind: .settles, id: rule.id.rawValue, weight: "", meaning: "\(rule.when)",
          place: places.place(of: PackSpot(.rule(rule.id), "settles-default"))),
      ]
    }
  }

  var questions: [ProtectedFinding] {
    pack.questions.flatMap { question in
      let weight =
        switch question.onUnknown {
        case .noFinding: "none"
        case .finding(let severity): severity.rawValue
        }
      let fields = question.fields.enumerated().map { place, field in
        ProtectedFinding(
          kind: .field, id: "\(question.id) \(field.id)", weight: "", meaning: "\(field.when)",
          place: places.place(of: PackSpot(.question(question.id), "fields", .item(place))))
      }
      return [
        ProtectedFinding(
          kind: .question, id: question.id.rawValue, weight: weight, meaning: "\(question.when)",
          place: places.place(of: PackSpot(.question(question.id), "on_unknown")))
      ] + fields
    }
  }

  // MARK: Tables

  private func row(
    _ kind: ProtectedFinding.Kind, _ id: String, _ weight: Severity?, _ meaning: String,
    table: String, _ cells: [String], _ column: String
  ) -> ProtectedFinding {
    ProtectedFinding(
      kind: kind, id: id, weight: weight?.rawValue ?? "", meaning: meaning,
      place: places.place(of: PackSpot(.row(table: table, cells), .key(column))))
  }

  var medicines: [ProtectedFinding] {
    let own = pack.tables.medicines.flatMap { medicine in
      let id = medicine.id.rawValue
      let parts =
        medicine.tags.map(\.rawValue)
        + ["class \(medicine.classKey)", "bleeding \(medicine.bleeding.rawValue)"]
        + medicine.until.parts
      let names = [medicine.name] + medicine.alternativeNames + medicine.brands.all
      return [
        row(
          .medicine, id, medicine.severity, joined(parts), table: "medicines", [id], "severity"),
        row(.medicineNames, id, nil, joined(names), table: "medicines", [id], "name"),
      ]
    }
    var brands: [String: [String]] = [:]
    for brand in pack.tables.combinationBrands {
      brands[brand.name, default: []] += brand.medicines.map(\.rawValue)
    }
    let combined = brands.map { name, medicines in
      row(
        .brand, name, nil, joined(medicines), table: "combination-brands", [name], "medicines")
    }
    let keys = pack.tables.keys.map { key in
      row(
        .key, key.key.rawValue, nil, key.meaning, table: "medicine-keys", [key.key.rawValue],
        "washout_days")
    }
    return own + combined + keys
  }

  var ingredients: [ProtectedFinding] {
    let own = pack.tables.ingredients.flatMap { ingredient in
      let id = ingredient.id.rawValue
      let parts =
        ingredient.allergenTags.map(\.rawValue) + ingredient.skinTests.map { "test \($0.rawValue)" }
        + ["category \(ingredient.category)"] + ingredient.pregnancy.parts
      return [
        row(
          .ingredient, id, ingredient.severity, joined(parts), table: "ingredients", [id],
          "severity"),
        row(
          .ingredientNames, id, nil, joined([ingredient.name] + ingredient.synonyms),
          table: "ingredients", [id], "synonyms"),
      ]
    }
    let conditions = pack.tables.conditionRules.map {
      row(
        .ingredientCondition, $0.id.rawValue, $0.severity, "\($0.when)" + $0.until.meaning,
        table: "ingredient-conditions", [$0.id.rawValue], "severity")
    }
    let medicines = pack.tables.medicineRules.map {
      row(
        .ingredientMedicine, $0.id.rawValue, $0.severity, "\($0.when)" + $0.until.meaning,
        table: "ingredient-medicines", [$0.id.rawValue], "severity")
    }
    return own + conditions + medicines
  }

  var allergens: [ProtectedFinding] {
    pack.tables.allergens.flatMap { allergen -> [ProtectedFinding] in
      let id = allergen.id.rawValue
      let related = pack.tables.ingredients.compactMap { ingredient -> String? in
        switch pack.tables.relation(of: allergen.id, to: ingredient.id) {
        case .contains: "contains \(ingredient.id)"
        case .crossReacts: "cross \(ingredient.id)"
        case .dependsOnParts: "parts \(ingredient.id)"
        case .noneKnown: nil
        }
      }
      return allergen.rows.flatMap { reactions(id, $0) } + [
        row(
          .allergenNames, id, nil, joined([allergen.name] + allergen.synonyms),
          table: "allergens", [id], "synonyms"),
        row(
          .relation, id, nil, joined(related), table: "allergen-ingredients", [id], "allergen"),
      ]
    }
  }

  private func reactions(_ allergen: String, _ reaction: AllergenRow) -> [ProtectedFinding] {
    let cells = [allergen, reaction.reaction.rawValue]
    let sides: [(ProtectedFinding.Kind, AllergenVerdict, String)] = [
      (.reactionContaining, reaction.containing, "severity_containing"),
      (.reactionCross, reaction.crossReacting, "severity_cross"),
    ]
    return sides.compactMap { kind, verdict, column in
      guard case .finding(let severity, let until, _) = verdict else { return nil }
      return row(
        kind, cells.joined(separator: " "), severity, until.parts.joined(),
        table: "allergen-reactions", cells, column)
    }
  }

  /// Parts in one order; a semicolon within one would part it.
  private func joined(_ parts: [String]) -> String {
    Set(parts.map { String($0.map { $0 == ";" ? "," : $0 }) }).sorted().joined(separator: ";")
  }
}

extension MedicineBrands {
  /// Every brand, confirmed or not.
  fileprivate var all: [String] {
    india + unitedStates + unitedKingdom + europeanUnion + unconfirmed
  }
}

extension PregnancyAdvice {
  fileprivate var parts: [String] {
    if case .weight(let severity, _) = self { ["pregnancy \(severity.rawValue)"] } else { [] }
  }
}

extension DeclaredKey {
  fileprivate var meaning: String {
    switch kind {
    case .tag: "wash-out \(washoutDays)"
    case .group(let members, let exceptions):
      "wash-out \(washoutDays); members \(members.words); except \(exceptions.words)"
    }
  }
}

extension [MedicineKey] {
  fileprivate var words: String { map(\.rawValue).sorted().joined(separator: " ") }
}

extension Until {
  /// What ends the deferral, behind a condition; empty where nothing does.
  fileprivate var meaning: String { parts.map { ", \($0)" }.joined() }

  fileprivate var parts: [String] {
    switch self {
    case .notDeferred: []
    case .date(let question, let days): ["until \(question) + \(days)"]
    case .event(let event): ["until event: \(event)"]
    case .latest(let days, let otherwise):
      ["until the latest of \(days.map(\.words).joined(separator: ", ")), else \(otherwise)"]
    }
  }
}

extension UntilDay {
  fileprivate var words: String {
    switch self {
    case .answer(let question, let days): "\(question) + \(days)"
    case .lastTaken(let key, let days): "last-taken(\(key)) + \(days)"
    case .entries(let list, let field, let condition, let days):
      "\(field) of \(list.rawValue) where \(condition) + \(days)"
    }
  }
}
