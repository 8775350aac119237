/// Why the staff file could not be used. Nothing in it names a person.
package enum StaffError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is there and cannot be read as a staff file.
  case damaged
  /// A newer program wrote it.
  case newer
  /// The system would not read or write it.
  case system(Int32)
  /// There is no room to look at a PIN.
  case noMemory
  /// This name has a PIN already.
  case nameTaken
  /// Nobody has this name.
  case noSuchMember
  /// There is no room for another person.
  case full

  /// What happened, what is safe, what to do.
  package var description: String {
    switch self {
    case .damaged:
      "The file with the PINs is damaged. The records are safe. Restore staff.json from a backup, "
        + "or remove it and set the PINs anew."
    case .newer:
      "A newer program wrote the file with the PINs. The records are safe. Use that program."
    case .system(let code):
      "The file with the PINs cannot be used (code \(code)). The records are safe. "
        + "Look at the data folder."
    case .noMemory:
      "There is no memory to look at a PIN. The records are safe. Close other programs."
    case .nameTaken: "This name has a PIN already. Nothing was changed. Choose another name."
    case .noSuchMember:
      "Nobody here has this name. Nothing was changed. See mesoscreen staff list."
    case .full: "No more than \(StaffFile.membersMax) people can have a PIN. Nothing was changed."
    }
  }
}
