public import ClinicalModel

// What the list of skin tests says, for those who plan, place and read them. It
// follows from the same facts as the rules' conditions; nothing here weighs.

/// What the readings of one test say.
public enum SkinTestVerdict: String, CaseIterable, Hashable, Sendable {
  /// Readings are still missing, and those made show nothing.
  case open
  /// Negative, and it answers for the planned ingredient and lot.
  case valid
  /// A reading is positive.
  case positive
  /// A reading is doubtful.
  case doubtful
  /// A reading is irritant.
  case irritant
  /// Symptoms beyond the test site.
  case beyondSite = "beyond-site"
  /// A nodule at the test site.
  case nodule
  /// A new or flared reaction weeks later.
  case lateReaction = "late-reaction"
  /// The controls of a prick test did not work.
  case controlsInvalid = "controls-invalid"
  /// A medicine is taken that hides a reaction.
  case confounded
  /// Nobody has told of the medicines or allergies that could spoil it.
  case confoundersNotKnown = "confounders-not-known"
  /// Negative, but too old.
  case expired
  /// Negative, but placed after the day of treatment.
  case afterTreatment = "after-treatment"
  /// Negative, but of another lot, or a lot is not recorded.
  case otherLot = "other-lot"
  /// A severe reaction to the ingredient is known: no test here answers.
  case severeReaction = "severe-reaction"

  /// Whether it stands whatever a later test says.
  public var stands: Bool {
    switch self {
    case .positive, .doubtful, .irritant, .beyondSite, .nodule, .lateReaction, .severeReaction:
      true
    case .open, .valid, .controlsInvalid, .confounded, .confoundersNotKnown, .expired,
      .afterTreatment, .otherLot:
      false
    }
  }
}

/// One entry of the list of skin tests, beside the planned ingredient it is for.
public struct SkinTestRecord: Hashable, Sendable {
  /// Its place in the list.
  public let place: Int
  /// Its kind; nothing while it is not known.
  public let kind: SkinTestKind?
  /// The tested ingredient as it was named; of a test of the method, the method.
  public let ingredient: String
  /// The tested lot; empty when it was not recorded.
  public let lot: String
  /// Whether it was refused, planned or placed.
  public let step: Step
  /// The day it was or will be placed.
  public let placed: Placed
  /// Its readings.
  public let readings: [Reading]
  /// What they say.
  public let verdict: SkinTestVerdict

  /// How far a test is.
  public enum Step: String, Hashable, Sendable {
    case planned, placed, refused
    /// Nobody recorded how far it is.
    case notKnown = "not-known"
  }

  /// When a test was or will be placed.
  public enum Placed: Hashable, Sendable {
    case on(CalendarDate)
    case notKnown
  }

  /// One reading.
  public struct Reading: Hashable, Sendable {
    /// The fields of the reading.
    public let fields: Answers
    /// How many days after placing; nothing when it was not recorded.
    public let day: Int?
    /// The grade; nothing where none was given.
    public let grade: Option.ID?
  }

  /// Whether a reading that counts was made within these days after placing.
  public func isRead(_ window: ClosedRange<Int>) -> Bool { windowsRead.contains(window) }

  private let windowsRead: [ClosedRange<Int>]

  init(_ fact: SkinTestFact, at place: Int, verdict: SkinTestVerdict) {
    self.place = place
    kind = fact.testKind
    let method = fact.entry.choice(.method).map { id in
      fact.entry.list.field(.method)?.option(id)?.label ?? id.rawValue
    }
    ingredient = fact.testKind?.isOfMethod == true ? method ?? "" : fact.entry.text(.ingredient)
    lot = fact.entry.text(.lot)
    step = fact.entry.choice(.testState).flatMap { Step(rawValue: $0.rawValue) } ?? .notKnown
    placed = fact.entry.day(countedFrom: .placed).map { .on($0) } ?? .notKnown
    readings = fact.readings.map { reading in
      Reading(
        fields: reading.answers, day: reading.number(.readingDay).map { $0.thousandths / 1000 },
        grade: reading.choice(.grade))
    }
    windowsRead = (fact.testKind?.readingWindows ?? []).filter(fact.isRead)
    self.verdict = verdict
  }
}

extension AnswerContext {
  /// The planned ingredients, in the list's order, then what other questions of
  /// the plan put into the mixture or onto the skin with it.
  public var plannedRecords: [PlannedRecord] {
    guard isGiven(.plannedIngredients) else { return [] }
    return lists.planned.enumerated().filter { !$1.isApart }.map { PlannedRecord($1, at: $0) }
  }

