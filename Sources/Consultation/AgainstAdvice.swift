public import ClinicalModel

/// A treatment although findings exclude it: who decided so, who else stands for
/// it, and why. The outcome stays what it is.
public struct AgainstAdvice: Redacted, Hashable, Sendable {
  /// The excluding findings that were on screen, each once.
  public let rules: [Rule.ID]
  /// Why, as a code that can be counted.
  public let because: Code
  /// Why, in the clinician's own words.
  public let reason: String
  /// The name of the clinician who decides, as typed.
  public let clinician: String
  /// The name of a second person who stands for it, as typed.
  public let second: String

  /// Why somebody treats against the advice: a closed set.
  public enum Code: String, CaseIterable, Codable, Sendable {
    /// A specialist knows of it and agreed.
    case specialistAgreed = "specialist-agreed"
    /// The finding does not describe this patient.
    case doesNotFit = "does-not-fit"
    /// Waiting would harm more.
    case waitingHarms = "waiting-harms"
    /// Nothing else is open to the patient.
    case noAlternative = "no-alternative"
    /// Told in words alone.
    case other
  }

  /// An override from its parts; nothing when it names no finding or one twice,
  /// gives no reason, or when one person stands for both names.
  public init?(
    rules: [Rule.ID], because: Code, reason: String, clinician: String, second: String
  ) {
    guard !rules.isEmpty, Set(rules).count == rules.count, !reason.isEmpty,
      !Self.isSamePerson(clinician, second)
    else { return nil }
    self.rules = rules
    self.because = because
    self.reason = reason
    self.clinician = clinician
    self.second = second
  }

  /// Whether two typed names may be one person's: without titles, signs and
  /// capitals one of them holds every word of the other. A name without a word
  /// is anybody's.
  public static func isSamePerson(_ first: String, _ second: String) -> Bool {
    let first = words(first)
    let second = words(second)
    return first.isSubset(of: second) || second.isSubset(of: first)
  }

  private static let titles: Set<String> = ["dr", "prof", "mr", "mrs", "ms", "miss", "sr", "rn"]

  private static func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      .subtracting(titles)
  }
}

extension AgainstAdvice.Code {
  /// The code as people read it.
  public var words: String {
    switch self {
    case .specialistAgreed: "A specialist knows of it and agreed"
    case .doesNotFit: "The finding does not fit this patient"
    case .waitingHarms: "Waiting would harm the patient more"
    case .noAlternative: "Nothing else is open to this patient"
    case .other: "Another reason"
    }
  }
}

/// Whether the clinician treats although findings exclude it.
public enum AgainstAdviceState: Hashable, Sendable {
  case no
  case yes(AgainstAdvice, at: Instant)
}
