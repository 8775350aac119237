import CNcurses
import Glibc
package import Terminal
import TextLayout

/// What can be known about the terminal without taking it: for the start of
/// the program and for `doctor`.
package struct TerminalProbe: Hashable, Sendable {
  /// Whether a full screen can be shown, and if not, why.
  package enum Ability: Hashable, Sendable {
    /// The cursor can be moved.
    case screen
    /// The terminal is known and cannot move its cursor.
    case dumb
    /// `TERM` is missing or unknown here.
    case unknown
  }

  /// Whether standard input is a terminal.
  package var inputIsTerminal: Bool
  /// Whether standard output is a terminal.
  package var outputIsTerminal: Bool
  /// The value of `TERM`, cleaned and at most 40 characters; empty when unset.
  package var name: String
  /// What a terminal of this name can do.
  package var ability: Ability
  /// How many colours its description has.
  package var colours: Int
  /// The codeset of the environment's locale, such as `UTF-8`.
  package var codeset: String
  /// Rows and columns of the terminal on standard output; 0 × 0 without one.
  package var size: GridSize

  /// Whether the environment's locale says UTF-8. Otherwise the screen uses
  /// C.UTF-8, and only a line that truly cannot carry UTF-8 needs ASCII.
  package var isUTF8: Bool { codeset == "UTF-8" }

  /// Looks at standard input, standard output and the environment.
  package static func ofThisProcess() -> TerminalProbe {
    var colours: CInt = 0
    let status = console_describe(nil, &colours)
    var window = winsize()
    let measured = ioctl(1, UInt(TIOCGWINSZ), &window) == 0
    return TerminalProbe(
      inputIsTerminal: isatty(0) == 1, outputIsTerminal: isatty(1) == 1, name: name(of: nil),
      ability: ability(of: Int(status)), colours: Int(colours), codeset: currentCodeset(),
      size: measured
        ? GridSize(rows: Int(window.ws_row), columns: Int(window.ws_col))
        : GridSize(rows: 0, columns: 0))
  }

  /// What clears the window of this process's terminal, and what scrolled out
  /// of it where the terminal can do that; empty where it can clear nothing.
  package static func clearing() -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
      guard let start = buffer.baseAddress else { return [] }
      let count = console_clearing(start, 128)
      return buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }
  }

  /// Memory holds patient data: no core file, and no other process may read it.
  package static func guardMemory() { console_guard_memory() }

  static func name(of given: String?) -> String {
    let name = given ?? getenv("TERM").map { String(cString: $0) } ?? ""
    return cleaned(name, maximumScalars: 40).text
  }

  private static func ability(of status: Int) -> Ability {
    switch status {
    case Int(CONSOLE_OK): .screen
    case Int(CONSOLE_DUMB_TERMINAL): .dumb
    default: .unknown
    }
  }

  private static func currentCodeset() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      console_codeset(start, 64)
      return String(cString: start)
    }
  }
}
