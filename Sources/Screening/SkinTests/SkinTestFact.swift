import ClinicalModel
import NameSearch

/// One entry of the skin-test list (`SkinTests.md`).
struct SkinTestFact: Sendable {
  let entry: ListFacts.Entry
  /// What the name of the tested ingredient means; empty when no table knows
  /// it.
  let ingredients: [Ingredient]
  let readings: [ListFacts.Entry]

  init(_ entry: ListFacts.Entry, _ names: TableNames) {
    self.entry = entry
    ingredients = names.plannedIngredients(named: entry.text(.ingredient)).ingredients
    readings = entry.entries(.readings)
  }

  /// The three kinds of test, which answer different questions.
  static let prick: Option.ID = "prick-intradermal"
  static let patch: Option.ID = "patch"
  static let spot: Option.ID = "spot"

  var kind: Option.ID { entry.choice(.testKind) ?? .unknown }

  /// Whether the readings of its kind are all there. A lost tape is no reading.
  var isComplete: Bool {
    guard let kind = testKind else { return false }
    return kind.readingWindows.allSatisfy(isRead)
  }

  /// The kind; nothing while it is not known.
  var testKind: SkinTestKind? { SkinTestKind(rawValue: kind.rawValue) }

  /// Whether a reading that counts was made within these days after placing.
  func isRead(_ days: ClosedRange<Int>) -> Bool {
    if testKind == .prickIntradermal { return readings.contains(where: isWholePrick) }
    return readings.contains { reading in
      guard let day = reading.number(.readingDay), let grade = reading.choice(.grade) else {
        return false
      }
      return days.contains { Quantity($0) == day } && grade != "NT" && isMade(reading, in: days)
    }
  }

  /// Whether the dates, where both are recorded, allow that a reading was made
  /// within these days: never earlier, and at most a day later.
  private func isMade(_ reading: ListFacts.Entry, in days: ClosedRange<Int>) -> Bool {
    guard let placed = entry.date(.placed), let made = reading.date(.readingDate) else {
      return true
    }
    let latest = made.latest.days(after: placed.earliest)
    let earliest = made.earliest.days(after: placed.latest)
    return latest >= days.lowerBound && earliest <= days.upperBound + 1
  }

  private func isWholePrick(_ reading: ListFacts.Entry) -> Bool {
    reading.number(.readingDay) == Quantity(0) && isMade(reading, in: 0...0)
      && [Question.ID.wheal, .histamine, .saline].allSatisfy { reading.number($0) != nil }
  }

  /// Whether no reading says anything but "no reaction" and the controls of a
  /// prick test worked.
  var isNegative: Bool {
    readings.allSatisfy { reading in
      [Question.ID.nodule, .spreading, .systemic].allSatisfy { reading.choice($0) != "yes" }
        && [nil, "-", "NT"].contains(reading.choice(.grade)) && controlsHold(reading)
        && !isRaised(reading)
    }
  }

  func isRaised(_ reading: ListFacts.Entry) -> Bool {
    guard kind == Self.prick, let excess = Self.whealOverSaline(reading) else { return false }
    return excess >= Quantity(3)
  }

  func controlsHold(_ reading: ListFacts.Entry) -> Bool {
    guard kind == Self.prick else { return true }
    let histamine = reading.number(.histamine) ?? Quantity(3)
    let saline = reading.number(.saline) ?? Quantity(0)
    return histamine >= Quantity(3) && saline <= Quantity(0)
  }

  /// How far the wheal exceeds the saline control.
  static func whealOverSaline(_ reading: ListFacts.Entry) -> Quantity? {
    guard let wheal = reading.number(.wheal), let saline = reading.number(.saline) else {
      return nil
    }
    return Quantity(thousandths: wheal.thousandths - saline.thousandths)
  }

  /// A valid negative test: placed and not refused, complete, negative, of the
  /// planned lot, at most 365 days old, and spoilt by nothing: a reaction that
  /// nobody can name counts as a severe one.
  func answers(
    _ kind: Option.ID, for ingredient: PlannedFact, in facts: ListFacts
  ) -> Bool {
    guard self.kind == kind, entry.choice(.testState) != "refused",
      entry.choice(.testState) != "planned", tests(ingredient), isComplete, isNegative,
      lotMatch(with: ingredient) == "same", entry.choice(.lateReaction) != "yes",
      let placed = entry.day(countedFrom: .placed),
      (0...SkinTestKind.validDays).contains(facts.treatmentDate.days(after: placed))
    else { return false }
    return facts.confounded(self) == .false
      && !facts.reactions(to: self).contains {
        ["anaphylaxis", "severe_delayed", .unknown].contains($0)
      }
  }

