import CPty
import Glibc

/// A program running behind a pseudo-terminal, as a person at a keyboard has it.
///
/// ```swift
/// let child = try Child(path: program, arguments: ["--today", "2026-11-21"])
/// try #require(child.terminal.wait { $0.shows("New consultation") })
/// child.terminal.type("q")
/// #expect(child.exitCode() == 0)
/// ```
public final class Child {
  /// Its terminal.
  public let terminal: PseudoTerminal
  /// Its process id.
  public let process: CInt
  /// The terminal's settings before the program could touch them.
  public let settingsBefore: String
  private var ended: Int?

  /// Starts a program; the environment is exactly the given one and `TERM`.
  public init(
    path: String, arguments: [String] = [], environment: [String: String] = [:],
    terminalName: String = "xterm-256color", rows: Int = 24, columns: Int = 80
  ) throws {
    var variables = environment
    variables["TERM"] = terminalName
    var controller: CInt = -1
    let process = withCStrings([path] + arguments) { argv in
      withCStrings(variables.map { "\($0.key)=\($0.value)" }.sorted()) { envp in
        pty_spawn(path, argv, envp, CInt(rows), CInt(columns), &controller)
      }
    }
    guard process > 0 else { throw PseudoTerminalError.notStarted }
    self.process = process
    terminal = PseudoTerminal(controller: controller, rows: rows, columns: columns)
    let fresh = try PseudoTerminal(rows: rows, columns: columns)
    settingsBefore = fresh.settings
  }

  deinit {
    guard ended == nil else { return }
    kill(process, SIGKILL)
    _ = pty_wait(process, true)
  }

  /// Sends a signal.
  public func signal(_ number: CInt) { kill(process, number) }

  /// Whether the program is stopped, as by Ctrl-Z.
  public var isStopped: Bool { pty_is_stopped(process) }

  /// Waits for the end and gives the exit code, or 128 plus the signal.
  ///
  /// What the program still sends is read meanwhile, so that it never waits
  /// for its terminal.
  public func exitCode(seconds: Int = 60) -> Int {
    if let ended { return ended }
    terminal.wait(seconds: seconds) { _ in
      let status = pty_wait(process, false)
      if status >= 0 { ended = Int(status) }
      return ended != nil
    }
    terminal.drain()
    if ended == nil {
      // The line is closed and the end is near, or the bound has passed.
      var source = pollfd(fd: -1, events: 0, revents: 0)
      for _ in 0..<200 where ended == nil {
        let status = pty_wait(process, false)
        if status >= 0 { ended = Int(status) } else { poll(&source, 1, 50) }
      }
    }
    return ended ?? -1
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    withUnsafeMutablePointer(to: &buffer[0], body)
  }
}
