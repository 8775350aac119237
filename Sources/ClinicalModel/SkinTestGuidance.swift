/// How a pack wants skin tests placed and read, and what it never has tested.
///
/// When a test is offered, refused or positive is said by rules; this says the
/// rest of the work: where, by whom, what is told and asked, what a grade means.
public struct SkinTestGuidance: Hashable, Sendable {
  /// One entry for each kind of test.
  public let kinds: [SkinTestKindGuide]
  /// The grades of a reading, in the order in which they are offered.
  public let grades: [SkinTestGrade]
  /// The rules that forbid a test here.
  public let refusals: [SkinTestRefusal]
  /// What is never tested, whoever asks for it.
  public let neverTest: [NeverTest]
  /// On which days of the week a test is best placed.
  public let placing: PlacingDays
  /// The screen for symptoms beyond the skin.
  public let reactionScreen: ReactionScreen

  /// Nothing at all.
  public static let none = SkinTestGuidance(
    kinds: [], grades: [], refusals: [], neverTest: [], placing: .any, reactionScreen: .none)

  /// Guidance from its parts.
  public init(
    kinds: [SkinTestKindGuide], grades: [SkinTestGrade], refusals: [SkinTestRefusal],
    neverTest: [NeverTest], placing: PlacingDays, reactionScreen: ReactionScreen
  ) {
    self.kinds = kinds
    self.grades = grades
    self.refusals = refusals
    self.neverTest = neverTest
    self.placing = placing
    self.reactionScreen = reactionScreen
  }

  /// What it says of one kind; nothing where the pack says nothing.
  public func guide(_ kind: SkinTestKind) -> SkinTestKindGuide? {
    kinds.first { $0.kind == kind }
  }
}

/// How one kind of test is placed and read.
public struct SkinTestKindGuide: Hashable, Sendable {
  /// The kind.
  public let kind: SkinTestKind
  /// Its name for people.
  public let title: String
  /// Which question it answers, and which not.
  public let finds: String
  /// Where it is placed, the usual place first.
  public let sites: [String]
  /// How much, in words.
  public let amount: String
  /// Who places it and who reads it.
  public let who: String
  /// How it is placed, one step an entry.
  public let steps: [String]
  /// When it is read, first reading first.
  public let readings: [ReadingGuide]
  /// What counts as positive where no grade is given; empty for graded kinds.
  public let positive: String
  /// What the patient is told.
  public let tell: [String]
  /// What is asked before it is placed.
  public let beforePlacing: [ConfounderQuestion]
  /// What is asked before it is read.
  public let beforeReading: [ConfounderQuestion]
  /// Sources, by id.
  public let cite: [Source.ID]

  /// A guide from its parts.
  public init(
    kind: SkinTestKind, title: String, finds: String, sites: [String], amount: String, who: String,
    steps: [String], readings: [ReadingGuide], positive: String, tell: [String],
    beforePlacing: [ConfounderQuestion], beforeReading: [ConfounderQuestion], cite: [Source.ID]
  ) {
    self.kind = kind
    self.title = title
    self.finds = finds
    self.sites = sites
    self.amount = amount
    self.who = who
    self.steps = steps
    self.readings = readings
    self.positive = positive
    self.tell = tell
    self.beforePlacing = beforePlacing
    self.beforeReading = beforeReading
    self.cite = cite
  }
}

/// One reading of a test.
public struct ReadingGuide: Hashable, Sendable {
  /// How many days after placing.
  public let day: Int
  /// What is done then.
  public let words: String

  /// A reading from its parts.
  public init(day: Int, words: String) {
    self.day = day
    self.words = words
  }
}

/// Something that can spoil a test and that no list of medicines tells.
public struct ConfounderQuestion: Hashable, Sendable {
  /// The question, answered yes when it spoils the test.
  public let ask: String
  /// What it does to the test, and what to do about it.
  public let effect: String
  /// Sources, by id.
  public let cite: [Source.ID]

  /// A question from its parts.
  public init(ask: String, effect: String, cite: [Source.ID]) {
    self.ask = ask
    self.effect = effect
    self.cite = cite
  }
}

/// A grade of a reading with its definition.
public struct SkinTestGrade: Hashable, Sendable {
  /// The option of the readings' grade.
  public let grade: Option.ID
  /// Its name.
  public let title: String
  /// What is seen.
  public let definition: String

  /// A grade from its parts.
  public init(grade: Option.ID, title: String, definition: String) {
    self.grade = grade
    self.title = title
    self.definition = definition
  }
}

/// A rule that forbids tests here.
public struct SkinTestRefusal: Hashable, Sendable {
  /// The rule.
  public let rule: Rule.ID
  /// The kinds that it forbids.
  public let kinds: [SkinTestKind]
  /// Who tests instead, or when it is tested here, in a sentence.
  public let instead: String

  /// A refusal from its parts.
  public init(rule: Rule.ID, kinds: [SkinTestKind], instead: String) {
    self.rule = rule
    self.kinds = kinds
    self.instead = instead
  }
}

/// Something that is never tested.
public struct NeverTest: Hashable, Sendable {
  /// A permanent name.
  public typealias ID = Identifier<NeverTest>

  /// Its name.
  public let id: ID
  /// When it holds, weighed with one planned ingredient at a time.
  public let when: Condition
  /// Words in the name of an ingredient that no table knows.
  public let names: [String]
  /// Why.
  public let reason: String
  /// Who decides or tests instead, in a sentence.
  public let instead: String
  /// Sources, by id.
  public let cite: [Source.ID]
  /// How well it is supported.
  public let strength: EvidenceStrength

  /// An entry from its parts.
  public init(
    id: ID, when: Condition, names: [String], reason: String, instead: String,
    cite: [Source.ID], strength: EvidenceStrength
  ) {
    self.id = id
    self.when = when
    self.names = names
    self.reason = reason
    self.instead = instead
    self.cite = cite
    self.strength = strength
  }
}

/// On which days of the week a test is best placed; Monday is 1.
public enum PlacingDays: Hashable, Sendable {
  /// On any.
  case any
  /// Preferably on one of them, and not on others, so that no reading falls on
  /// a weekend.
  case prefer(weekday: Int, avoid: [Int])
}

/// The emergency screen for symptoms beyond the skin during a test.
public enum ReactionScreen: Hashable, Sendable {
  /// The pack names none.
  case none
  /// This one.
  case screen(Emergency.ID)
}
