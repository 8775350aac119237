import Foundation
import GRDB
import Journal

/// Packs as rows of the table `packs`.
enum PackRow {
  static func keep(digest: String, archive: [UInt8], in database: Database) throws {
    try Journal.checkForm(digest: digest, archive: archive)
    do {
      guard try fetch(digest: digest, from: database) == archive else {
        throw JournalError.packDamaged
      }
    } catch JournalError.packMissing {
      try database.execute(
        sql: "INSERT INTO packs (digest, archive) VALUES (?, ?)",
        arguments: [digest, Data(archive)])
    }
  }

  static func fetch(digest: String, from database: Database) throws -> [UInt8] {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT CASE WHEN length(archive) <= ? THEN archive END AS archive
        FROM packs WHERE digest = ?
        """,
      arguments: [Journal.packLimit, digest])
    guard let row else { throw JournalError.packMissing }
    guard case .blob(let archive) = row.storage("archive") else { throw JournalError.packDamaged }
    return Array(archive)
  }

  static func fetchDigests(from database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT digest FROM packs ORDER BY digest")
  }
}
