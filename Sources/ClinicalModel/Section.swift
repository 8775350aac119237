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
