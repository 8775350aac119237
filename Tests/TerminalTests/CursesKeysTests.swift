import Glibc
import Terminal
import TerminalCurses
import TerminalTesting
import Testing

extension CursesTerminalTests {
  static let keys: [(typed: String, key: Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[14~", .function(4)),
    ("\u{1B}[Z", .backTab), ("\t", .tab), ("\r", .enter), ("\n", .enter),
    ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{03}", .control("c")),
    ("\u{1A}", .control("z")), ("\u{18}", .control("x")), ("é", .character("é")),
    ("名", .character("名")), ("\u{0301}", .character("\u{0301}")), ("n", .character("n")),
  ]

  @Test(arguments: terminals)
  func `keys are known in every form a terminal sends them`(name: String) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    for (typed, key) in Self.keys {
      #expect(stage.inputs(typing: typed, count: 1) == [.key(key)], "\(typed.debugDescription)")
    }
    #expect(stage.leftOver == .timedOut)
  }

  @Test func `Esc alone is Esc, and twice it is twice Esc`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: "\u{1B}", count: 1) == [.key(.escape)])
    #expect(stage.inputs(typing: "\u{1B}\u{1B}", count: 2) == [.key(.escape), .key(.escape)])
  }

  @Test(arguments: [
    "\u{1B}[99~", "\u{1B}[1;5C", "\u{1B}[<0;10;10M", "\u{1B}n", "\u{1B}Oz", "\u{1B}é",
    "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}\u{1B}[A",
    "\u{1B}[?62;22c",
  ])
  func `a sequence nobody bound presses no letter`(sequence: String) throws {
    let stage = try Stage("vt100")
    defer { stage.terminal.close() }
    let inputs = stage.inputs(typing: sequence + "y", count: 2)
    #expect(inputs == [.key(.unrecognised), .key(.character("y"))])
    #expect(stage.leftOver == .timedOut)
  }

  @Test func `an arrow that comes in two pieces is still an arrow`() throws {
    let stage = try Stage("xterm-256color", escapeMilliseconds: 20_000)
    defer { stage.terminal.close() }
    stage.pty.type([0x1B], thenWhenRead: Array("[A".utf8))
    #expect(stage.terminal.nextInput(timeoutMilliseconds: 30_000) == .key(.up))
  }

  @Test func `a letter that comes in two pieces is still a letter`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.pty.type([0xC3], thenWhenRead: [0xA9])
    #expect(stage.terminal.nextInput(timeoutMilliseconds: 30_000) == .key(.character("é")))
  }

  @Test func `the late rest of an arrow presses no letter`() throws {
    let stage = try Stage("xterm-256color", escapeMilliseconds: 1)
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: "\u{1B}", count: 1) == [.key(.escape)])
    #expect(stage.inputs(typing: "[A", count: 1) == [.key(.unrecognised)])
    #expect(stage.leftOver == .timedOut)
  }

  @Test func `half a letter is no letter, and the next one is read`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.pty.type(bytes: [0xE9, UInt8(ascii: "a"), UInt8(ascii: "b")])
    let inputs = (0..<3).map { _ in stage.terminal.nextInput(timeoutMilliseconds: 30_000) }
    #expect(inputs == [.key(.unrecognised), .key(.character("a")), .key(.character("b"))])
  }

  @Test func `a paste arrives whole and presses no key`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    stage.terminal.setPasteMarking(true)
    #expect(String(decoding: stage.pty.drain(), as: UTF8.self).contains("\u{1B}[?2004h"))
    let typed = "\u{1B}[200~yes\rmaría\u{1B}[A\u{1B}[201~n"
    let inputs = stage.inputs(typing: typed, count: 2)
    #expect(inputs == [.paste("yes\nmaría"), .key(.character("n"))])
    stage.terminal.setPasteMarking(false)
    #expect(String(decoding: stage.pty.drain(), as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test func `a paste whose end got lost is still a paste`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: "\u{1B}[200~warfarin", count: 1) == [.paste("warfarin")])
    #expect(stage.inputs(typing: "\u{1B}[201~", count: 1) == [.key(.unrecognised)])
  }

  @Test func `what was typed before a dangerous step can be thrown away`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: "abc", count: 1) == [.key(.character("a"))])
    stage.terminal.flushInput()
    #expect(stage.leftOver == .timedOut)
  }

  @Test func `a signal to interrupt counts as Ctrl-C`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    kill(getpid(), SIGINT)
    #expect(stage.awaited == .key(.control("c")))
  }

  @Test func `a request to end is told with its signal`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    kill(getpid(), SIGTERM)
    #expect(stage.awaited == .ended(signal: Int(SIGTERM)))
    kill(getpid(), SIGHUP)
    #expect(stage.awaited == .ended(signal: Int(SIGHUP)))
  }
}
