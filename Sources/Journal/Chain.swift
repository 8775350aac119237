import ClinicalModel
import Consultation

/// The end of a chain: what the next entry must name.
struct Chain {
  let consultation: Consultation.ID
  private(set) var nextSequence: Int
  private(set) var previousHash: Digest256

  /// A chain without entries.
  init(of consultation: Consultation.ID) {
    self.consultation = consultation
    nextSequence = 0
    previousHash = JournalEntry.root(of: consultation)
  }

  /// A chain that ends at a head.
  init(after head: Head, of consultation: Consultation.ID) {
    self.consultation = consultation
    nextSequence = head.sequence + 1
    previousHash = head.hash
  }

  /// Where the next entry stands.
  func place(at time: Instant) -> EntryPlace {
    EntryPlace(
      consultation: consultation, sequence: nextSequence, recordedAt: time,
      previousHash: previousHash)
  }

  /// Goes on behind an entry.
  mutating func append(_ entry: JournalEntry) {
    nextSequence = entry.sequence + 1
    previousHash = entry.hash
  }

  /// The last entry.
  var head: Head { Head(sequence: nextSequence - 1, hash: previousHash) }

  /// What is wrong with the next entry as far as the chain tells; nothing
  /// wrong is an empty list.
  func damage(of entry: JournalEntry) -> [Damage] {
    var damage: [Damage] = []
    if entry.consultation != consultation || entry.sequence != nextSequence {
      damage.append(.outOfPlace)
    } else if entry.previousHash != previousHash {
      damage.append(.notLinked)
    }
    if !entry.isIntact { damage.append(.altered) }
    return damage
  }
}
