/// Milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  /// The count of milliseconds.
  public let milliseconds: Int64

  /// Takes a count of milliseconds.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders by time.
  public static func < (first: Self, second: Self) -> Bool {
    first.milliseconds < second.milliseconds
  }

  /// Writes the bare number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Reads the bare number.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }
}

/// One thing that became true, with its place and time.
public struct Entry: Hashable, Sendable {
  /// Counts from 0 within one consultation.
  public let sequence: Int
  /// When it was recorded.
  public let recordedAt: Instant
  /// What became true.
  public let event: Event

  /// An entry from its parts.
  public init(sequence: Int, recordedAt: Instant, event: Event) {
    self.sequence = sequence
    self.recordedAt = recordedAt
    self.event = event
  }
}
