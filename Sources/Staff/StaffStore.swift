import Foundation

/// The staff file on the disk: read whole, replaced whole, for this account
/// only.
package struct StaffStore: Sendable {
  /// Where the file lies.
  package let path: String
  private let folder: String

  /// The file of a data folder.
  package init(folder: String) {
    self.folder = folder
    path = folder + "/" + StaffFile.fileName
  }

  /// What the file says; nobody where there is none.
  package func read() throws(StaffError) -> StaffFile {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if file < 0, errno == ENOENT { return StaffFile() }
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= StaffFile.bytesMax {
      let count = part.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { break }
      bytes += part[..<count]
    }
    return try StaffFile(json: bytes)
  }

  /// Changes the file, one program at a time; whole, or not at all.
  @discardableResult
  package func change(
    _ edit: (inout StaffFile) throws(StaffError) -> Void
  ) throws(StaffError) -> StaffFile {
    let guardian = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard guardian >= 0 else { throw .system(errno) }
    defer { close(guardian) }
    while flock(guardian, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
    var staff = try read()
    try edit(&staff)
    try write(staff.json())
    guard fsync(guardian) == 0 else { throw .system(errno) }
    return staff
  }

  private func write(_ bytes: [UInt8]) throws(StaffError) {
    let beside = path + ".part"
    unlink(beside)
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(errno) }
    var code: Int32 = 0
    var start = 0
    while code == 0, start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      if count < 0 { code = errno == EINTR ? 0 : errno } else { start += count }
    }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(beside, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(beside)
      throw .system(code)
    }
  }
}
