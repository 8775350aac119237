import ClinicalModel
package import Consultation

/// The last entry of a chain as somebody saw it.
package struct Head: Hashable, Sendable {
  /// The entry's place, from 0.
  package let sequence: Int
  /// The entry's hash, which covers every entry before it too.
  package let hash: Digest256

  /// A head from its parts.
  package init(sequence: Int, hash: Digest256) {
    self.sequence = sequence
    self.hash = hash
  }
}

/// What is durable now.
package struct Saved: Hashable, Sendable {
  /// The consultation with the new entries applied.
  package let consultation: Consultation
  /// The new head, to be handed to the next append.
  package let head: Head
  /// When the entries were made.
  package let at: Instant

  /// A receipt from its parts.
  package init(consultation: Consultation, head: Head, at: Instant) {
    self.consultation = consultation
    self.head = head
    self.at = at
  }

  /// How many entries the consultation has: the `n` of `saved #n`.
  package var entryCount: Int { head.sequence + 1 }
}

/// One line of the list of consultations.
package enum Listing: Hashable, Sendable {
  /// The record is whole.
  case readable(Consultation, Head)
  /// The record fails a check, first at this entry.
  case damaged(Consultation.ID, Damage, sequence: Int)

  /// The consultation's name.
  package var id: Consultation.ID {
    switch self {
    case .readable(let consultation, _): consultation.id
    case .damaged(let id, _, _): id
    }
  }
}
