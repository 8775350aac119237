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
  /// Never on the patient's sheet by default (conditions.md §4.4).
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
}

/// Which answer to a yes-or-no question bears its findings.
///
/// It is `yes` throughout, so that a hand in haste on `no` is never on the
/// risky key (UX §3.10). Where a pack breaks this, it says why.
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

  /// The question's name.
  public let id: ID
  /// What is read aloud, or what staff answer by looking.
  public let ask: String
  /// A short name for review pages and error messages.
  public let label: String
  /// One sentence below the question; empty when there is none.
  public let hint: String
  /// More for staff; empty when there is none.
  public let help: String
  /// Why it is asked.
  public let why: String
  /// Sources of `why`, by id.
  public let cite: [Source.ID]
  /// What kind of answer it takes.
  public let kind: AnswerKind
  /// The options of a choice, in order; empty for other kinds.
  public let options: [Option]
  /// The fields of a list's entries, in order; empty for other kinds.
  public let fields: [Question]
  /// When it applies; a question that does not apply is never evaluated.
  public let when: Condition
  /// What not knowing does.
  public let onUnknown: UnknownPolicy
  /// Whether staff answer it themselves instead of reading it aloud.
  public let answeredByStaff: Bool
  /// Who may see the answer.
  public let privacy: Privacy
  /// Whether the clinic's plan decides it.
  public let changeability: Changeability
  /// Which of yes and no bears its findings; yes for other questions.
  public let findingSide: FindingSide

  /// A question from its parts.
  public init(
    id: ID, ask: String, label: String, hint: String = "", help: String = "", why: String = "",
    cite: [Source.ID] = [], kind: AnswerKind, options: [Option] = [], fields: [Question] = [],
    when: Condition = .always,
    onUnknown: UnknownPolicy = .noFinding, answeredByStaff: Bool = false,
    privacy: Privacy = .ordinary, changeability: Changeability = .fact,
    findingSide: FindingSide = .yes
  ) {
    self.id = id
    self.ask = ask
    self.label = label
    self.hint = hint
    self.help = help
    self.why = why
    self.cite = cite
    self.kind = kind
    self.options = options
    self.fields = fields
    self.when = when
    self.onUnknown = onUnknown
    self.answeredByStaff = answeredByStaff
    self.privacy = privacy
    self.changeability = changeability
    self.findingSide = findingSide
  }

  /// The question with another weight of not knowing, and another help.
  public func with(onUnknown: UnknownPolicy, help: String) -> Question {
    Question(
      id: id, ask: ask, label: label, hint: hint, help: help, why: why, cite: cite, kind: kind,
      options: options, fields: fields, when: when, onUnknown: onUnknown,
      answeredByStaff: answeredByStaff, privacy: privacy, changeability: changeability,
      findingSide: findingSide)
  }

  /// The option with this name; nothing when the question has none such.
  public func option(_ id: Option.ID) -> Option? { options.first { $0.id == id } }

  /// The field of a list's entries with this name; nothing when there is none.
  public func field(_ id: ID) -> Question? { fields.first { $0.id == id } }

  /// Whether the question is plainly yes or no, so that Y and N answer it.
  public var isYesNo: Bool { kind == .single && Set(options.map(\.id)) == ["yes", "no"] }
}

/// A part of the checklist, in the order it is walked through.
public struct Section: Hashable, Sendable {
  /// A permanent section name.
  public typealias ID = Identifier<Section>

  /// The section's name.
  public let id: ID
  /// Its full title.
  public let title: String
  /// A title of at most eight characters for the section strip.
  public let short: String
  /// Who asks it, in words.
  public let askedBy: String
  /// Who may ask it; anybody when empty.
  public let roles: [StaffRole]
  /// How it is laid out.
  public let form: SectionForm
  /// Questions that may be denied together, in order.
  public let groups: [QuestionGroup]
  /// Facts of an earlier consultation that are read aloud to a returning
  /// patient and confirmed together; a no is never among them.
  public let reconfirmed: [Question.ID]
  /// Its questions, in order.
  public let questions: [Question]

  /// A section from its parts.
  public init(
    id: ID, title: String, short: String, askedBy: String, roles: [StaffRole] = [],
    form: SectionForm = .pages, groups: [QuestionGroup] = [], reconfirmed: [Question.ID] = [],
    questions: [Question]
  ) {
    self.id = id
    self.title = title
    self.short = short
    self.askedBy = askedBy
    self.roles = roles
    self.form = form
    self.groups = groups
    self.reconfirmed = reconfirmed
    self.questions = questions
  }
}

extension Section {
  /// The section with other groups and questions.
  public func with(groups: [QuestionGroup], questions: [Question]) -> Section {
    Section(
      id: id, title: title, short: short, askedBy: askedBy, roles: roles, form: form,
      groups: groups, reconfirmed: reconfirmed, questions: questions)
  }
}

/// How a section is laid out on screen.
public enum SectionForm: String, Codable, Sendable {
  /// One question per page.
  case pages
  /// One table of rows, one question each, answered in place.
  case table
}
