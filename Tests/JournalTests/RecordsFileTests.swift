import ClinicalModel
import Consultation
import Foundation
import GRDB
import Journal
import JournalSQLite
import Testing

@Suite struct `The records file` {
  @Test func `waits for the disk before an entry counts as saved`() throws {
    try withTemporaryFolder { folder in
      // Again on a file that is there already.
      for _ in 0..<2 {
        let durability = try SQLiteJournalStore(folder: folder).durability()
        #expect(durability.journalMode == "truncate")
        #expect(durability.synchronous == 3)
        #expect(durability.secureDelete == 1)
        #expect(durability.foreignKeys == 1)
        #expect(durability.trustedSchema == 0)
        #expect(durability.temporaryStore == 2)
        #expect(durability.busyTimeout == 5000)
        #expect(durability.isAsRequired)
      }
    }
  }

  @Test func `goes back to waiting for the disk after another program has set it otherwise`()
    throws
  {
    try withTemporaryFolder { folder in
      _ = try Journal.sample(in: folder).openSample()
      try tamper(in: folder, "PRAGMA journal_mode = WAL")
      let store = try SQLiteJournalStore(folder: folder)
      #expect(try store.durability().isAsRequired)
      #expect(try store.entries(of: "c-1").count == 3)
    }
  }

  @Test func `is open to nobody but its owner, and so is its folder`() throws {
    try withTemporaryFolder { parent in
      let folder = "\(parent)/a/b"
      _ = try Journal.sample(in: folder).openSample()
      #expect(try mode(of: "\(parent)/a") == 0o700)
      #expect(try mode(of: folder) == 0o700)
      #expect(try mode(of: "\(folder)/journal.sqlite") == 0o600)
      #expect(try mode(of: "\(folder)/journal.sqlite-journal") == 0o600)
    }
  }

  @Test func `is closed to others when it was left open to them`() throws {
    try withTemporaryFolder { folder in
      let saved = try Journal.sample(in: folder).openSample()
      try setMode(0o755, of: folder)
      try setMode(0o644, of: "\(folder)/journal.sqlite")
      try setMode(0o666, of: "\(folder)/journal.sqlite-journal")
      let journal = try Journal.sample(in: folder)
      #expect(try mode(of: folder) == 0o700)
      #expect(try mode(of: "\(folder)/journal.sqlite") == 0o600)
      #expect(try mode(of: "\(folder)/journal.sqlite-journal") == 0o600)
      #expect(try journal.consultation("c-1").head == saved.head)
    }
  }

