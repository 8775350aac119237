public import ClinicalModel

// The one place where strengths of evidence become words, so that a rule on
// general knowledge never stands anywhere without saying that it awaits a
// clinician.

extension EvidenceStrength {
  /// What is said beside it: who has still to look at the rule; empty when
  /// nobody has.
  public var review: String {
    switch self {
    case .generalKnowledge, .policyDefault: "awaits a clinician's review"
    case .seedStated, .guideline, .label, .expertOpinion, .review, .trial, .observational: ""
    }
  }

  /// How well a rule is supported, in words.
  public var words: String {
    switch self {
    case .seedStated: "said by a clinic's page or magazine"
    case .guideline: "guideline or authority"
    case .label: "product or device label"
    case .expertOpinion: "expert opinion"
    case .review: "review of other work"
    case .trial: "trial"
    case .observational: "observed patients"
    case .policyDefault: "policy without a source, \(review)"
    case .generalKnowledge: "general knowledge, \(review)"
    }
  }

  /// The name that packs use for it, with what is said beside it.
  public var name: String { review.isEmpty ? rawValue : "\(rawValue), \(review)" }
}
