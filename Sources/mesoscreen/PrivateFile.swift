import Foundation

/// Files that only this account can read.
enum PrivateFile {
  /// Writes a whole file, mode 0600, durable, or leaves what was there.
  ///
  /// The bytes go to a new file beside the target, which then takes its name;
  /// a link in the target's place is replaced, never followed.
  static func write(_ bytes: [UInt8], to path: String) -> Result<Void, SummaryExport.Failure> {
    let beside = "\(path).\(getpid()).part"
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return .failure(failure(errno)) }
    var code = writeAll(bytes, to: file)
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(beside, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(beside)
      return .failure(failure(code))
    }
    return .success(())
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
