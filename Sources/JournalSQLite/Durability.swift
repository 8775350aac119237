import GRDB

/// The settings that make an answer safe once it is shown as saved.
package struct Durability: Hashable, Sendable {
  /// `truncate`: the rollback journal is emptied at the end of a commit.
  package let journalMode: String
  /// 3 is EXTRA: file, journal and folder reach the disk before a commit
  /// returns.
  package let synchronous: Int
  /// 1: removed content is overwritten with zeros.
  package let secureDelete: Int
  /// 1: references between tables are checked.
  package let foreignKeys: Int
  /// 0: the schema may not call functions that could do harm.
  package let trustedSchema: Int
  /// 2: temporary tables stay in memory and never reach a disk.
  package let temporaryStore: Int
  /// How long to wait for another terminal, in milliseconds.
  package let busyTimeout: Int

  /// The settings of an open connection, as SQLite reports them.
  init(of database: Database) throws {
    func number(_ name: String) throws -> Int {
      // A setting this SQLite does not know gives no row; -1 fits none.
      try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? -1
    }
    journalMode = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
    synchronous = try number("synchronous")
    secureDelete = try number("secure_delete")
    foreignKeys = try number("foreign_keys")
    trustedSchema = try number("trusted_schema")
    temporaryStore = try number("temp_store")
    busyTimeout = try number("busy_timeout")
  }

  /// Whether every setting is the one the journal relies on.
  package var isAsRequired: Bool {
    journalMode == "truncate" && synchronous == 3 && secureDelete == 1 && foreignKeys == 1
      && trustedSchema == 0 && temporaryStore == 2 && busyTimeout == 5000
  }

  /// Makes the settings on a connection that has just been opened.
  static func set(on database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA trusted_schema = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA journal_mode = TRUNCATE;
        PRAGMA synchronous = EXTRA;
        """)
  }
}
