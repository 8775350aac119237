import ClinicalModel
import Consultation
import Foundation
import GRDB
import Journal

/// Entries as rows of the table `entries`.
enum EntryRow {
  static func insert(_ entry: JournalEntry, into database: Database) throws {
    try entry.checkForm()
    try database.execute(
      sql: """
        INSERT INTO entries
          (consultation, sequence, recorded_at, previous_hash, payload, hash)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.consultation.rawValue, entry.sequence, entry.recordedAt.milliseconds,
        Data(entry.previousHash.bytes), Data(entry.payload), Data(entry.hash.bytes),
      ])
  }

  static func fetchAll(
    of consultation: Consultation.ID, from database: Database
  ) throws -> [JournalEntry] {
    // A payload or hash past its bounds is not brought into memory.
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT sequence, recorded_at,
          CASE WHEN length(previous_hash) = 32 THEN previous_hash END AS previous_hash,
          CASE WHEN length(payload) <= ? THEN payload END AS payload,
          CASE WHEN length(hash) = 32 THEN hash END AS hash
        FROM entries WHERE consultation = ? ORDER BY sequence
        """,
      arguments: [JournalEntry.payloadLimit, consultation.rawValue])
    var entries: [JournalEntry] = []
    while let row = try rows.next() {
      guard let entry = entry(row, of: consultation) else {
        throw JournalError.damaged(.malformed, sequence: entries.count)
      }
      entries.append(entry)
    }
    return entries
  }

  /// The row as an entry, or nothing when a column has another type or size.
  private static func entry(_ row: Row, of consultation: Consultation.ID) -> JournalEntry? {
    guard case .int64(let sequence) = row.storage("sequence"),
      case .int64(let time) = row.storage("recorded_at"),
      case .blob(let previous) = row.storage("previous_hash"),
      case .blob(let payload) = row.storage("payload"),
      case .blob(let hash) = row.storage("hash"),
      let previousHash = Digest256(bytes: Array(previous)),
      let ownHash = Digest256(bytes: Array(hash))
    else { return nil }
    let place = EntryPlace(
      consultation: consultation, sequence: Int(sequence),
      recordedAt: Instant(milliseconds: time), previousHash: previousHash)
    return JournalEntry(place: place, payload: Array(payload), hash: ownHash)
  }

  static func fetchConsultations(from database: Database) throws -> [Consultation.ID] {
    // By the first entry that is there: a chain that lost its beginning is
    // still listed, and found damaged when it is read.
    try String.fetchAll(
      database,
      sql: """
        SELECT consultation FROM entries AS first
        WHERE sequence = (SELECT min(sequence) FROM entries WHERE consultation = first.consultation)
        ORDER BY recorded_at, consultation
        """
    ).map { Consultation.ID(rawValue: $0) }
  }
}
