import ClinicalModel
import Consultation
import Journal
import Testing

/// The numbers were worked out by another program from the form written above
/// `EntryPlace`. Chains on record were made with them, so they never change.
@Suite struct `The hash of an entry` {
  private let first = JournalEntry(
    place: EntryPlace(
      consultation: "c-0001", sequence: 0,
      recordedAt: Instant(milliseconds: 1_795_303_807_999),
      previousHash: JournalEntry.root(of: "c-0001")),
    payload: Array(#"{"type":"opened","v":1}"#.utf8))

  private var second: JournalEntry {
    JournalEntry(
      place: EntryPlace(
        consultation: "c-0001", sequence: 1, recordedAt: Instant(milliseconds: -1),
        previousHash: first.hash),
      payload: [0, 255])
  }

  @Test func `is the one on record`() {
    #expect(
      first.previousHash.description
        == "3c4a36e540828ff59aea50c55a3a2b1b8149f9d40b50c3e7167d16adf90f029c")
    #expect(
      first.hash.description == "ecb7fa481dd416046cd64f6f35d5d8d7375ff0314fb7d29cab5b7c6446a47f36")
    #expect(
      second.hash.description == "5d37aff3bbec75fa70f686b5caa2df67f9fd926c5d7cd58a3a3b64974b66c45d")
    #expect(second.hash.short == "5d37aff3bbec")
  }

  @Test func `binds a seal to the entry's place`() {
    let bytes = second.place.associatedData
    #expect(bytes.count == 133)
    #expect(bytes.suffix(32) == first.hash.bytes[...])
    #expect(first.place.associatedData != bytes)
    #expect(
      Digest256(of: bytes).description
        == "e13f59de4ca4291fc7575bf755eee1efaf79ed96c5da61bcafaeb06f7316d38c")
  }

  @Test func `differs when anything about the entry differs`() {
    func entry(
      _ id: Consultation.ID = "c-1", _ sequence: Int = 1, _ time: Int64 = 5,
      _ previous: [UInt8] = [1], _ payload: [UInt8] = [9]
    ) -> Digest256 {
      JournalEntry(
        place: EntryPlace(
          consultation: id, sequence: sequence, recordedAt: Instant(milliseconds: time),
          previousHash: Digest256(of: previous)),
        payload: payload
      ).hash
    }
    let hashes = [
      entry(), entry("c-2"), entry("c-1", 2), entry("c-1", 1, 6), entry("c-1", 1, 5, [2]),
      entry("c-1", 1, 5, [1], [8]), entry("c-1", 1, 5, [1], [9, 0]),
    ]
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `is 32 bytes and prints as 64 digits`() throws {
    let bytes = [UInt8](repeating: 0, count: 30) + [15, 160]
    let digest = try #require(Digest256(bytes: bytes))
    #expect(digest.description == String(repeating: "0", count: 60) + "0fa0")
    #expect(Digest256(bytes: Array(bytes.dropLast())) == nil)
    #expect(Digest256(bytes: bytes + [0]) == nil)
    #expect(Digest256(hexadecimal: digest.description) == digest)
    for text in ["", digest.short, digest.description + "0", digest.description.uppercased()] {
      #expect(Digest256(hexadecimal: text) == nil)
    }
  }

  @Test func `of a pack names its algorithm`() {
    #expect(
      packDigest(Array("pack".utf8))
        == "sha256:4862f447f2c7f272fa2f4aaf89dadb3b1ac09105bd5864f8d1a0c9452bb0a226")
  }
}
