// A consultation is the fold of its events:
//
//   Event ──recorded as──▶ Entry (sequence, time) ──applied to──▶ Consultation
//
// Nothing is ever changed or removed; undo is an event like any other.

public import ClinicalModel

/// One consultation as its events have made it.
public struct Consultation: Redacted, Hashable, Sendable {
  /// A permanent name, made at random when the consultation is opened.
  public typealias ID = Identifier<Consultation>

  /// The consultation's name.
  public let id: ID
  /// How it was opened.
  public let opened: Opening
  /// When it was opened.
  public let openedAt: Instant
  /// The current answers.
  public private(set) var answers = Answers()
  /// When and in what words each current answer was recorded.
  public private(set) var recordings: [Question.ID: Recording] = [:]
  /// Text being typed and not yet an answer.
  public private(set) var drafts: [Question.ID: String] = [:]
  /// When each of them was typed.
  public private(set) var draftTimes: [Question.ID: Instant] = [:]
  /// Notes, oldest first.
  public private(set) var notes: [Note] = []
  /// Findings that staff have looked at.
  public private(set) var acknowledged: [Rule.ID] = []
  /// Overrides, oldest first.
  public private(set) var overrides: [Override] = []
  /// Whether the clinician treats although findings exclude it.
  public private(set) var againstAdvice = AgainstAdviceState.no
  /// The clinician's decision; the last one counts.
  public private(set) var decision: DecisionState = .undecided
  /// Whether it is signed.
  public private(set) var signature: SignatureState = .unsigned
  /// What was added after signing, oldest first.
  public private(set) var addenda: [Note] = []
  /// The skin tests as they were recorded since signing; the answers above stay
  /// as they were signed.
  public private(set) var testsSinceSigning = TestsSinceSigning.none
  /// Whether it was withdrawn.
  public private(set) var standing: Standing = .open
  /// Who was to go on with it when it was last left to somebody.
  public private(set) var handover = Handover.none
  /// How many entries have been applied; the next has this sequence number.
  public private(set) var entryCount = 0
  /// When the last entry was made.
  public private(set) var lastSavedAt: Instant

  /// Starts from the first entry, which must open the consultation.
  public init(id: ID, first entry: Entry) throws(ConsultationError) {
    guard entry.sequence == 0, case .opened(let opening) = entry.event else {
      throw .doesNotOpen
    }
    self.id = id
    opened = opening
    openedAt = entry.recordedAt
    lastSavedAt = entry.recordedAt
    entryCount = 1
  }

  /// Replays all entries, oldest first.
  public init(id: ID, entries: [Entry]) throws(ConsultationError) {
    guard let first = entries.first else { throw .doesNotOpen }
    try self.init(id: id, first: first)
    for entry in entries.dropFirst() { try apply(entry) }
  }

  /// Applies the next entry; an entry out of order is refused.
  public mutating func apply(_ entry: Entry) throws(ConsultationError) {
    guard entry.sequence == entryCount else {
      throw .outOfOrder(expected: entryCount, found: entry.sequence)
    }
    switch signature {
    case .signed: if !entry.event.isAllowedAfterSigning { throw .alreadySigned }
    case .unsigned: if case .skinTestsRecorded = entry.event { throw .notSigned }
    }
    switch entry.event {
    case .opened: throw .opensTwice
    case .answerRecorded(let question, let answer, let wording):
      take(answer, to: question, wording: wording, asked: .alone, at: entry.recordedAt)
      withdrawDecision()
    case .groupDenied(let denial):
      for member in denial.members {
        take(
          member.answer, to: member.question, wording: denial.wording,
          asked: .together(denial.group), at: entry.recordedAt)
      }
      withdrawDecision()
    case .answerRestored(let question, let answer, let wording, let given):
      take(answer, to: question, wording: wording, asked: .alone, at: given)
      withdrawDecision()
    case .draftKept(let question, let text):
      drafts[question] = text.isEmpty ? nil : text
      draftTimes[question] = text.isEmpty ? nil : entry.recordedAt
    case .noteAdded(let note): notes.append(note)
    case .findingAcknowledged(let rule): acknowledged.append(rule)
    case .overridden(let override): overrides.append(override)
    case .treatedAgainstAdvice(let against):
      againstAdvice = .yes(against, at: entry.recordedAt)
    case .decided(let decision): self.decision = .decided(decision, at: entry.recordedAt)
    case .signedOff(let signature): self.signature = .signed(signature, at: entry.recordedAt)
    case .addendumAdded(let note): addenda.append(note)
    case .skinTestsRecorded(let answer):
      testsSinceSigning = .recorded(answer, at: entry.recordedAt)
    case .exported: break
    case .handedOver(let role): handover = .to(role, at: entry.recordedAt)
    case .voided(let reason): standing = .voided(reason: reason)
    }
    entryCount += 1
    lastSavedAt = entry.recordedAt
  }

  private mutating func take(
    _ answer: Answer, to question: Question.ID, wording: String, asked: Recording.Asked,
    at time: Instant
  ) {
    answers[question] = answer
    drafts[question] = nil
    draftTimes[question] = nil
    // Whoever answers has taken it on.
    handover = .none
    recordings[question] =
      answer == .unknown(.notAsked)
      ? nil : Recording(answer: answer, wording: wording, asked: asked, at: time)
  }

  /// An answer changed after deciding needs a new decision: nobody may sign a
  /// state other than the one that was seen.
  private mutating func withdrawDecision() {
    decision = .undecided
    overrides = []
    againstAdvice = .no
  }
}

/// Why entries do not make a consultation.
public enum ConsultationError: Error, Hashable, Sendable {
  /// The first entry does not open a consultation.
  case doesNotOpen
  /// A later entry opens it again.
  case opensTwice
  /// A sequence number is missing, doubled or swapped.
  case outOfOrder(expected: Int, found: Int)
  /// Only addenda, skin tests and exports may follow a signature.
  case alreadySigned
  /// Skin tests are kept apart from the answers only after signing.
  case notSigned
}
