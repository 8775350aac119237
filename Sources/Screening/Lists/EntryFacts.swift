import ClinicalModel
import NameSearch

// One entry of each list with its names looked up.

/// One entry of the medicine list.
struct MedicineFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means in its form; empty when no table knows it, several
  /// when it has several meanings or parts, or when its form is not known.
  let medicines: [Medicine]
  /// Whether no table knows it, or a part of it.
  let isUnmatched: Bool

  init(_ entry: ListFacts.Entry, _ names: TableNames) {
    self.entry = entry
    let meant = names.takenMedicines(named: entry.text(.medicine), form: entry.choice(.form))
    medicines = meant.medicines
    isUnmatched = meant.medicines.isEmpty || meant.hasUnknownPart
  }

  var isStopped: Bool { entry.choice(.use) == "stopped" }

  /// Identified, use and origin known, a reason given; if stopped, why and
  /// when.
  func isComplete(reasonKnownOtherwise: Bool) -> Bool {
    let known = [Question.ID.use, .prescribed] + (isStopped ? [.stoppedBecause, .lastTaken] : [])
    return !isUnmatched && (entry.isKnown(.reason) || reasonKnownOtherwise)
      && known.allSatisfy { entry.isKnown($0) && entry.choice($0) != .unknown }
  }
}

/// One planned ingredient, or one that was used before.
struct PlannedFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means; empty when no table knows it.
  let ingredients: [Ingredient]
  /// Whether no table knows it, or a part of it.
  let isUnmatched: Bool
  /// The question that names it: the list, or another one of the plan.
  let origin: Question.ID
  /// Whether it is given apart from the product.
  let isApart: Bool
  /// The name of what no table knows, as names are compared; nothing for what
  /// some table knows.
  let foldedName: String?

  init(_ entry: ListFacts.Entry, _ names: TableNames) {
    self.entry = entry
    let meant = names.plannedIngredients(named: entry.text(.ingredient))
    ingredients = meant.ingredients
    isUnmatched = meant.ingredients.isEmpty || meant.hasUnknownPart
    origin = ListSubject.plannedIngredients.question
    isApart = false
    foldedName = ingredients.isEmpty ? entry.text(.ingredient).foldedName : nil
  }

  /// What an option holds, as an entry of the list of which only the name is
  /// known.
  init(
    _ ingredient: Ingredient, by option: PlanOption, asEntryOf list: Question,
    interviewDate: CalendarDate
  ) {
    entry = ListFacts.Entry(
      [.ingredient: .known(.text(ingredient.id.rawValue))], of: list, interviewDate: interviewDate)
    ingredients = [ingredient]
    isUnmatched = false
    origin = option.question
    isApart = option.isApart
    foldedName = nil
  }

  /// Whether it stands on the list itself.
  var isListed: Bool { origin == ListSubject.plannedIngredients.question }

  /// Whether it is the ingredient or holds the allergen; what no table knows is
  /// meant by its own name, folded.
  func holds(_ name: String) -> Bool {
    ingredients.contains { $0.isMeant(by: name) } || foldedName == name
  }

  /// Whether this one, used before, is planned: the same by name or by what the
  /// name means. Unknown beside what no table knows, on either side.
  func isAmong(_ plan: [PlannedFact]) -> Truth {
    let name = entry.text(.ingredient)
    let isSame = plan.contains { planned in
      !name.isEmpty && planned.entry.text(.ingredient) == name
        || planned.ingredients.contains { one in ingredients.contains { $0.id == one.id } }
    }
    if isSame { return .true }
    return isUnmatched || plan.contains(where: \.isUnmatched) ? .unknown : .false
  }

  /// Whether a test is offered for it; an ingredient that no table knows is in
  /// every scope that names none.
  func isIn(_ scope: IngredientScope) -> Bool { scope.holds(ingredients) }

  /// Whether the label was read to be free of the allergen.
  func isFree(of allergen: String) -> Bool {
    guard case .known(.choices(let ids)) = entry.answers[.freeOf] else { return false }
    return ids.contains { $0.rawValue == allergen }
  }
}

extension Ingredient {
  /// Whether a word of `planned(x)` means it: its id, or a tag of what it holds.
  func isMeant(by word: String) -> Bool {
    id.rawValue == word || allergenTags.contains(.init(rawValue: word))
  }
}

/// One entry of the allergy list.
struct AllergyFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name means, in whichever table; nothing when none knows it.
  let things: NamedThings

  init(_ entry: ListFacts.Entry, _ names: TableNames) {
    self.entry = entry
    things = names.reactedTo(named: entry.text(.allergen))
    foldedName = things.isUnknown ? entry.text(.allergen).foldedName : nil
  }

  var allergens: [Allergen] { things.allergens }
  var isUnmatched: Bool { things.isUnknown || things.hasUnknownPart }
  /// The name of what no table knows, as names are compared; nothing for what
  /// some table knows.
  let foldedName: String?
  /// `unknown` while the kind of reaction is not known.
  var reaction: Option.ID { entry.choice(.reaction) ?? .unknown }

  /// Whether it names the allergen, or makes the ingredient unfit.
  func names(_ word: String) -> Bool {
    allergens.contains { $0.id.rawValue == word }
      || things.implicated.contains(Ingredient.ID(rawValue: word)) || foldedName == word
  }

  /// Matched, the reaction known, and when, how treated and whether confirmed
  /// answered. What is breathed in comes again and again: there is no day to ask
  /// for.
  var isComplete: Bool {
    let isAirborne = allergens.allSatisfy { $0.group == Allergen.airborne }
    return !isUnmatched && reaction != .unknown
      && (isAirborne
        || [Question.ID.reactionDate, .treated, .confirmed].allSatisfy(entry.isKnown))
  }
}
