/// How sure a finding is.
public enum Certainty: Hashable, Sendable {
  /// The answers establish it.
  case established
  /// It holds or not, depending on answers that are missing.
  case possible(missing: [Question.ID])
}

/// One answer that a finding rests on.
public struct Because: Redacted, Hashable, Sendable {
  /// The question.
  public let question: Question.ID
  /// Its answer.
  public let answer: Answer
  /// The part of the answer that speaks for the finding.
  public let part: AnswerPart

  /// A cause from its parts.
  public init(question: Question.ID, answer: Answer, part: AnswerPart = .whole) {
    self.question = question
    self.answer = answer
    self.part = part
  }

  /// The answer with nothing but the part that speaks for the finding.
  public var spoken: Answer { part.of(answer) }
}

/// What ends a deferral, worked out for one patient.
public enum Release: Hashable, Sendable {
  /// The finding does not defer.
  case notDeferred
  /// The first day on which it no longer holds.
  case date(CalendarDate)
  /// Something that must happen first.
  case event(String)
}

/// Where a finding comes from.
public enum FindingOrigin: Hashable, Sendable {
  /// A rule of the pack.
  case rule
  /// A question whose answer is not known.
  case unknownAnswer(Question.ID, UnknownReason)
}

/// What a rule says about one patient's answers, and why.
public struct Finding: Redacted, Hashable, Sendable {
  /// The rule's name, or `unknown-<question>`.
  public let rule: Rule.ID
  /// A rule, or an answer that is not known.
  public let origin: FindingOrigin
  /// A few words for one line.
  public let title: String
  /// How much it weighs.
  public let severity: Severity
  /// Whether the answers establish it.
  public let certainty: Certainty
  /// What ends it.
  public let release: Release
  /// What staff do.
  public let staff: String
  /// What the patient is told.
  public let patient: String
  /// The answers it rests on.
  public let because: [Because]
  /// Sources, by id.
  public let cite: [Source.ID]
  /// How well it is supported.
  public let strength: EvidenceStrength
  /// Disagreement between sources; empty when there is none.
  public let note: String
  /// Whether it opens an emergency screen.
  public let urgency: Urgency

  /// A finding from its parts.
  public init(
    rule: Rule.ID, origin: FindingOrigin, title: String, severity: Severity, certainty: Certainty,
    release: Release, staff: String, patient: String, because: [Because], cite: [Source.ID],
    strength: EvidenceStrength, note: String, urgency: Urgency
  ) {
    self.rule = rule
    self.origin = origin
    self.title = title
    self.severity = severity
    self.certainty = certainty
    self.release = release
    self.staff = staff
    self.patient = patient
    self.because = because
    self.cite = cite
    self.strength = strength
    self.note = note
    self.urgency = urgency
  }
}
