import CNcurses
package import Terminal

extension CursesTerminal {
  /// Where standard error goes while the screen is up: a library's message
  /// would otherwise land between the answers.
  package enum Diagnostics: Hashable, Sendable {
    /// It stays where it is.
    case untouched
    /// It is thrown away.
    case discarded
    /// It goes to an open file.
    case descriptor(CInt)
  }

  /// How the terminal is taken.
  package struct Options: Sendable {
    /// The descriptor keys come from; nothing means `/dev/tty`, and standard
    /// input where there is none.
    package var input: CInt?
    /// The descriptor the screen is drawn on.
    package var output: CInt
    /// The name of the terminal; nothing means `TERM`.
    package var terminalName: String?
    /// How styles look; colours only where the terminal has eight of them.
    package var theme: ThemeChoice
    /// Write nothing beyond ASCII, for a line that cannot carry UTF-8.
    package var ascii: Bool
    /// Where standard error goes meanwhile.
    package var diagnostics: Diagnostics
    /// Restore the terminal when the program crashes, and forbid core files
    /// and other processes' looks into memory, both until the process ends.
    package var guardsProcess: Bool
    /// How long ESC may be the start of a key's sequence, in milliseconds.
    package var escapeMilliseconds: Int

    /// Options; each has the value for ordinary use.
    package init(
      input: CInt? = nil, output: CInt = 1, terminalName: String? = nil, theme: ThemeChoice = .auto,
      ascii: Bool = false, diagnostics: Diagnostics = .discarded, guardsProcess: Bool = true,
      escapeMilliseconds: Int = 50
    ) {
      self.input = input
      self.output = output
      self.terminalName = terminalName
      self.theme = theme
      self.ascii = ascii
      self.diagnostics = diagnostics
      self.guardsProcess = guardsProcess
      self.escapeMilliseconds = escapeMilliseconds
    }

    func open() throws(TerminalFailure) -> OpaquePointer {
      let tty = input == nil ? console_open_tty() : -1
      defer { console_close_tty(tty) }
      var plain = console_options()
      plain.input = input ?? (tty >= 0 ? tty : 0)
      plain.output = output
      plain.escape_milliseconds = CInt(clamping: escapeMilliseconds)
      plain.wants_colour = theme.wantsColour
      plain.guards_process = guardsProcess
      plain.diagnostics =
        switch diagnostics {
        case .untouched: CInt(CONSOLE_STDERR_LEAVE)
        case .discarded: CInt(CONSOLE_STDERR_DISCARD)
        case .descriptor(let descriptor): max(0, descriptor)
        }
      var opened: OpaquePointer?
      let status = withTerminalName { name in
        plain.terminal = name
        return console_open(&plain, &opened)
      }
      guard let opened else { throw failure(for: Int(status)) }
      return opened
    }

    private func withTerminalName(_ body: (UnsafePointer<CChar>?) -> CInt) -> CInt {
      guard let terminalName else { return body(nil) }
      return terminalName.withCString(body)
    }

    private func failure(for status: Int) -> TerminalFailure {
      let name = TerminalProbe.name(of: terminalName)
      return switch status {
      case Int(CONSOLE_NOT_A_TERMINAL): .noTerminal
      case Int(CONSOLE_DUMB_TERMINAL): .dumbTerminal(name: name)
      case Int(CONSOLE_UNKNOWN_TERMINAL): .unknownTerminal(name: name)
      case Int(CONSOLE_BUSY): .alreadyOpen
      default: .outOfResources
      }
    }
  }
}
