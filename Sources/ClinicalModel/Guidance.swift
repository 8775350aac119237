/// What a pack has to say beside its questions and rules.
public struct Guidance: Hashable, Sendable {
  /// What is known about the treatment, read aloud and printed; empty when the
  /// pack says nothing.
  public let evidence: [GuidanceText]
  /// What to do after treatment, one sheet per way of treating.
  public let aftercare: [AftercareSheet]
  /// The topics of aftercare, in the order in which they are printed.
  public let aftercareTopics: [String]
  /// What the patient must report after treatment, most urgent first.
  public let redFlags: [RedFlagGroup]
  /// The questions whose answers say what was asked for; only these answers
  /// stand on the patient's sheet.
  public let request: [Question.ID]
  /// Private questions of which only some options are private.
  public let privateOptions: [PrivateOptions]
  /// What may never be said to a patient.
  public let neverSay: [NeverSay]

  /// Nothing at all.
  public static let none = Guidance(evidence: [], aftercare: [], redFlags: [], neverSay: [])

  /// Guidance from its parts.
  public init(
    evidence: [GuidanceText], aftercare: [AftercareSheet], redFlags: [RedFlagGroup],
    neverSay: [NeverSay], aftercareTopics: [String] = [], request: [Question.ID] = [],
    privateOptions: [PrivateOptions] = []
  ) {
    self.evidence = evidence
    self.aftercare = aftercare
    self.aftercareTopics = aftercareTopics
    self.redFlags = redFlags
    self.request = request
    self.privateOptions = privateOptions
    self.neverSay = neverSay
  }

  /// The guidance with other words that may never be said.
  public func with(neverSay: [NeverSay]) -> Guidance {
    Guidance(
      evidence: evidence, aftercare: aftercare, redFlags: redFlags, neverSay: neverSay,
      aftercareTopics: aftercareTopics, request: request, privateOptions: privateOptions)
  }
}

/// A private question whose other options may be spoken of at home.
///
/// A list of illnesses is private because of a few of them; a patient must be
/// able to read which letter to bring for the others.
public struct PrivateOptions: Hashable, Sendable {
  /// The question.
  public let question: Question.ID
  /// The options that stay private.
  public let options: [Option.ID]

  /// An entry from its parts.
  public init(question: Question.ID, options: [Option.ID]) {
    self.question = question
    self.options = options
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
  /// How long it holds something back.
  public let term: AdviceTerm
  /// How the sources differ, for staff; empty when they do not.
  public let note: String
  /// Its own sources, by id; empty when they are those of the sheet.
  public let cite: [Source.ID]

  /// One line from its parts.
  public init(
    topic: String, text: String, note: String, term: AdviceTerm = .always, cite: [Source.ID] = []
  ) {
    self.topic = topic
    self.text = text
    self.term = term
    self.note = note
    self.cite = cite
  }
}

/// How long a line of aftercare holds something back.
public enum AdviceTerm: Hashable, Sendable {
  /// No matter of time: printed whatever else is said on the topic.
  case always
  /// For so many hours. Where several sheets speak of a topic the longest is
  /// printed; 0 holds nothing back and gives way to any other.
  case hours(Int)
}

/// Signs after treatment that call for the same thing.
public struct RedFlagGroup: Hashable, Sendable {
  /// What to do about them, such as calling the emergency number now.
  public let title: String
  /// Whom the patient calls.
  public let call: WhomToCall
  /// The signs, in words.
  public let signs: [String]
  /// Its sources, by id.
  public let cite: [Source.ID]

  /// A group from its parts.
  public init(
    title: String, signs: [String], cite: [Source.ID], call: WhomToCall = .nobody
  ) {
    self.title = title
    self.call = call
    self.signs = signs
    self.cite = cite
  }
}

/// Whom a patient calls about a sign, so that the number can stand beside it.
public enum WhomToCall: String, CaseIterable, Codable, Sendable {
  /// The local emergency number.
  case emergencyNumber = "emergency-number"
  /// The clinic.
  case clinic
  /// Nobody: it was to be expected.
  case nobody
}

/// Words that no text for a patient may hold.
public struct NeverSay: Hashable, Sendable {
  /// The phrases, as the pack writes them.
  public let phrases: [String]
  /// Phrases that make it harmless, such as a warning not to do it.
  public let unless: [String]
  /// In which texts they are looked for.
  public let reach: WordingReach
  /// Whether rules about products of the patient's own choice may say it.
  public let ownChoice: OwnChoiceWording
  /// Why not.
  public let why: String
  /// What to say instead; empty when there is nothing to say.
  public let instead: String
  /// The phrases, taken apart once for all the texts of a pack.
  let spoken: [SpokenPhrase]
  /// The phrases that make one harmless, likewise.
  let spokenUnless: [SpokenPhrase]

  /// An entry from its parts.
  public init(
    phrases: [String], unless: [String], why: String, instead: String,
    reach: WordingReach = .patient, ownChoice: OwnChoiceWording = .refused
  ) {
    self.phrases = phrases
    self.unless = unless
    self.reach = reach
    self.ownChoice = ownChoice
    self.why = why
    self.instead = instead
    spoken = phrases.map { SpokenPhrase($0) }
    spokenUnless = unless.map { SpokenPhrase($0) }
  }
}

/// Whether words may stand in a rule that holds only for what patients take by
/// their own choice: what no doctor prescribed may be left out.
public enum OwnChoiceWording: String, CaseIterable, Codable, Sendable {
  /// They are forbidden there too.
  case refused
  /// They may.
  case allowed
}

/// In which of a pack's texts words are forbidden.
public enum WordingReach: String, CaseIterable, Codable, Sendable {
  /// In what a patient hears or reads.
  case patient
  /// In every text, those for staff among them.
  case all
}
