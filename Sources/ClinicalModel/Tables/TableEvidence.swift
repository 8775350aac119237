/// How well a row of a table is supported.
public enum EvidenceGrade: String, CaseIterable, Hashable, Sendable {
  /// A label or guideline directly on the point.
  case labelOrGuideline = "A"
  /// A guideline or review by analogy, a trial or an observational study.
  case analogyOrTrial = "B"
  /// Expert opinion, case reports, old labels.
  case opinionOrCases = "C"
  /// A mechanism only.
  case mechanism = "D"
  /// General knowledge, unconfirmed.
  case unconfirmed = "U"
}

/// Where a row of a table comes from.
public struct TableEvidence: Hashable, Sendable {
  /// How well it is supported.
  public let grade: EvidenceGrade
  /// Its sources, by id; never empty in a checked pack.
  public let sources: [Source.ID]
  /// Whether a part of the row was decided by the pack's authors without a
  /// source.
  public let isDecidedHere: Bool

  /// Evidence from its parts.
  public init(grade: EvidenceGrade, sources: [Source.ID], isDecidedHere: Bool = false) {
    self.grade = grade
    self.sources = sources
    self.isDecidedHere = isDecidedHere
  }

  /// Whether a clinician has yet to sign the row: it was decided here or rests
  /// on general knowledge alone or in part.
  public var awaitsClinician: Bool {
    isDecidedHere || grade == .unconfirmed || sources.contains(.generalKnowledge)
  }
}

extension Source.ID {
  /// The source that stands for unconfirmed general knowledge.
  public static let generalKnowledge: Self = "general"
}
