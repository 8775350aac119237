import ClinicalModel
import Consultation
import Foundation
import GRDB
import Journal
import JournalSQLite

/// Runs work with a folder of its own and removes the folder afterwards.
func withTemporaryFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("journal-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder.path)
}

/// Works on the records file as another program would, past the journal.
func tamper(in folder: String, _ statements: String...) throws {
  try withRawConnection(in: folder) { database in
    for statement in statements { try database.execute(sql: statement) }
  }
}

/// The records file opened without the journal's settings.
func withRawConnection<Value>(
  in folder: String, _ work: (Database) throws -> Value
) throws -> Value {
  let queue = try DatabaseQueue(path: "\(folder)/journal.sqlite")
  let value = try queue.inDatabase(work)
  try queue.close()
  return value
}

let dropGuards = """
  DROP TRIGGER entries_stay; DROP TRIGGER entries_remain; DROP TRIGGER entries_follow;
  DROP TRIGGER packs_stay; DROP TRIGGER packs_remain;
  """

let samplePack = Array("a pack's archive".utf8)
let samplePackDigest = packDigest(samplePack)

extension Instant {
  /// So many seconds after a fixed moment.
  static func second(_ count: Int) -> Instant {
    Instant(milliseconds: 1_795_303_807_999 + Int64(count) * 1000)
  }
}

extension Opening {
  static let sample = Opening(
    pack: "mesotherapy", packVersion: "0.1.0", packDigest: samplePackDigest,
    interviewDate: CalendarDate(year: 2026, month: 11, day: 21) ?? .last)
}

extension Event {
  static let notPregnant = Event.answerRecorded(
    "pregnancy-status", .known(.choice("no")), wording: "Are you pregnant?")
  static let unsureOfSunburn = Event.answerRecorded(
    "sunburn", .unknown(.unsure), wording: "Any sunburn?")

  static func signed(_ hash: Digest256) -> Event {
    .signedOff(
      Signature(
        clinician: "Dr TEST", headHash: hash.description, outcome: .proceed, couldBecome: .defer))
  }
}

extension Journal {
  /// A journal on disk that has the sample pack.
  static func sample(in folder: String) throws -> Journal {
    let journal = Journal(store: try SQLiteJournalStore(folder: folder), seal: .plain)
    try journal.keepPack(samplePack)
    return journal
  }

  /// A consultation with an opening and two answers.
  func openSample(_ id: Consultation.ID = "c-1") throws -> Saved {
    let opened = try open(id, .sample, at: .second(0))
    return try append(
      [.notPregnant, .unsureOfSunburn], to: id, after: opened.head, at: .second(1))
  }
}

/// Bare entries for tests of a store, which does not look into payloads.
func chain(
  _ id: Consultation.ID, _ payloads: [[UInt8]], after last: JournalEntry? = nil,
  from second: Int = 0
) -> [JournalEntry] {
  var entries: [JournalEntry] = []
  for payload in payloads {
    let previous = entries.last ?? last
    entries.append(
      JournalEntry(
        place: EntryPlace(
          consultation: id, sequence: previous.map { $0.sequence + 1 } ?? 0,
          recordedAt: .second(second),
          previousHash: previous?.hash ?? JournalEntry.root(of: id)),
        payload: payload))
  }
  return entries
}
