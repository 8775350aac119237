import ClinicalModel
import Consultation
import Journal
import JournalSQLite
import Testing

/// Somebody works on the records file past the program.
@Suite struct `A damaged record` {
  /// One way of damaging entry 1 of 3, and how it shows.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: String
    let damage: Damage
    let sequence: Int
  }

  static let tamperings = [
    Tampering(
      testDescription: "an answer is edited from no to yes",
      statement: """
        UPDATE entries SET payload = CAST(replace(CAST(payload AS TEXT), '"no"', '"yes"') AS BLOB)
        WHERE sequence = 1
        """,
      damage: .altered, sequence: 1),
    Tampering(
      testDescription: "a time is changed",
      statement: "UPDATE entries SET recorded_at = recorded_at + 1 WHERE sequence = 1",
      damage: .altered, sequence: 1),
    Tampering(
      testDescription: "an entry is removed from the middle",
      statement: "DELETE FROM entries WHERE sequence = 1",
      damage: .outOfPlace, sequence: 1),
    Tampering(
      testDescription: "the first entry is removed",
      statement: "DELETE FROM entries WHERE sequence = 0",
      damage: .outOfPlace, sequence: 0),
    Tampering(
      testDescription: "two entries are swapped",
      statement: """
        UPDATE entries SET sequence = 99 WHERE sequence = 1;
        UPDATE entries SET sequence = 1 WHERE sequence = 2;
        UPDATE entries SET sequence = 2 WHERE sequence = 99;
        """,
      damage: .notLinked, sequence: 1),
    Tampering(
      testDescription: "the hash of an entry is changed",
      statement: "UPDATE entries SET hash = randomblob(32) WHERE sequence = 1",
      damage: .altered, sequence: 1),
    Tampering(
      testDescription: "an entry names another one before it",
      statement: "UPDATE entries SET previous_hash = zeroblob(32) WHERE sequence = 1",
      damage: .notLinked, sequence: 1),
    Tampering(
      testDescription: "an entry comes from another consultation",
      statement: """
        DELETE FROM entries WHERE consultation = 'c-1' AND sequence = 1;
        UPDATE entries SET consultation = 'c-1' WHERE consultation = 'c-2' AND sequence = 1;
        """,
      damage: .notLinked, sequence: 1),
    Tampering(
      testDescription: "a payload is longer than any entry",
      statement: """
        PRAGMA ignore_check_constraints = ON;
        UPDATE entries SET payload = zeroblob(300000) WHERE sequence = 1
        """,
      damage: .malformed, sequence: 1),
    Tampering(
      testDescription: "a hash is cut short",
      statement: """
        PRAGMA ignore_check_constraints = ON;
        UPDATE entries SET hash = x'00' WHERE sequence = 1
        """,
      damage: .malformed, sequence: 1),
  ]

  @Test(arguments: tamperings)
  func `is named and never shown as the patient's answers`(tampering: Tampering) throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample("c-1")
      let other = try journal.openSample("c-2")
      let whole = try journal.openSample("c-3")
      try tamper(
        in: folder, dropGuards,
        tampering.statement.replacing(
          "WHERE sequence", with: "WHERE consultation = 'c-1' AND sequence"))

      let damaged = JournalError.damaged(tampering.damage, sequence: tampering.sequence)
      #expect(throws: damaged) { try journal.consultation("c-1") }
      #expect(throws: damaged) { try journal.history("c-1") }
      #expect(throws: damaged) {
        try journal.append([.decided(.treat)], to: "c-1", after: saved.head, at: .second(9))
      }
      let listing = try journal.listing()
      #expect(
        listing.contains(.damaged("c-1", tampering.damage, sequence: tampering.sequence)))
      #expect(listing.contains(.readable(whole.consultation, whole.head)))
      #expect(listing.count == 3)
      _ = other
    }
  }

  @Test func `is described finding by finding when it is verified`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      #expect(
        try journal.verify("c-1")
          == Verification.expected(saved, []))
      try tamper(
        in: folder, dropGuards,
        "UPDATE entries SET recorded_at = 7 WHERE sequence = 1",
        "UPDATE entries SET previous_hash = zeroblob(32) WHERE sequence = 2")
      #expect(
        try journal.verify("c-1").findings == [
          .entry(.altered, sequence: 1), .entry(.notLinked, sequence: 2),
          .entry(.altered, sequence: 2),
        ])
    }
  }

  @Test func `that lost its last entry is found by the hash that was printed`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      let printed = try #require(PrintedHash(saved.head.hash.short.uppercased()))
      #expect(try journal.verify("c-1", printed: printed).findings.isEmpty)

      try tamper(in: folder, dropGuards, "DELETE FROM entries WHERE sequence = 2")
      // The rest is whole in itself: only the print tells.
      #expect(try journal.verify("c-1").findings.isEmpty)
      #expect(try journal.verify("c-1", printed: printed).findings == [.printedHashNotFound])
    }
  }

  @Test func `that was rewritten with new hashes is found by its signature`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let seen = try journal.openSample()
      _ = try journal.append(
        [.signed(seen.head.hash)], to: "c-1", after: seen.head, at: .second(2))
      let signature = try #require(try journal.store.entries(of: "c-1").last)

      // A forger who knows the form makes a whole new chain around an edited
      // answer and puts the old signature at its end.
      let store = InMemoryJournalStore()
      let forged = Journal(store: store, seal: .plain)
      try forged.keepPack(samplePack)
      let opened = try forged.open("c-1", .sample, at: .second(0))
      let edited = Event.answerRecorded(
        "pregnancy-status", .known(.choice("yes")), wording: "Are you pregnant?")
      _ = try forged.append(
        [edited, .unsureOfSunburn], to: "c-1", after: opened.head, at: .second(1))
      let last = try #require(try store.entries(of: "c-1").last)
      try store.append(chain("c-1", [signature.payload], after: last))

      let damaged = JournalError.damaged(.signatureDiffers, sequence: 3)
      #expect(throws: damaged) { try forged.consultation("c-1") }
      #expect(
        try forged.verify("c-1").findings.contains(.entry(.signatureDiffers, sequence: 3)))
    }
  }

  @Test(arguments: [
    #"{"reason":"x","type":"voided","v":2}"#, #"{"reason":"x","type":"erased","v":1}"#,
    #"{"reason":"x","reason":"y","type":"voided","v":1}"#,
    #"{"reason":"x","type":"voided","v":1.0}"#, #"{"reason":"x","type":"voided","v":1,}"#,
    #"{ "reason":"x","type":"voided","v":1}"#, #"{"type":"voided","reason":"x","v":1}"#,
    #"{"reason":"\u0078","type":"voided","v":1}"#, #"not an event"#,
  ])
  func `with an event in another form is not guessed at`(text: String) throws {
    let store = InMemoryJournalStore()
    let journal = Journal(store: store, seal: .plain)
    try journal.keepPack(samplePack)
    _ = try journal.openSample()
    let last = try #require(try store.entries(of: "c-1").last)
    try store.append(chain("c-1", [Array(text.utf8)], after: last))
    #expect(throws: JournalError.damaged(.unreadable, sequence: 3)) {
      try journal.consultation("c-1")
    }
    #expect(try journal.verify("c-1").findings == [.entry(.unreadable, sequence: 3)])
  }

  @Test func `with an event that cannot follow is not replayed`() throws {
    let store = InMemoryJournalStore()
    let journal = Journal(store: store, seal: .plain)
    try journal.keepPack(samplePack)
    _ = try journal.openSample()
    let stored = try store.entries(of: "c-1")
    try store.append(chain("c-1", [stored[0].payload], after: stored[2]))
    #expect(throws: JournalError.damaged(.doesNotFollow, sequence: 3)) {
      try journal.consultation("c-1")
    }
    #expect(try journal.verify("c-1").findings == [.entry(.doesNotFollow, sequence: 3)])
  }

  @Test func `of a protocol pack is never used`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      _ = try journal.openSample()
      let digest = packDigest(samplePack)
      try tamper(in: folder, dropGuards, "UPDATE packs SET archive = x'00'")
      #expect(throws: JournalError.packDamaged) { try journal.packArchive(digest: digest) }
      #expect(throws: JournalError.packDamaged) {
        try journal.open("c-2", .sample, at: .second(0))
      }
      #expect(try journal.verify("c-1").findings == [.packDamaged(digest: digest)])
      try tamper(in: folder, "DELETE FROM packs")
      #expect(try journal.verify("c-1").findings == [.packMissing(digest: digest)])
    }
  }

  @Test(arguments: ["", "5d37aff3bbe", "5d37aff3bbeg", "5d37 aff3bbec"])
  func `is compared only with a printed hash of at least 12 digits`(text: String) {
    #expect(PrintedHash(text) == nil)
  }
}

extension Verification {
  /// What a whole record gives, written as a comparison of its parts.
  fileprivate static func expected(
    _ saved: Saved, _ findings: [VerificationFinding]
  ) -> Verification {
    Verification(
      consultation: saved.consultation.id, entryCount: saved.entryCount, head: saved.head,
      findings: findings)
  }
}
