/// One option of a choice.
public struct Option: Hashable, Sendable {
  /// A permanent option name, unique within its question.
  public typealias ID = Identifier<Option>

  /// The option's name; `none` in a multiple choice excludes the others.
  public let id: ID
  /// What is read to the patient.
  public let label: String

  /// An option with its name and label.
  public init(id: ID, label: String) {
    self.id = id
    self.label = label
  }

  /// The option of a multiple choice that says "none of these".
  public static let none: ID = "none"
}

extension Option.ID {
  /// The option that stands for not knowing, where a question has one.
  package static let unknown: Self = "unknown"
}

/// What may be said about when a dated thing happened.
public enum DateTense: String, Codable, Sendable {
  /// It has happened: a date after the day of the interview is refused.
  case past
  /// It is to come: a date before the day of the interview is refused.
  case future
  /// It may lie before or after the day of the interview.
  case either
}

/// What kind of answer a question takes.
public enum AnswerKind: Hashable, Sendable {
  /// One of the options.
  case single
  /// One or more of the options; `none` excludes the others.
  case multiple
  /// Free text.
  case text
  /// A number in a unit, within a range; `places` decimals are shown.
  case number(unit: String, range: ClosedRange<Quantity>)
  /// A date. `orNever`: "it never happened" is an answer; `orCurrent`: "it is
  /// still going on" is one.
  case date(tense: DateTense, orNever: Bool, orCurrent: Bool)
  /// A list of entries, each with the question's fields.
  case list(ListSubject)
  /// One name, as it was typed or picked; what it means is looked up in a
  /// table. Only fields of a list are of this kind.
  case name(NameTable)
  /// Ids of a table. Only fields of a list are of this kind.
  case names(NameTable)
}

/// What the program adds when a question's answer is not known.
public enum UnknownPolicy: Hashable, Sendable {
  /// Not knowing matters only through the rules that read the question.
  case noFinding
  /// Not knowing is itself a finding of this weight.
  case finding(Severity)
}

/// Who may see an answer outside the clinic's record.
public enum Privacy: String, Codable, Sendable {
  /// May be on the sheet the patient takes home when the patient wishes it.
  case ordinary
  /// Never on the patient's sheet by default: others may read it at home.
  case restricted
}

/// What could make an answer different on another day.
public enum Changeability: String, Codable, Sendable {
  /// A fact about the patient; never suggested as something to change.
  case fact
  /// A choice of the clinic's plan: product, device, area, date.
  case plan
  /// A paper that can be brought: a doctor's letter, a leaflet read.
  case letter
  /// A test or measurement that can be done again.
  case test
  /// A state that passes or is put right: an infection heals, a guardian comes.
  /// Never suggested as something to change.
  case passing
}

/// Why something is asked that no rule, gate or table reads.
public struct RecordReason: Hashable, Sendable {
  /// The options that are there for the record; the whole question when empty.
  public let options: [Option.ID]
  /// Why they are asked.
  public let why: String

  /// A reason for some options.
  public init(options: [Option.ID] = [], why: String) {
    self.options = options
    self.why = why
  }
}

/// Which answer to a yes-or-no question bears its findings.
///
/// It is `yes` throughout, so that a hand in haste on `no` is never on the
/// risky key (`Wording.md`). Where a pack breaks this, it says why.
public enum FindingSide: Hashable, Sendable {
  /// Yes, as everywhere.
  case yes
  /// No, and why the question is put that way round.
  case no(reason: String)
}

/// One question of the checklist.
public struct Question: Hashable, Sendable {
  /// A permanent question name, the FHIR `linkId`.
  public typealias ID = Identifier<Question>

  /// What it says, behind one reference: questions are copied by the million
  /// when packs are proven.
  private let content: Shared<Content>

  private struct Content: Hashable, Sendable {
    let id: ID
    let ask: String
    let label: String
    let hint: String
    let help: String
    let why: String
    let cite: [Source.ID]
    let kind: AnswerKind
    let options: [Option]
    let fields: [Question]
    let when: Condition
    let onUnknown: UnknownPolicy
    let unknownReason: String
    let answeredByStaff: Bool
    let privacy: Privacy
    let changeability: Changeability
    let findingSide: FindingSide
    let unknownReads: [Option.ID]
    let validFor: AnswerValidity
    let forRecord: [RecordReason]
  }

