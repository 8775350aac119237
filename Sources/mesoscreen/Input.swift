import Foundation

/// Reads a file or standard input, up to a bound.
enum Input {
  /// The largest answers file that is read, 1 MiB: some thousand times what a
  /// consultation needs.
  static let bytesMax = 1 << 20

  /// What a file is read for.
  enum Purpose {
    case answers
    case script

    fileprivate var name: String { self == .answers ? "answers" : "script" }
    fileprivate var safe: String {
      self == .answers ? "nothing was screened" : "nothing was replayed"
    }
  }

  /// The bytes of the file, or of standard input for `-`.
  ///
  /// The file's name is left out of the messages: clinics name files for
  /// patients.
  static func bytes(
    of file: String, for purpose: Purpose = .answers
  ) throws(Failure) -> [UInt8] {
    guard file != "-" else { return try read(STDIN_FILENO, purpose) }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(errno, purpose) }
    defer { close(descriptor) }
    return try read(descriptor, purpose)
  }

  private static func read(
    _ descriptor: Int32, _ purpose: Purpose
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(errno, purpose)
      }
      bytes += part.prefix(count)
      guard bytes.count <= bytesMax else {
        throw Failure(
          .badInput, "the \(purpose.name) file is larger than 1 MiB", safe: purpose.safe,
          next: purpose == .answers
            ? "give a file with the answers of one consultation" : "give a shorter script")
      }
    }
  }

  private static func unreadable(_ code: Int32, _ purpose: Purpose) -> Failure {
    let why =
      switch code {
      case ENOENT, ENOTDIR: "does not exist"
      case EACCES, EPERM: "may not be read by this account"
      case EISDIR: "is a folder"
      default: "cannot be read (code \(code))"
      }
    return Failure(
      .badInput, "the \(purpose.name) file \(why)", safe: purpose.safe,
      next: "name a readable file, or - for standard input")
  }
}
