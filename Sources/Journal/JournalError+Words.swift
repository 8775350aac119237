import Consultation

extension JournalError: CustomStringConvertible {
  /// One line for staff: what happened, what is safe, what to do.
  package var description: String {
    switch self {
    case .folderMissing:
      "The data folder cannot be made. Nothing was changed. Name another folder with --data."
    case .notPermitted:
      "This account may not use the data folder. Nothing was changed. "
        + "Use the account that owns the folder."
    case .notAFile:
      "Something else stands where the records should be. Nothing was changed. "
        + "Name another folder with --data."
    case .sharedFolder:
      "The data folder is shared by everybody on this computer. Nothing was changed. "
        + "Name a folder of its own with --data."
    case .symbolicLink:
      "The records file is a link to another place and is not used. Nothing was changed. "
        + "Put the real file there."
    case .notADatabase:
      "The records file is not readable as records. Nothing was changed. "
        + "Keep the file and restore a backup."
    case .foreignDatabase:
      "The records file belongs to another program. Nothing was changed. "
        + "Name another folder with --data."
    case .newerSchema(let found, let known):
      "The records have form \(found), this program knows form \(known). Nothing was changed. "
        + "Use the newer program."
    case .fileMoved:
      "The records file was moved or replaced while in use. Only what was shown as saved before "
        + "is in the moved file. Put it back and start again."
    case .cannotOpen:
      "The records file cannot be opened. Everything shown as saved is safe. "
        + "Look at the data folder and the disk."
    case .notDurable:
      "The records file does not keep the settings that make answers safe. "
        + "Nothing new is saved. Use another disk."
    case .full:
      "The disk is full. Everything shown as saved is safe. Free some space, then save again."
    case .readOnly:
      "The records can only be read. Everything shown as saved is safe. "
        + "Make the data folder writable."
    case .busy:
      "Another terminal is using the records. Everything shown as saved is safe. Try again."
    case .diskFault:
      "The disk reports a fault. Entries shown as saved were written before it. "
        + "Copy the data folder to another disk."
    case .databaseDamaged:
      "The records file is damaged. It is left as it is. Keep the file and restore a backup."
    case .unwritable(let code):
      "The records cannot be used (code \(code)). Everything shown as saved is safe. Try again."
    default: recordWords
    }
  }

  private var recordWords: String {
    switch self {
    case .notFound: "There is no such consultation. Nothing was changed. Look at the list."
    case .alreadyExists:
      "A consultation of this name is on record. Nothing was changed. Open it from the list."
    case .unsuitableName:
      "A consultation cannot have this name. Nothing was changed. "
        + "Use lower-case letters, digits and hyphens."
    case .changedElsewhere:
      "Another terminal has added to this consultation. Nothing of it was overwritten. "
        + "Open it again and look."
    case .damaged(let damage, let sequence):
      "Entry \(sequence + 1) of this consultation is damaged (\(damage.rawValue)). "
        + "Other consultations are not affected. Restore a backup."
    case .nothingToSave: "There was nothing to save. Nothing was changed. Go on."
    case .refused(.alreadySigned):
      "The consultation is signed and takes no more answers. The signed record is safe. "
        + "Write an addendum."
    case .refused:
      "The consultation does not take this entry. Everything shown as saved is safe. "
        + "Open it again and look."
    case .signsAnotherState:
      "The record is not the one that was on screen. Nothing was signed. "
        + "Open it again and look."
    case .cannotBeStored:
      "This entry cannot be stored as it is. Everything shown as saved is safe. Enter it again."
    case .tooLarge:
      "This is longer than can be kept. Everything shown as saved is safe. Shorten it."
    case .packMissing:
      "The protocol pack of this consultation is not kept here. Nothing was changed. "
        + "Restore a backup."
    case .packDamaged:
      "The kept protocol pack is damaged. Nothing was changed. Restore a backup."
    default: "The records cannot be used. Everything shown as saved is safe. Try again."
    }
  }
}
