import ClinicalModel
import Consultation
import Foundation
import GRDB
import Journal
import JournalSQLite
import Testing

@Suite struct `Trouble with the records file` {
  @Test func `a full disk keeps what was saved and says that nothing more is`() throws {
    try withTemporaryFolder { folder in
      _ = try Journal.sample(in: folder).openSample("c-0")
      let journal = Journal(
        store: try SQLiteJournalStore(folder: folder, room: .pages(2)), seal: .plain)
      var saved = try journal.open("c-1", .sample, at: .second(0))
      let note = Event.noteAdded(
        Note(subject: .consultation, text: String(repeating: "x", count: 2000)))
      var refusal: JournalError?
      for second in 1...20 where refusal == nil {
        do throws(JournalError) {
          saved = try journal.append([note], to: "c-1", after: saved.head, at: .second(second))
        } catch {
          refusal = error
        }
      }
      #expect(refusal == .full)
      #expect(try journal.consultation("c-1").consultation == saved.consultation)
      #expect(try journal.consultation("c-0").head.sequence == 2)
      #expect(try journal.verify("c-1").findings.isEmpty)
      // Still full, and still whole.
      #expect(throws: JournalError.full) {
        try journal.append([note, note], to: "c-1", after: saved.head, at: .second(30))
      }
      // Room again: the same entry is saved after the last one that was.
      let roomy = try Journal.sample(in: folder)
      let next = try roomy.append([note], to: "c-1", after: saved.head, at: .second(31))
      #expect(next.entryCount == saved.entryCount + 1)
    }
  }

  @Test func `a file that another terminal keeps locked is busy, not lost`() throws {
    try withTemporaryFolder { folder in
      let saved = try Journal.sample(in: folder).openSample()
      let journal = Journal(
        store: try SQLiteJournalStore(folder: folder, patience: .none), seal: .plain)
      try withRawConnection(in: folder) { database in
        try database.execute(sql: "BEGIN EXCLUSIVE")
        #expect(throws: JournalError.busy) {
          try journal.append([.decided(.treat)], to: "c-1", after: saved.head, at: .second(2))
        }
        #expect(throws: JournalError.busy) { try journal.listing() }
        try database.execute(sql: "ROLLBACK")
      }
      let next = try journal.append(
        [.decided(.treat)], to: "c-1", after: saved.head, at: .second(2))
      #expect(next.entryCount == 4)
    }
  }

  @Test func `two terminals that start at once on a new folder both work`() throws {
    try withTemporaryFolder { folder in
      let failures = Failures()
      DispatchQueue.concurrentPerform(iterations: 4) { terminal in
        do {
          let journal = try Journal.sample(in: folder)
          _ = try journal.openSample(Consultation.ID(rawValue: "c-\(terminal)"))
        } catch { failures.add("\(error)") }
      }
      #expect(failures.all.isEmpty)
      let journal = try Journal.sample(in: folder)
      #expect(try journal.listing().map(\.id.rawValue).sorted() == ["c-0", "c-1", "c-2", "c-3"])
      for id in ["c-0", "c-1", "c-2", "c-3"] {
        #expect(try journal.verify(Consultation.ID(rawValue: id)).findings.isEmpty)
      }
    }
  }

  @Test func `terminals that write to one consultation at once never overwrite each other`()
    throws
  {
    try withTemporaryFolder { folder in
      let opened = try Journal.sample(in: folder).open("c-1", .sample, at: .second(0))
      let accepted = Failures()
      let failures = Failures()
      DispatchQueue.concurrentPerform(iterations: 4) { terminal in
        do throws(JournalError) {
          let journal = Journal(store: try SQLiteJournalStore(folder: folder), seal: .plain)
          let note = Note(subject: .consultation, text: "terminal \(terminal)")
          _ = try journal.append(
            [.noteAdded(note)], to: "c-1", after: opened.head, at: .second(terminal))
          accepted.add(note.text)
        } catch { if error != .changedElsewhere { failures.add("\(error)") } }
      }
      #expect(failures.all.isEmpty)
      #expect(accepted.all.count == 1)
      let read = try Journal.sample(in: folder).consultation("c-1")
      #expect(read.consultation.notes.map(\.text) == accepted.all)
    }
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    try withTemporaryFolder { folder in
      let file = URL(fileURLWithPath: "\(folder)/journal.sqlite")
      let letter = Data(String(repeating: "Dear colleague. ", count: 400).utf8)
      try letter.write(to: file)
      #expect(throws: JournalError.notADatabase) { try SQLiteJournalStore(folder: folder) }
      #expect(try Data(contentsOf: file) == letter)
    }
  }

  @Test func `a database of another program is refused and left as it is`() throws {
    for statements in [
      ["CREATE TABLE guests (name TEXT)"],
      ["PRAGMA application_id = 7", "CREATE TABLE guests (name TEXT)"],
      ["PRAGMA user_version = 1", "CREATE TABLE guests (name TEXT)"],
      ["PRAGMA journal_mode = DELETE", "CREATE TABLE entries (name TEXT)"],
    ] {
      try withTemporaryFolder { folder in
        for statement in statements { try tamper(in: folder, statement) }
        let file = URL(fileURLWithPath: "\(folder)/journal.sqlite")
        let before = try Data(contentsOf: file)
        #expect(throws: JournalError.foreignDatabase) { try SQLiteJournalStore(folder: folder) }
        #expect(try Data(contentsOf: file) == before)
      }
    }
  }

  @Test func `records of a later version are refused and left as they are`() throws {
    try withTemporaryFolder { folder in
      _ = try Journal.sample(in: folder).openSample()
      try tamper(in: folder, "PRAGMA user_version = 2")
      let file = URL(fileURLWithPath: "\(folder)/journal.sqlite")
      let before = try Data(contentsOf: file)
      #expect(throws: JournalError.newerSchema(found: 2, known: 1)) {
        try SQLiteJournalStore(folder: folder)
      }
      #expect(try Data(contentsOf: file) == before)
    }
  }

  @Test func `a link in place of the file is refused`() throws {
    try withTemporaryFolder { folder in
      let elsewhere = "\(folder)/elsewhere"
      _ = try Journal.sample(in: elsewhere).openSample()
      let linked = "\(folder)/linked"
      try FileManager.default.createDirectory(
        atPath: linked, withIntermediateDirectories: false)
      for target in ["\(elsewhere)/journal.sqlite", "\(folder)/nowhere"] {
        let link = "\(linked)/journal.sqlite"
        try FileManager.default.createSymbolicLink(
          atPath: link, withDestinationPath: target)
        #expect(throws: JournalError.symbolicLink) { try SQLiteJournalStore(folder: linked) }
        try FileManager.default.removeItem(atPath: link)
      }
    }
  }

  @Test func `something else in place of the folder or the file is refused`() throws {
    try withTemporaryFolder { folder in
      let file = "\(folder)/a-file"
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      #expect(throws: JournalError.notAFile) { try SQLiteJournalStore(folder: file) }
      #expect(throws: JournalError.notAFile) { try SQLiteJournalStore(folder: "\(file)/below") }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/journal.sqlite", withIntermediateDirectories: false)
      #expect(throws: JournalError.notAFile) { try SQLiteJournalStore(folder: folder) }
      #expect(throws: JournalError.folderMissing) { try SQLiteJournalStore(folder: "") }
    }
  }

  @Test func `a file that is removed or replaced while in use takes nothing more`() throws {
    try withTemporaryFolder { folder in
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      let file = "\(folder)/journal.sqlite"
      let copy = "\(folder)/copy.sqlite"
      try FileManager.default.copyItem(atPath: file, toPath: copy)
      try FileManager.default.removeItem(atPath: file)
      #expect(throws: JournalError.fileMoved) {
        try journal.append([.decided(.treat)], to: "c-1", after: saved.head, at: .second(2))
      }
      try FileManager.default.moveItem(atPath: copy, toPath: file)
      #expect(throws: JournalError.fileMoved) {
        try journal.append([.decided(.treat)], to: "c-1", after: saved.head, at: .second(2))
      }
      // Started again, the program works with the file that is there.
      let again = try Journal.sample(in: folder)
      let next = try again.append(
        [.decided(.treat)], to: "c-1", after: saved.head, at: .second(3))
      #expect(next.entryCount == 4)
    }
  }

  @Test func `a folder that everybody writes to is not taken over`() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder)
      #expect(throws: JournalError.sharedFolder) { try SQLiteJournalStore(folder: folder) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a file whose structure is broken is reported, not repaired`() throws {
    try withTemporaryFolder { folder in
      let note = Event.noteAdded(
        Note(subject: .consultation, text: String(repeating: "x", count: 3000)))
      let journal = try Journal.sample(in: folder)
      let saved = try journal.openSample()
      _ = try journal.append(
        Array(repeating: note, count: 20), to: "c-1", after: saved.head, at: .second(3))
      let file = URL(fileURLWithPath: "\(folder)/journal.sqlite")
      var bytes = try Data(contentsOf: file)
      // Every page but the first, which holds the schema's root.
      for page in stride(from: 4096 * 8, to: bytes.count, by: 4096) {
        bytes.replaceSubrange(page..<(page + 200), with: Data(repeating: 0xFF, count: 200))
      }
      try bytes.write(to: file)
      #expect(throws: JournalError.databaseDamaged) {
        try Journal(store: try SQLiteJournalStore(folder: folder), seal: .plain)
          .consultation("c-1")
      }
      #expect(try Data(contentsOf: file) == bytes)
    }
  }
}

/// What several terminals report, gathered from their threads.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var gathered: [String] = []

  func add(_ line: String) { lock.withLock { gathered.append(line) } }
  var all: [String] { lock.withLock { gathered } }
}
