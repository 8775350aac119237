import Foundation

/// The program's two ways of speaking to a shell.
enum Output {
  /// Writes what was asked for to standard output.
  ///
  /// A reader that has gone away, as in `mesoscreen screen - | head`, wants no
  /// more and is told nothing.
  static func write(_ text: String) throws(Failure) {
    switch send(Array(text.utf8), to: STDOUT_FILENO) {
    case 0, EPIPE: return
    case let code:
      throw Failure(
        .storage, "the output could not be written (code \(code))", safe: "no record was changed",
        next: "free some space or name another place")
    }
  }

  /// A value as every command writes JSON: sorted keys and a line feed at the
  /// end, the same bytes for the same value.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// Says on standard error why the program ends; if even that fails, the exit
  /// code remains.
  static func say(_ failure: Failure) {
    for line in failure.lines { _ = send(Array((line + "\n").utf8), to: STDERR_FILENO) }
  }

  /// Says on standard error what a person should know of work that was done.
  static func note(_ words: String) {
    _ = send(Array((Message(words: words).line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Zero, or the system's number for what went wrong.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count > 0 {
        sent += count
      } else if errno != EINTR {
        return errno == 0 ? EIO : errno
      }
    }
    return 0
  }
}
