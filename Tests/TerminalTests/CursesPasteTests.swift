import Terminal
import TerminalCurses
import TerminalTesting
import Testing

// Pastes that no terminal has marked.
extension CursesTerminalTests {
  private static let line = "TESTPATIENT, Maria"

  @Test(arguments: terminals)
  func `a burst with a line feed is a paste, and its line feed is no Enter`(name: String) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    let inputs = stage.inputs(typing: Self.line + "\nwarfarin\tdaily\n", count: 1)
    #expect(inputs == [.paste(Self.line + "\nwarfarin\tdaily\n")])
    #expect(stage.leftOver == .timedOut)
  }

  @Test(arguments: ["vt100", "linux"])
  func `where pastes are never marked, Enter at the end of a burst belongs to it`(
    name: String
  ) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: Self.line + "\r", count: 1) == [.paste(Self.line + "\n")])
  }

  @Test func `what is typed ahead of a slow line is typed, Enter included`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    let keys = Self.line.map { Input.key(.character($0)) } + [.key(.enter)]
    #expect(stage.inputs(typing: Self.line + "\r", count: keys.count) == keys)
    #expect(stage.leftOver == .timedOut)
  }

  @Test(arguments: ["vt100", "linux", "xterm-256color"])
  func `eight letters and Enter are a person's`(name: String) throws {
    let stage = try Stage(name)
    defer { stage.terminal.close() }
    let keys = "3/3/1985".map { Input.key(.character($0)) } + [.key(.enter)]
    #expect(stage.inputs(typing: "3/3/1985\r", count: keys.count) == keys)
  }

  @Test func `a key after a burst is a key again`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    let inputs = stage.inputs(typing: Self.line + "\n\u{18}", count: 2)
    #expect(inputs == [.paste(Self.line + "\n"), .key(.control("x"))])
  }

  @Test func `letters of several bytes are whole in a burst, pasted or typed`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    let name = "नाम نیم\u{200C}فاصله é"
    #expect(stage.inputs(typing: name + "\n", count: 1) == [.paste(name + "\n")])
    let keys = name.unicodeScalars.map { Input.key(.character(Character($0))) }
    #expect(stage.inputs(typing: name, count: keys.count) == keys)
  }

  @Test func `what was read ahead is thrown away with the rest`() throws {
    let stage = try Stage("xterm-256color")
    defer { stage.terminal.close() }
    #expect(stage.inputs(typing: "abcdefgh", count: 1) == [.key(.character("a"))])
    stage.terminal.flushInput()
    #expect(stage.leftOver == .timedOut)
  }
}
