import Consultation

/// How an event's bytes become a payload and come back.
///
/// `plain` leaves them as they are. An authenticated cipher fits here without
/// a change elsewhere: it finds the consultation's data key by
/// `place.consultation` and binds the payload to `place.associatedData`, so
/// that a payload moved to another place does not open. Hashes alone can be
/// worked out anew by whoever can write the file; until a key is involved, an
/// edit that also rewrites every later hash shows only against a head that was
/// printed or signed before.
package struct EntrySeal: Sendable {
  /// Turns an event's bytes into a payload.
  package let seal:
    @Sendable (_ bytes: [UInt8], _ place: EntryPlace) throws(JournalError) -> [UInt8]
  /// Turns a payload back; a payload that does not open is `.damaged`.
  package let open:
    @Sendable (_ payload: [UInt8], _ place: EntryPlace) throws(JournalError) -> [UInt8]

  /// A seal from its two directions.
  package init(
    seal: @escaping @Sendable ([UInt8], EntryPlace) throws(JournalError) -> [UInt8],
    open: @escaping @Sendable ([UInt8], EntryPlace) throws(JournalError) -> [UInt8]
  ) {
    self.seal = seal
    self.open = open
  }

  /// No seal: payloads are readable to whoever can read the file.
  package static let plain = EntrySeal(
    seal: { (bytes, _) throws(JournalError) in bytes },
    open: { (payload, _) throws(JournalError) in payload })
}

extension EntrySeal {
  /// Seals an event at the end of a chain.
  ///
  /// The text is read back before it is sealed, so that nothing is stored that
  /// could not be read again.
  func entry(_ entry: Entry, on chain: inout Chain) throws(JournalError) -> JournalEntry {
    let text = try EventText.write(entry.event)
    guard EventText.read(text) == .event(entry.event) else { throw .cannotBeStored }
    let place = chain.place(at: entry.recordedAt)
    let payload = try seal(text, place)
    guard payload.count <= JournalEntry.payloadLimit else { throw .tooLarge }
    let sealed = JournalEntry(place: place, payload: payload)
    chain.append(sealed)
    return sealed
  }

  /// The event in an entry whose place has been checked.
  func event(in entry: JournalEntry) throws(JournalError) -> Event {
    switch EventText.read(try open(entry.payload, entry.place)) {
    case .event(let event): return event
    case .unreadable: throw .damaged(.unreadable, sequence: entry.sequence)
    }
  }
}
