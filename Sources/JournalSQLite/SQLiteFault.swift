import GRDB
import Journal

/// SQLite's result codes in the journal's words.
enum SQLiteFault {
  /// Runs work on the database. Only the code of an error goes on: its text
  /// may hold the statement.
  static func translated<Value>(_ work: () throws -> Value) throws(JournalError) -> Value {
    do {
      return try work()
    } catch let error as JournalError {
      throw error
    } catch let error as DatabaseError {
      throw journalError(error.extendedResultCode)
    } catch {
      throw .unwritable(code: -1)
    }
  }

  static func journalError(_ code: ResultCode) -> JournalError {
    switch code.primaryResultCode {
    case .SQLITE_FULL: .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_READONLY: code == .SQLITE_READONLY_DBMOVED ? .fileMoved : .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH: .notPermitted
    case .SQLITE_CANTOPEN: .cannotOpen
    case .SQLITE_NOTADB: .notADatabase
    case .SQLITE_CORRUPT: .databaseDamaged
    case .SQLITE_IOERR: .diskFault
    case .SQLITE_TOOBIG: .tooLarge
    case .SQLITE_CONSTRAINT: constraint(code)
    default: .unwritable(code: Int(code.rawValue))
    }
  }

  /// The order of entries is kept by a trigger and by the primary key; the
  /// other constraints keep sizes and forms.
  private static func constraint(_ code: ResultCode) -> JournalError {
    switch code {
    case .SQLITE_CONSTRAINT_TRIGGER, .SQLITE_CONSTRAINT_PRIMARYKEY: .changedElsewhere
    default: .cannotBeStored
    }
  }
}
