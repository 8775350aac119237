public import ClinicalModel

/// A condition weighed against answers: its truth, and what it rests on.
public struct Assessment: Hashable, Sendable {
  /// Whether the condition holds.
  public let truth: Truth
  /// The questions whose answers speak for this truth; while it is unknown,
  /// those that already speak for it becoming true.
  public let because: [Question.ID]
  /// The questions whose answers are missing; empty unless unknown.
  public let missing: [Question.ID]
}
