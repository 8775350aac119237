import Foundation

/// Reads a file or standard input, up to a bound.
enum Input {
  /// The largest answers file that is read, 1 MiB: some thousand times what a
  /// consultation needs.
  static let bytesMax = 1 << 20

  /// The bytes of the file, or of standard input for `-`.
  ///
  /// The file's name is left out of the messages: clinics name files for
  /// patients.
  static func bytes(of file: String) throws(Failure) -> [UInt8] {
    guard file != "-" else { return try read(STDIN_FILENO) }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno) }
    defer { close(descriptor) }
    return try read(descriptor)
  }

  private static func read(_ descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      bytes += part.prefix(count)
      guard bytes.count <= bytesMax else {
        throw Failure(
          .badInput, "the answers are larger than 1 MiB", safe: "nothing was screened",
          next: "give a file with the answers of one consultation")
      }
    }
  }

  private static func unreadable(_ code: Int32) -> Failure {
    let why =
      switch code {
      case ENOENT, ENOTDIR: "does not exist"
      case EACCES, EPERM: "may not be read by this account"
      case EISDIR: "is a folder"
      default: "cannot be read (code \(code))"
      }
    return Failure(
      .badInput, "the answers file \(why)", safe: "nothing was screened",
      next: "name a readable file, or - for standard input")
  }
}