  /// The question's name.
  public var id: ID { content.value.id }
  /// What is read aloud, or what staff answer by looking.
  public var ask: String { content.value.ask }
  /// A short name for review pages and error messages.
  public var label: String { content.value.label }
  /// One sentence below the question; empty when there is none.
  public var hint: String { content.value.hint }
  /// More for staff; empty when there is none.
  public var help: String { content.value.help }
  /// Why it is asked.
  public var why: String { content.value.why }
  /// Sources of `why`, by id.
  public var cite: [Source.ID] { content.value.cite }
  /// What kind of answer it takes.
  public var kind: AnswerKind { content.value.kind }
  /// The options of a choice, in order; empty for other kinds.
  public var options: [Option] { content.value.options }
  /// The fields of a list's entries, in order; empty for other kinds.
  public var fields: [Question] { content.value.fields }
  /// When it applies; a question that does not apply is never evaluated.
  public var when: Condition { content.value.when }
  /// What not knowing does.
  public var onUnknown: UnknownPolicy { content.value.onUnknown }
  /// Why not knowing weighs nothing although it can silence a rule; empty where
  /// there is nothing to excuse.
  public var unknownReason: String { content.value.unknownReason }
  /// Whether staff answer it themselves instead of reading it aloud.
  public var answeredByStaff: Bool { content.value.answeredByStaff }
  /// Who may see the answer.
  public var privacy: Privacy { content.value.privacy }
  /// Whether the clinic's plan decides it.
  public var changeability: Changeability { content.value.changeability }
  /// Which of yes and no bears its findings; yes for other questions.
  public var findingSide: FindingSide { content.value.findingSide }
  /// What conditions read while the answer is not known: a letter that nobody
  /// has seen is not on file, so that it lifts nothing. Empty where not knowing
  /// stays not knowing.
  public var unknownReads: [Option.ID] { content.value.unknownReads }
  /// How long an answer holds.
  public var validFor: AnswerValidity { content.value.validFor }
  /// What of it is asked for the record alone, and why.
  public var forRecord: [RecordReason] { content.value.forRecord }

  /// A question from its parts.
  public init(
    id: ID, ask: String, label: String, hint: String = "", help: String = "", why: String = "",
    cite: [Source.ID] = [], kind: AnswerKind, options: [Option] = [], fields: [Question] = [],
    when: Condition = .always,
    onUnknown: UnknownPolicy = .noFinding, unknownReason: String = "",
    answeredByStaff: Bool = false,
    privacy: Privacy = .ordinary, changeability: Changeability = .fact,
    findingSide: FindingSide = .yes, unknownReads: [Option.ID] = [],
    validFor: AnswerValidity = .always, forRecord: [RecordReason] = []
  ) {
    content = Shared(
      Content(
        id: id, ask: ask, label: label, hint: hint, help: help, why: why, cite: cite, kind: kind,
        options: options, fields: fields, when: when, onUnknown: onUnknown,
        unknownReason: unknownReason, answeredByStaff: answeredByStaff, privacy: privacy,
        changeability: changeability, findingSide: findingSide, unknownReads: unknownReads,
        validFor: validFor, forRecord: forRecord))
  }

  /// The question with another weight of not knowing, another help or answers
  /// that hold for another time.
  public func with(
    onUnknown: UnknownPolicy, help: String, validFor: AnswerValidity
  ) -> Question {
    Question(
      id: id, ask: ask, label: label, hint: hint, help: help, why: why, cite: cite, kind: kind,
      options: options, fields: fields, when: when, onUnknown: onUnknown,
      unknownReason: unknownReason, answeredByStaff: answeredByStaff, privacy: privacy,
      changeability: changeability,
      findingSide: findingSide, unknownReads: unknownReads, validFor: validFor,
      forRecord: forRecord)
  }

  /// The option with this name; nothing when the question has none such.
  public func option(_ id: Option.ID) -> Option? { options.first { $0.id == id } }

  /// The field of a list's entries with this name; nothing when there is none.
  public func field(_ id: ID) -> Question? { fields.first { $0.id == id } }

  /// Whether the question is plainly yes or no, so that Y and N answer it.
  public var isYesNo: Bool { kind == .single && Set(options.map(\.id)) == ["yes", "no"] }
}

extension Question {
  /// Hashes the id alone: no two in a pack share it.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
