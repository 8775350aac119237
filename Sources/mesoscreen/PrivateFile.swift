import Foundation

/// Files that only this account can read.
enum PrivateFile {
  /// Writes a whole file, mode 0600, durable, or leaves what was there.
  ///
  /// The bytes go to a new file beside the target, which then takes its name;
  /// a link in the target's place is replaced, never followed.
  static func write(_ bytes: [UInt8], to path: String) -> Result<Void, SummaryExport.Failure> {
    let code = replace(path, with: bytes, mode: 0o600)
    return code == 0 ? .success(()) : .failure(failure(code))
  }

  /// The same with another mode. Zero, or the system's number for what went
  /// wrong.
  static func replace(_ path: String, with bytes: [UInt8], mode: mode_t) -> Int32 {
    let beside = "\(path).\(getpid()).part"
    var code = create(beside, with: bytes, mode: mode)
    guard code == 0 else { return code }
    if rename(beside, path) != 0 { code = errno }
    if code != 0 { unlink(beside) }
    return code
  }

  /// Makes a file that is not there yet, durable; what is there is never
  /// touched. Zero, or the system's number for what went wrong.
  static func create(_ path: String, with bytes: [UInt8], mode: mode_t = 0o600) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return errno }
    var code = writeAll(bytes, to: file)
    if code == 0, mode != 0o600, fchmod(file, mode) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { unlink(path) }
    return code
  }

  /// Makes a folder with mode 0700, with the folders above it.
  static func makeFolder(_ path: String) -> Result<Void, SummaryExport.Failure> {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      return .success(())
    } catch {
      return .failure(
        .init(
          words: "The folder for the summary cannot be made. The record is safe. "
            + "Choose another folder.", isOurDefect: false))
    }
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      start += count
    }
    return 0
  }

  private static func failure(_ code: Int32) -> SummaryExport.Failure {
    let what =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: "The disk is full"
      case EACCES, EPERM, EROFS: "The folder may not be written to"
      case ENOENT, ENOTDIR: "The folder does not exist"
      default: "The file could not be written (code \(code))"
      }
    return .init(
      words: "\(what). No summary was written, the record is safe. Choose another folder.",
      isOurDefect: false)
  }
}
