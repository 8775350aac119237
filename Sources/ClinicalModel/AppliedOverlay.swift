/// Whether a pack is used as it was written or with a clinic's overlay on top.
public enum OverlayUse: Hashable, Sendable {
  /// As it was written.
  case none
  /// With an overlay.
  case applied(AppliedOverlay)
}

/// What a clinic's overlay made of the pack below it.
///
/// An overlay only ever raises: nothing in it can make an outcome milder or an
/// earliest date earlier than the pack alone would.
public struct AppliedOverlay: Hashable, Sendable {
  /// The overlay's permanent name.
  public let id: String
  /// Its version, as text.
  public let version: String
  /// Its title for people.
  public let title: String
  /// The version of the pack that it was written for.
  public let baseVersion: String
  /// What it raises, in the order in which it says so.
  public let raises: [OverlayRaise]
  /// The questions it adds, in the order of the checklist.
  public let addedQuestions: [Question.ID]
  /// The rules it adds.
  public let addedRules: [Rule.ID]

  /// An overlay from its parts.
  public init(
    id: String, version: String, title: String, baseVersion: String, raises: [OverlayRaise],
    addedQuestions: [Question.ID], addedRules: [Rule.ID]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.baseVersion = baseVersion
    self.raises = raises
    self.addedQuestions = addedQuestions
    self.addedRules = addedRules
  }
}

/// One thing that an overlay raises, and why.
public struct OverlayRaise: Hashable, Sendable {
  /// What is raised, from what the pack says to what the overlay says.
  public enum Change: Hashable, Sendable {
    /// A rule weighs more.
    case severity(Rule.ID, from: Severity, to: Severity)
    /// A rule's window is longer, in days.
    case window(Rule.ID, from: Int, to: Int)
    /// Not knowing an answer weighs more.
    case unknown(Question.ID, from: UnknownPolicy, to: Severity)
    /// An answer holds for one day.
    case validity(Question.ID)
  }

  /// What is raised.
  public let change: Change
  /// Why, in the clinic's words.
  public let reason: String

  /// A raise from its parts.
  public init(_ change: Change, reason: String) {
    self.change = change
    self.reason = reason
  }
}

extension OverlayRaise {
  /// The change for staff: `defer instead of caution`.
  public var words: String {
    switch change {
    case .severity(_, let from, let to): "\(to.rawValue) instead of \(from.rawValue)"
    case .window(_, let from, let to): "\(to) days instead of \(from)"
    case .unknown(_, .finding(let from), let to):
      "not known weighs \(to.rawValue) instead of \(from.rawValue)"
    case .validity: "asked again on another day"
    case .unknown(_, .noFinding, let to): "not known weighs \(to.rawValue) instead of nothing"
    }
  }
}
