package import Consultation

/// Why the journal cannot do what it was asked; never with an answer, a name
/// or a statement of the database in it.
package enum JournalError: Error, Hashable, Sendable {
  // The folder and the file.

  /// The data folder is not there and cannot be made.
  case folderMissing
  /// This account may not use the data folder or the file in it.
  case notPermitted
  /// Something else stands in the place of the folder or the file.
  case notAFile
  /// The data folder is one that everybody writes to.
  case sharedFolder
  /// The file is a link to another place.
  case symbolicLink
  /// The file is no database.
  case notADatabase
  /// The file is a database of another program.
  case foreignDatabase
  /// The file was made by a later version of this program.
  case newerSchema(found: Int, known: Int)
  /// The file was moved, removed or replaced while it was in use.
  case fileMoved
  /// The file, or the journal beside it, cannot be opened.
  case cannotOpen
  /// The database cannot be set to the settings that make answers durable.
  case notDurable

  // The disk.

  /// The disk is full.
  case full
  /// The file may only be read.
  case readOnly
  /// Another terminal keeps the file locked.
  case busy
  /// The disk reports a fault.
  case diskFault
  /// The database's own structure is damaged.
  case databaseDamaged
  /// Anything else, by the number SQLite or the system gives it.
  case unwritable(code: Int)

  // Records.

  /// There is no such consultation.
  case notFound
  /// A consultation of this name is on record already.
  case alreadyExists
  /// The name is not made of 1 to 64 lower-case letters, digits and hyphens.
  case unsuitableName
  /// Another terminal has added entries since the caller last looked.
  case changedElsewhere
  /// A stored entry fails a check.
  case damaged(Damage, sequence: Int)
  /// There was no event to save.
  case nothingToSave
  /// The consultation does not take this event.
  case refused(ConsultationError)
  /// The signature names another state than the one on record.
  case signsAnotherState
  /// The event would not read back as what it is.
  case cannotBeStored
  /// The event or the pack is longer than can be kept.
  case tooLarge
  /// No pack is kept under this digest.
  case packMissing
  /// The kept pack does not give its digest.
  case packDamaged
}
