/// Kleene's three truth values.
public enum Truth: Hashable, Sendable {
  /// It holds.
  case `true`
  /// It does not hold.
  case `false`
  /// The answers do not tell.
  case unknown

  /// The truth of a comparison that could be made.
  public init(_ holds: Bool) { self = holds ? .true : .false }

  /// Unknown stays unknown.
  public static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .true: .false
    case .false: .true
    case .unknown: .unknown
    }
  }
}
