import Journal

import Glibc

/// The folder and file of the records, closed to everyone but their owner.
enum DataFolder {
  /// Makes folder (0700) and file (0600) where they are missing, closes them
  /// where they are open to others, and gives the file's path.
  static func prepare(_ folder: String, fileName: String) throws(JournalError) -> String {
    try makeFolder(folder)
    let path = folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
    try makeFile(path, in: folder)
    // A rollback journal left by a crash holds the same content.
    try tightenIfThere(path + "-journal")
    return path
  }

  private static func makeFolder(_ folder: String) throws(JournalError) {
    guard !folder.isEmpty else { throw .folderMissing }
    var made: [String] = []
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      let parent = path.isEmpty ? "/" : path
      path += "/\(part)"
      if mkdir(path, 0o700) == 0 {
        made.append(parent)
        continue
      }
      // A folder that is there already may answer with another code, such as
      // "read-only", so its presence is what counts.
      let reason = fault()
      guard isFolder(path) else { throw exists(path) ? .notAFile : reason }
    }
    try refuseShared(folder)
    try tighten(folder, to: 0o700)
    // A new name is durable only once the folder that holds it is.
    for parent in made { try sync(parent) }
  }

  private static func makeFile(_ path: String, in folder: String) throws(JournalError) {
    // Never opened when it is there: closing it here would drop the locks that
    // another connection of this process holds on it.
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
      try tighten(path, to: 0o600)
      try sync(folder)
      return
    }
    guard errno == EEXIST else { throw fault() }
    try tightenIfThere(path)
  }

  private static func tightenIfThere(_ path: String) throws(JournalError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw fault()
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: try tighten(path, to: 0o600)
    case S_IFLNK: throw .symbolicLink
    default: throw .notAFile
    }
  }

  /// Sets the mode where it is another.
  private static func tighten(_ path: String, to mode: mode_t) throws(JournalError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw fault() }
    guard status.st_mode & 0o7777 != mode else { return }
    guard chmod(path, mode) == 0 else { throw fault() }
  }

  /// The folder of all temporary files, say, must not be closed to others.
  private static func refuseShared(_ folder: String) throws(JournalError) {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw fault() }
    guard status.st_mode & S_ISVTX == 0 else { throw .sharedFolder }
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func sync(_ folder: String) throws(JournalError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // A parent that may be entered but not read, such as a shared home.
      if errno == EACCES { return }
      throw fault()
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault() }
  }

  private static func fault() -> JournalError {
    switch errno {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .folderMissing
    case EACCES, EPERM: .notPermitted
    case EROFS: .readOnly
    case ENOSPC, EDQUOT: .full
    case EIO: .diskFault
    case ELOOP: .symbolicLink
    default: .unwritable(code: Int(errno))
    }
  }
}
