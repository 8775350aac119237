/// What a pack has to say beside its questions and rules.
public struct Guidance: Hashable, Sendable {
  /// What is known about the treatment, read aloud and printed; empty when the
  /// pack says nothing.
  public let evidence: [GuidanceText]
  /// What to do after treatment, one sheet per way of treating.
  public let aftercare: [AftercareSheet]
  /// What the patient must report after treatment, most urgent first.
  public let redFlags: [RedFlagGroup]
  /// What may never be said to a patient.
  public let neverSay: [NeverSay]

  /// Nothing at all.
  public static let none = Guidance(evidence: [], aftercare: [], redFlags: [], neverSay: [])

  /// Guidance from its parts.
  public init(
    evidence: [GuidanceText], aftercare: [AftercareSheet], redFlags: [RedFlagGroup],
    neverSay: [NeverSay]
  ) {
    self.evidence = evidence
    self.aftercare = aftercare
    self.redFlags = redFlags
    self.neverSay = neverSay
  }
}

/// A paragraph with its sources.
public struct GuidanceText: Hashable, Sendable {
  /// The words.
  public let text: String
  /// Its sources, by id.
  public let cite: [Source.ID]

  /// A paragraph from its parts.
  public init(text: String, cite: [Source.ID]) {
    self.text = text
    self.cite = cite
  }
}

/// What to do after one way of treating.
public struct AftercareSheet: Hashable, Sendable {
  /// A permanent name.
  public typealias ID = Identifier<AftercareSheet>

  /// The sheet's name.
  public let id: ID
  /// Its heading.
  public let title: String
  /// Which plans it is for.
  public let when: Condition
  /// What to do, in order.
  public let advice: [AftercareAdvice]
  /// Its sources, by id.
  public let cite: [Source.ID]

  /// A sheet from its parts.
  public init(
    id: ID, title: String, when: Condition, advice: [AftercareAdvice], cite: [Source.ID]
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.advice = advice
    self.cite = cite
  }
}

/// One line of aftercare.
public struct AftercareAdvice: Hashable, Sendable {
  /// What it is about, such as sun.
  public let topic: String
  /// What the patient does.
  public let text: String
  /// How the sources differ, for staff; empty when they do not.
  public let note: String

  /// One line from its parts.
  public init(topic: String, text: String, note: String) {
    self.topic = topic
    self.text = text
    self.note = note
  }
}

/// Signs after treatment that call for the same thing.
public struct RedFlagGroup: Hashable, Sendable {
  /// What to do about them, such as calling the emergency number now.
  public let title: String
  /// The signs, in words.
  public let signs: [String]
  /// Its sources, by id.
  public let cite: [Source.ID]

  /// A group from its parts.
  public init(title: String, signs: [String], cite: [Source.ID]) {
    self.title = title
    self.signs = signs
    self.cite = cite
  }
}

/// Words that no text for a patient may hold.
public struct NeverSay: Hashable, Sendable {
  /// The phrases, as the pack writes them.
  public let phrases: [String]
  /// Phrases that make it harmless, such as a warning not to do it.
  public let unless: [String]
  /// Why not.
  public let why: String
  /// What to say instead; empty when there is nothing to say.
  public let instead: String

  /// An entry from its parts.
  public init(phrases: [String], unless: [String], why: String, instead: String) {
    self.phrases = phrases
    self.unless = unless
    self.why = why
    self.instead = instead
  }
}
