import CPty
import Foundation
import Glibc

/// A pair of descriptors: what the person's side and the program's side of a
/// terminal are to each other. The screen follows what the program sent.
public final class PseudoTerminal {
  /// The person's side: keys are written here, the screen is read here.
  public private(set) var controller: CInt
  /// The program's side, for a program in this process; -1 behind a child.
  public let terminal: CInt
  /// The screen so far.
  public let screen: VirtualTerminal
  /// Every byte the program sent.
  public private(set) var received: [UInt8] = []

  /// A pair for a program in this process.
  public init(rows: Int = 24, columns: Int = 80) throws {
    var controller: CInt = -1
    var terminal: CInt = -1
    guard pty_open(CInt(rows), CInt(columns), &controller, &terminal) == 0 else {
      throw PseudoTerminalError.notOpened
    }
    self.controller = controller
    self.terminal = terminal
    screen = VirtualTerminal(rows: rows, columns: columns)
  }

  init(controller: CInt, rows: Int, columns: Int) {
    self.controller = controller
    terminal = -1
    screen = VirtualTerminal(rows: rows, columns: columns)
  }

  deinit {
    hangUp()
    if terminal >= 0 { close(terminal) }
  }

  /// Presses keys: writes bytes as a keyboard does.
  public func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Writes bytes as a keyboard does.
  public func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Types in two pieces, as a slow line delivers them: the second only once
  /// the program in this process has read the first. A thread of its own waits:
  /// a task would wait its turn behind every busy test.
  public func type(_ first: [UInt8], thenWhenRead second: [UInt8]) {
    let (terminal, controller) = (terminal, controller)
    type(bytes: first)
    while pty_unread(terminal) < first.count { sched_yield() }
    Thread.detachNewThread {
      while pty_unread(terminal) > 0 { sched_yield() }
      _ = second.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
    }
  }

  /// Closes the person's side, as a lost line does; again is harmless.
  public func hangUp() {
    guard controller >= 0 else { return }
    close(controller)
    controller = -1
  }

  /// Gives the window another size; the program behind it gets SIGWINCH when
  /// this is its controlling terminal.
  public func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    _ = pty_resize(controller, CInt(rows), CInt(columns))
  }

  /// The terminal's settings as a line to compare.
  public var settings: String {
    Self.text { pty_settings(controller, $0, $1) > 0 }
  }

  /// The path of the program's side, for a program in another process.
  public var path: String {
    Self.text { pty_path(controller, $0, $1) == 0 }
  }

  private static func text(_ fill: (UnsafeMutablePointer<CChar>, CInt) -> Bool) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let start = buffer.baseAddress, fill(start, 256) else { return "" }
      return String(cString: start)
    }
  }

  /// Reads until a condition holds; false when the program's side is closed or
  /// the bound has passed first.
  ///
  /// - Parameter seconds: a bound against a hanging test, not a measure.
  @discardableResult
  public func wait(seconds: Int = 30, until condition: (VirtualTerminal) -> Bool) -> Bool {
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    let end = clock.tv_sec + seconds
    while !condition(screen) {
      clock_gettime(CLOCK_MONOTONIC, &clock)
      guard clock.tv_sec <= end, read(milliseconds: 250) != .closed else {
        return condition(screen)
      }
    }
    return true
  }

  /// Reads everything that a program in this process has sent so far, and
  /// gives it.
  ///
  /// The kernel hands bytes over a moment later; a mark of our own, sent after
  /// them and not part of the answer, tells that all of them are here.
  @discardableResult
  public func drain() -> [UInt8] {
    let before = received.count
    guard terminal >= 0 else {
      while read(milliseconds: 0) == .some {}
      return Array(received[before...])
    }
    let mark = Array("\u{1B}]777;drained\u{07}".utf8)
    _ = write(terminal, mark, mark.count)
    wait { _ in received.count >= mark.count && Array(received.suffix(mark.count)) == mark }
    received.removeLast(min(mark.count, received.count))
    return Array(received[before...])
  }

  enum Reading { case some, none, closed }

  func read(milliseconds: CInt) -> Reading {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return .none }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(controller, &buffer, buffer.count)
    guard count > 0 else { return .closed }
    received += buffer[..<count]
    screen.feed(buffer[..<count])
    return .some
  }
}

/// Why a pseudo-terminal could not be had.
public enum PseudoTerminalError: Error, Hashable, Sendable {
  /// The system has none left.
  case notOpened
  /// The program could not be started.
  case notStarted
}
