import Foundation

/// Whole lines from standard input, and the signals that come meanwhile.
final class LineInput {
  /// What came.
  enum Event: Hashable {
    /// A line without its end.
    case line(String)
    /// A line beyond the bound; nothing of it is kept.
    case tooLong
    /// The input has ended.
    case ended
    /// Ctrl-C.
    case interrupted
    /// SIGTERM or SIGHUP, SIGINT where nobody types, or SIGPIPE where nobody
    /// hears any more.
    case signalled(Int32)
  }

  /// Whether a person types here.
  let isTyped = isatty(STDIN_FILENO) == 1

  /// Longer than any answer in any script.
  static let bytesMax = 8_192

  private var bytes: [UInt8] = []
  private var isSkipping = false
  private var hasEnded = false
  private let before: [(Int32, sigaction)]

  init() {
    before = SignalPipe.open()
  }

  /// Puts the signals back as they were.
  func close() { SignalPipe.close(before) }

  /// Waits for the next line, or for what comes before one.
  func next() -> Event {
    while true {
      if let line = takeLine() { return line }
      if hasEnded { return .ended }
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: SignalPipe.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
      ]
      guard poll(&sources, 3, -1) > 0 || errno == EINTR else { return .ended }
      // Nobody hears what is asked any more, so nothing may be answered.
      if sources[2].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
        return .signalled(SIGPIPE)
      }
      if let signal = SignalPipe.take() {
        return signal == SIGINT && isTyped ? .interrupted : .signalled(signal)
      }
      if sources[0].revents != 0 { read() }
    }
  }

  /// Throws away what was typed ahead. What comes from a file was not typed
  /// ahead of anything.
  func flush() {
    guard isTyped else { return }
    tcflush(STDIN_FILENO, TCIFLUSH)
    bytes = []
  }

  private func read() {
    var part = [UInt8](repeating: 0, count: 4_096)
    let count = part.withUnsafeMutableBytes {
      Foundation.read(STDIN_FILENO, $0.baseAddress, $0.count)
    }
    if count > 0 { return bytes += part.prefix(count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    // A last line without an end was not ended by anybody: it is not taken.
    hasEnded = true
  }

  private func takeLine() -> Event? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      if bytes.count > Self.bytesMax {
        bytes = []
        isSkipping = true
      }
      return nil
    }
    var line = Array(bytes[..<end])
    bytes.removeSubrange(...end)
    if isSkipping || line.count > Self.bytesMax {
      isSkipping = false
      return .tooLong
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .line(String(decoding: line, as: UTF8.self))
  }
}

/// Signals as bytes in a pipe, so that waiting for a line ends with either.
private enum SignalPipe {
  // Written before the handlers are set and after they are taken away; the
  // handler only reads it.
  nonisolated(unsafe) private static var ends: [Int32] = [-1, -1]
  nonisolated(unsafe) private static var writing: Int32 = -1

  static var reading: Int32 { ends[0] }

  static func open() -> [(Int32, sigaction)] {
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    writing = ends[1]
    return [SIGINT, SIGTERM, SIGHUP].map { number in
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        let kept = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(SignalPipe.writing, &byte, 1)
        errno = kept
      }
      var before = sigaction()
      sigaction(number, &action, &before)
      return (number, before)
    }
  }

  static func close(_ before: [(Int32, sigaction)]) {
    for (number, action) in before {
      var action = action
      sigaction(number, &action, nil)
    }
    writing = -1
    for end in ends where end >= 0 { Foundation.close(end) }
    ends = [-1, -1]
  }

  static func take() -> Int32? {
    var byte: UInt8 = 0
    return read(ends[0], &byte, 1) == 1 ? Int32(byte) : nil
  }
}
