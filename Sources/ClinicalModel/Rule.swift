/// How well its sources support a rule.
public enum EvidenceStrength: String, CaseIterable, Codable, Sendable {
  /// Said by one of the seed articles.
  case seedStated = "seed-stated"
  /// A guideline or an authority's notice.
  case guideline
  /// A product or device label.
  case label
  /// Clinic lists, case reports, expert opinion.
  case expertOpinion = "expert-opinion"
  /// A review of other work.
  case review
  /// A trial.
  case trial
  /// Patients that were observed.
  case observational
  /// A policy of the pack without a source; awaits a clinician.
  case policyDefault = "policy-default"
  /// General knowledge, unconfirmed; awaits a clinician.
  case generalKnowledge = "general-knowledge"
}

/// What ends a deferral.
public enum Until: Hashable, Sendable {
  /// The rule does not defer.
  case notDeferred
  /// So many days after a date answer.
  case date(Question.ID, days: Int)
  /// Something that must happen first, in words.
  case event(String)
  /// The latest of several days; while one of them is not known, something
  /// that must happen first, in words.
  case latest([UntilDay], otherwise: String)
}

/// A day from which a deferral is counted.
public enum UntilDay: Hashable, Sendable {
  /// So many days after a date answer; none when it never happened.
  case answer(Question.ID, days: Int)
  /// So many days after what matches was last taken; not known while one is
  /// still taken or undated.
  case lastTaken(MedicineKey, days: Int)
  /// So many days after a date field of the entries that meet a condition; not
  /// known while one of them is undated.
  case entries(ListSubject, Question.ID, where: Condition, days: Int)
}

/// What a rule's finding speaks about.
public enum RuleScope: String, Hashable, Sendable {
  /// The plan as a whole.
  case plan
  /// The planned ingredients that raise it: a plan without them lacks it.
  case ingredient
}

/// What a rule does to the default findings of the medicines it matches.
public enum DefaultSettling: Hashable, Sendable {
  /// A default stands beside a milder rule.
  case keepsDefaults
  /// The rule says all there is to say about the medicines it matches.
  case settlesDefaults
}

/// Whether a rule's finding opens an emergency screen.
public enum Urgency: Hashable, Sendable {
  /// An ordinary finding.
  case ordinary
  /// Opens the emergency screen; cannot be overridden.
  case emergency
}

/// One rule: when it holds, what it means and where it comes from.
public struct Rule: Hashable, Sendable {
  /// A permanent rule name.
  public typealias ID = Identifier<Rule>

  /// The rule's name.
  public let id: ID
  /// A few words for one line on screen, at most 60 characters.
  public let title: String
  /// When it holds.
  public let when: Condition
  /// How much it weighs.
  public let severity: Severity
  /// What ends the deferral, for `defer`.
  public let until: Until
  /// What staff do.
  public let staff: String
  /// What the patient is told.
  public let patient: String
  /// Its sources, by id.
  public let cite: [Source.ID]
  /// How well it is supported.
  public let strength: EvidenceStrength
  /// Disagreement between sources; empty when there is none.
  public let note: String
  /// Whether it opens an emergency screen.
  public let urgency: Urgency
  /// Whether it speaks about the plan or about single ingredients.
  public let scope: RuleScope
  /// What it does to the default findings of the medicines it matches.
  public let settling: DefaultSettling
  /// Its examples, in the pack's order.
  public let cases: [RuleCase]

  /// A rule from its parts.
  public init(
    id: ID, title: String, when: Condition, severity: Severity, until: Until = .notDeferred,
    staff: String, patient: String, cite: [Source.ID], strength: EvidenceStrength,
    note: String = "", urgency: Urgency = .ordinary, scope: RuleScope = .plan,
    settling: DefaultSettling = .keepsDefaults, cases: [RuleCase] = []
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.severity = severity
    self.until = until
    self.staff = staff
    self.patient = patient
    self.cite = cite
    self.strength = strength
    self.note = note
    self.urgency = urgency
    self.scope = scope
    self.settling = settling
    self.cases = cases
  }
}

extension Rule {
  /// The rule with other examples.
  public func with(cases: [RuleCase]) -> Rule {
    Rule(
      id: id, title: title, when: when, severity: severity, until: until, staff: staff,
      patient: patient, cite: cite, strength: strength, note: note, urgency: urgency, scope: scope,
      settling: settling, cases: cases)
  }

  /// The rule with another condition.
  public func with(when: Condition) -> Rule {
    with(
      title: title, when: when, severity: severity, until: until, staff: staff, patient: patient,
      cite: cite, strength: strength, note: note)
  }

  /// The rule with another weight, end, condition and wording; its name, its
  /// urgency, its scope and its cases stay.
  public func with(
    title: String, when: Condition, severity: Severity, until: Until, staff: String,
    patient: String, cite: [Source.ID], strength: EvidenceStrength, note: String
  ) -> Rule {
    Rule(
      id: id, title: title, when: when, severity: severity, until: until, staff: staff,
      patient: patient, cite: cite, strength: strength, note: note, urgency: urgency, scope: scope,
      settling: settling, cases: cases)
  }
}

extension Rule.ID {
  /// The finding raised when a question's answer is not known.
  public static func unknown(_ question: Question.ID) -> Self {
    .init(rawValue: "unknown-\(question.rawValue)")
  }
}

/// Something a rule or a question cites.
public struct Source: Hashable, Sendable {
  /// A source name such as `S3`, `R12` or `general`.
  public typealias ID = Identifier<Source>

  /// The source's name.
  public let id: ID
  /// What it is, and how it was read.
  public let title: String
  /// What the pack has it for.
  public let use: SourceUse

  /// A source from its parts.
  public init(id: ID, title: String, use: SourceUse = .cited) {
    self.id = id
    self.title = title
    self.use = use
  }
}

/// What a pack has a source for.
public enum SourceUse: Hashable, Sendable {
  /// Something in the pack cites it.
  case cited
  /// Nothing cites it; why it stands there all the same.
  case background(String)
}
