import Glibc
import Terminal
import TerminalCurses
import TerminalTesting
import Testing

extension CursesTerminalTests {
  @Test func `closing leaves the terminal as it was found`() throws {
    let pty = try PseudoTerminal()
    let before = pty.settings
    let terminal = try CursesTerminal(options: pty.options("xterm-256color"))
    #expect(pty.settings != before)
    terminal.show(Stage.full)
    terminal.close()
    terminal.close()
    pty.drain()
    #expect(pty.settings == before)
    let sent = String(decoding: pty.received, as: UTF8.self)
    #expect(sent.contains("\u{1B}[?1049h"))
    #expect(sent.contains("\u{1B}[?1049l"))
  }

  @Test(arguments: terminals)
  func `nothing of a patient stays on the screen after closing`(name: String) throws {
    let pty = try PseudoTerminal()
    let terminal = try CursesTerminal(options: pty.options(name))
    var grid = Grid(size: .classic)
    grid.write("TESTPATIENT, Maria", row: 0, column: 0)
    terminal.show(grid)
    pty.drain()
    #expect(pty.screen.shows("TESTPATIENT"))
    terminal.close()
    pty.drain()
    #expect((0..<24).map { pty.screen.line($0) } == Array(repeating: "", count: 24))
  }

  @Test func `a terminal that cannot move its cursor is refused untouched`() throws {
    try expectRefusal("dumb", .dumbTerminal(name: "dumb"))
  }

  @Test func `a terminal nobody knows is refused by its name`() throws {
    try expectRefusal("no-such-terminal", .unknownTerminal(name: "no-such-terminal"))
    try expectRefusal("", .unknownTerminal(name: ""))
  }

  private func expectRefusal(_ name: String, _ failure: TerminalFailure) throws {
    let pty = try PseudoTerminal()
    let before = pty.settings
    #expect(throws: failure) { try CursesTerminal(options: pty.options(name)) }
    #expect(pty.drain().isEmpty)
    #expect(pty.settings == before)
  }

  @Test func `a file is no terminal`() throws {
    let file = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { Glibc.close(file) }
    #expect(throws: TerminalFailure.noTerminal) {
      try CursesTerminal(options: .init(input: file, output: file, terminalName: "xterm"))
    }
  }

  @Test func `a second screen in the same process is refused`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    let other = try PseudoTerminal()
    #expect(throws: TerminalFailure.alreadyOpen) {
      try CursesTerminal(options: other.options("xterm-256color"))
    }
  }

  @Test func `a line that carries no UTF-8 gets plain letters`() throws {
    let stage = try Stage("vt100", ascii: true)
    defer { stage.terminal.close() }
    var grid = Grid(size: .classic)
    grid.write("┌──┐ Zoë 名 “ok” • é|", row: 0, column: 0)
    stage.show(grid)
    #expect(stage.screen.line(0) == "+--+ Zoe ?? \"ok\" * e|")
    #expect(stage.pty.received.allSatisfy { $0 < 0x80 })
  }

  @Test func `a name shows right even where the locale is plain C`() async throws {
    let pty = try PseudoTerminal()
    await #expect(processExitsWith: .success) { [path = pty.path as String] in
      setenv("LC_ALL", "C", 1)
      let terminal = try Self.opened(path)
      var grid = Grid(size: .classic)
      grid.write("TESTPATIENT, Zoë 名前", row: 0, column: 0)
      terminal.show(grid)
      exit(0)
    }
    #expect(pty.wait { $0.line(0) == "TESTPATIENT, Zoë 名前" })
  }

  @Test(arguments: ["xterm-256color", "vt100"])
  func `a crash restores the terminal, shows no patient, and says what is safe`(name: String)
    async throws
  {
    let pty = try PseudoTerminal()
    let before = pty.settings
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      [path = pty.path as String, name = name as String] in
      let terminal = try Self.opened(path, name)
      var grid = Grid(size: .classic)
      grid.write("TESTPATIENT, Maria", row: 0, column: 0)
      terminal.setPasteMarking(true)
      terminal.show(grid)
      raise(SIGSEGV)
    }
    #expect(pty.wait(until: Self.saysWhatIsSafe))
    #expect(!pty.screen.shows("TESTPATIENT"))
    #expect(pty.settings == before)
    let sent = String(decoding: pty.received, as: UTF8.self)
    #expect(sent.contains("\u{1B}[?2004l"))
    #expect(sent.contains("\u{1B}[?1049l") == (name != "vt100"))
  }

  @Test func `a trap in the program restores the terminal too`() async throws {
    let pty = try PseudoTerminal()
    let before = pty.settings
    await #expect(processExitsWith: .failure) { [path = pty.path as String] in
      let terminal = try Self.opened(path)
      terminal.show(Stage.full)
      let none: [Int] = []
      print(none[Int(terminal.size.rows)])
    }
    #expect(pty.wait(until: Self.saysWhatIsSafe))
    #expect(pty.settings == before)
    #expect(!pty.screen.shows("answer 3 answer"))
  }

  @Test func `suspending where nothing can resume goes on at once`() async throws {
    let pty = try PseudoTerminal()
    await #expect(processExitsWith: .success) { [path = pty.path as String] in
      setsid()  // an orphaned process group, as of a kiosk
      let terminal = try Self.opened(path)
      terminal.show(Stage.full)
      terminal.suspend()
      guard terminal.nextInput(timeoutMilliseconds: 30_000) == .resumed else { exit(1) }
      var grid = Grid(size: .classic)
      grid.write("Locked", row: 2, column: 2)
      terminal.show(grid)
      exit(0)
    }
    #expect(pty.wait { $0.shows("Locked") })
    #expect(!pty.screen.shows("answer"))
  }

  @Test func `messages of libraries do not land on the screen`() async throws {
    let pty = try PseudoTerminal()
    await #expect(processExitsWith: .success) { [path = pty.path as String] in
      let tty = open(path, O_RDWR | O_NOCTTY)
      dup2(tty, 2)
      let terminal = try Self.opened(path)
      terminal.show(Stage.full)
      _ = Array("a library's message".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      terminal.close()
      _ = Array("after closing".utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      exit(0)
    }
    #expect(pty.wait { $0.shows("after closing") })
    #expect(!String(decoding: pty.received, as: UTF8.self).contains("a library's message"))
  }

  private static func saysWhatIsSafe(_ screen: VirtualTerminal) -> Bool {
    screen.text.replacing("\n", with: "").contains(
      "mesoscreen stopped unexpectedly. Every answer shown as saved is safe. "
        + "Start it again to resume.")
  }

  @Test func `a lost line ends the work and never hangs`() throws {
    let stage = try Stage("xterm-256color")
    stage.show(Stage.full)
    stage.pty.hangUp()
    #expect(stage.awaited == .ended(signal: Int(SIGHUP)))
    stage.terminal.show(Grid(size: .classic))
    stage.terminal.close()
    #expect(stage.awaited == .ended(signal: Int(SIGHUP)))
  }

  /// The back end of another process, on a terminal of this one.
  private static func opened(_ path: String, _ name: String = "xterm-256color") throws
    -> CursesTerminal
  {
    let terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    return try CursesTerminal(
      options: .init(input: terminal, output: terminal, terminalName: name))
  }
}

extension PseudoTerminal {
  func options(_ name: String) -> CursesTerminal.Options {
    CursesTerminal.Options(
      input: terminal, output: terminal, terminalName: name, diagnostics: .untouched,
      guardsProcess: false)
  }
}
