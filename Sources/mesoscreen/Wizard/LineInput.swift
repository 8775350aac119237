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
    /// The time ran out.
    case timedOut
    /// SIGTSTP: the program is to stop.
    case toStop
    /// SIGCONT: it runs again.
    case resumed
  }

  /// Whether a person types here.
  let isTyped = isatty(STDIN_FILENO) == 1

  /// Longer than any answer in any script.
  static let bytesMax = 8_192

  private var bytes: [UInt8] = []
  private var isSkipping = false
  private var hasEnded = false
  private var isEchoed = true
  private let before: [(Int32, sigaction)]

  init() {
    before = SignalPipe.open()
  }

  /// Puts the signals back as they were.
  func close() {
    setEcho(true)
    SignalPipe.close(before)
  }

  /// Stops the process as SIGTSTP by default does; returns when it continues.
  func stop() { SignalPipe.stop(before) }

  /// Whether what is typed is shown; its Enter always is.
  func setEcho(_ on: Bool) {
    guard isTyped, on != isEchoed else { return }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    let echo = tcflag_t(ECHO)
    if on { modes.c_lflag |= echo } else { modes.c_lflag &= ~echo }
    modes.c_lflag = on ? modes.c_lflag & ~tcflag_t(ECHONL) : modes.c_lflag | tcflag_t(ECHONL)
    if tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0 { isEchoed = on }
  }

  /// Waits for the next line, or for what comes before one.
  ///
  /// - Parameter milliseconds: negative waits for ever.
  func next(within milliseconds: Int = -1) -> Event {
    let end = Self.milliseconds + milliseconds
    while true {
      if let line = takeLine() { return line }
      if hasEnded { return .ended }
      let left = milliseconds < 0 ? -1 : max(0, end - Self.milliseconds)
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: SignalPipe.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
      ]
      let ready = poll(&sources, 3, Int32(clamping: left))
      if ready == 0 { return .timedOut }
      guard ready > 0 || errno == EINTR else { return .ended }
      // Nobody hears what is asked any more, so nothing may be answered.
      if sources[2].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
        return .signalled(SIGPIPE)
      }
      if let signal = SignalPipe.take() {
        switch signal {
        case SIGINT where isTyped: return .interrupted
        case SIGTSTP: return .toStop
        case SIGCONT: return .resumed
        default: return .signalled(signal)
        }
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

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
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
    return [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT].map { number in
      (number, handle(number))
    }
  }

  /// Sets the handler and gives what was there; what a shell without job
  /// control ignores stays ignored.
  private static func handle(_ number: Int32) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let kept = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = write(SignalPipe.writing, &byte, 1)
      errno = kept
    }
    var before = sigaction()
    sigaction(number, nil, &before)
    let ignored = unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1
    if number == SIGTSTP, ignored { return before }
    sigaction(number, &action, &before)
    return before
  }

  static func stop(_ before: [(Int32, sigaction)]) {
    guard var plain = before.first(where: { $0.0 == SIGTSTP })?.1 else { return }
    sigaction(SIGTSTP, &plain, nil)
    raise(SIGTSTP)
    _ = handle(SIGTSTP)
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