  /// The tests of a planned ingredient, in the list's order.
  public func skinTests(of planned: PlannedRecord) -> [SkinTestRecord] {
    guard isGiven(.skinTests), lists.planned.indices.contains(planned.place) else { return [] }
    let fact = lists.planned[planned.place]
    return lists.tests.enumerated().filter { $1.tests(fact) }.map { place, test in
      SkinTestRecord(test, at: place, verdict: verdict(of: test, for: fact))
    }
  }

  /// How the product is to be given; nothing while nobody knows.
  public var plannedMethod: Option.ID? {
    if case .known(.choice(let method)) = answer(.modality) { method } else { nil }
  }

  /// The tests of the planned method, in the list's order.
  public func methodTests(_ kind: SkinTestKind) -> [SkinTestRecord] {
    guard isGiven(.skinTests) else { return [] }
    return lists.tests.enumerated()
      .filter { $1.testKind == kind && $1.isOfPlannedMethod(lists) }
      .map { place, test in
        SkinTestRecord(test, at: place, verdict: methodVerdict(of: test, kind))
      }
  }

  private func methodVerdict(of test: SkinTestFact, _ kind: SkinTestKind) -> SkinTestVerdict {
    if let signs = signs(of: test) { return signs }
    guard test.isComplete, let placed = test.entry.day(countedFrom: .placed) else { return .open }
    let age = treatmentDate.days(after: placed)
    if age > SkinTestKind.validDays { return .expired }
    if age < 0 { return .afterTreatment }
    return test.answersForMethod(kind, in: lists) ? .valid : .open
  }

  /// The tests of what is not planned.
  public var testsOfOthers: [SkinTestRecord] {
    guard isGiven(.skinTests) else { return [] }
    let planned = plannedFacts
    return lists.tests.enumerated().filter { _, test in
      !test.isOfPlannedMethod(lists) && !planned.contains { test.tests($0) }
    }
    .map { place, test in SkinTestRecord(test, at: place, verdict: signs(of: test) ?? .open) }
  }

  /// The worst sign decides; a negative test is valid only where it answers its
  /// question as the rules see it.
  private func verdict(of test: SkinTestFact, for planned: PlannedFact) -> SkinTestVerdict {
    if let signs = signs(of: test) { return signs }
    if lists.reactions(to: test).contains(where: { ["anaphylaxis", "severe_delayed"].contains($0) })
    {
      return .severeReaction
    }
    guard test.isComplete else { return .open }
    guard let placed = test.entry.day(countedFrom: .placed) else { return .open }
    let age = treatmentDate.days(after: placed)
    if age > SkinTestKind.validDays { return .expired }
    if test.lotMatch(with: planned) != "same" { return .otherLot }
    if isOpen(.medicines) || isOpen(.allergies) { return .confoundersNotKnown }
    if lists.confounded(test) == .true { return .confounded }
    if age < 0 { return .afterTreatment }
    return test.answers(test.kind, for: planned, in: lists) ? .valid : .open
  }

  /// What is seen; nothing while nothing is.
  private func signs(of test: SkinTestFact) -> SkinTestVerdict? {
    func some(_ field: Question.ID) -> Bool { test.readings.contains { $0.choice(field) == "yes" } }
    func graded(_ grades: [Option.ID]) -> Bool {
      test.readings.contains { reading in reading.choice(.grade).map(grades.contains) ?? false }
    }
    if some(.systemic) || some(.spreading) { return .beyondSite }
    if graded(["+", "++", "+++"]) || test.readings.contains(where: test.isRaised) {
      return .positive
    }
    if test.entry.choice(.lateReaction) == "yes" { return .lateReaction }
    if some(.nodule) { return .nodule }
    if graded(["?+"]) { return .doubtful }
    if graded(["IR"]) { return .irritant }
    return test.readings.allSatisfy(test.controlsHold) ? nil : .controlsInvalid
  }
}

extension AnswerContext {
  /// The taken medicines that spoil a kind of test, as the tables know them.
  public func confounders(of kind: SkinTestKind) -> [Medicine] {
    let keys = pack.tables.confounders(of: Option.ID(rawValue: kind.rawValue))
    return takenMedicines.filter { medicine in
      keys.contains { pack.tables.matches(medicine.id, $0) }
    }
  }
}
