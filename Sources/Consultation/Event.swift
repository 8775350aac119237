public import ClinicalModel

/// What can become true in a consultation: a closed set.
public enum Event: Redacted, Hashable, Sendable {
  /// The consultation was opened.
  case opened(Opening)
  /// A question was answered; `.unknown(.notAsked)` clears the answer.
  case answerRecorded(Question.ID, Answer, wording: String)
  /// An answer is taken back to what it was: given at an earlier time, of which
  /// it stays. Undoing must not make an old answer one of today.
  case answerRestored(Question.ID, Answer, wording: String, given: Instant)
  /// Questions that were read aloud as one were all answered with No.
  case groupDenied(GroupDenial)
  /// Text is being typed and is not yet an answer.
  case draftKept(Question.ID, String)
  /// Staff wrote a note.
  case noteAdded(Note)
  /// Staff looked at a finding.
  case findingAcknowledged(Rule.ID)
  /// The clinician treats in spite of a finding.
  case overridden(Override)
  /// The clinician treats although findings exclude it.
  case treatedAgainstAdvice(AgainstAdvice)
  /// The clinician decided.
  case decided(Decision)
  /// The clinician signed.
  case signedOff(Signature)
  /// Something was added after signing.
  case addendumAdded(Note)
  /// Skin tests were planned, placed or read after signing: all tests as they
  /// now are. The signed answers stay as they were signed.
  case skinTestsRecorded(Answer)
  /// A summary left the program.
  case exported(Export)
  /// One part of the staff is done and leaves the rest to another.
  case handedOver(to: StaffRole)
  /// The consultation was withdrawn.
  case voided(reason: String)

  /// A signed consultation takes only these.
  public var isAllowedAfterSigning: Bool {
    switch self {
    case .addendumAdded, .skinTestsRecorded, .exported, .voided: true
    case .opened, .answerRecorded, .answerRestored, .groupDenied, .draftKept, .noteAdded,
      .findingAcknowledged, .overridden, .treatedAgainstAdvice, .decided, .signedOff, .handedOver:
      false
    }
  }
}

/// How a consultation was opened.
public struct Opening: Hashable, Sendable, Codable {
  /// The pack's name.
  public let pack: String
  /// The pack's version.
  public let packVersion: String
  /// The pack's digest, under which its files are kept with the records.
  public let packDigest: String
  /// The day on which it was opened.
  public let interviewDate: CalendarDate

  /// An opening from its parts.
  public init(pack: String, packVersion: String, packDigest: String, interviewDate: CalendarDate) {
    self.pack = pack
    self.packVersion = packVersion
    self.packDigest = packDigest
    self.interviewDate = interviewDate
  }
}

/// What a note is about.
public enum NoteSubject: Hashable, Sendable {
  /// The whole consultation.
  case consultation
  /// One answer.
  case question(Question.ID)
}

/// Words that staff wrote.
public struct Note: Redacted, Hashable, Sendable {
  /// What it is about.
  public let subject: NoteSubject
  /// The words.
  public let text: String

  /// A note from its parts.
  public init(subject: NoteSubject, text: String) {
    self.subject = subject
    self.text = text
  }
}

/// What the clinician decides.
public enum Decision: Redacted, Hashable, Sendable {
  /// Treatment goes on as planned.
  case treat
  /// Treatment waits for a patch test.
  case patchTestFirst
  /// Treatment waits until a day or an event.
  case deferred(until: Release, reason: String)
  /// No treatment.
  case doNotTreat(reason: String)
}

/// Treating in spite of a finding that asks for a test, a review or a wait.
public struct Override: Redacted, Hashable, Sendable, Codable {
  /// The finding's rule.
  public let rule: Rule.ID
  /// Why, in the clinician's words.
  public let reason: String
  /// The clinician's name as typed.
  public let clinician: String

  /// An override from its parts.
  public init(rule: Rule.ID, reason: String, clinician: String) {
    self.rule = rule
    self.reason = reason
    self.clinician = clinician
  }
}

/// A clinician's sign-off.
public struct Signature: Redacted, Hashable, Sendable {
  /// The name as typed.
  public let clinician: String
  /// The head hash of the entries that were signed.
  public let headHash: String
  /// The outcome that was on screen.
  public let outcome: Severity
  /// The outcome that was still possible.
  public let couldBecome: Severity
  /// The day on which the answers were judged for it.
  public let day: Day

  /// The day of a signature.
  public enum Day: Hashable, Sendable {
    /// That on which the consultation was opened: signatures without a day were
    /// made so.
    case ofOpening
    /// This day.
    case on(CalendarDate)
  }

  /// A signature from its parts.
  public init(
    clinician: String, headHash: String, outcome: Severity, couldBecome: Severity,
    day: Day = .ofOpening
  ) {
    self.clinician = clinician
    self.headHash = headHash
    self.outcome = outcome
    self.couldBecome = couldBecome
    self.day = day
  }
}

/// A summary that left the program.
public struct Export: Redacted, Hashable, Sendable, Codable {
  /// `pdf` or `text`.
  public let format: String
  /// The file's name without its folder.
  public let fileName: String

  /// An export from its parts.
  public init(format: String, fileName: String) {
    self.format = format
    self.fileName = fileName
  }
}

/// When and in what words an answer was recorded.
public struct Recording: Hashable, Sendable {
  /// The answer.
  public let answer: Answer
  /// The question as it was read out; of a group, the group's words.
  public let wording: String
  /// Whether it was asked by itself.
  public let asked: Asked
  /// When it was recorded.
  public let at: Instant

  /// Whether a question was asked by itself.
  public enum Asked: Hashable, Sendable {
    /// In its own words.
    case alone
    /// Read aloud as one with others.
    case together(QuestionGroup.ID)
  }
}

/// Who is to go on with a consultation.
public enum Handover: Hashable, Sendable {
  /// Whoever has it open.
  case none
  /// It was left to them.
  case to(StaffRole, at: Instant)
}

/// Whether there is a decision.
public enum DecisionState: Hashable, Sendable {
  case undecided
  case decided(Decision, at: Instant)
}

/// Whether there is a signature.
public enum SignatureState: Hashable, Sendable {
  case unsigned
  case signed(Signature, at: Instant)
}

/// Whether a consultation counts.
public enum Standing: Redacted, Hashable, Sendable {
  case open
  case voided(reason: String)
}