  @Test func `refuses to change or remove an entry or a pack`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      for statement in [
        "UPDATE entries SET recorded_at = 0 WHERE sequence = 1",
        "UPDATE entries SET payload = x'00'",
        "DELETE FROM entries WHERE sequence = 2",
        "DELETE FROM entries",
        "REPLACE INTO entries SELECT * FROM entries WHERE sequence = 1",
        "INSERT INTO entries SELECT * FROM entries WHERE sequence = 1 "
          + "ON CONFLICT DO UPDATE SET recorded_at = 0",
        "INSERT INTO entries SELECT consultation, 7, recorded_at, hash, payload, hash "
          + "FROM entries WHERE sequence = 2",
        "INSERT INTO entries SELECT consultation, 3, recorded_at, previous_hash, payload, hash "
          + "FROM entries WHERE sequence = 2",
        "UPDATE packs SET archive = x'00'",
        "DELETE FROM packs",
        "REPLACE INTO packs SELECT digest, x'00' FROM packs",
      ] {
        let refusal = #expect(throws: DatabaseError.self, "\(statement)") {
          try tamper(in: folder, statement)
        }
        #expect(refusal?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER, "\(statement)")
      }
      #expect(try journal.consultation("c-1").head == saved.head)
      #expect(try journal.verify("c-1").findings.isEmpty)
    }
  }

  @Test func `refuses rows that are no entries`() throws {
    try withTemporaryFolder { folder in
      _ = try Journal.sample(in: folder).openSample()
      for row in [
        "'C 1', 0, 1, zeroblob(32), x'00', zeroblob(32)",
        "'', 0, 1, zeroblob(32), x'00', zeroblob(32)",
        "'c-2', 0, 1, zeroblob(31), x'00', zeroblob(32)",
        "'c-2', 0, 1, zeroblob(32), x'', zeroblob(32)",
        "'c-2', 0, 1, zeroblob(32), zeroblob(262145), zeroblob(32)",
        "'c-2', 0, 1, zeroblob(32), x'00', zeroblob(33)",
        "'c-2', 0, 'now', zeroblob(32), x'00', zeroblob(32)",
        "'c-2', 0, 1, zeroblob(32), 'text', zeroblob(32)",
        "'c-2', 0, NULL, zeroblob(32), x'00', zeroblob(32)",
      ] {
        #expect(throws: DatabaseError.self, "\(row)") {
          try tamper(in: folder, "INSERT INTO entries VALUES (\(row))")
        }
      }
      #expect(try withRawConnection(in: folder) { try entryCount($0) } == 3)
    }
  }

  @Test func `shows nothing of a patient outside the sealed payloads`() throws {
    try withTemporaryFolder { folder in
      // A seal that shifts every byte stands for a cipher.
      let seal = EntrySeal(
        seal: { (bytes, _) throws(JournalError) in bytes.map { $0 &+ 1 } },
        open: { (bytes, _) throws(JournalError) in bytes.map { $0 &- 1 } })
      let journal = Journal(store: try SQLiteJournalStore(folder: folder), seal: seal)
      try journal.keepPack(samplePack)
      let opened = try journal.open("c-1", .sample, at: .second(0))
      let name = Event.answerRecorded(
        "family-name", .known(.text("TESTPATIENT, Maria")), wording: "Family name?")
      let saved = try journal.append([name], to: "c-1", after: opened.head, at: .second(1))
      for file in ["journal.sqlite", "journal.sqlite-journal"] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
        for word in ["TESTPATIENT", "family-name", "Family name", "answer-recorded"] {
          #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
        }
      }
      #expect(try journal.consultation("c-1").consultation == saved.consultation)
    }
  }

  @Test func `keeps what was saved when the power goes in the middle of the next write`() throws {
    try withTemporaryFolder { folder in
      let saved = try Journal.sample(in: folder).openSample()
      let copy = "\(folder)/after-the-power-cut"
      try withRawConnection(in: folder) { database in
        // A cache of one page drives the unfinished write into the file.
        try database.execute(
          sql: "PRAGMA cache_size = 1; PRAGMA journal_mode = TRUNCATE; BEGIN IMMEDIATE")
        var last = try #require(
          try SQLiteJournalStore(folder: folder).entries(of: "c-1").last)
        for _ in 0..<40 {
          let next = try #require(
            chain("c-1", [[UInt8](repeating: 9, count: 9000)], after: last).last)
          try database.execute(
            sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
              "c-1", next.sequence, 1, Data(next.previousHash.bytes), Data(next.payload),
              Data(next.hash.bytes),
            ])
          last = next
        }
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        for file in ["journal.sqlite", "journal.sqlite-journal"] {
          try FileManager.default.copyItem(atPath: "\(folder)/\(file)", toPath: "\(copy)/\(file)")
        }
        try database.execute(sql: "ROLLBACK")
      }
      let unfinished = try Data(contentsOf: URL(fileURLWithPath: "\(copy)/journal.sqlite"))
      #expect(unfinished.range(of: Data(repeating: 9, count: 1000)) != nil, "a half-made write")

      let journal = Journal(store: try SQLiteJournalStore(folder: copy), seal: .plain)
      #expect(try journal.consultation("c-1").head == saved.head)
      #expect(try journal.verify("c-1").findings.isEmpty)
      let next = try journal.append(
        [.decided(.treat)], to: "c-1", after: saved.head, at: .second(9))
      #expect(next.entryCount == 4)
    }
  }
}

private func entryCount(_ database: Database) throws -> Int? {
  try Int.fetchOne(database, sql: "SELECT count(*) FROM entries")
}

private func mode(of path: String) throws -> Int? {
  try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

private func setMode(_ mode: Int, of path: String) throws {
  try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}
