/// What a condition can ask of the lists: a closed set.
///
/// Each test is false while its list does not apply, and unknown while nobody
/// has given the list. A list of skin tests that nobody asked for is empty: no
/// test was done.
public indirect enum ListTest: Hashable, Sendable {
  /// `taking(k)`, `taking-any [k, ...]`: something that a key matches is taken.
  case taking([MedicineKey])
  /// `count-taking(k) >= n`: how many different generics that match are taken.
  case countTaking(MedicineKey, Bound)
  /// `self-chosen(k)`: something that matches is taken, and all of it is the
  /// patient's own choice.
  case selfChosen(MedicineKey)
  /// `only-taking(group, k)`: something of the group is taken, and all of it
  /// matches the key.
  case onlyTaking(MedicineKey, of: MedicineKey)
  /// `started-within(n, [k, ...])`: something that matches was begun at most so
  /// many days before treatment; a start that is not known does not count.
  case startedWithin(Int, [MedicineKey])
  /// `stopped-within(n, k)`: something that matches was stopped less than so
  /// many days before treatment, or nobody knows when.
  case stoppedWithin(Int, MedicineKey)
  /// `planned(x)`, `planned-any [x, ...]`: one of these ingredients is planned,
  /// or one that holds such an allergen, whichever question of the plan it was
  /// named by.
  case planned([String])
  /// `listed(x)`, `listed-any [x, ...]`: one of these ingredients stands on the
  /// list of planned ingredients itself.
  case listed([String])
  /// `free-of(i, a)`: the label of the planned ingredient says that it is free
  /// of the allergen.
  case freeOf(ingredient: String, allergen: String)
  /// `allergic(a)`, `allergic(a, r)`: an entry names the allergen, with this
  /// reaction; without one, with any but an intolerance or a mere suspicion.
  case allergic(String, AllergicReaction)
  /// `has-reaction(r)`: some entry has this reaction, whatever it names.
  case hasReaction(Option.ID)
  /// `any-medicine(c)`, `any-planned(c)`, `any-earlier(c)`, `any-allergy(c)`,
  /// `any-test(c)`, `any-reading(c)`: some entry meets the condition, which is written with
  /// the names of the entry's fields.
  case any(ListSubject, Condition)
  /// `complete(medicines)`, `complete(allergies)`: every entry is complete.
  /// Never unknown: a list that is not known is not complete.
  case complete(ListSubject)
  /// `untested(kind, scope)`: a planned ingredient of the scope has no valid
  /// negative test of the kind.
  case untested(Option.ID, IngredientScope)
  /// `tested(kind)`: every planned ingredient has a valid negative test of the
  /// kind. Never unknown.
  case tested(Option.ID)

  /// How a count is compared.
  public enum Bound: Hashable, Sendable {
    /// Exactly so many.
    case exactly(Int)
    /// So many or more.
    case atLeast(Int)
  }

  /// Which reactions count.
  public enum AllergicReaction: Hashable, Sendable {
    /// Every one but an intolerance and a positive test or relative alone.
    case allergic
    /// This one.
    case only(Option.ID)
  }
}

/// Which planned ingredients a test is offered for.
public enum IngredientScope: Hashable, Sendable {
  /// All, also those that no table knows.
  case all
  /// These, by id.
  case ids([String])
  /// Those of these categories.
  case categories([String])
}

/// What a condition can ask of one entry, beside comparing its fields.
public enum EntryTest: Hashable, Sendable {
  /// `matches(k)`: the medicine matches the key.
  case matches(MedicineKey)
  /// `unmatched`: no table knows the name.
  case unmatched
  /// `form-matters`: the name leaves a form open that changes what it weighs.
  case formMatters
  /// `complete`: everything is known that must be.
  case complete
  /// `negative`: the test's readings are all negative and its controls worked.
  case negative
  /// `is-planned`: the test's ingredient, or what was used before, is planned.
  case isPlanned
  /// `confounded`: a medicine is taken that spoils this kind of test.
  case confounded
}

extension ListTest {
  /// Every question the test reads, once.
  public var questions: [Question.ID] {
    var seen: [Question.ID] = []
    for id in subjects.map(\.question) where !seen.contains(id) { seen.append(id) }
    if case .tested(let kind) = self, kind.skinTest == .methodArea { seen.append(.modality) }
    return seen
  }

  /// Whether the test looks at the plan beside its list.
  package var readsPlan: Bool {
    switch self {
    case .planned, .untested, .tested: true
    case .any(let subject, _):
      subject != .plannedIngredients && subjects.contains(.plannedIngredients)
    default: false
    }
  }

