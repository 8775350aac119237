import GRDB
import Journal

/// The tables of the records file and its marks.
enum Schema {
  /// The schema this program writes, kept in `user_version`.
  static let version = 1
  /// "MESO" in ASCII, kept in `application_id`.
  static let applicationID = 0x4D45_534F

  /// Refuses a database that another program or a later version made.
  ///
  /// An empty file counts as ours: it was made a moment ago.
  /// It reads several times and belongs in one transaction: another terminal
  /// that makes the tables meanwhile would show its tables beside the marks as
  /// they were before.
  static func refuseForeign(_ database: Database) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application != 0 || found != 0 else {
      // The migrator's own table comes before the marks; a stop in between
      // leaves it alone in the file.
      let others = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM sqlite_schema
          WHERE name <> 'grdb_migrations' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          """)
      guard others == 0 else { throw JournalError.foreignDatabase }
      return
    }
    guard application == applicationID else { throw JournalError.foreignDatabase }
    guard found <= version else {
      throw JournalError.newerSchema(found: found, known: version)
    }
  }

  /// Brings the file to this schema.
  static func bringUpToDate(_ queue: DatabaseQueue) throws {
    // Two terminals may start on a new file at once: the one that loses the
    // race finds the work done when it looks again.
    for _ in 0..<4 where try !isUpToDate(queue) { try? migrator.migrate(queue) }
    if try !isUpToDate(queue) { try migrator.migrate(queue) }
    // The other terminal may have been a later version of this program.
    try queue.read { try refuseForeign($0) }
  }

  private static func isUpToDate(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 } >= version
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: tables + entryGuards + packGuards)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
    return migrator
  }
}
