import ClinicalModel
package import Consultation

/// Where entries and packs are kept; append-only.
///
/// A store checks order, not content: it takes an entry only directly behind
/// the last one of the same consultation. It may be used from several
/// terminals at once.
package protocol JournalStore: Sendable {
  /// Adds entries, all or none, durable on return.
  ///
  /// An entry whose sequence is not the next one, or whose previous hash is
  /// not the last stored hash, is `.changedElsewhere`.
  func append(_ entries: [JournalEntry]) throws(JournalError)

  /// The entries of one consultation in order of sequence; none for a name
  /// that is not there. A row that is no entry is `.damaged`.
  func entries(of consultation: Consultation.ID) throws(JournalError) -> [JournalEntry]

  /// Every consultation, in order of the time of its first entry, then name.
  func consultationIDs() throws(JournalError) -> [Consultation.ID]

  /// Keeps a pack's archive under its digest, durable on return.
  ///
  /// Keeping the same bytes again changes nothing; other bytes under the same
  /// digest are `.packDamaged`.
  func keepPack(digest: String, archive: [UInt8]) throws(JournalError)

  /// The archive under a digest as stored; `.packMissing` when there is none.
  func packArchive(digest: String) throws(JournalError) -> [UInt8]

  /// The digests of all kept packs, in order.
  func packDigests() throws(JournalError) -> [String]
}
