public import ClinicalModel
public import Consultation

/// The last entry of a chain as somebody saw it.
public struct Head: Hashable, Sendable {
  /// The entry's place, from 0.
  public let sequence: Int
  /// The entry's hash, which covers every entry before it too.
  public let hash: Digest256

  /// A head from its parts.
  public init(sequence: Int, hash: Digest256) {
    self.sequence = sequence
    self.hash = hash
  }
}

/// What is durable now.
public struct Saved: Hashable, Sendable {
  /// The consultation with the new entries applied.
  public let consultation: Consultation
  /// The new head, to be handed to the next append.
  public let head: Head
  /// When the entries were made.
  public let at: Instant

  /// A receipt from its parts.
  public init(consultation: Consultation, head: Head, at: Instant) {
    self.consultation = consultation
    self.head = head
    self.at = at
  }

  /// How many entries the consultation has: the `n` of `saved #n`.
  public var entryCount: Int { head.sequence + 1 }
}

/// One line of the list of consultations.
public enum Listing: Hashable, Sendable {
  /// The record is whole.
  case readable(Consultation, Head)
  /// The record fails a check, first at this entry.
  case damaged(Consultation.ID, Damage, sequence: Int)

  /// The consultation's name.
  public var id: Consultation.ID {
    switch self {
    case .readable(let consultation, _): consultation.id
    case .damaged(let id, _, _): id
    }
  }
}
