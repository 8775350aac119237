public import ClinicalModel

/// Which skin tests the plan needs, how far each is, and when the plan can be
/// carried out if all are negative.
///
/// It is worked out anew from the answers; nothing of it is stored.
public struct SkinTestPlan: Hashable, Sendable {
  /// The day it was worked out for.
  public let today: CalendarDate
  /// Whether it is known what is planned.
  public let standing: Standing
  /// Every finding that lets a test come first, with what ends it, the
  /// established ones first.
  public let reasons: [SkinTestReason]
  /// Every planned ingredient with its tests, in the list's order.
  public let ingredients: [SkinTestIngredient]
  /// Tests of the planned method.
  public let methods: [SkinTestItem]
  /// Tests of what is not planned: one that lies on the skin is still read.
  public let others: [SkinTestItem]

  /// Whether a plan could be made.
  public enum Standing: String, Hashable, Sendable {
    /// The pack asks for no list of planned ingredients.
    case notAsked = "not-asked"
    /// Nobody has said what is planned, so it is not known what to test.
    case planNotKnown = "plan-not-known"
    case made
  }

  /// Every test of every ingredient, in order, then those of what is not planned.
  public var items: [SkinTestItem] { wanted + others }

  /// Every test of what is planned.
  public var wanted: [SkinTestItem] { ingredients.flatMap(\.tests) + methods }

  /// The earliest day of treatment if everything that is still to be tested here
  /// turns out negative; nothing where nothing is. It says nothing of what is
  /// tested elsewhere, nor of a test that only may be asked for and is not on
  /// record.
  public var earliestTreatment: CalendarDate? {
    wanted.filter {
      !$0.isSettled && $0.isPossibleHere && !($0.askedBy.isEmpty && $0.current == nil)
    }.compactMap(\.schedule).map(\.earliestTreatment).max()
  }

  /// A plan from its parts.
  public init(
    today: CalendarDate, standing: Standing, reasons: [SkinTestReason],
    ingredients: [SkinTestIngredient], methods: [SkinTestItem],
    others: [SkinTestItem]
  ) {
    self.today = today
    self.standing = standing
    self.reasons = reasons
    self.ingredients = ingredients
    self.methods = methods
    self.others = others
  }
}

/// One planned ingredient with the tests that are wanted or were made.
public struct SkinTestIngredient: Hashable, Sendable {
  /// The entry of the plan.
  public let planned: PlannedRecord
  /// Why it is never tested; empty when it may be.
  public let never: [NeverTest]
  /// Its tests, by kind.
  public let tests: [SkinTestItem]
}

/// One kind of test of one planned ingredient.
public struct SkinTestItem: Hashable, Sendable {
  /// The entry of the plan; of a test of the method, the method.
  public let planned: PlannedRecord
  /// What of the method is tested; nothing of an ingredient's test.
  public let method: MethodOfTest
  /// The kind of test.
  public let kind: SkinTestKind
  /// The rules that ask for it.
  public let askedBy: [Rule.ID]
  /// The rules that may ask for it, while answers are missing.
  public let mayBeAskedBy: [Rule.ID]
  /// What forbids it here.
  public let refusals: [Finding]
  /// What may forbid it, while answers are missing.
  public let possibleRefusals: [Finding]
  /// Why the ingredient is never tested; empty when it may be.
  public let never: [NeverTest]
  /// How far it is.
  public let state: SkinTestState
  /// Every test of this kind, in the list's order.
  public let records: [SkinTestRecord]
  /// When it is or could be placed and read; nothing where it may not be.
  public let schedule: SkinTestSchedule?

  /// Who tests instead where it is not placed here, in sentences, once each.
  public let instead: [String]

  /// Whether it may be placed here.
  public var isAllowed: Bool { refusals.isEmpty && never.isEmpty }

  /// Whether it may be placed here, now or from a day on that is known.
  public var isPossibleHere: Bool {
    never.isEmpty
      && refusals.allSatisfy { if case .date = $0.release { true } else { false } }
  }

  /// Whether nothing more is to be done with it.
  public var isSettled: Bool {
    switch state {
    case .read(let verdict): verdict == .valid || verdict.stands
    case .refused: true
    case .notPlanned, .planned, .planMissed, .placed, .readingDue: false
    }
  }

  /// The test that its state speaks of; nothing while there is none.
  public var current: SkinTestRecord? { records.telling }
}

/// What a test of the method is made with.
public enum MethodOfTest: Hashable, Sendable {
  /// It is no test of the method.
  case none
  /// An area treated by this option of the method's question.
  case by(Option.ID)
  /// The skin alone, whatever the method.
  case any
}

/// A finding that lets a test come first, and what ends it.
public struct SkinTestReason: Hashable, Sendable {
  /// The finding's rule.
  public let rule: Rule.ID
  /// The finding's title.
  public let title: String
  /// Whether it holds, and not only may hold while answers are missing.
  public let isEstablished: Bool
  /// The tests that end it, as far as they are made here and not yet negative.
  public let tests: [SkinTestItem]
  /// Tests that would end it and are not made here.
  public let elsewhere: [SkinTestItem]
  /// The answers that end it, or without which no test can be named.
  public let answers: [Question.ID]

  /// A reason from its parts.
  public init(
    rule: Rule.ID, title: String, isEstablished: Bool, tests: [SkinTestItem],
    elsewhere: [SkinTestItem], answers: [Question.ID]
  ) {
    self.rule = rule
    self.title = title
    self.isEstablished = isEstablished
    self.tests = tests
    self.elsewhere = elsewhere
    self.answers = answers
  }
}

/// How far a test is.
public enum SkinTestState: Hashable, Sendable {
  case notPlanned
  case planned(SkinTestRecord.Placed)
  /// Planned for a day that is over, and not placed.
  case planMissed(CalendarDate)
  /// Placed; the next reading is not due yet.
  case placed
  /// A reading of a day after placing is due; overdue by so many days when its
  /// window is over.
  case readingDue(day: Int, date: CalendarDate, overdue: Int)
  /// Nothing is to be read any more.
  case read(SkinTestVerdict)
  /// The patient declined it.
  case refused
}

/// When a test is placed and read.
public struct SkinTestSchedule: Hashable, Sendable {
  /// The day of placing.
  public let placing: CalendarDate
  /// Whether it was or will be placed then, or is only suggested.
  public let standing: Standing
  /// Its readings, first one first.
  public let readings: [Reading]

  /// The day of treatment at the earliest, if all readings are negative.
  public var earliestTreatment: CalendarDate {
    (readings.map(\.date).max() ?? placing).adding(days: 1)
  }

  /// How firm a day is.
  public enum Standing: String, Hashable, Sendable {
    case suggested, planned, placed
  }

  /// One reading.
  public struct Reading: Hashable, Sendable {
    /// How many days after placing.
    public let day: Int
    /// The day itself.
    public let date: CalendarDate
    /// What is done then.
    public let words: String
    /// How far it is.
    public let standing: Standing

    /// How far a reading is.
    public enum Standing: String, Hashable, Sendable {
      case ahead, due, overdue, read
      /// Not made on its day, and the test is complete without it.
      case missed
    }
  }
}

extension [SkinTestRecord] {
  /// The test that tells most: one whose verdict stands whatever follows, else
  /// a valid one, else the latest.
  var telling: SkinTestRecord? {
    first { $0.verdict.stands && $0.step != .refused } ?? first { $0.verdict == .valid } ?? last
  }
}
