import ClinicalModel
import Consultation
import Journal
import JournalSQLite
import Testing

/// What every store must do, whatever it keeps its entries in.
///
/// A store's own suite runs each clause on a fresh store:
///
///     @Test(arguments: JournalStoreContract.clauses)
///     func `keeps the contract`(clause: JournalStoreContract.Clause) throws {
///       try clause.check(MyStore())
///     }
enum JournalStoreContract {
  struct Clause: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: @Sendable (any JournalStore) throws -> Void

    init(_ description: String, check: @escaping @Sendable (any JournalStore) throws -> Void) {
      testDescription = description
      self.check = check
    }
  }

  static let clauses: [Clause] = [
    Clause("entries come back in order and byte for byte") { store in
      let entries = chain("c-1", [[0, 255, 0], Array("ł".utf8), [10]])
      try store.append(Array(entries[..<2]))
      try store.append(Array(entries[2...]))
      #expect(try store.entries(of: "c-1") == entries)
    },
    Clause("the longest payload is kept") { store in
      let longest = [UInt8](repeating: 7, count: JournalEntry.payloadLimit)
      let entries = chain("c-1", [longest])
      try store.append(entries)
      #expect(try store.entries(of: "c-1") == entries)
    },
    Clause("times before 1970 and far ahead are kept") { store in
      for (index, time) in [Int64.min, -1, 0, Int64.max].enumerated() {
        let id = Consultation.ID(rawValue: "c-\(index)")
        let entry = JournalEntry(
          place: EntryPlace(
            consultation: id, sequence: 0, recordedAt: Instant(milliseconds: time),
            previousHash: JournalEntry.root(of: id)),
          payload: [1])
        try store.append([entry])
        #expect(try store.entries(of: id) == [entry])
      }
    },
    Clause("a consultation nobody opened has no entries") { store in
      let entries = try store.entries(of: "c-9")
      #expect(entries.isEmpty)
      #expect(try store.consultationIDs().isEmpty)
    },
    Clause("an entry that leaves a gap is refused") { store in
      let entries = chain("c-1", [[1], [2], [3]])
      try store.append([entries[0]])
      #expect(throws: JournalError.changedElsewhere) { try store.append([entries[2]]) }
      #expect(try store.entries(of: "c-1") == [entries[0]])
    },
    Clause("an entry in a place that is taken is refused") { store in
      let entries = chain("c-1", [[1], [2]])
      try store.append(entries)
      let other = chain("c-1", [[9]], after: entries[0])
      #expect(throws: JournalError.changedElsewhere) { try store.append(other) }
      #expect(throws: JournalError.changedElsewhere) { try store.append([entries[0]]) }
      #expect(try store.entries(of: "c-1") == entries)
    },
    Clause("an entry that names another hash is refused") { store in
      let entries = chain("c-1", [[1]])
      try store.append(entries)
      let stranger = chain("c-1", [[9], [10]])
      #expect(throws: JournalError.changedElsewhere) { try store.append([stranger[1]]) }
      #expect(try store.entries(of: "c-1") == entries)
    },
    Clause("a chain that does not begin at its first entry is refused") { store in
      let second = chain("c-1", [[1], [2]])[1]
      #expect(throws: JournalError.changedElsewhere) { try store.append([second]) }
      let known = try store.consultationIDs()
      #expect(known.isEmpty)
    },
    Clause("several entries are stored all or none") { store in
      let entries = chain("c-1", [[1], [2], [3]])
      #expect(throws: JournalError.changedElsewhere) {
        try store.append([entries[0], entries[1], entries[1]])
      }
      #expect(try store.entries(of: "c-1").isEmpty)
      try store.append(entries)
      #expect(try store.entries(of: "c-1") == entries)
    },
    Clause("consultations are kept apart and listed by their first entry's time") { store in
      let later = chain("a-later", [[1], [2]], from: 5)
      let early = chain("z-early", [[1]], from: 1)
      let same = chain("b-later", [[1]], from: 5)
      for entries in [same, later, early] { try store.append(entries) }
      #expect(try store.consultationIDs() == ["z-early", "a-later", "b-later"])
      #expect(try store.entries(of: "a-later") == later)
      #expect(try store.entries(of: "z-early") == early)
    },
    Clause("an entry without the form of an entry is refused") { store in
      let tooLong = [UInt8](repeating: 0, count: JournalEntry.payloadLimit + 1)
      #expect(throws: JournalError.tooLarge) { try store.append(chain("c-1", [tooLong])) }
      #expect(throws: JournalError.cannotBeStored) { try store.append(chain("c-1", [[]])) }
      for name in ["", "C-1", "c 1", "c_1", "ć", "'; --", String(repeating: "c", count: 65)] {
        let id = Consultation.ID(rawValue: name)
        #expect(throws: JournalError.unsuitableName) { try store.append(chain(id, [[1]])) }
      }
      let known = try store.consultationIDs()
      #expect(known.isEmpty)
    },
    Clause("a pack is kept once and comes back byte for byte") { store in
      let archive: [UInt8] = [0, 1, 255, 10, 13]
      try store.keepPack(digest: packDigest(archive), archive: archive)
      try store.keepPack(digest: packDigest(archive), archive: archive)
      #expect(try store.packArchive(digest: packDigest(archive)) == archive)
      #expect(try store.packDigests() == [packDigest(archive)])
    },
    Clause("a pack is never exchanged for another under the same digest") { store in
      let digest = packDigest([1])
      try store.keepPack(digest: digest, archive: [1])
      #expect(throws: JournalError.packDamaged) {
        try store.keepPack(digest: digest, archive: [2])
      }
      #expect(try store.packArchive(digest: digest) == [1])
    },
    Clause("a pack nobody kept is missing") { store in
      let digests = try store.packDigests()
      #expect(digests.isEmpty)
      #expect(throws: JournalError.packMissing) { try store.packArchive(digest: packDigest([1])) }
    },
    Clause("a pack without content or without a digest is refused") { store in
      #expect(throws: JournalError.cannotBeStored) {
        try store.keepPack(digest: packDigest([]), archive: [])
      }
      for digest in ["", "sha256:", "sha256:00", packDigest([1]).uppercased(), "md5:00"] {
        #expect(throws: JournalError.cannotBeStored) {
          try store.keepPack(digest: digest, archive: [1])
        }
      }
    },
  ]
}

@Suite struct `Stores keep the contract` {
  @Test(arguments: JournalStoreContract.clauses)
  func `in memory`(clause: JournalStoreContract.Clause) throws {
    try clause.check(InMemoryJournalStore())
  }

  @Test(arguments: JournalStoreContract.clauses)
  func `in a SQLite file`(clause: JournalStoreContract.Clause) throws {
    try withTemporaryFolder { try clause.check(SQLiteJournalStore(folder: $0)) }
  }
}
