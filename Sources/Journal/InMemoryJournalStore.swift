import ClinicalModel
package import Consultation
import Synchronization

/// A store that forgets everything when the program ends.
///
/// It keeps the same rules as the stores on disk, but nothing in it is
/// durable: it is for tests and for training, never for patients.
package final class InMemoryJournalStore: JournalStore {
  private struct Contents {
    var chains: [Consultation.ID: [JournalEntry]] = [:]
    var packs: [String: [UInt8]] = [:]
  }

  private let contents = Mutex(Contents())

  /// An empty store.
  package init() {}

  /// Adds entries, all or none.
  package func append(_ entries: [JournalEntry]) throws(JournalError) {
    try contents.withLock { (contents) throws(JournalError) in
      var chains = contents.chains
      for entry in entries {
        try entry.checkForm()
        let chain = chains[entry.consultation, default: []]
        guard entry.sequence == chain.count,
          chain.isEmpty || entry.previousHash == chain.last?.hash
        else { throw .changedElsewhere }
        chains[entry.consultation, default: []].append(entry)
      }
      contents.chains = chains
    }
  }

  /// The entries of one consultation in order of sequence.
  package func entries(of consultation: Consultation.ID) throws(JournalError) -> [JournalEntry] {
    contents.withLock { $0.chains[consultation] ?? [] }
  }

  /// Every consultation, in order of the time of its first entry, then name.
  package func consultationIDs() throws(JournalError) -> [Consultation.ID] {
    let firsts = contents.withLock { $0.chains.values.compactMap(\.first) }
    return firsts.sorted {
      ($0.recordedAt, $0.consultation) < ($1.recordedAt, $1.consultation)
    }.map(\.consultation)
  }

  /// Keeps a pack's archive under its digest.
  package func keepPack(digest: String, archive: [UInt8]) throws(JournalError) {
    try Journal.checkForm(digest: digest, archive: archive)
    try contents.withLock { (contents) throws(JournalError) in
      guard let kept = contents.packs[digest] else {
        contents.packs[digest] = archive
        return
      }
      guard kept == archive else { throw .packDamaged }
    }
  }

  /// The archive under a digest as stored.
  package func packArchive(digest: String) throws(JournalError) -> [UInt8] {
    guard let archive = contents.withLock({ $0.packs[digest] }) else { throw .packMissing }
    return archive
  }

  /// The digests of all kept packs, in order.
  package func packDigests() throws(JournalError) -> [String] {
    contents.withLock { $0.packs.keys.sorted() }
  }
}