  /// A valid negative test of the planned method; nothing that hides a reaction
  /// to an ingredient hides a scar or a dark mark.
  func answersForMethod(_ kind: SkinTestKind, in facts: ListFacts) -> Bool {
    guard testKind == kind, kind.isOfMethod, entry.choice(.testState) != "refused",
      entry.choice(.testState) != "planned", isOfPlannedMethod(facts), isComplete, isNegative,
      entry.choice(.lateReaction) != "yes", let placed = entry.day(countedFrom: .placed)
    else { return false }
    return (0...SkinTestKind.validDays).contains(facts.treatmentDate.days(after: placed))
  }

  /// Whether it tried the planned method; one puncture stands for every method.
  func isOfPlannedMethod(_ facts: ListFacts) -> Bool {
    guard testKind == .methodArea else { return testKind == .methodPuncture }
    return entry.choice(.method).map { facts.plannedMethod == .known(.choice($0)) } ?? false
  }

  /// The same for what a reading shows: a method that nobody has named counts as
  /// the planned one.
  func isOfAnotherMethod(_ facts: ListFacts) -> Bool {
    guard testKind == .methodArea, let method = entry.choice(.method),
      case .known = facts.plannedMethod
    else { return false }
    return facts.plannedMethod != .known(.choice(method))
  }

  /// Whether it tested this planned ingredient.
  func tests(_ planned: PlannedFact) -> Bool {
    if ingredients.isEmpty || planned.ingredients.isEmpty {
      return entry.text(.ingredient) == planned.entry.text(.ingredient)
        && !entry.text(.ingredient).isEmpty
    }
    return ingredients.contains { tested in planned.ingredients.contains { $0.id == tested.id } }
  }

  /// `same` only when both lots are given and equal.
  func lotMatch(with planned: PlannedFact) -> Option.ID {
    let (tested, planned) = (entry.text(.lot), planned.entry.text(.lot))
    return tested.isEmpty || planned.isEmpty ? "missing" : tested == planned ? "same" : "differs"
  }
}

extension ListFacts {
  /// Whether a medicine is taken that spoils this kind of test.
  func confounded(_ test: SkinTestFact) -> Truth {
    Truth(tables.confounders(of: test.kind).contains { isTaken($0) })
  }

  /// Whether what was tested is planned, or something that is the same substance,
  /// holds it, or is held by it.
  func isPlanned(_ test: SkinTestFact, isListKnown: Bool) -> Truth {
    let tested = names.implicated(by: test.ingredients)
    let isSame = planned.contains { fact in
      (isListKnown || !fact.isListed)
        && (test.tests(fact) || fact.ingredients.contains { tested.contains($0.id) })
    }
    if isSame { return .true }
    let isOpen = openPlan.contains { open in
      open.candidates.contains { tested.contains($0.id) }
    }
    return isListKnown && !isOpen ? .false : .unknown
  }

  /// Whether what was used before is planned.
  func isPlanned(used fact: PlannedFact, isListKnown: Bool) -> Truth {
    let among = fact.isAmong(planned.filter { isListKnown || !$0.isListed })
    guard among == .false else { return among }
    let used = Set(fact.ingredients.map(\.id))
    let isOpen = openPlan.contains { open in open.candidates.contains { used.contains($0.id) } }
    return isListKnown && !isOpen ? .false : .unknown
  }

  /// Whether the tested lot is the planned one: `same`, `differs` or `missing`.
  func lotMatch(of test: SkinTestFact) -> Option.ID {
    // A method has no lot.
    if test.testKind?.isOfMethod == true { return "same" }
    let tested = planned.filter { test.tests($0) }
    // A negative test of a kindred product does not stand for the planned one.
    if tested.isEmpty, isPlanned(test, isListKnown: true) == .true { return "differs" }
    let matches = tested.map { test.lotMatch(with: $0) }
    return ["missing", "differs", "same"].first { matches.contains($0) } ?? "missing"
  }

  /// The patient's reactions to what the tested ingredient holds or may
  /// cross-react with; `none` when there are none.
  func reactions(to test: SkinTestFact) -> [Option.ID] {
    let reactions = allergies.filter { allergy in
      test.ingredients.contains { allergy.things.implicated.contains($0.id) }
        || allergy.allergens.contains { allergen in
          test.ingredients.contains { tables.concerns(allergen, $0) }
        }
    }.map(\.reaction)
    return reactions.isEmpty ? [Option.none] : reactions
  }
}
