// The journal keeps consultations as chains of entries:
//
//   Event ─EventText─▶ bytes ─EntrySeal─▶ payload ─┐
//   place: consultation, sequence, previous hash ──┴▶ JournalEntry ─▶ JournalStore
//
// Reading walks the same way back and checks each step. A record that fails a
// check is reported as damaged and is never served.

import ClinicalModel
package import Consultation

/// Consultations on record: opened, appended to, read back and verified.
///
/// When a call returns, what it was given is durable; when it throws, nothing
/// of it was stored.
package struct Journal: Sendable {
  /// Where the entries are kept.
  package let store: any JournalStore
  /// How events are sealed.
  package let seal: EntrySeal

  /// A journal over a store.
  package init(store: any JournalStore, seal: EntrySeal) {
    self.store = store
    self.seal = seal
  }

  /// Opens a consultation under a name that has not been used before.
  ///
  /// The pack must have been kept first, so that no record exists that cannot
  /// be replayed: otherwise `.packMissing`. A name in use is `.alreadyExists`.
  package func open(
    _ id: Consultation.ID, _ opening: Opening, at time: Instant
  ) throws(JournalError) -> Saved {
    guard JournalEntry.isName(id) else { throw .unsuitableName }
    _ = try packArchive(digest: opening.packDigest)
    guard try store.entries(of: id).isEmpty else { throw .alreadyExists }
    let first = Entry(sequence: 0, recordedAt: time, event: .opened(opening))
    let consultation: Consultation
    do { consultation = try Consultation(id: id, first: first) } catch { throw .refused(error) }
    var chain = Chain(of: id)
    let entry = try seal.entry(first, on: &chain)
    do {
      try store.append([entry])
    } catch {
      // Another terminal took the name between the look and the write.
      throw error == .changedElsewhere ? .alreadyExists : error
    }
    return Saved(consultation: consultation, head: entry.head, at: time)
  }

  /// Appends events, all or none, after the entry the caller last saw.
  ///
  /// An entry that somebody else made since then is `.changedElsewhere`. An
  /// event that the consultation does not take, such as an answer after
  /// signing, is `.refused`. A signature must carry the hash of the entry
  /// before it: nobody signs a state other than the one that was seen.
  package func append(
    _ events: [Event], to id: Consultation.ID, after head: Head, at time: Instant
  ) throws(JournalError) -> Saved {
    guard !events.isEmpty else { throw .nothingToSave }
    let (current, stored) = try consultation(id)
    guard stored == head else { throw .changedElsewhere }
    var consultation = current
    var chain = Chain(after: head, of: id)
    var entries: [JournalEntry] = []
    for event in events {
      if chain.damage(of: event) != nil { throw .signsAnotherState }
      let next = Entry(sequence: chain.nextSequence, recordedAt: time, event: event)
      do { try consultation.apply(next) } catch { throw .refused(error) }
      entries.append(try seal.entry(next, on: &chain))
    }
    try store.append(entries)
    return Saved(consultation: consultation, head: chain.head, at: time)
  }

  /// One consultation, checked entry by entry while it is read.
  ///
  /// A chain that fails a check is `.damaged`; nothing of it is served.
  package func consultation(
    _ id: Consultation.ID
  ) throws(JournalError) -> (consultation: Consultation, head: Head) {
    guard JournalEntry.isName(id) else { throw .notFound }
    let stored = try store.entries(of: id)
    guard let last = stored.last else { throw .notFound }
    return (try seal.replay(stored, of: id), last.head)
  }

  /// Every entry of one consultation as the event it holds, oldest first.
  package func history(_ id: Consultation.ID) throws(JournalError) -> [Entry] {
    guard JournalEntry.isName(id) else { throw .notFound }
    let stored = try store.entries(of: id)
    guard !stored.isEmpty else { throw .notFound }
    return try seal.opened(stored, of: id)
  }

  /// Every consultation on record, oldest first; damaged ones are named, not
  /// left out.
  package func listing() throws(JournalError) -> [Listing] {
    var list: [Listing] = []
    for id in try store.consultationIDs() {
      do {
        let (consultation, head) = try consultation(id)
        list.append(.readable(consultation, head))
      } catch .damaged(let damage, let sequence) {
        list.append(.damaged(id, damage, sequence: sequence))
      } catch {
        throw error
      }
    }
    return list
  }
}