  /// The lists the test reads, the one it asks about first.
  public var subjects: [ListSubject] {
    switch self {
    case .taking, .countTaking, .selfChosen, .onlyTaking, .startedWithin, .stoppedWithin:
      [.medicines]
    case .planned, .listed, .freeOf: [.plannedIngredients]
    case .allergic, .hasReaction: [.allergies]
    case .any(.readings, _): []
    case .any(let subject, let condition): [subject] + condition.entrySubjects
    case .complete(let subject): [subject]
    case .tested(let kind) where kind.skinTest?.isOfMethod == true: [.skinTests]
    case .untested, .tested: [.plannedIngredients, .skinTests, .medicines, .allergies]
    }
  }
}

extension Condition {
  /// The lists that a condition on an entry reads beside the entry's own.
  fileprivate var entrySubjects: [ListSubject] {
    switch self {
    case .entry(.isPlanned): [.plannedIngredients]
    case .entry(.confounded): [.medicines]
    case .isAny(.ingredientAllergyReaction, _), .hasAny(.ingredientAllergyReaction, _):
      [.allergies]
    case .isAny(.lotMatch, _): [.plannedIngredients]
    case .list(.any(.readings, let inner)): inner.entrySubjects
    case .and(let parts), .or(let parts): parts.flatMap(\.entrySubjects)
    case .not(let part): part.entrySubjects
    case .always, .isAny, .isNot, .hasAny, .current, .compare, .list, .entry: []
    }
  }
}

extension Option.ID {
  /// The kind of skin test that an option names; nothing where it names none.
  public var skinTest: SkinTestKind? { SkinTestKind(rawValue: rawValue) }
}

extension Question.ID {
  /// Field of a medicine entry: which one.
  public static let medicine: Self = "medicine"
  /// Field of a planned entry, an earlier product or a skin test: which
  /// ingredient.
  public static let ingredient: Self = "ingredient"
  /// Field of an allergy entry: which allergen.
  public static let allergen: Self = "allergen"
  /// Field of a medicine entry: how it comes to the body.
  public static let form: Self = "form"
  /// Field: how a medicine is used.
  public static let use: Self = "use"
  /// Field: whether a medicine was prescribed.
  public static let prescribed: Self = "prescribed"
  /// Field: why a medicine is taken.
  public static let reason: Self = "reason"
  /// Field: when a medicine was begun.
  public static let started: Self = "started"
  /// Field: when a medicine was last taken.
  public static let lastTaken: Self = "last-taken"
  /// Field: why a medicine was stopped.
  public static let stoppedBecause: Self = "stopped-because"
  /// Field: what kind of reaction it was.
  public static let reaction: Self = "reaction"
  /// Field: when the reaction was.
  public static let reactionDate: Self = "when"
  /// Field: how the reaction was treated.
  public static let treated: Self = "treated"
  /// Field: whether a test confirmed the allergy.
  public static let confirmed: Self = "confirmed"
  /// Field: the lot of a product.
  public static let lot: Self = "lot"
  /// Field: allergens that a label says the product is free of.
  public static let freeOf: Self = "free-of"
  /// Field: what kind of skin test.
  public static let testKind: Self = "kind"
  /// Field: how far a skin test has come.
  public static let testState: Self = "state"
  /// Field: when a skin test was placed.
  public static let placed: Self = "placed"
  /// Field: by which method a small area was treated.
  public static let method: Self = "method"
  /// The question about the method of delivery.
  public static let modality: Self = "modality"
  /// Field: the readings of a skin test.
  public static let readings: Self = "readings"
  /// Field: a new or flared reaction weeks after the test.
  public static let lateReaction: Self = "late-reaction"
  /// Field of a reading: which day after placing.
  public static let readingDay: Self = "day"
  /// Field of a reading: the day it was made.
  public static let readingDate: Self = "date"
  /// Field of a reading: the grade.
  public static let grade: Self = "grade"
  /// Fields of a reading: millimetres.
  public static let wheal: Self = "wheal-mm"
  /// Field of a reading: the histamine control, in millimetres.
  public static let histamine: Self = "histamine-mm"
  /// Field of a reading: the saline control, in millimetres.
  public static let saline: Self = "saline-mm"
  /// Field of a reading: a nodule.
  public static let nodule: Self = "nodule"
  /// Field of a reading: the reaction spreads.
  public static let spreading: Self = "spreading"
  /// Field of a reading: symptoms beyond the skin.
  public static let systemic: Self = "systemic"
  /// Worked out: the category of a planned or tested ingredient.
  public static let category: Self = "category"
  /// Worked out: the patient's reactions to what the tested ingredient holds
  /// or may cross-react with.
  public static let ingredientAllergyReaction: Self = "ingredient-allergy-reaction"
  /// Worked out: whether the tested lot is the planned one: `same`, `differs`
  /// or `missing`.
  public static let lotMatch: Self = "lot-match"
  /// Worked out: how far a wheal exceeds the saline control, in millimetres.
  public static let whealOverSaline: Self = "wheal-over-saline-mm"
  /// Worked out: the day of the last reading that the kind of test needs.
  public static let readingsDue: Self = "readings-due"
}
