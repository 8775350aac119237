// The journal in one SQLite file, `journal.sqlite` in the data folder:
//
//   DataFolder        folder 0700 and file 0600, made before SQLite opens them
//   Schema            tables and triggers that refuse update and delete
//   Durability        the settings, made and read back on the open connection
//   SQLiteFault       SQLite's result codes in the journal's words
//
// One connection in rollback mode: a commit returns when the entry is on the
// disk. WAL is not used, because with GRDB's settings for it a power cut can
// take entries that were already shown as saved.

import ClinicalModel
package import Consultation
import GRDB
package import Journal

/// Entries and packs in a SQLite file.
package struct SQLiteJournalStore: JournalStore {
  /// The file's name in the data folder.
  package static let fileName = "journal.sqlite"

  private let queue: DatabaseQueue

  /// Opens the records in a folder, and makes folder and file if they are not
  /// there.
  ///
  /// A file of another program, of a later version of this one, a link or a
  /// file that is no database is refused and left as it is.
  package init(folder: String) throws(JournalError) {
    try self.init(folder: folder, room: .unlimited, patience: .fiveSeconds)
  }

  /// How large the file may grow.
  package enum Room {
    /// As large as the disk allows.
    case unlimited
    /// So many pages of 4,096 bytes beyond its present size, which stands in
    /// for a disk that fills up.
    case pages(Int)
  }

  /// How long to wait for another terminal.
  package enum Patience {
    /// As long as the clinic's terminals do.
    case fiveSeconds
    /// Not at all, so that a test of a locked file need not wait.
    case none
  }

  /// Opens the records with a bound on the file's size or on waiting.
  package init(
    folder: String, room: Room = .unlimited, patience: Patience = .fiveSeconds
  ) throws(JournalError) {
    let path = try DataFolder.prepare(folder, fileName: Self.fileName)
    queue = try SQLiteFault.translated {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try Schema.bringUpToDate(queue)
      try queue.inDatabase { database in
        // Read back after the schema work, which changes some of them for a
        // while.
        guard try Durability(of: database).isAsRequired else { throw JournalError.notDurable }
        if case .pages(let count) = room {
          let size = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
          try database.execute(sql: "PRAGMA max_page_count = \(size + count)")
        }
        if case .none = patience { try database.execute(sql: "PRAGMA busy_timeout = 0") }
      }
      return queue
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "journal"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // Before any setting: a file that is not ours must not be changed.
      try database.inTransaction(.deferred) {
        try Schema.refuseForeign(database)
        return .commit
      }
      try Durability.set(on: database)
    }
    return configuration
  }

  /// The settings as the open connection reports them.
  package func durability() throws(JournalError) -> Durability {
    try SQLiteFault.translated { try queue.inDatabase { try Durability(of: $0) } }
  }

  /// Adds entries in one transaction, durable on return.
  package func append(_ entries: [JournalEntry]) throws(JournalError) {
    try SQLiteFault.translated {
      try queue.write { database in
        for entry in entries { try EntryRow.insert(entry, into: database) }
      }
    }
  }

  /// The entries of one consultation in order of sequence.
  package func entries(of consultation: Consultation.ID) throws(JournalError) -> [JournalEntry] {
    try SQLiteFault.translated {
      try queue.read { try EntryRow.fetchAll(of: consultation, from: $0) }
    }
  }

  /// Every consultation, in order of the time of its first entry, then name.
  package func consultationIDs() throws(JournalError) -> [Consultation.ID] {
    try SQLiteFault.translated {
      try queue.read { try EntryRow.fetchConsultations(from: $0) }
    }
  }

  /// Keeps a pack's archive under its digest, durable on return.
  package func keepPack(digest: String, archive: [UInt8]) throws(JournalError) {
    try SQLiteFault.translated {
      try queue.write { try PackRow.keep(digest: digest, archive: archive, in: $0) }
    }
  }

  /// The archive under a digest as stored.
  package func packArchive(digest: String) throws(JournalError) -> [UInt8] {
    try SQLiteFault.translated {
      try queue.read { try PackRow.fetch(digest: digest, from: $0) }
    }
  }

  /// The digests of all kept packs, in order.
  package func packDigests() throws(JournalError) -> [String] {
    try SQLiteFault.translated { try queue.read { try PackRow.fetchDigests(from: $0) } }
  }
}
