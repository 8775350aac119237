// The hash of an entry is SHA-256 over these fields, each preceded by its
// length as eight bytes, most significant first, so that no two different
// entries give the same bytes:
//
//   "mesoscreen journal entry"   purpose
//   00 00 00 00 00 00 00 01      version of this form
//   "c-0123456789abcdef"         consultation
//   00 00 00 00 00 00 00 05      sequence
//   00 00 01 9d 4b 1e a0 00      time, milliseconds since 1970 UTC
//   32 bytes                     previous entry's hash
//   payload                      sealed event
//
// The associated data of the seal is the same without the payload and with
// another purpose. The first entry's previous hash is SHA-256 over the fields
// "mesoscreen journal root", version and consultation.

import ClinicalModel
package import Consultation

/// Where an entry stands: everything about it but the payload.
package struct EntryPlace: Hashable, Sendable {
  /// The consultation it belongs to.
  package let consultation: Consultation.ID
  /// Its place in the chain, from 0.
  package let sequence: Int
  /// When it was recorded.
  package let recordedAt: Instant
  /// The hash of the entry before it, or the root of the consultation.
  package let previousHash: Digest256

  /// A place from its parts.
  package init(
    consultation: Consultation.ID, sequence: Int, recordedAt: Instant, previousHash: Digest256
  ) {
    self.consultation = consultation
    self.sequence = sequence
    self.recordedAt = recordedAt
    self.previousHash = previousHash
  }

  /// The bytes a seal binds the payload to.
  package var associatedData: [UInt8] { form("mesoscreen journal seal").bytes }

  fileprivate func form(_ purpose: String) -> HashedForm {
    var form = HashedForm(purpose)
    form.add(consultation.rawValue.utf8)
    form.add(Int64(sequence))
    form.add(recordedAt.milliseconds)
    form.add(previousHash.bytes)
    return form
  }
}

/// One sealed event in its place, with the hash that the next entry names.
package struct JournalEntry: Hashable, Sendable {
  /// The longest payload, in bytes; longer ones are neither written nor read.
  package static let payloadLimit = 262_144

  /// Where it stands.
  package let place: EntryPlace
  /// The sealed event.
  package let payload: [UInt8]
  /// The hash as stored; `isIntact` says whether it still fits.
  package let hash: Digest256

  /// The consultation it belongs to.
  package var consultation: Consultation.ID { place.consultation }
  /// Its place in the chain, from 0.
  package var sequence: Int { place.sequence }
  /// When it was recorded.
  package var recordedAt: Instant { place.recordedAt }
  /// The hash of the entry before it.
  package var previousHash: Digest256 { place.previousHash }
  /// The entry as a head.
  package var head: Head { Head(sequence: sequence, hash: hash) }

  /// A new entry, which works out its hash.
  package init(place: EntryPlace, payload: [UInt8]) {
    self.init(place: place, payload: payload, hash: Self.hash(place, payload))
  }

  /// An entry as a store gives it back, with the hash that was stored.
  package init(place: EntryPlace, payload: [UInt8], hash: Digest256) {
    self.place = place
    self.payload = payload
    self.hash = hash
  }

  /// Whether the stored hash is the hash of this place and payload.
  package var isIntact: Bool { hash == Self.hash(place, payload) }

  /// Throws when no store may take this entry: `.unsuitableName` for its
  /// consultation, `.tooLarge` or, without a payload, `.cannotBeStored`.
  package func checkForm() throws(JournalError) {
    guard Self.isName(consultation) else { throw .unsuitableName }
    guard payload.count <= Self.payloadLimit else { throw .tooLarge }
    guard !payload.isEmpty, sequence >= 0 else { throw .cannotBeStored }
  }

  /// What the first entry of a consultation names as its previous hash.
  package static func root(of consultation: Consultation.ID) -> Digest256 {
    var form = HashedForm("mesoscreen journal root")
    form.add(consultation.rawValue.utf8)
    return Digest256(of: form.bytes)
  }

  /// Whether a text can name a consultation: 1 to 64 lower-case ASCII letters,
  /// digits and hyphens.
  package static func isName(_ id: Consultation.ID) -> Bool {
    (1...64).contains(id.rawValue.utf8.count)
      && id.rawValue.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
  }

  private static func hash(_ place: EntryPlace, _ payload: [UInt8]) -> Digest256 {
    var form = place.form("mesoscreen journal entry")
    form.add(payload)
    return Digest256(of: form.bytes)
  }
}

/// Fields written one after another, each preceded by its length.
private struct HashedForm {
  private(set) var bytes: [UInt8] = []

  init(_ purpose: String) {
    add(purpose.utf8)
    add(1)
  }

  mutating func add(_ field: some Collection<UInt8>) {
    bytes += bigEndian(Int64(field.count))
    bytes += field
  }

  mutating func add(_ number: Int64) { add(bigEndian(number)) }

  private func bigEndian(_ number: Int64) -> [UInt8] {
    let pattern = UInt64(bitPattern: number)
    return (0..<8).map { UInt8(truncatingIfNeeded: pattern >> (56 - 8 * $0)) }
  }
}
